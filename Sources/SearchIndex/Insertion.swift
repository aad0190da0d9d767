import GRDB
import GRDBSQLite

/// A statement that is executed a hundred thousand times: its values go to SQLite as they are, without an array of them.
struct Insertion {
    private let statement: Statement

    init(_ db: Database, _ sql: String) throws { statement = try db.cachedStatement(sql: sql) }

    func run<each Value: Insertable>(_ value: repeat each Value) throws {
        let raw = statement.sqliteStatement
        defer { sqlite3_reset(raw) }
        var place: Int32 = 0
        for value in repeat each value {
            place += 1
            let code = value.bind(to: raw, at: place)
            guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        }
        let code = sqlite3_step(raw)
        guard code == SQLITE_DONE else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(sqlite3_db_handle(raw)))
            )
        }
    }
}

/// A value of a row.
protocol Insertable {
    func bind(to statement: SQLiteStatement, at place: Int32) -> Int32
}

extension Int64: Insertable {
    func bind(to statement: SQLiteStatement, at place: Int32) -> Int32 { sqlite3_bind_int64(statement, place, self) }
}

extension String: Insertable {
    func bind(to statement: SQLiteStatement, at place: Int32) -> Int32 {
        // SQLite takes a copy.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        return withCString { sqlite3_bind_text(statement, place, $0, Int32(utf8.count), transient) }
    }
}

extension Optional: Insertable where Wrapped: Insertable {
    func bind(to statement: SQLiteStatement, at place: Int32) -> Int32 {
        self?.bind(to: statement, at: place) ?? sqlite3_bind_null(statement, place)
    }
}
