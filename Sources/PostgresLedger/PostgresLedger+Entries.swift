import Council
import Digests
import Foundation
import Ledger

extension PostgresLedger {
    static let columns = SealedEntry.columns.joined(separator: ", ")

    public func forEachRow(
        of date: CalendarDay, after number: Int, _ body: (SealedEntry) -> Void
    ) throws(LedgerError) {
        try talk { try Self.rows(of: date.description, after: number, $0) }.forEach(body)
    }

    static func rows(of meeting: String, after number: Int, _ server: Connection) throws -> [SealedEntry] {
        try server.run(
            "SELECT \(columns) FROM mlreview.read($1, $2) ORDER BY number", .text(meeting), .integer(number)
        ).map { SealedEntry($0) }
    }

    private static let appending =
        "SELECT \(columns) FROM mlreview.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"

    @discardableResult
    public func append(_ batch: Batch, clearingDraft key: DraftKey?) throws(LedgerError) -> [SealedEntry] {
        guard !batch.isEmpty else { return [] }
        let (meeting, first) = (batch.date.description, batch.firstNumber)
        return try talk { server in
            let new = try server.run(Self.appending, Self.values(of: batch, clearingDraft: key))
            guard new.isEmpty else { return new.map { SealedEntry($0) } }
            let last = try server.run("SELECT number FROM mlreview.last_numbers WHERE meeting = $1", .text(meeting))
            let recorded = try batch.recorded(
                among: try Self.rows(of: meeting, after: first - 1, server), last: last.first?[0].integer ?? 0)
            if let key { try Self.setDraft(nil, as: key, of: batch.date, server) }
            return recorded
        }
    }

    private static func values(of batch: Batch, clearingDraft key: DraftKey?) -> [Parameter] {
        func column(_ name: String) -> [Field] {
            let place = SealedEntry.columns.firstIndex(of: name) ?? 0
            return batch.rows.map { $0.fields[place] }
        }
        func texts(_ name: String) -> Parameter { .texts(column(name).map(\.text)) }
        func integers(_ name: String) -> Parameter { .integers(column(name).map(\.integer)) }
        return [
            .text(batch.date.description), .integer(batch.firstNumber), .blobs(column("request").map(\.blob)),
            texts("kind"), integers("version"), texts("item"), integers("ordinal"), texts("who"), texts("word"),
            texts("text"), texts("detail"), .text(key?.kind), .text(key.map { $0.item?.rawValue ?? "" }),
            .text(key.map { $0.author?.rawValue ?? "" }),
        ]
    }

    // MARK: Meetings

    /// Reads a few rows for each meeting, not its acts.
    public func meetings() throws(LedgerError) -> [MeetingSummary] {
        try talk { server in
            let landmarks = try server.run(
                "SELECT meeting, kind, number, ordinal FROM mlreview.entries "
                    + "WHERE kind = ANY ($1) ORDER BY meeting, number", .texts(Standing.landmarks))
            var standings: [String: Standing] = [:]
            for row in landmarks {
                standings[row[0].text ?? "", default: Standing()]
                    .follow(row[1].text ?? "", number: row[2].integer ?? 0, about: row[3].integer)
            }
            let ends = try server.run("SELECT meeting, number, at FROM mlreview.last_numbers ORDER BY meeting")
            return ends.compactMap { row in
                guard let meeting = row[0].text, let date = CalendarDay(meeting) else { return nil }
                let standing = standings[meeting] ?? Standing()
                // Numbers have no gaps: the last is the count.
                return MeetingSummary(
                    date: date, isOpen: standing.isOpen, isClosed: standing.isClosed, wasHeld: standing.wasHeld,
                    lastActAt: Date(milliseconds: row[2].integer ?? 0), entryCount: row[1].integer ?? 0)
            }
        }
    }

    // MARK: The chain

    public func readChain<T>(
        _ body: (any ChainReader) throws(LedgerError) -> T
    ) throws(LedgerError) -> T {
        try talk { server in
            try server.transaction("ISOLATION LEVEL REPEATABLE READ READ ONLY") {
                try body(Reader(server: server, name: name, mayWithhold: mayWithhold))
            }
        }
    }

    private struct Reader: ChainReader {
        let server: Connection
        let name: String
        let mayWithhold: Bool

        func meeting(after meeting: String) throws(LedgerError) -> String? {
            try telling {
                try server.run("SELECT min(meeting) FROM mlreview.entries WHERE meeting > $1", .text(meeting))
                    .first?[0].text
            }
        }

        func forEachRow(of meeting: String, _ body: (SealedEntry) -> Void) throws(LedgerError) {
            try telling { try PostgresLedger.rows(of: meeting, after: .min, server).forEach(body) }
        }

        func sealedLater(_ meeting: String) throws(LedgerError) -> MeetingChain.SealedLater? {
            try telling {
                try server.run("SELECT number, at FROM mlreview.sealed_later WHERE meeting = $1", .text(meeting)).first
                    .map { .init(entry: $0[0].integer ?? 0, at: Date(milliseconds: $0[1].integer ?? 0)) }
            }
        }

        private func telling<T>(_ body: () throws -> T) throws(LedgerError) -> T {
            do {
                return try body()
            } catch {
                throw LedgerError(error, name)
            }
        }
    }
}

extension SealedEntry {
    static func digest(in field: Field) -> Digest? { field.blob.flatMap { Digest(Array($0)) } }
}
