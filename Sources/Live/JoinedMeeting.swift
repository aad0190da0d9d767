import Council
import Foundation
import Glibc
import Host
import Ledger
import Synchronization

/// A meeting that another program records: this one asks, and shows what is recorded.
///
/// Nothing is predicted. What a person asks for is shown when the host has recorded it. While the host can't be reached,
/// requests wait in the `Recorder` in front of this, and go to the host in order when it is back.
public final class JoinedMeeting: RecordWriter {
    /// Who one is, in the host's word.
    public struct Welcome: Sendable {
        public let date: CalendarDay
        /// Nil for a guest.
        public let handle: Handle?
        public let journal: Journal
        /// Notes that were left half-typed, by their items.
        public let drafts: [ItemID?: String]
    }

    public let way: Way
    private let introduction: Introduction
    private let state: Mutex<State>
    private let news: SelfPipe
    private let coder = ActCoder()

    private struct Introduction: Sendable {
        let program: String
        let terminal: String?
        let isPresenter: Bool
    }

    fileprivate struct State {
        var journal: Journal?
        var date: CalendarDay?
        var handle: Handle?
        var drafts: [ItemID?: String] = [:]
        /// How many entries the host had when it said welcome.
        var expected = 0
        var changedFrom: Int?
        /// Nil while the host can't be reached.
        var descriptor: Int32?
        var lostAt: Date?
        /// Why the host let go of this terminal; nil if it did not, or may be asked again.
        var goodbye: String?
        /// Why a relay found no host.
        var absent: String?
        var terminals: [JoinedTerminal]?
        var waiting: [UUID: Answer] = [:]
        var isOver = false
    }

    /// The host's answer, for the thread that waits for it.
    fileprivate final class Answer: Sendable {
        let arrived = DispatchSemaphore(value: 0)
        let content = Mutex<Content>(.lost)

        enum Content {
            case recorded
            case refused(String)
            case lost
        }
    }

    /// Joins, and waits until the host has said who one is, and sent what there is.
    public static func join(
        by way: Way, program: String, terminal: String?, isPresenter: Bool
    ) throws(LiveError) -> (JoinedMeeting, Welcome) {
        let meeting = try JoinedMeeting(by: way, program: program, terminal: terminal, isPresenter: isPresenter)
        var lines = LineBuffer(limit: longestFrame)
        let descriptor = try way.open()
        meeting.greet(descriptor)
        while true {
            let (welcome, goodbye, isWhole) = meeting.state.withLock { ($0.date != nil, $0.goodbye, $0.isWhole) }
            if let goodbye { throw LiveError(goodbye) }
            if welcome, isWhole { break }
            guard meeting.read(from: descriptor, &lines) else {
                close(descriptor)
                throw LiveError(
                    meeting.state.withLock { $0.goodbye ?? $0.absent }
                        ?? "the host does not answer: `mlreview host` may have ended")
            }
        }
        let welcome = meeting.state.withLock { state in
            state.changedFrom = nil
            return state.journal.flatMap { journal in
                state.date.map {
                    Welcome(date: $0, handle: state.handle, journal: journal, drafts: state.drafts)
                }
            }
        }
        guard let welcome else { throw LiveError("the host sent no meeting: install the same mlreview on both") }
        Worker.start { [weak meeting, lines] in
            let way = meeting?.way
            Self.listen(to: meeting.map { Weak($0) }, descriptor, lines, by: way)
        }
        return (meeting, welcome)
    }

    init(by way: Way, program: String, terminal: String? = nil, isPresenter: Bool = false) throws(LiveError) {
        self.way = way
        introduction = Introduction(program: program, terminal: terminal, isPresenter: isPresenter)
        state = Mutex(State())
        do {
            news = try SelfPipe()
        } catch {
            throw LiveError(error.description)
        }
    }

    /// Leaves the meeting.
    public func leave() {
        let descriptor = state.withLock { state in
            state.isOver = true
            return state.descriptor
        }
        if let descriptor { shutdown(descriptor, Int32(SHUT_RDWR)) }
    }

    deinit { leave() }

    /// Asks who is there; the answer comes with the news.
    public func askWho() { _ = send(.who) }

    // MARK: The line

    /// A frame of the host: the largest holds a docket with its proposals.
    private static let longestFrame = 64 << 20

    private struct Weak: Sendable {
        weak let meeting: JoinedMeeting?
        init(_ meeting: JoinedMeeting) { self.meeting = meeting }
    }

    /// Reads what the host says until this terminal leaves, and finds the host again when it is lost.
    private static func listen(to weak: Weak?, _ first: Int32, _ read: LineBuffer, by way: Way?) {
        var (descriptor, lines): (Int32?, LineBuffer) = (first, read)
        var attempts = 0
        while true {
            if let open = descriptor {
                let hasArrived = wait(for: open)
                guard let meeting = weak?.meeting else {
                    close(open)
                    return
                }
                guard hasArrived else { continue }
                if meeting.read(from: open, &lines) {
                    if meeting.isConnected { attempts = 0 }
                    continue
                }
                meeting.lose(open)
                descriptor = nil
            } else {
                guard let meeting = weak?.meeting, !meeting.isOver else { return }
                if let found = try? way?.open() {
                    lines = LineBuffer(limit: longestFrame)
                    descriptor = found
                    meeting.greet(found)
                }
                attempts += 1
                // The first attempt is at once, since the host may be there still.
                if descriptor == nil || attempts > 1 { Thread.sleep(forTimeInterval: way?.pause ?? 1) }
            }
        }
    }

    private static func wait(for descriptor: Int32) -> Bool {
        var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&polled, 1, 1000) > 0
    }

    private var isOver: Bool { state.withLock { $0.isOver || $0.goodbye != nil } }

    private var isConnected: Bool { state.withLock { $0.descriptor != nil && $0.lostAt == nil } }

    private func greet(_ descriptor: Int32) {
        let known = state.withLock { state in
            state.descriptor = descriptor
            return (state.journal?.nextNumber ?? 1) - 1
        }
        _ = send(
            .hello(
                version: lineVersion, program: introduction.program, terminal: introduction.terminal, knows: known,
                isPresenter: introduction.isPresenter))
    }

    private func send(_ frame: ClientFrame) -> Bool {
        guard var line = (try? JSONEncoder().encode(frame)).map(Array.init) else { return false }
        line.append(UInt8(ascii: "\n"))
        guard let descriptor = state.withLock({ $0.descriptor }) else { return false }
        return writeAll(line, to: descriptor)
    }

    /// - Returns: false if the line has ended.
    private func read(from descriptor: Int32, _ lines: inout LineBuffer) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return count < 0 && errno == EINTR }
        lines.add(buffer[..<count])
        while let line = lines.next() {
            guard let frame = frame(HostFrame.self, in: line) else { return false }
            take(frame)
        }
        return !lines.isOverfull && state.withLock { $0.goodbye == nil }
    }

    func take(_ frame: HostFrame) {
        switch frame {
        case .welcome(let version, let program, let date, let handle, let docket, let drafts, let entries):
            state.withLock { state in
                guard version == lineVersion else {
                    state.goodbye =
                        "the host runs mlreview \(program), which speaks version \(version) of the line, and this one "
                        + "speaks version \(lineVersion): install the same on both"
                    return
                }
                (state.date, state.handle, state.lostAt, state.expected) = (date, handle, nil, entries)
                for draft in drafts { state.drafts[draft.item] = draft.text }
                if let docket, entries == 0 {
                    state.journal = Journal(docket: docket)
                    state.changedFrom = 1
                }
            }
        case .entries(let from, let rows): take(rows, from: from)
        case .answer(let id, let why):
            let answer = state.withLock { $0.waiting.removeValue(forKey: id) }
            answer?.content.withLock { $0 = why.map { .refused($0) } ?? .recorded }
            answer?.arrived.signal()
            return
        case .terminals(let terminals): state.withLock { $0.terminals = terminals }
        case .absent(let why): state.withLock { $0.absent = why }
        case .goodbye(let why): if !why.isEmpty { state.withLock { $0.goodbye = why } }
        }
        news.raise()
    }

    private func take(_ rows: [WireEntry], from: Int) {
        var entries: [Entry] = []
        do throws(PayloadFault) {
            for row in rows { entries.append(try row.entry(coder)) }
        } catch {
            state.withLock {
                $0.goodbye = "the host has recorded what this program does not know (\(error.reason)): update mlreview"
            }
            return
        }
        state.withLock { state in
            if let journal = state.journal, journal.nextNumber == from, from > 1 {
                for entry in entries where entry.number == state.journal?.nextNumber { state.journal?.append(entry) }
                return
            }
            let kept = state.journal?.entries.prefix { $0.number < from } ?? []
            state.journal = Journal(entries: Array(kept) + entries) ?? state.journal
            state.changedFrom = min(from, state.changedFrom ?? from)
        }
    }

    private func lose(_ descriptor: Int32) {
        let waiting = state.withLock { state in
            state.descriptor = nil
            state.lostAt = state.lostAt ?? Date()
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        close(descriptor)
        for answer in waiting { answer.arrived.signal() }
        news.raise()
    }

    // MARK: Asking

    public func append(
        _ entries: [Entry], of submission: Submission, clearingDraft key: DraftKey?
    ) throws(LedgerError) -> Appended {
        let answer = Answer()
        let known = state.withLock { state in
            state.waiting[submission.id] = answer
            return state.journal?.entries.count { $0.request == submission.id } ?? 0
        }
        if send(.ask(id: submission.id, known: known, request: submission.request)) {
            // A host that is there answers within a disk's time; a line that hangs is told by the system.
            _ = answer.arrived.wait(timeout: .now() + 60)
        }
        state.withLock { $0.waiting[submission.id] = nil }
        switch answer.content.withLock({ $0 }) {
        case .recorded:
            if let key { _ = send(.draft(item: key.item, text: "")) }
            return .recorded([])
        case .refused(let why): return .declined(Refusal(why), journal)
        case .lost: throw lost
        }
    }

    private var journal: Journal {
        state.withLock { $0.journal } ?? Journal(docket: .nothing)
    }

    private var lost: LedgerError {
        LedgerError(LedgerError.Cause(rawValue: "unreachable"), "the host can't be reached", .passing)
    }

    public func setDraft(_ text: String?, as key: DraftKey, of date: CalendarDay) throws(LedgerError) {
        state.withLock { $0.drafts[key.item] = text }
        _ = send(.draft(item: key.item, text: text ?? ""))
    }

    public func saveOutputs(_ outputs: [Output], of date: CalendarDay) throws(LedgerError) {}

    public func check() throws(LedgerError) {
        guard state.withLock({ $0.descriptor != nil && $0.lostAt == nil }) else { throw lost }
    }
}

extension JoinedMeeting: LivePart {
    public var newsDescriptor: Int32 { news.descriptor }

    public func takeNews() -> LiveNews {
        news.lower()
        let journal = journal
        return state.withLock { state in
            defer { (state.changedFrom, state.terminals) = (nil, nil) }
            return LiveNews(
                journal: state.journal ?? journal, changedFrom: state.changedFrom,
                lostAt: state.lostAt, terminals: state.terminals,
                goodbye: state.goodbye)
        }
    }
}

extension JoinedMeeting.State {
    /// Whether everything that the host had when it said welcome is here.
    fileprivate var isWhole: Bool { journal.map { $0.nextNumber > expected } ?? false }
}
