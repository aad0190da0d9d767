import Foundation
import GRDB
import Ledger

/// The rows of `entries`, as they go in and come out.
enum EntryTable {
    private static let columns = SealedEntry.columns.joined(separator: ", ")
    private static let select = "SELECT \(columns) FROM entries WHERE meeting = ? AND number > ? ORDER BY number"
    private static let insertion =
        "INSERT INTO entries (\(columns)) VALUES (\(SealedEntry.columns.map { _ in "?" }.joined(separator: ", ")))"

    /// Hands out the rows of a meeting in order.
    static func forEach(
        of meeting: String, after number: Int? = nil, in db: Database, _ body: (SealedEntry) throws -> Void
    ) throws {
        // A row that somebody has put in may have any number.
        let rows = try Row.fetchCursor(
            try db.cachedStatement(sql: select), arguments: [meeting, number ?? Int.min])
        while let row = try rows.next() { try body(SealedEntry(row)) }
    }

    static func rows(of meeting: String, after number: Int = 0, in db: Database) throws -> [SealedEntry] {
        var rows: [SealedEntry] = []
        try forEach(of: meeting, after: number, in: db) { rows.append($0) }
        return rows
    }

    /// Appends rows that are sealed. Within a transaction that nobody else can write into.
    static func insert(_ rows: some Sequence<SealedEntry>, into db: Database) throws {
        let statement = try db.cachedStatement(sql: insertion)
        for row in rows { try statement.execute(arguments: StatementArguments(row.fields.map(\.databaseValue))) }
    }

    /// The number of a meeting's last entry; 0 if it has none.
    static func lastNumber(of meeting: String, in db: Database) throws -> Int {
        let last = try db.cachedStatement(sql: "SELECT coalesce(max(number), 0) FROM entries WHERE meeting = ?")
        return try Int.fetchOne(last, arguments: [meeting]) ?? 0
    }

    /// The digest that the next entry of a meeting follows.
    ///
    /// A meeting's first entry follows the last one of the meeting that was recorded into last before it.
    static func end(of meeting: String, at number: Int, in db: Database) throws -> Digest? {
        guard number > 0 else { return digest(try Data.fetchOne(db, sql: lastOfOthers, arguments: [meeting])) }
        let statement = try db.cachedStatement(sql: "SELECT digest FROM entries WHERE meeting = ? AND number = ?")
        return digest(try Data.fetchOne(statement, arguments: [meeting, number]))
    }

    private static func digest(_ data: Data?) -> Digest? { data.flatMap { Digest(Array($0)) } }

    private static let lastOfOthers =
        lastEntry(selecting: "entries.digest")
        + " WHERE entries.meeting <> ? ORDER BY entries.at DESC, entries.meeting DESC LIMIT 1"

    /// Selects from the last entry of each meeting. Hops from meeting to meeting in the primary key.
    static func lastEntry(selecting columns: String) -> String {
        """
        WITH RECURSIVE dates (meeting) AS (
            SELECT min(meeting) FROM entries
            UNION ALL
            SELECT (SELECT min(meeting) FROM entries WHERE meeting > dates.meeting) FROM dates
            WHERE dates.meeting IS NOT NULL
        )
        SELECT \(columns) FROM dates JOIN entries
            ON entries.meeting = dates.meeting
            AND entries.number = (SELECT max(number) FROM entries WHERE meeting = dates.meeting)
        """
    }

    // MARK: Entries from before there was a chain

    /// Seals all entries of a record that has no chain yet, and notes how far that went.
    static func sealAll(in db: Database, at moment: Date) throws {
        let meetings = try String.fetchAll(
            db, sql: "SELECT meeting FROM entries GROUP BY meeting ORDER BY min(at), meeting")
        let sealing = try db.makeStatement(
            sql: "UPDATE entries SET salt = ?, previous = ?, digest = ? WHERE meeting = ? AND number = ?")
        let noting = try db.makeStatement(sql: "INSERT INTO sealed_later (meeting, number, at) VALUES (?, ?, ?)")
        var previous: Digest?
        for meeting in meetings {
            var last = 0
            // Rows that are changed while they are read could come twice.
            for row in try rows(of: meeting, in: db) {
                let sealed = row.sealed(behind: previous)
                let seal = sealed.fields.suffix(3).map(\.databaseValue)
                try sealing.execute(
                    arguments: StatementArguments(seal + [meeting.databaseValue, row.number.databaseValue]))
                (previous, last) = (sealed.digest, row.number)
            }
            try noting.execute(arguments: [meeting, last, moment.milliseconds])
        }
    }
}

extension SealedEntry {
    /// - Parameter row: the values of `SealedEntry.columns`.
    init(_ row: Row) { self.init((0..<SealedEntry.columns.count).map { Field(row[$0] as DatabaseValue) }) }
}

extension Field {
    init(_ value: DatabaseValue) {
        self =
            switch value.storage {
            case .null: .null
            case .int64(let number): .integer(number)
            case .double(let number): .real(number)
            case .string(let text): .text(text)
            case .blob(let data): .blob(Array(data))
            }
    }

    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }
}
