import Council
import GRDB
import Ledger

extension SQLiteLedger {
    public func drafts(of date: CalendarDay) throws(LedgerError) -> [DraftKey: String] {
        try store.read { db in try DraftTable.drafts(of: date, in: db) }
    }

    public func setDraft(_ text: String?, as key: DraftKey, of date: CalendarDay) throws(LedgerError) {
        try store.write { db in try DraftTable.set(text, as: key, of: date, in: db) }
    }
}

/// The rows of `drafts`. A draft without an item, or without an author, has an empty text in its place.
enum DraftTable {
    static func drafts(of date: CalendarDay, in db: Database) throws -> [DraftKey: String] {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT kind, item, author, text FROM drafts WHERE meeting = ?", arguments: [date.description])
        var drafts: [DraftKey: String] = [:]
        while let row = try rows.next() {
            let (item, author) = try (row.decode(String.self, atIndex: 1), row.decode(String.self, atIndex: 2))
            let key = DraftKey(
                try row.decode(atIndex: 0), on: item.isEmpty ? nil : ItemID(rawValue: item),
                by: author.isEmpty ? nil : Handle(rawValue: author))
            drafts[key] = try row.decode(String.self, atIndex: 3)
        }
        return drafts
    }

    static func set(_ text: String?, as key: DraftKey, of date: CalendarDay, in db: Database) throws {
        let place: StatementArguments = [
            date.description, key.kind, key.item?.rawValue ?? "", key.author?.rawValue ?? "",
        ]
        if let text {
            try db.cachedStatement(
                sql: "INSERT OR REPLACE INTO drafts (meeting, kind, item, author, text) VALUES (?, ?, ?, ?, ?)"
            ).execute(arguments: place + [text.withoutNUL])
        } else {
            try db.cachedStatement(sql: "DELETE FROM drafts WHERE meeting = ? AND kind = ? AND item = ? AND author = ?")
                .execute(arguments: place)
        }
    }

    /// Puts drafts in the place of all that a meeting has.
    static func replace(with drafts: [DraftKey: String], of date: CalendarDay, in db: Database) throws {
        try db.execute(sql: "DELETE FROM drafts WHERE meeting = ?", arguments: [date.description])
        for (key, text) in drafts { try set(text, as: key, of: date, in: db) }
    }
}
