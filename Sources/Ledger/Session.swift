import Council
import Foundation
import Synchronization

/// One program's part in one meeting: what it asks for goes into the ledger by the council's rules, in one order with
/// what others ask for.
///
/// It has in memory what the ledger holds. Thereby a submission that was overtaken is considered anew, a record that is
/// lost under a running meeting can be made anew, and one that was put back can be compared with what it should hold.
public final class Session: RecordWriter {
    public let ledger: any Ledger
    public let date: CalendarDay
    private let kept: Mutex<Kept>
    private let coder = ActCoder()

    private struct Kept {
        var log: MeetingLog
        /// Half-typed texts.
        var drafts: [DraftKey: String]
        /// Nil if others may record at the same time.
        var lease: (any Lease)?
    }

    /// - Parameters:
    ///   - lease: nil for a session beside others that record at the same meeting, and hold no lease either.
    ///   - log: all that the ledger has of the meeting.
    public init(_ ledger: any Ledger, lease: (any Lease)?, log: MeetingLog) {
        self.ledger = ledger
        date = log.date
        let drafts = (try? ledger.drafts(of: date)) ?? [:]
        kept = Mutex(Kept(log: log, drafts: drafts, lease: lease))
        ledger.setMemory { [weak self] in self?.memory }
    }

    /// All that the ledger holds of the meeting, as far as is known here.
    public var entries: [Entry] { kept.withLock { $0.log.entries } }

    private var memory: MeetingMemory {
        kept.withLock { MeetingMemory(date: date, rows: $0.log.rows, drafts: $0.drafts) }
    }

    /// Lets another terminal record.
    public func release() {
        ledger.setMemory(nil)
        kept.withLock { $0.lease?.release() }
    }

    deinit { release() }

    // MARK: Writing

    /// How often a submission is considered anew before others are let through first.
    private static let mostAttempts = 100

    @discardableResult
    public func append(
        _ entries: [Entry], of submission: Submission, clearingDraft key: DraftKey?
    ) throws(LedgerError) -> Appended {
        try holdLease()
        let hadNoPlace = ledger.obstacle != nil
        var (wanted, wasOvertaken) = (entries, false)
        for _ in 0..<Self.mostAttempts {
            do {
                let rows = try ledger.append(try Batch(wanted, of: date, coder), clearingDraft: key)
                // There may be a place for locks since.
                if hadNoPlace { try holdLease() }
                let recorded = try keep(rows, clearing: key)
                return wasOvertaken ? .rebased(all: self.entries) : .recorded(recorded)
            } catch let error where error.cause == .overtaken {
                wasOvertaken = true
                let new = try catchUp()
                // An earlier attempt went through, though its answer was lost.
                if new.contains(where: { $0.request == submission.id }) {
                    if let key { kept.withLock { $0.drafts[key] = nil } }
                    return .rebased(all: self.entries)
                }
                guard let journal = Journal(entries: self.entries) else { break }
                do throws(Refusal) {
                    wanted = try journal.propose(submission)
                } catch {
                    return .declined(error, all: self.entries)
                }
            }
        }
        throw .busy(ledger.name)
    }

    private func keep(_ rows: [SealedEntry], clearing key: DraftKey?) throws(LedgerError) -> [Entry] {
        try kept.withLock { kept throws(LedgerError) in
            if let key { kept.drafts[key] = nil }
            return try kept.log.follow(rows)
        }
    }

    /// Takes in the entries that others have recorded.
    ///
    /// - Returns: those that were not known here.
    private func catchUp() throws(LedgerError) -> [Entry] {
        let known = kept.withLock { $0.log.rows.count }
        let rows = try ledger.rows(of: date, after: known)
        return try kept.withLock { kept throws(LedgerError) in try kept.log.follow(rows) }
    }

    public func setDraft(_ text: String?, as key: DraftKey, of date: CalendarDay) throws(LedgerError) {
        try ledger.setDraft(text, as: key, of: date)
        kept.withLock { $0.drafts[key] = text }
    }

    public func saveOutputs(_ outputs: [Output], of date: CalendarDay) throws(LedgerError) {
        try ledger.saveOutputs(outputs, of: date)
    }

    // MARK: The place

    public func check() throws(LedgerError) {
        try ledger.check()
        try holdLease()
    }

    public func move(to home: String?) throws(LedgerError) -> RecordMove {
        let move = try ledger.move(to: home)
        try holdLease()
        return move
    }

    /// Takes the lease anew if its lock is gone, or the record has moved.
    private func holdLease() throws(LedgerError) {
        if kept.withLock({ $0.lease?.isInForce ?? true }) { return }
        // If the whole folder is gone, that is what a person should hear.
        try ledger.check()
        switch try ledger.takeLease(for: date, at: Date()) {
        case .held(let lease): kept.withLock { $0.lease = lease }
        case .taken(let who): throw .takenOver(by: who?.description ?? "another terminal")
        }
    }
}
