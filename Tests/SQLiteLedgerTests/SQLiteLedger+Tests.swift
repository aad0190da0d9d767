import GRDB

@testable import Ledger
@testable import SQLiteLedger

extension SQLiteLedger {
    /// SQL that the program itself has no use for.
    func execute(_ sql: String) throws(LedgerError) {
        try store.write { db in try db.execute(sql: sql) }
    }

    func pragma(_ name: String) throws(LedgerError) -> String? {
        try store.read { db in try String.fetchOne(db, sql: "PRAGMA \(name)") }
    }
}
