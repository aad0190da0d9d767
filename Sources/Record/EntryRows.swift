import Council
import Foundation
import GRDB

/// Entries as rows of the table, ready to be inserted.
struct EntryRows: Sendable {
    private let meeting: String
    private let rows: [(number: Int, milliseconds: Int, columns: ActColumns)]

    /// - Throws: `RecordError.unwritable` where an act has no form in the record.
    init(_ entries: [Entry], of date: CalendarDay) throws(RecordError) {
        meeting = date.description
        var rows: [(number: Int, milliseconds: Int, columns: ActColumns)] = []
        let encoder = ActColumns.encoder
        for entry in entries {
            rows.append((entry.number, entry.milliseconds, try ActColumns(entry.act, encoder: encoder)))
        }
        self.rows = rows
    }

    func insert(into db: Database) throws {
        let insertion = try db.cachedStatement(
            sql: "INSERT INTO entries (meeting, \(EntryReader.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for (number, milliseconds, row) in rows {
            try insertion.execute(arguments: [
                meeting, number, milliseconds, row.kind, row.item, row.ordinal, row.who, row.word, row.text, row.detail,
            ])
        }
    }

    /// The number of a meeting's last entry; 0 where it has none.
    static func lastNumber(of date: CalendarDay, in db: Database) throws -> Int {
        let last = try db.cachedStatement(sql: "SELECT coalesce(max(number), 0) FROM entries WHERE meeting = ?")
        return try Int.fetchOne(last, arguments: [date.description]) ?? 0
    }
}

extension Entry {
    /// When it happened, as the record keeps it: since 1970-01-01 UTC.
    var milliseconds: Int { Int((at.timeIntervalSince1970 * 1000).rounded()) }

    /// Whether both are one entry: the record keeps a moment to the millisecond.
    func isSame(as other: Entry) -> Bool {
        number == other.number && milliseconds == other.milliseconds && act == other.act
    }
}
