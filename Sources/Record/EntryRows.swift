import Council
import Foundation
import GRDB

/// Entries as rows of the table, ready to be inserted.
struct EntryRows: Sendable {
    private let meeting: String
    private let rows: [(entry: Entry, payload: ActPayload)]

    /// - Throws: `RecordError.unwritable` where an act has no form in the record.
    init(_ entries: [Entry], of date: CalendarDay) throws(RecordError) {
        meeting = date.description
        var rows: [(entry: Entry, payload: ActPayload)] = []
        let coder = ActCoder()
        for entry in entries {
            do throws(PayloadFault) {
                rows.append((entry, try coder.payload(of: entry.act)))
            } catch {
                throw .unwritable(what: "entry \(entry.number)", reason: error.reason)
            }
        }
        self.rows = rows
    }

    /// Appends the rows, each sealed behind the one before it. Within a transaction that nobody else can write into.
    func insert(into db: Database) throws {
        guard let first = rows.first else { return }
        let insertion = try db.cachedStatement(
            sql: """
                INSERT INTO entries
                    (\(SealedEntry.headerColumns), \(SealedEntry.payloadColumns), salt, previous, digest)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        var previous = try Chain.end(of: meeting, at: first.entry.number - 1, in: db)
        for (entry, row) in rows {
            let salt = SealedEntry.newSalt()
            let header: [(any DatabaseValueConvertible)?] = [
                meeting, entry.number, entry.milliseconds, entry.author?.rawValue.withoutNUL, entry.request?.data,
                row.kind, row.version,
            ]
            let payload: [(any DatabaseValueConvertible)?] = [
                row.item, row.ordinal, row.who, row.word, row.text,
                row.detail.map { String(decoding: $0, as: UTF8.self) },
            ]
            let sealed = SealedEntry(
                header: header.map { $0?.databaseValue ?? .null },
                payload: .open(salt: salt, fields: payload.map { $0?.databaseValue ?? .null }), previous: previous)
            let digest = sealed.digest
            try insertion.execute(
                arguments: StatementArguments(
                    header + payload + [Data(salt), previous.map { Data($0.bytes) }, Data(digest.bytes)]))
            previous = digest
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
        number == other.number && milliseconds == other.milliseconds && act == other.act && request == other.request
            && author == other.author
    }
}

extension UUID {
    /// Its 16 bytes.
    var data: Data { withUnsafeBytes(of: uuid) { Data($0) } }

    /// Nil where there are not 16 bytes.
    init?(data: Data) {
        guard data.count == 16 else { return nil }
        self = data.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }
}
