import Council
import GRDB
import Ledger

/// Texts that were written on close, kept so that they can be written again, and so that a hand edit is noticed.
extension SQLiteLedger {
    public func outputs(of date: CalendarDay, revision: Int?) throws(LedgerError) -> [Output] {
        try store.read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT revision, name, text, source FROM outputs
                    WHERE meeting = ? AND revision IS coalesce(?, revision) ORDER BY revision, name
                    """,
                arguments: [date.description, revision])
            var outputs: [Output] = []
            while let row = try rows.next() {
                outputs.append(try Output(row, source: row.decode(atIndex: 3)))
            }
            return outputs
        }
    }

    public func saveOutputs(_ outputs: [Output], of date: CalendarDay) throws(LedgerError) {
        try store.write { db in
            let insertion = try db.cachedStatement(
                sql: "INSERT OR REPLACE INTO outputs (meeting, revision, name, text, source) VALUES (?, ?, ?, ?, ?)")
            for output in outputs {
                try insertion.execute(
                    arguments: [
                        date.description, output.revision, output.name, output.text.withoutNUL,
                        output.source?.withoutNUL,
                    ])
            }
        }
    }

    // MARK: Files that are being written

    public func unsettle(_ outputs: [Output], of date: CalendarDay) throws(LedgerError) {
        guard !outputs.isEmpty else { return }
        try store.write { db in
            let insertion = try db.cachedStatement(
                sql: """
                    INSERT INTO unsettled (meeting, revision, name, text)
                    SELECT :meeting, :revision, :name, :text WHERE NOT EXISTS (
                        SELECT 1 FROM unsettled
                        WHERE meeting = :meeting AND revision = :revision AND name = :name AND text = :text)
                    """)
            for output in outputs {
                try insertion.execute(
                    arguments: [
                        "meeting": date.description, "revision": output.revision, "name": output.name,
                        "text": output.text.withoutNUL,
                    ])
            }
        }
    }

    public func unsettledOutputs(of date: CalendarDay) throws(LedgerError) -> [Output] {
        try store.read { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT revision, name, text FROM unsettled WHERE meeting = ? ORDER BY rowid",
                arguments: [date.description])
            var outputs: [Output] = []
            while let row = try rows.next() { outputs.append(try Output(row, source: nil)) }
            return outputs
        }
    }

    public func settle(_ names: [String], of date: CalendarDay) throws(LedgerError) {
        guard !names.isEmpty else { return }
        try store.write { db in
            let deletion = try db.cachedStatement(sql: "DELETE FROM unsettled WHERE meeting = ? AND name = ?")
            for name in names { try deletion.execute(arguments: [date.description, name]) }
        }
    }
}

extension Output {
    /// Reads a row of revision, name and text.
    fileprivate init(_ row: Row, source: String?) throws {
        self.init(
            revision: try row.decode(atIndex: 0), name: try row.decode(atIndex: 1), text: try row.decode(atIndex: 2),
            source: source)
    }
}
