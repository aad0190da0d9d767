import Digests
import Foundation
import GRDB
import GRDBSQLite
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
        let statement = try db.cachedStatement(sql: select)
        let rows = try Row.fetchCursor(statement, arguments: [meeting, number ?? Int.min])
        while try rows.next() != nil { try body(SealedEntry(at: statement.sqliteStatement)) }
    }

    static func rows(of meeting: String, after number: Int = 0, in db: Database) throws -> [SealedEntry] {
        var rows: [SealedEntry] = []
        try forEach(of: meeting, after: number, in: db) { rows.append($0) }
        return rows
    }

    static func count(of meeting: String, in db: Database) throws -> Int {
        let count = try db.cachedStatement(sql: "SELECT count(*) FROM entries WHERE meeting = ?")
        return try Int.fetchOne(count, arguments: [meeting]) ?? 0
    }

    /// Checks that a search by the meeting has found all of its rows: behind a row with a damaged name it finds none.
    static func requireAll(_ found: Int, of meeting: String, in db: Database) throws {
        // The plus keeps SQLite from searching: it looks at every row.
        let scan = try db.cachedStatement(sql: "SELECT count(*) FROM entries WHERE +meeting = ?")
        let count = try Int.fetchOne(scan, arguments: [meeting]) ?? 0
        guard count == found else { throw lost(count - found, "behind entry \(found)") }
    }

    static func lost(_ count: Int, _ place: String) -> DatabaseError {
        let entries = count == 1 ? "1 entry" : "\(count) entries"
        return DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(entries) can't be found \(place)")
    }

    /// Appends rows that are sealed. Within a transaction that nobody else can write into.
    static func insert(_ rows: some Sequence<SealedEntry>, into db: Database) throws {
        let statement = try db.cachedStatement(sql: insertion)
        for row in rows { try statement.execute(arguments: StatementArguments(row.fields.map { $0.databaseValue })) }
    }

    /// The number of a meeting's last entry, 0 if it has none, and the digest that its next entry follows.
    ///
    /// A meeting's first entry follows the last one of the meeting that was recorded into last before it.
    static func end(of meeting: String, in db: Database) throws -> (number: Int, digest: Digest?) {
        let last = try db.cachedStatement(
            sql: "SELECT number, digest FROM entries WHERE meeting = ? ORDER BY number DESC LIMIT 1")
        if let row = try Row.fetchOne(last, arguments: [meeting]) {
            return (row.integer(0) ?? 0, digest(row[1]))
        }
        return (0, digest(try DatabaseValue.fetchOne(db, sql: lastOfOthers, arguments: [meeting])))
    }

    /// Nil for any other value that somebody has put there.
    private static func digest(_ value: DatabaseValue?) -> Digest? {
        value.flatMap { Data.fromDatabaseValue($0) }.flatMap { Digest(Array($0)) }
    }

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

extension Row {
    /// Nil for any other value that somebody has put there, with which GRDB would end the program.
    func integer(_ column: Int) -> Int? { Int.fromDatabaseValue(self[column]) }
}

extension SealedEntry {
    /// Reads the row that a statement stands on, with the values of `SealedEntry.columns`. A meeting may have thousands, so
    /// this does without the values that GRDB makes in between.
    fileprivate init(at statement: SQLiteStatement) {
        self.init((0..<Int32(SealedEntry.columns.count)).map { Field(statement, column: $0) })
    }
}

extension Field {
    fileprivate init(_ statement: SQLiteStatement, column: Int32) {
        /// A column's bytes are to be asked for before they are counted.
        func bytes(at start: UnsafeRawPointer?) -> UnsafeRawBufferPointer {
            UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(statement, column)))
        }
        self =
            switch sqlite3_column_type(statement, column) {
            case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, column))
            case SQLITE_FLOAT: .real(sqlite3_column_double(statement, column))
            case SQLITE_TEXT: .text(String(decoding: bytes(at: sqlite3_column_text(statement, column)), as: UTF8.self))
            case SQLITE_BLOB: .blob(Data(bytes(at: sqlite3_column_blob(statement, column))))
            default: .null
            }
    }

    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let data): data.databaseValue
        }
    }
}
