import Council
import Foundation
import GRDB
import Testing

@testable import Ledger
@testable import SQLiteLedger

/// A kind of ledger that the suite runs over. A new one adds itself to `all`.
struct LedgerMaker: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Makes a place with an empty ledger.
    let make: @Sendable () throws -> any LedgerPlace

    static let all = [
        LedgerMaker(testDescription: "memory") { MemoryPlace() },
        LedgerMaker(testDescription: "SQLite") { FilePlace(folder: try TemporaryFolder()) },
        LedgerMaker(testDescription: "PostgreSQL") { try PostgresPlace() },
    ]
}

/// The place of a ledger, which lasts as long as this object.
protocol LedgerPlace: Sendable {
    /// A connection of its own, as another terminal has it.
    func connect() throws -> any Ledger
    /// Puts rows in the place of all that there are, past every guard, as somebody would who tampers with the ledger.
    ///
    /// - Throws: `NotHeld` if the ledger has no room for a value of that type.
    func forge(_ rows: [SealedEntry]) throws
    /// Whether a column can have the value.
    func holds(_ field: Field, in column: SealedEntry.Column) -> Bool
    /// Whoever the ledger itself signs acts with, at its own time; nil if it keeps what it is given.
    var signer: Handle? { get }
}

struct NotHeld: Error {}

extension LedgerPlace {
    func holds(_ field: Field, in column: SealedEntry.Column) -> Bool { true }
    var signer: Handle? { nil }

    /// Changes all rows, as they lie there.
    func forge(_ change: (inout [SealedEntry]) throws -> Void) throws {
        var rows = try connect().allRows()
        try change(&rows)
        try forge(rows)
    }
}

private struct MemoryPlace: LedgerPlace {
    private let ledger = MemoryLedger()

    func connect() -> any Ledger { ledger }

    func forge(_ rows: [SealedEntry]) {
        let meetings = Dictionary(grouping: rows, by: \.meeting).mapValues { $0.sorted { $0.number < $1.number } }
        ledger.state.withLock { $0.rows = meetings }
    }
}

private struct FilePlace: LedgerPlace {
    let folder: TemporaryFolder

    func connect() throws -> any Ledger { try SQLiteLedger(folder: folder.path) }

    func forge(_ rows: [SealedEntry]) throws {
        try DatabaseQueue(path: folder.database).write { db in
            for name in ["entries_follow", "entries_are_not_changed", "entries_are_not_deleted"] {
                try db.execute(sql: "DROP TRIGGER IF EXISTS \(name)")
            }
            try db.execute(sql: "DELETE FROM entries")
            try EntryTable.insert(rows, into: db)
        }
    }
}

extension Ledger {
    /// The rows of all meetings.
    func allRows() throws -> [SealedEntry] {
        try readChain { reader throws(LedgerError) in
            var rows: [SealedEntry] = []
            var last = ""
            while let meeting = try reader.meeting(after: last) {
                try reader.forEachRow(of: meeting) { rows.append($0) }
                last = meeting
            }
            return rows
        }
    }
}
