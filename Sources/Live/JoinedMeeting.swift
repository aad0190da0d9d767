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
    let introduction: Introduction
    let state: Mutex<State>
    let news: SelfPipe
    /// Held while a frame is written.
    let sending = NSLock()
    let coder = ActCoder()

    struct Introduction: Sendable {
        let program: String
        let terminal: String?
        let isPresenter: Bool
    }

    struct State {
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
    final class Answer: Sendable {
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
        let meeting = try JoinedMeeting(
            by: way, Introduction(program: program, terminal: terminal, isPresenter: isPresenter))
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
        let weak = Weak(meeting)
        Worker.start { [lines] in listen(to: weak, descriptor, lines, by: way) }
        return (meeting, welcome)
    }

    private init(by way: Way, _ introduction: Introduction) throws(LiveError) {
        self.way = way
        self.introduction = introduction
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
