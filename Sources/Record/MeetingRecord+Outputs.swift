import Council
import GRDB

/// A file that was written when a meeting was closed, as it was written.
public struct Output: Equatable, Sendable {
    /// Of the minutes, from 1.
    public let revision: Int
    /// The file's name, such as `minutes.md`.
    public let name: String
    public let text: String
    /// What a person wrote that the text was made of; nil where the program made it alone.
    public let source: String?

    public init(revision: Int, name: String, text: String, source: String? = nil) {
        self.revision = revision
        self.name = name
        self.text = text
        self.source = source
    }
}

/// What was written on close, kept so that it can be written again, and so that a hand edit is noticed.
extension MeetingRecord {
    /// The outputs of a meeting, by revision and name; those of one revision where it is given.
    public func outputs(of date: CalendarDay, revision: Int? = nil) throws(RecordError) -> [Output] {
        try store.read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT revision, name, text, source FROM outputs
                    WHERE meeting = ? AND revision = coalesce(?, revision) ORDER BY revision, name
                    """,
                arguments: [date.description, revision])
            var outputs: [Output] = []
            while let row = try rows.next() {
                outputs.append(Output(revision: row[0], name: row[1], text: row[2], source: row[3]))
            }
            return outputs
        }
    }

    /// Keeps outputs, all or none, each in place of one with the same revision and name.
    public func saveOutputs(_ outputs: [Output], of date: CalendarDay) throws(RecordError) {
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
}
