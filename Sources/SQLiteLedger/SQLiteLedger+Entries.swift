import Council
import Foundation
import GRDB
import Ledger

extension SQLiteLedger {
    public func forEachRow(
        of date: CalendarDay, after number: Int, _ body: (SealedEntry) -> Void
    ) throws(LedgerError) {
        try store.read { db in
            var count = 0
            try EntryTable.forEach(of: date.description, after: number, in: db) { row in
                body(row)
                count += 1
            }
            if number == 0 { try EntryTable.requireAll(count, of: date.description, in: db) }
        }
    }

    @discardableResult
    public func append(_ batch: Batch, clearingDraft key: DraftKey?) throws(LedgerError) -> [SealedEntry] {
        guard !batch.isEmpty else { return [] }
        let (meeting, first) = (batch.date.description, batch.firstNumber)
        return try store.write { db in
            let end = try EntryTable.end(of: meeting, in: db)
            let recorded: [SealedEntry]
            if end.number == first - 1 {
                recorded = batch.sealed(behind: end.digest)
                try EntryTable.insert(recorded, into: db)
            } else {
                recorded = try batch.recorded(
                    among: try EntryTable.rows(of: meeting, after: first - 1, in: db), last: end.number)
            }
            if let key { try DraftTable.set(nil, as: key, of: batch.date, in: db) }
            return recorded
        }
    }

    /// Reads a few rows for each meeting, not its acts.
    public func meetings() throws(LedgerError) -> [MeetingSummary] {
        try store.read { db in
            let standings = try Self.standings(in: db)
            let rows = try Row.fetchCursor(db, sql: Self.lastEntries)
            var summaries: [MeetingSummary] = []
            while let row = try rows.next() {
                let meeting = try row.decode(String.self, atIndex: 0)
                guard let date = CalendarDay(meeting) else { continue }
                let standing = standings[meeting] ?? Standing()
                summaries.append(
                    MeetingSummary(
                        date: date, isOpen: standing.isOpen, isClosed: standing.isClosed, wasHeld: standing.wasHeld,
                        lastActAt: Date(milliseconds: try row.decode(atIndex: 2)),
                        entryCount: try row.decode(atIndex: 1)))
            }
            return summaries
        }
    }

    /// Numbers have no gaps: the last is the count.
    private static let lastEntries =
        EntryTable.lastEntry(selecting: "entries.meeting, entries.number, entries.at") + " ORDER BY entries.meeting"

    private static func standings(in db: Database) throws -> [String: Standing] {
        let kinds = Standing.landmarks.map { "'\($0)'" }.joined(separator: ", ")
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT meeting, kind, number, ordinal FROM entries INDEXED BY landmarks
                WHERE kind IN (\(kinds)) ORDER BY meeting, number
                """)
        var standings: [String: Standing] = [:]
        while let row = try rows.next() {
            let kind = try row.decode(String.self, atIndex: 1)
            try standings[row.decode(atIndex: 0), default: Standing()]
                .follow(kind, number: row.decode(atIndex: 2), about: row.decode(atIndex: 3))
        }
        return standings
    }

    // MARK: The chain

    public func readChain<T>(
        _ body: (any ChainReader) throws(LedgerError) -> T
    ) throws(LedgerError) -> T {
        var result: T?
        do {
            try store.read { db in result = try body(Reader(db: db, path: store.path)) }
        } catch {
            // SQLite can't end reading a damaged file as it should; the rows that were read still count.
            guard result != nil, error.cause == .damaged else { throw error }
        }
        guard let result else { throw .failed(name, reason: "nothing was read") }
        return result
    }

    private struct Reader: ChainReader {
        let db: Database
        let path: String

        func meeting(after name: String) throws(LedgerError) -> String? {
            try telling {
                let next = try db.cachedStatement(sql: "SELECT min(meeting) FROM entries WHERE meeting > ?")
                guard let found = try String.fetchOne(next, arguments: [name]) else { return nil }
                // Its rows can't be asked for by this name, and it would be found again behind itself.
                let search = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM entries WHERE meeting = ?)")
                guard try Bool.fetchOne(search, arguments: [found]) == true else {
                    throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a meeting has a name that is not UTF-8")
                }
                return found
            }
        }

        func forEachRow(of meeting: String, _ body: (SealedEntry) -> Void) throws(LedgerError) {
            try telling { try EntryTable.forEach(of: meeting, in: db, body) }
        }

        func checkWhole() throws(LedgerError) {
            var (found, last) = (0, "")
            while let meeting = try meeting(after: last) {
                found += try telling { try EntryTable.count(of: meeting, in: db) }
                last = meeting
            }
            try telling {
                let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM entries") ?? 0
                guard count == found else { throw EntryTable.lost(count - found, "by the name of a meeting") }
                let answer = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
                guard answer == "ok" else {
                    let reason = answer.split(separator: "\n").last.map(String.init) ?? answer
                    throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: reason)
                }
            }
        }

        func sealedLater(_ meeting: String) throws(LedgerError) -> MeetingChain.SealedLater? {
            try telling {
                let search = try db.cachedStatement(sql: "SELECT number, at FROM sealed_later WHERE meeting = ?")
                guard let row = try Row.fetchOne(search, arguments: [meeting]) else { return nil }
                return MeetingChain.SealedLater(
                    entry: row.integer(0) ?? 0, at: Date(milliseconds: row.integer(1) ?? 0))
            }
        }

        /// A file whose bytes can't be read is as damaged, for the chain, as one that makes no sense.
        private func telling<T>(_ body: () throws -> T) throws(LedgerError) -> T {
            do {
                return try body()
            } catch {
                if let error = error as? DatabaseError,
                    [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_IOERR].contains(error.resultCode.primaryResultCode)
                {
                    throw .damaged(path: path, reason: error.message ?? "\(error.resultCode)")
                }
                throw LedgerError(error, path: path)
            }
        }
    }
}
