import Council
import GRDB

/// Outputs whose files are being written.
///
/// Until all are written and kept, a file may have its old text or its new one. Both are here before the first file is
/// touched, so that a program that is killed in between knows its own files again, and that they are not all written.
extension MeetingRecord {
    /// Says which texts files may have from now on.
    public func unsettle(_ outputs: [Output], of date: CalendarDay) throws(RecordError) {
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

    /// The texts that files of a meeting may have besides those that are kept; none where all files are written.
    public func unsettledOutputs(of date: CalendarDay) throws(RecordError) -> [Output] {
        try store.read { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT revision, name, text FROM unsettled WHERE meeting = ? ORDER BY rowid",
                arguments: [date.description])
            var outputs: [Output] = []
            while let row = try rows.next() { outputs.append(Output(revision: row[0], name: row[1], text: row[2])) }
            return outputs
        }
    }

    /// Says that these files have the text that is kept of them, or are a person's own.
    public func settle(_ names: [String], of date: CalendarDay) throws(RecordError) {
        guard !names.isEmpty else { return }
        try store.write { db in
            let deletion = try db.cachedStatement(sql: "DELETE FROM unsettled WHERE meeting = ? AND name = ?")
            for name in names { try deletion.execute(arguments: [date.description, name]) }
        }
    }
}
