import Council
import Foundation
import GRDB
import Synchronization

/// One program's part in one meeting: what it asks for goes into the record by the council's rules, in one order with
/// what others ask for.
///
/// It has in memory what the record holds. Thereby a submission that was overtaken is considered anew, a record that is
/// lost under a running meeting can be made anew, and one that was put back can be compared with what it should hold.
public final class Session: RecordWriter {
    public let record: MeetingRecord
    public let date: CalendarDay
    private let kept: Mutex<Kept>

    private struct Kept {
        var entries: [Entry]
        /// Half-typed texts, by kind.
        var drafts: [DraftKey: String] = [:]
        /// Nil where others may record at the same time.
        var lease: WriterLease?
    }

    /// - Parameter entries: everything that the record has of the meeting.
    public convenience init(_ record: MeetingRecord, lease: WriterLease, entries: [Entry]) {
        self.init(record, of: lease.date, lease: lease, entries: entries)
    }

    /// A session beside others that record at the same meeting, and hold no lease either.
    convenience init(sharing record: MeetingRecord, of date: CalendarDay, entries: [Entry]) {
        self.init(record, of: date, lease: nil, entries: entries)
    }

    private init(_ record: MeetingRecord, of date: CalendarDay, lease: WriterLease?, entries: [Entry]) {
        self.record = record
        self.date = date
        let drafts = (try? record.drafts(of: date)) ?? [:]
        kept = Mutex(Kept(entries: entries, drafts: drafts, lease: lease))
        record.store.setReconciler { [weak self] db, mayWrite in try self?.reconcile(db, mayWrite: mayWrite) }
    }

    /// What the record holds of the meeting, as far as is known here.
    public var entries: [Entry] { kept.withLock { $0.entries } }

    /// Lets another terminal record.
    public func release() {
        record.store.setReconciler(nil)
        kept.withLock { $0.lease?.release() }
    }

    deinit { release() }

    // MARK: Writing

    /// How often a submission is considered anew before others are let through first.
    private static let mostAttempts = 100

    @discardableResult
    public func append(
        _ entries: [Entry], of submission: Submission, clearingDraft key: DraftKey?
    ) throws(RecordError) -> Appended {
        try holdLease()
        var (wanted, wasOvertaken) = (entries, false)
        for _ in 0..<Self.mostAttempts {
            do {
                try record.append(wanted, to: date, clearingDraft: key)
                // A record that had no place until now has a folder for locks since.
                if isLeaseUnshared { try holdLease() }
                keep(wanted, clearing: key)
                return wasOvertaken ? .rebased(all: self.entries) : .recorded(wanted)
            } catch .overtaken {
                wasOvertaken = true
                try catchUp()
                guard let journal = Journal(entries: self.entries) else { break }
                do throws(Refusal) {
                    wanted = try journal.propose(submission)
                } catch {
                    return .declined(error, all: self.entries)
                }
            }
        }
        throw .busy(path: record.store.path)
    }

    private func keep(_ new: [Entry], clearing key: DraftKey?) {
        kept.withLock { kept in
            // A lost answer may have been made up for already.
            kept.entries += new.filter { $0.number == kept.entries.count + 1 + $0.number - (new.first?.number ?? 0) }
            if let key { kept.drafts[key] = nil }
        }
    }

    /// Takes in what others have recorded.
    private func catchUp() throws(RecordError) {
        let known = kept.withLock { $0.entries.count }
        let new = try record.entries(of: date, after: known)
        kept.withLock { kept in
            if kept.entries.count == known { kept.entries += new }
        }
    }

    func saveDraft(_ text: String, as key: DraftKey, of date: CalendarDay) throws(RecordError) {
        try record.saveDraft(text, as: key, of: date)
        kept.withLock { $0.drafts[key] = text }
    }

    func clearDraft(_ key: DraftKey, of date: CalendarDay) throws(RecordError) {
        try record.clearDraft(key, of: date)
        kept.withLock { $0.drafts[key] = nil }
    }

    func saveOutputs(_ outputs: [Output], of date: CalendarDay) throws(RecordError) {
        try record.saveOutputs(outputs, of: date)
    }

    // MARK: The place

    public func check() throws(RecordError) {
        try record.store.check()
        try holdLease()
    }

    public func move(to home: String?) throws(RecordError) -> RecordMove {
        let move = try record.store.move(to: home)
        try holdLease()
        return move
    }

    private var isLeaseUnshared: Bool { kept.withLock { $0.lease?.isUnshared ?? false } }

    /// Takes the lease anew where its lock is gone, or the record has moved.
    private func holdLease() throws(RecordError) {
        guard let folder = record.store.lockFolder else { return }
        let path = "\(folder)/\(date).lock"
        let isHeld = kept.withLock { kept in
            kept.lease.map { !$0.isUnshared && $0.isInPlace(at: path) } ?? true
        }
        if isHeld { return }
        // Where the whole folder is gone, that is what a person should hear.
        try record.store.check()
        switch try record.takeLease(for: date, at: Date()) {
        case .held(let lease): kept.withLock { $0.lease = lease }
        case .taken(let who): throw .takenOver(by: who?.description ?? "another terminal")
        }
    }

    /// Compares what a record has of the meeting with what was written, and writes what is missing at its end.
    ///
    /// - Throws: `RecordError.overwritten` where it has something else, or lacks something and may not be written.
    private func reconcile(_ db: Database, mayWrite: Bool) throws {
        let (entries, drafts) = kept.withLock { ($0.entries, $0.drafts) }
        let found = try EntryReader.entries(of: date, in: db)
        guard zip(found, entries).allSatisfy({ $0.isSame(as: $1) }) else {
            throw RecordError.overwritten(path: record.store.path)
        }
        let missing = Array(entries.dropFirst(found.count))
        guard !missing.isEmpty else { return }
        guard mayWrite else { throw RecordError.overwritten(path: record.store.path) }
        try EntryRows(missing, of: date).insert(into: db)
        // An older copy may have drafts that have become notes since.
        try db.execute(sql: "DELETE FROM drafts WHERE meeting = ?", arguments: [date.description])
        for (key, text) in drafts { try MeetingRecord.keepDraft(text, as: key, of: date, in: db) }
    }
}
