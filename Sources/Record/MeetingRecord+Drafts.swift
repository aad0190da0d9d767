import Council
import GRDB

/// What is being typed.
extension MeetingRecord {
    public func draft(_ key: DraftKey, of date: CalendarDay) throws(RecordError) -> String? {
        try drafts(of: date)[key]
    }

    /// All drafts of a meeting.
    public func drafts(of date: CalendarDay) throws(RecordError) -> [DraftKey: String] {
        try store.read { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT kind, item, author, text FROM drafts WHERE meeting = ?", arguments: [date.description])
            var drafts: [DraftKey: String] = [:]
            while let row = try rows.next() {
                let (item, author): (String, String) = (row[1], row[2])
                let key = DraftKey(
                    row[0], on: item.isEmpty ? nil : ItemID(rawValue: item),
                    by: author.isEmpty ? nil : Handle(rawValue: author))
                drafts[key] = row[3]
            }
            return drafts
        }
    }

    /// Keeps a draft in place of the one before it.
    public func saveDraft(_ text: String, as key: DraftKey, of date: CalendarDay) throws(RecordError) {
        try store.write { db in try Self.keepDraft(text, as: key, of: date, in: db) }
    }

    static func keepDraft(_ text: String, as key: DraftKey, of date: CalendarDay, in db: Database) throws {
        try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO drafts (meeting, kind, item, author, text) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: [
            date.description, key.kind, key.item?.rawValue ?? "", key.author?.rawValue ?? "", text.withoutNUL,
        ])
    }

    public func clearDraft(_ key: DraftKey, of date: CalendarDay) throws(RecordError) {
        try store.write { db in try Self.deleteDraft(key, of: date, in: db) }
    }

    static func deleteDraft(_ key: DraftKey, of date: CalendarDay, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM drafts WHERE meeting = ? AND kind = ? AND item = ? AND author = ?")
            .execute(arguments: [date.description, key.kind, key.item?.rawValue ?? "", key.author?.rawValue ?? ""])
    }
}

extension String {
    /// SQLite's text ends at the first NUL.
    var withoutNUL: String { utf8.contains(0) ? filter { $0 != "\0" } : self }
}
