import Council
import Foundation
import GRDB

extension MeetingRecord {
    /// The acts of a meeting, oldest first; those after entry `number` where one is given. None for an unknown meeting.
    public func entries(of date: CalendarDay, after number: Int = 0) throws(RecordError) -> [Entry] {
        try store.read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT \(EntryReader.columns) FROM entries WHERE meeting = ? AND number > ? ORDER BY number")
            let reader = EntryReader(date: date)
            let rows = try Row.fetchCursor(statement, arguments: [date.description, number])
            var entries: [Entry] = []
            while let row = try rows.next() { entries.append(try reader.entry(from: row)) }
            return entries
        }
    }

    /// Appends acts, all or none, the first as entry `nextNumber`.
    ///
    /// - Parameter clearingDraft: the kind of the draft that became one of the acts, and is gone with them.
    /// - Throws: `RecordError.overtaken` where the next entry has another number, since what was decided from the
    ///   meeting as it stood may no longer hold.
    @discardableResult
    public func append(
        _ acts: [Act], at moment: Date, to date: CalendarDay, expecting nextNumber: Int,
        clearingDraft kind: String? = nil
    ) throws(RecordError) -> [Entry] {
        var rows: [ActColumns] = []
        let encoder = ActColumns.encoder
        for act in acts { rows.append(try ActColumns(act, encoder: encoder)) }
        let entries = acts.enumerated().map { Entry(number: nextNumber + $0.offset, at: moment, act: $0.element) }
        let milliseconds = Int((moment.timeIntervalSince1970 * 1000).rounded())
        let meeting = date.description

        try store.write { db in
            let last = try db.cachedStatement(sql: "SELECT coalesce(max(number), 0) FROM entries WHERE meeting = ?")
            let found = try Int.fetchOne(last, arguments: [meeting]) ?? 0
            guard found + 1 == nextNumber else {
                throw RecordError.overtaken(date: date, expected: nextNumber, found: found)
            }
            let insertion = try db.cachedStatement(
                sql: "INSERT INTO entries (meeting, \(EntryReader.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            for (entry, row) in zip(entries, rows) {
                try insertion.execute(arguments: [
                    meeting, entry.number, milliseconds, row.kind, row.item, row.ordinal, row.who, row.word, row.text,
                    row.detail,
                ])
            }
            if let kind { try Self.deleteDraft(kind, of: meeting, in: db) }
        }
        return entries
    }
}
