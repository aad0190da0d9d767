import Council
import GRDB

/// What is being typed. A draft's `kind` names the place it belongs to, such as `note`.
extension MeetingRecord {
    public func draft(_ kind: String, of date: CalendarDay) throws(RecordError) -> String? {
        try drafts(of: date)[kind]
    }

    /// All drafts of a meeting, by kind.
    public func drafts(of date: CalendarDay) throws(RecordError) -> [String: String] {
        try store.read { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT kind, text FROM drafts WHERE meeting = ?", arguments: [date.description])
            var drafts: [String: String] = [:]
            while let row = try rows.next() { drafts[row[0]] = row[1] }
            return drafts
        }
    }

    /// Keeps a draft in place of the one before it.
    public func saveDraft(_ text: String, as kind: String, of date: CalendarDay) throws(RecordError) {
        try store.write { db in try Self.keepDraft(text, as: kind, of: date, in: db) }
    }

    static func keepDraft(_ text: String, as kind: String, of date: CalendarDay, in db: Database) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO drafts (meeting, kind, text) VALUES (?, ?, ?)")
            .execute(arguments: [date.description, kind, text.withoutNUL])
    }

    public func clearDraft(_ kind: String, of date: CalendarDay) throws(RecordError) {
        try store.write { db in try Self.deleteDraft(kind, of: date.description, in: db) }
    }

    static func deleteDraft(_ kind: String, of meeting: String, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM drafts WHERE meeting = ? AND kind = ?")
            .execute(arguments: [meeting, kind])
    }
}

extension String {
    /// SQLite's text ends at the first NUL.
    var withoutNUL: String { utf8.contains(0) ? filter { $0 != "\0" } : self }
}
