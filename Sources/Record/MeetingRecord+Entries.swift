import Council
import Foundation
import GRDB

extension MeetingRecord {
    /// The acts of a meeting, oldest first; those after entry `number` where one is given. None for an unknown meeting.
    public func entries(of date: CalendarDay, after number: Int = 0) throws(RecordError) -> [Entry] {
        try store.read { db in try EntryReader.entries(of: date, after: number, in: db) }
    }

    /// Appends entries, all or none.
    ///
    /// Appending the same ones a second time changes nothing: an answer that got lost does not double what was said.
    ///
    /// - Parameter clearingDraft: the draft that became one of the entries, and is gone with them.
    /// - Throws: `RecordError.overtaken` where the next entry has another number, since what was decided from the
    ///   meeting as it stood may no longer hold.
    public func append(
        _ entries: [Entry], to date: CalendarDay, clearingDraft key: DraftKey? = nil
    ) throws(RecordError) {
        guard let nextNumber = entries.first?.number else { return }
        let rows = try EntryRows(entries, of: date)
        try store.write { db in
            let found = try EntryRows.lastNumber(of: date, in: db)
            if found + 1 == nextNumber {
                try rows.insert(into: db)
            } else {
                let there = try EntryReader.entries(of: date, after: nextNumber - 1, in: db)
                guard there.count == entries.count, zip(there, entries).allSatisfy({ $0.isSame(as: $1) }) else {
                    throw RecordError.overtaken(date: date, expected: nextNumber, found: found)
                }
            }
            if let key { try Self.deleteDraft(key, of: date, in: db) }
        }
    }
}
