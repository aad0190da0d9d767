import Council
import Foundation
import Host
import Ledger
import Synchronization

/// A meeting that this program records for several terminals: its own, and those that have joined.
///
/// What they ask for goes through here one after another. Each request is considered against the meeting as it is
/// recorded at that moment, and is on the disk before anybody hears of it.
public final class SharedMeeting: RecordWriter {
    public let session: Session
    public let date: CalendarDay
    private let confirmed: Mutex<Confirmed>
    private let news: SelfPipe
    /// Wakes the thread that talks with the terminals.
    let bell: SelfPipe
    /// Held while something is recorded, so that the order in memory is the order on the disk.
    private let recording = NSLock()

    private struct Confirmed {
        /// The meeting as it is recorded.
        var journal: Journal
        /// The first entry that is not as it was when news were taken last; nil if entries were only added.
        var changedFrom: Int?
    }

    /// - Parameter journal: The meeting as it is recorded, or as it will begin.
    public init(_ session: Session, _ journal: Journal) throws(LiveError) {
        self.session = session
        date = session.date
        confirmed = Mutex(Confirmed(journal: journal))
        do {
            (news, bell) = (try SelfPipe(), try SelfPipe())
        } catch {
            throw LiveError(error.description)
        }
    }

    /// The meeting as it is recorded.
    public var journal: Journal { confirmed.withLock { $0.journal } }

    // MARK: Recording

    public func append(
        _ entries: [Entry], of submission: Submission, clearingDraft key: DraftKey?
    ) throws(LedgerError) -> Appended {
        recording.lock()
        defer { recording.unlock() }
        return try appendInTurn(entries, of: submission, clearingDraft: key) { journal throws(Refusal) in
            try journal.propose(submission)
        }
    }

    /// Records what a terminal asks for.
    ///
    /// - Parameters:
    ///   - known: How many entries of the same request the terminal knew when it asked first. If there are more, it was
    ///     recorded then, and the answer was lost.
    ///   - motion: The motion that was open for the terminal then; nil if it does not say.
    /// - Returns: why it was refused; nil if it is recorded.
    public func take(
        _ submission: Submission, known: Int, motion: Int? = nil
    ) throws(LedgerError) -> Refusal? {
        recording.lock()
        defer { recording.unlock() }
        let before = journal
        if before.entries.count(where: { $0.request == submission.id }) > known { return nil }
        var entries: [Entry] = []
        do throws(Refusal) {
            entries = try before.propose(submission, on: motion)
        } catch {
            return error
        }
        guard !entries.isEmpty else { return nil }
        let answer = try appendInTurn(entries, of: submission, clearingDraft: nil) { journal throws(Refusal) in
            try journal.propose(submission, on: motion)
        }
        if case .declined(let refusal, _) = answer { return refusal }
        news.raise()
        return nil
    }

    private func appendInTurn(
        _ entries: [Entry], of submission: Submission, clearingDraft key: DraftKey?,
        considering consider: (Journal) throws(Refusal) -> [Entry]
    ) throws(LedgerError) -> Appended {
        let before = journal
        var (wanted, isBehind) = (entries, false)
        if entries.first?.number != before.nextNumber {
            isBehind = true
            do throws(Refusal) {
                wanted = try consider(before)
            } catch {
                return .declined(error, before)
            }
        }
        switch try session.append(wanted, of: submission, clearingDraft: key, considering: consider) {
        case .recorded(let recorded):
            let after = confirmed.withLock { confirmed in
                for entry in recorded where entry.number == confirmed.journal.nextNumber {
                    confirmed.journal.append(entry)
                }
                return confirmed.journal
            }
            bell.raise()
            return isBehind ? .rebased(after) : .recorded(recorded)
        case .rebased(let journal):
            replace(with: journal)
            return .rebased(journal)
        case .declined(let refusal, let journal):
            replace(with: journal)
            return .declined(refusal, journal)
        case .kept: return .kept
        }
    }

    private func replace(with journal: Journal) {
        confirmed.withLock { confirmed in
            let before = confirmed.journal.entries
            let same = zip(before, journal.entries).lazy.prefix { $0 == $1 }.reduce(0) { count, _ in count + 1 }
            if same < before.count { confirmed.changedFrom = min(same + 1, confirmed.changedFrom ?? .max) }
            confirmed.journal = journal
        }
        bell.raise()
    }

    /// Takes in what others have recorded in the same ledger.
    func readOn() throws(LedgerError) {
        recording.lock()
        defer { recording.unlock() }
        guard let journal = try session.readOn() else { return }
        replace(with: journal)
        news.raise()
    }

    public func setDraft(_ text: String?, as key: DraftKey, of date: CalendarDay) throws(LedgerError) {
        try session.setDraft(text, as: key, of: date)
    }

    public func saveOutputs(_ outputs: [Output], of date: CalendarDay) throws(LedgerError) {
        try session.saveOutputs(outputs, of: date)
    }

    public func check() throws(LedgerError) { try session.check() }
    public func move(to home: String?) throws(LedgerError) -> RecordMove { try session.move(to: home) }
}

extension SharedMeeting: LivePart {
    public var newsDescriptor: Int32 { news.descriptor }

    public func takeNews() -> LiveNews {
        news.lower()
        return confirmed.withLock { confirmed in
            defer { confirmed.changedFrom = nil }
            return LiveNews(journal: confirmed.journal, changedFrom: confirmed.changedFrom)
        }
    }
}

extension Journal {
    /// - Parameter motion: The motion that a vote is meant for; nil if it does not say.
    fileprivate func propose(_ submission: Submission, on motion: Int?) throws(Refusal) -> [Entry] {
        if case .vote = submission.request, let motion, motion != meeting.openMotion?.number {
            throw Refusal(
                meeting.openMotion == nil
                    ? "your vote is not recorded: that vote is over"
                    : "your vote is not recorded: that vote is over, and another question is open; vote on it")
        }
        return try propose(submission)
    }
}
