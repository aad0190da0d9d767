import Ledger

extension PostgresLedger: CopyableLedger {
    public func contents() throws(LedgerError) -> LedgerContents {
        try talk { server in
            try server.transaction("ISOLATION LEVEL REPEATABLE READ READ ONLY") { try Self.contents(of: server) }
        }
    }

    private static func contents(of server: Connection) throws -> LedgerContents {
        let entries = try server.run("SELECT \(columns) FROM mlreview.entries ORDER BY meeting, number")
        var contents = LedgerContents(entries: entries.map { SealedEntry($0) }, tables: [:])
        for table in LedgerContents.Table.allCases {
            let order = table.order.isEmpty ? "place" : table.order.replacing(", ", with: " COLLATE \"C\", ")
            let own = table == .drafts ? " WHERE login = session_user" : ""
            contents.tables[table] = try server.run(
                "SELECT \(table.columns.joined(separator: ", ")) FROM mlreview.\(table.rawValue)\(own) "
                    + "ORDER BY \(table == .outputs ? table.order : order)")
        }
        return contents
    }

    public func fill(with contents: LedgerContents) throws(LedgerError) {
        try talk { server in
            try server.transaction {
                // Nobody begins a meeting meanwhile.
                try server.run("LOCK TABLE mlreview.entries IN SHARE ROW EXCLUSIVE MODE")
                guard try server.run("SELECT 1 FROM mlreview.entries LIMIT 1").isEmpty else {
                    throw LedgerError.notEmpty(name)
                }
                try Self.insert(contents.entries, into: server)
                for table in LedgerContents.Table.allCases { try Self.insert(contents, of: table, into: server) }
                guard try Self.contents(of: server).entries == contents.entries else {
                    throw LedgerError.notTheSame(name)
                }
            }
        }
    }

    private static func insert(
        _ contents: LedgerContents, of table: LedgerContents.Table, into server: Connection
    ) throws {
        let rows = contents.tables[table] ?? []
        guard !rows.isEmpty else { return }
        let marks = table.columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        try server.run("DELETE FROM mlreview.\(table.rawValue)")
        try server.run(
            "INSERT INTO mlreview.\(table.rawValue) (\(table.columns.joined(separator: ", "))) SELECT * FROM unnest(\(marks))",
            table.columns.enumerated().map { place, column in
                let fields = rows.map { $0[place] }
                return LedgerContents.Table.isNumber(column)
                    ? .integers(fields.map(\.integer)) : .texts(fields.map(\.text))
            })
    }

    /// Puts rows in as they are. Only the owner of the record may.
    static func insert(_ rows: [SealedEntry], into server: Connection) throws {
        let insertion = """
            INSERT INTO mlreview.entries (\(columns))
            SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            """
        for start in stride(from: 0, to: rows.count, by: 1000) {
            let part = rows[start..<min(start + 1000, rows.count)]
            try server.run(insertion, SealedEntry.columns.indices.map { parameter(of: part, column: $0) })
        }
    }

    private static func parameter(of rows: ArraySlice<SealedEntry>, column: Int) -> Parameter {
        let fields = rows.map { $0.fields[column] }
        return switch SealedEntry.columns[column] {
        case "number", "at", "version", "ordinal": .integers(fields.map(\.integer))
        case "request", "salt", "previous", "digest": .blobs(fields.map(\.blob))
        default: .texts(fields.map(\.text))
        }
    }
}
