import Council
import Foundation
import Glibc
import Host
import Ledger
import Synchronization

/// A meeting that another program records: this one asks, and shows what is recorded.
///
/// Nothing is predicted. What a person asks for is shown when the host has recorded it. While the host can't be reached,
/// notes and actions wait in a `LocalOutbox`, and go to the host in order when it is back.
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
        /// The folder of outboxes; nil if nothing is kept.
        let outbox: String?
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
        /// What the program on the way said last of why it can't be reached.
        var whyLost: String?
        /// Why the host let go of this terminal; nil if it did not, or may be asked again.
        var goodbye: String?
        /// Why a relay found no host.
        var absent: String?
        var terminals: [JoinedTerminal]?
        var waiting: [UUID: Answer] = [:]
        /// What was known when a request was asked for that has not been answered yet.
        var asked: [UUID: Premises] = [:]
        /// Nil for a guest, and as long as the meeting has not begun.
        var outbox: LocalOutbox?
        /// Whether a thread sends what is in the outbox.
        var isSending = false
        var declined: [LiveNews.Declined] = []
        var isOver = false

        struct Premises {
            let known: Int
            let motion: Int?
        }
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
        by way: Way, program: String, terminal: String?, isPresenter: Bool, outbox: String? = nil
    ) throws(LiveError) -> (JoinedMeeting, Welcome) {
        let meeting = try JoinedMeeting(
            by: way,
            Introduction(program: program, terminal: terminal, isPresenter: isPresenter, outbox: outbox))
        var lines = LineBuffer(limit: longestFrame)
        let line = try way.open(mayAsk: true)
        let descriptor = line.descriptor
        meeting.greet(descriptor)
        while true {
            let (welcome, goodbye, isWhole) = meeting.state.withLock { ($0.date != nil, $0.goodbye, $0.isWhole) }
            if let goodbye {
                meeting.state.withLock { $0.descriptor = nil }
                close(descriptor)
                throw LiveError(goodbye)
            }
            if welcome, isWhole { break }
            guard meeting.read(from: descriptor, &lines) else {
                meeting.state.withLock { $0.descriptor = nil }
                close(descriptor)
                throw LiveError(
                    meeting.state.withLock { $0.goodbye ?? $0.absent } ?? way.sentenceOnSilence(line.lastWords()))
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
        Worker.start { [lines] in listen(to: weak, line, lines, by: way) }
        meeting.sendKept()
        return (meeting, welcome)
    }

    init(by way: Way, _ introduction: Introduction) throws(LiveError) {
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
        let outbox = submission.request.canWait ? state.withLock { $0.outbox } : nil
        // Nothing overtakes what waits.
        if let outbox, !isReachable || !outbox.isEmpty { return try keep(submission, in: outbox) }
        if !submission.request.canWait, !isReachable, !hasAsked(submission) {
            return .declined(submission.request.refusalWithoutHost, journal)
        }
        if submission.request.isVote, hasAsked(submission) { return try outcome(ofVote: submission) }
        switch ask(submission) {
        case .recorded:
            if let key { _ = send(.draft(item: key.item, text: "")) }
            return .recorded([])
        case .refused(let why): return .declined(Refusal(why), journal)
        case .lost:
            if let outbox { return try keep(submission, in: outbox) }
            throw lost
        }
    }

    /// What became of a vote that was not answered. It is not asked for again: it would count much later, and without
    /// anybody knowing. Whether it arrived shows in what the host has recorded.
    private func outcome(ofVote submission: Submission) throws(LedgerError) -> Appended {
        let isRecorded: Bool? = state.withLock { state in
            guard let premises = state.asked[submission.id], let journal = state.journal, state.lostAt == nil,
                state.isWhole
            else { return nil }
            state.asked[submission.id] = nil
            return journal.entries.count { $0.request == submission.id } > premises.known
        }
        guard let isRecorded else { throw lost }
        return isRecorded ? .recorded([]) : .declined(.voteNotArrived, journal)
    }

    /// Asks the host, and waits for its answer.
    func ask(_ submission: Submission) -> Answer.Content {
        let answer = Answer()
        let premises = state.withLock { state in
            state.waiting[submission.id] = answer
            // What the terminal has learnt since it asked first does not count: the entry may be its own. A writing may
            // have been asked for by another terminal.
            let isNew = submission.request.canWait
            let premises =
                state.asked[submission.id]
                ?? State.Premises(
                    known: isNew ? 0 : state.journal?.entries.count { $0.request == submission.id } ?? 0,
                    motion: state.journal?.meeting.openMotion?.number)
            state.asked[submission.id] = premises
            return premises
        }
        let frame = ClientFrame.ask(
            id: submission.id, known: premises.known, motion: premises.motion, request: submission.request)
        if send(frame) {
            // A host that is there answers within a disk's time; a line that hangs is told by the system.
            _ = answer.arrived.wait(timeout: .now() + 60)
        }
        let content = answer.content.withLock { $0 }
        state.withLock { state in
            state.waiting[submission.id] = nil
            if case .lost = content { return }
            state.asked[submission.id] = nil
        }
        return content
    }

    /// How many entries of a request this terminal knew when it asked, and no answer came; nil if it has not asked.
    public func known(of submission: Submission) -> Int? { state.withLock { $0.asked[submission.id]?.known } }

    private func hasAsked(_ submission: Submission) -> Bool { known(of: submission) != nil }

    /// What waits for the host; nil for a guest, and as long as the meeting has not begun.
    public var outbox: LocalOutbox? { state.withLock { $0.outbox } }

    public var isReachable: Bool { state.withLock { $0.descriptor != nil && $0.lostAt == nil } }

    var journal: Journal {
        state.withLock { $0.journal } ?? Journal(docket: .nothing)
    }

    private var lost: LedgerError {
        LedgerError(LedgerError.Cause(rawValue: "unreachable"), "the \(way.otherEnd) can't be reached", .passing)
    }

    // MARK: What waits

    public func setAside(_ submission: Submission) -> Bool {
        guard submission.request.canWait, let outbox = state.withLock({ $0.outbox }) else { return false }
        return (try? keep(submission, in: outbox)) != nil
    }

    private func keep(_ submission: Submission, in outbox: LocalOutbox) throws(LedgerError) -> Appended {
        guard let writing = Writing(submission, in: journal.meeting) else { throw lost }
        do throws(LiveError) {
            try outbox.keep(writing)
        } catch {
            throw LedgerError(LedgerError.Cause(rawValue: "outbox"), error.sentence, .final)
        }
        news.raise()
        sendKept()
        return .kept
    }

    public func setDraft(_ text: String?, as key: DraftKey, of date: CalendarDay) throws(LedgerError) {
        state.withLock { $0.drafts[key.item] = text }
        _ = send(.draft(item: key.item, text: text ?? ""))
    }

    public func saveOutputs(_ outputs: [Output], of date: CalendarDay) throws(LedgerError) {}

    /// Nothing is missing here while the host can't be reached: `takeNews` says since when. A check that failed would hold up
    /// what is written behind it, so that it would never come into the outbox.
    public func check() throws(LedgerError) {}
}

extension JoinedMeeting: LivePart {
    public var newsDescriptor: Int32 { news.descriptor }

    public func takeNews() -> LiveNews {
        news.lower()
        let journal = journal
        return state.withLock { state in
            defer { (state.changedFrom, state.terminals, state.declined) = (nil, nil, []) }
            return LiveNews(
                journal: state.journal ?? journal, changedFrom: state.changedFrom,
                lostAt: state.lostAt, whyLost: state.whyLost, terminals: state.terminals,
                goodbye: state.goodbye, kept: state.outbox?.writings.count ?? 0, declined: state.declined)
        }
    }
}
