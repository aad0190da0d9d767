import GRDB
import Ledger

extension SQLiteLedger: CopyableLedger {
    public func contents() throws(LedgerError) -> LedgerContents {
        try store.read { db in try Self.contents(of: db) }
    }

    private static func contents(of db: Database) throws -> LedgerContents {
        let meetings = try String.fetchAll(db, sql: "SELECT DISTINCT meeting FROM entries ORDER BY meeting")
        var contents = LedgerContents(entries: [], tables: [:])
        for meeting in meetings { contents.entries += try EntryTable.rows(of: meeting, in: db) }
        for table in LedgerContents.Table.allCases {
            let order = table.order.isEmpty ? "rowid" : table.order
            let columns = table.columns.joined(separator: ", ")
            contents.tables[table] = try Row.fetchAll(
                db, sql: "SELECT \(columns) FROM \(table.rawValue) ORDER BY \(order)"
            ).map { row in row.databaseValues.map(Field.init) }
        }
        return contents
    }

    public func fill(with contents: LedgerContents) throws(LedgerError) {
        try store.write { db in
            guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM entries)") == false else {
                throw LedgerError.notEmpty(name)
            }
            try EntryTable.insert(contents.entries, into: db)
            for table in LedgerContents.Table.allCases {
                let columns = table.columns.joined(separator: ", ")
                let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
                // A record without meetings may have drafts and deliveries of a day.
                let insertion = try db.makeStatement(
                    sql: "INSERT OR REPLACE INTO \(table.rawValue) (\(columns)) VALUES (\(marks))")
                for row in contents.tables[table] ?? [] {
                    try insertion.execute(arguments: StatementArguments(row.map(\.databaseValue)))
                }
            }
            guard try Self.contents(of: db).entries == contents.entries else { throw LedgerError.notTheSame(name) }
        }
    }
}

extension Field {
    fileprivate init(_ value: DatabaseValue) {
        self =
            switch value.storage {
            case .null: .null
            case .int64(let number): .integer(number)
            case .double(let number): .real(number)
            case .string(let text): .text(text)
            case .blob(let data): .blob(data)
            }
    }
}
