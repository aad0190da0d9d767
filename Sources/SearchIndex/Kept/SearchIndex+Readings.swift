import Council
import GRDB
import GRDBSQLite
import Host

extension SearchIndex {
    /// What was read of the files of proposals, as far as they look as they did then.
    ///
    /// - Parameters:
    ///   - files: How the files look now.
    ///   - reader: What reads them. Another reader may make something else of the same bytes.
    public func drafts(
        in files: [(name: String, mark: FileMark)], by reader: String
    ) throws -> [Library.Draft] {
        try readings(in: Self.proposals, of: files, by: reader)
    }

    /// The same of minutes.
    public func minutes(
        in files: [(name: String, mark: FileMark)], by reader: String
    ) throws -> [ReadMinutes] {
        try readings(in: Self.minutes, of: files, by: reader)
    }

    /// Keeps what was read of the files of proposals, in the place of what was kept of them, and forgets what was kept of
    /// others. What does not come back as it was is not kept.
    ///
    /// - Parameters:
    ///   - drafts: By the names of files.
    ///   - files: How the files looked before they were read; those that are not among them are gone.
    public func keep(
        _ drafts: [String: Library.Draft], in files: [(name: String, mark: FileMark)], by reader: String
    ) throws {
        try keep(drafts, in: Self.proposals, of: files, by: reader)
    }

    /// The same of minutes, by the names of their folders.
    public func keep(
        _ minutes: [String: ReadMinutes], in files: [(name: String, mark: FileMark)], by reader: String
    ) throws {
        try keep(minutes, in: Self.minutes, of: files, by: reader)
    }

    private static let (proposals, minutes) = ("proposals", "minutes")

    private func readings<Value: KeptValue & Sendable>(
        in folder: String, of files: [(name: String, mark: FileMark)], by reader: String
    ) throws -> [Value] {
        let marks = Dictionary(files.map { ($0.name, $0.mark) }) { first, _ in first }
        let rows = try queue.read { db in try Self.rows(in: folder, of: marks, by: reader, db) }
        return rows.concurrentMap { $0.isWhole ? KeptReader.value(in: $0.bytes) as Value? : nil }.compactMap { $0 }
    }

    private func keep<Value: KeptValue & Equatable & Sendable>(
        _ read: [String: Value], in folder: String, of files: [(name: String, mark: FileMark)], by reader: String
    ) throws {
        let rows = files.filter { read[$0.name] != nil }.concurrentMap { name, mark -> Row? in
            guard let value = read[name] else { return nil }
            var writer = KeptWriter()
            writer.put(value)
            guard KeptReader.value(in: writer.bytes) == value else { return nil }
            return Row(name: name, mark: mark, sum: Self.sum(writer.bytes), bytes: writer.bytes)
        }
        let names = Set(files.map(\.name))
        try queue.write { db in
            try db.execute(
                sql: "DELETE FROM reading WHERE folder = ? AND reader <> ?", arguments: [folder, reader])
            let known = try String.fetchAll(db, sql: "SELECT name FROM reading WHERE folder = ?", arguments: [folder])
            for name in known where !names.contains(name) {
                try db.execute(
                    sql: "DELETE FROM reading WHERE folder = ? AND name = ?", arguments: [folder, name])
            }
            let insertion = try Insertion(db, "REPLACE INTO reading VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
            for case let row? in rows {
                let mark = row.mark
                try insertion.run(
                    folder, row.name, mark.size, mark.modified, mark.changed, mark.inode, reader, row.sum, row.bytes)
            }
        }
    }

    private struct Row: Sendable {
        let name: String
        let mark: FileMark
        let sum: Int64
        let bytes: [UInt8]

        /// Whether they are the bytes that were written.
        var isWhole: Bool { SearchIndex.sum(bytes) == sum }
    }

    private static func rows(
        in folder: String, of marks: [String: FileMark], by reader: String, _ db: Database
    ) throws -> [Row] {
        // In the order in which they lie in the file: the index of the table would lead back and forth.
        let statement = try db.cachedStatement(
            sql: """
                SELECT name, size, modified, changed, inode, sum, value FROM reading WHERE +folder = ? AND reader = ?
                """)
        try statement.setArguments([folder, reader])
        let raw = statement.sqliteStatement
        defer { sqlite3_reset(raw) }
        var rows: [Row] = []
        rows.reserveCapacity(marks.count)
        var code = sqlite3_step(raw)
        while code == SQLITE_ROW {
            let mark = FileMark(
                size: sqlite3_column_int64(raw, 1), modified: sqlite3_column_int64(raw, 2),
                changed: sqlite3_column_int64(raw, 3), inode: sqlite3_column_int64(raw, 4))
            if let name = sqlite3_column_text(raw, 0).map({ String(cString: $0) }), marks[name] == mark,
                let start = sqlite3_column_blob(raw, 6)
            {
                let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(raw, 6)))
                rows.append(Row(name: name, mark: mark, sum: sqlite3_column_int64(raw, 5), bytes: Array(bytes)))
            }
            code = sqlite3_step(raw)
        }
        guard code == SQLITE_DONE else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        return rows
    }

    /// A number that differs if any byte does, as far as a failing disk goes: words are mixed as FNV-1a mixes bytes.
    private static func sum(_ bytes: [UInt8]) -> Int64 {
        bytes.withUnsafeBytes { bytes in
            var sum = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
            for place in stride(from: 0, to: bytes.count & ~7, by: 8) {
                sum = (sum ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0x100_0000_01B3
                sum ^= sum >> 29
            }
            for byte in bytes[(bytes.count & ~7)...] { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
            return Int64(bitPattern: sum)
        }
    }
}

extension [UInt8]: Insertable {
    func bind(to statement: SQLiteStatement, at place: Int32) -> Int32 {
        // SQLite is done with them before they are.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        return withUnsafeBytes { sqlite3_bind_blob(statement, place, $0.baseAddress, Int32($0.count), transient) }
    }
}
