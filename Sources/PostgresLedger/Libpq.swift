import CPostgres
import Ledger

/// PostgreSQL's own library, found when it is first needed.
enum Libpq {
    /// - Throws: a sentence that says what to install.
    static func load() throws(LedgerError) -> Postgres {
        guard let library = postgres_load() else { throw .noLibrary }
        return library.pointee
    }
}
