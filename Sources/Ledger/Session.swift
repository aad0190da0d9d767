import Council
import Foundation
import Synchronization

/// One program's part in one meeting: its submissions go into the ledger by the council's rules, in one order with those
/// of others.
///
/// It keeps a copy of the meeting in memory. With it, a submission that was overtaken is considered anew, a record that is
/// lost under a running meeting is made anew, and one that was put back is compared.
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
        /// Whether the entries that were there at the beginning are as they were recorded, or a person goes on with them
        /// all the same.
        var isTrusted = false
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
        try append(entries, of: submission, clearingDraft: key) { journal throws(Refusal) in
            try journal.propose(submission)
        }
    }

    /// - Parameter consider: The entries that the submission adds to a meeting on which others have gone on.
    public func append(
        _ entries: [Entry], of submission: Submission, clearingDraft key: DraftKey?,
        considering consider: (Journal) throws(Refusal) -> [Entry]
    ) throws(LedgerError) -> Appended {
        try requireTrust()
        try holdLease()
        let hadNoPlace = ledger.obstacle != nil
        var (wanted, wasOvertaken) = (entries, false)
        for _ in 0..<Self.mostAttempts {
            if try openBallots(before: wanted) {
                wasOvertaken = true
                let journal = try journal()
                do throws(Refusal) {
                    wanted = try consider(journal)
                } catch {
                    return .declined(error, journal)
                }
            }
            do {
                let rows = try ledger.append(try Batch(wanted, of: date, coder), clearingDraft: key)
                // There may be a place for locks since.
                if hadNoPlace { try holdLease() }
                let recorded = try keep(rows, clearing: key)
                // A server signs and times what it records.
                return wasOvertaken || recorded != wanted ? .rebased(try journal()) : .recorded(recorded)
            } catch let error where error.cause == .overtaken {
                wasOvertaken = true
                let new = try catchUp()
                // An earlier attempt went through, though its answer was lost.
                if new.contains(where: { $0.request == submission.id }) {
                    if let key { kept.withLock { $0.drafts[key] = nil } }
                    return .rebased(try journal())
                }
                let journal = try journal()
                do throws(Refusal) {
                    wanted = try consider(journal)
                } catch {
                    return .declined(error, journal)
                }
            }
        }
        throw .busy(ledger.name)
    }

    /// The meeting as the ledger has it, as far as is known here.
    private func journal() throws(LedgerError) -> Journal {
        guard let journal = Journal(entries: entries) else {
            throw .failed(ledger.name, reason: "the meeting of \(date) has no beginning")
        }
        return journal
    }

    private func keep(_ rows: [SealedEntry], clearing key: DraftKey?) throws(LedgerError) -> [Entry] {
        let recorded = try kept.withLock { kept throws(LedgerError) in
            if let key { kept.drafts[key] = nil }
            return try kept.log.follow(rows)
        }
        try readAnew(after: recorded)
        return recorded
    }

    /// Takes in the entries that others have recorded.
    ///
    /// - Returns: those that were not known here.
    private func catchUp() throws(LedgerError) -> [Entry] {
        let known = kept.withLock { $0.log.rows.count }
        let rows = try ledger.rows(of: date, after: known)
        let new = try kept.withLock { kept throws(LedgerError) in try kept.log.follow(rows) }
        try readAnew(after: new)
        return new
    }

    /// Takes in what others have recorded.
    ///
    /// - Returns: the meeting as it is recorded now; nil if nothing is new.
    public func readOn() throws(LedgerError) -> Journal? { try catchUp().isEmpty ? nil : try journal() }

    // MARK: What is withheld

    /// With some entries, more or less may be read of those before them.
    private func readAnew(after new: [Entry]) throws(LedgerError) {
        if ledger.mayWithhold, new.contains(where: \.act.changesReading) { try readAnew() }
    }

    private func readAnew() throws(LedgerError) {
        let log = try ledger.log(of: date)
        kept.withLock { $0.log = log }
    }

    /// Ballots that nobody may read before the tally are opened for it, so that it counts what they say.
    ///
    /// - Returns: whether the meeting was read anew.
    private func openBallots(before entries: [Entry]) throws(LedgerError) -> Bool {
        let tallied = entries.lazy.compactMap { if case .tallied(let tallied) = $0.act { tallied.motion } else { nil } }
        guard let motion = tallied.first, let served = ledger as? any ServedLedger,
            try journal().meeting.motion(motion)?.ballots.values.contains(where: { $0.isSealed == true }) == true
        else { return false }
        try served.openBallots(on: motion, of: date)
        try readAnew()
        return true
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
        try requireTrust(isUrgent: false)
        try holdLease()
    }

    public func move(to home: String?) throws(LedgerError) -> RecordMove {
        let move = try ledger.move(to: home)
        kept.withLock { $0.isTrusted = true }
        try holdLease()
        return move
    }

    /// Checks once that the meeting is as it was recorded. It is done here, and not when the meeting is opened, so that
    /// the first picture does not wait for it.
    private func requireTrust(isUrgent: Bool = true) throws(LedgerError) {
        let log: MeetingLog? = kept.withLock { kept in kept.isTrusted ? nil : kept.log }
        guard let log else { return }
        var fault = log.fault(mayWithhold: ledger.mayWithhold, isUrgent: isUrgent)
        do {
            if fault == nil { try ledger.readChain { reader throws(LedgerError) in try reader.checkWhole() } }
        } catch let error where error.cause == .damaged {
            fault = ChainFault(unreadable: log.rows.count + 1, error)
        }
        if fault == nil { kept.withLock { $0.isTrusted = true } }
        if let fault { throw .untrusted(ledger.name, date: date, fault: "\(fault.place) \(fault.meaning)") }
    }

    /// Takes the lease anew if its lock is gone, or the record has moved.
    private func holdLease() throws(LedgerError) {
        if kept.withLock({ $0.lease?.isInForce ?? true }) { return }
        // If the whole folder is gone, a person should hear of that instead.
        try ledger.check()
        switch try ledger.takeLease(for: date, at: Date()) {
        case .held(let lease): kept.withLock { $0.lease = lease }
        case .taken(let who): throw .takenOver(by: who?.description ?? "another terminal")
        }
    }
}

/// The part of a `Session` that a `Recorder` needs, so that tests can give it one that fails.
public protocol RecordWriter: Sendable {
    /// Appends the entries that a submission adds to the meeting.
    ///
    /// - Parameters:
    ///   - entries: those that it adds to the meeting as it stood when it was made.
    ///   - key: the draft that became one of them, and is gone with them.
    func append(
        _ entries: [Entry], of submission: Submission, clearingDraft key: DraftKey?
    ) throws(LedgerError) -> Appended
    /// Keeps a submission on the disk which waits behind one that can't be recorded now.
    ///
    /// - Returns: false if it is not kept: then it goes on waiting for its turn.
    func setAside(_ submission: Submission) -> Bool
    /// Keeps a draft in place of the one before it, or clears it.
    func setDraft(_ text: String?, as key: DraftKey, of date: CalendarDay) throws(LedgerError)
    func saveOutputs(_ outputs: [Output], of date: CalendarDay) throws(LedgerError)
    /// Checks that everything that was recorded is still there.
    func check() throws(LedgerError)
    /// Records in another place from here on, with everything so far; see `Ledger.move`.
    func move(to home: String?) throws(LedgerError) -> RecordMove
}

/// The answer to a submission.
public enum Appended: Equatable, Sendable {
    /// It was recorded as it was made.
    case recorded([Entry])
    /// Somebody else had recorded in between, and it holds all the same: this is the meeting now.
    case rebased(Journal)
    /// Somebody else had recorded in between, and the rules no longer allow it.
    case declined(Refusal, Journal)
    /// Nobody can record it now. It is on the disk here, and is asked for again by itself.
    case kept
}

extension RecordWriter {
    public func setAside(_ submission: Submission) -> Bool { false }
    public func check() throws(LedgerError) {}

    public func move(to home: String?) throws(LedgerError) -> RecordMove {
        throw .failed("the record", reason: "it can't be moved")
    }
}
