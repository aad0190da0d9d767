import Digests
import Foundation
import GRDB

/// The chain of entries in the database: what the next entry follows, and the sealing of entries that are there.
enum Chain {
    /// The digest that the next entry of a meeting follows.
    ///
    /// A meeting's first entry follows the last one of the meeting that was recorded into last before it.
    static func end(of meeting: String, at number: Int, in db: Database) throws -> Digest? {
        guard number > 0 else { return digest(try Data.fetchOne(db, sql: lastOfOthers, arguments: [meeting])) }
        let statement = try db.cachedStatement(sql: "SELECT digest FROM entries WHERE meeting = ? AND number = ?")
        return digest(try Data.fetchOne(statement, arguments: [meeting, number]))
    }

    static func digest(_ data: Data?) -> Digest? { data.flatMap { Digest(Array($0)) } }

    private static let lastOfOthers =
        MeetingRecord.lastEntry(selecting: "entries.digest")
        + " WHERE entries.meeting <> ? ORDER BY entries.at DESC, entries.meeting DESC LIMIT 1"

    // MARK: Entries from before there was a chain

    /// Seals all entries of a record that has no chain yet, and notes how far that went.
    static func sealAll(in db: Database, at moment: Date) throws {
        let meetings = try String.fetchAll(
            db, sql: "SELECT meeting FROM entries GROUP BY meeting ORDER BY min(at), meeting")
        let milliseconds = Int((moment.timeIntervalSince1970 * 1000).rounded())
        let sealing = try db.makeStatement(
            sql: "UPDATE entries SET salt = ?, previous = ?, digest = ? WHERE meeting = ? AND number = ?")
        let noting = try db.makeStatement(sql: "INSERT INTO sealed_later (meeting, number, at) VALUES (?, ?, ?)")
        var previous: Digest?
        for meeting in meetings {
            var last = 0
            // Changed while they are read, rows could come twice.
            let rows = try ChainRow.fetchAll(of: meeting, in: db)
            for row in rows {
                let salt = SealedEntry.newSalt()
                let entry = SealedEntry(
                    header: row.header, payload: .open(salt: salt, fields: row.payload), previous: previous)
                let digest = entry.digest
                try sealing.execute(arguments: [
                    Data(salt), previous.map { Data($0.bytes) }, Data(digest.bytes), meeting, row.number,
                ])
                (previous, last) = (digest, row.number)
            }
            try noting.execute(arguments: [meeting, last, milliseconds])
        }
    }
}

/// A row of `entries` with everything that the chain is made of, as it lies in the file.
struct ChainRow {
    let header: [DatabaseValue]
    let payload: [DatabaseValue]
    let salt: [UInt8]?
    let previous: DatabaseValue
    let digest: Digest?

    private static let sql = """
        SELECT \(SealedEntry.headerColumns), \(SealedEntry.payloadColumns), salt, previous, digest
        FROM entries WHERE meeting = ? ORDER BY number
        """

    init(_ row: Row) {
        header = (0..<7).map { row[$0] }
        payload = (7..<13).map { row[$0] }
        let salt: DatabaseValue = row[13]
        self.salt = Self.bytes(salt).flatMap { $0.count == SealedEntry.saltLength ? $0 : nil }
        previous = row[14]
        digest = Self.bytes(row[15]).flatMap { Digest($0) }
    }

    static func fetchAll(of meeting: String, in db: Database) throws -> [ChainRow] {
        var rows: [ChainRow] = []
        try forEach(of: meeting, in: db) { rows.append($0) }
        return rows
    }

    /// Hands out the rows of a meeting in order.
    static func forEach(of meeting: String, in db: Database, _ body: (ChainRow) throws -> Void) throws {
        let cursor = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: [meeting])
        while let row = try cursor.next() { try body(ChainRow(row)) }
    }

    var number: Int { Int.fromDatabaseValue(header[1]) ?? 0 }

    /// What the chain makes of the row; nil where it was never sealed.
    var sealed: SealedEntry? {
        salt.map { salt in
            SealedEntry(
                header: header, payload: .open(salt: salt, fields: payload),
                previous: Self.bytes(previous).flatMap { Digest($0) })
        }
    }

    /// Whether the row says that it follows that digest.
    func follows(_ digest: Digest?) -> Bool {
        digest == nil ? previous.isNull : Self.bytes(previous).flatMap { Digest($0) } == digest
    }

    private static func bytes(_ value: DatabaseValue) -> [UInt8]? {
        if case .blob(let data) = value.storage { Array(data) } else { nil }
    }
}
