import Council
import Foundation
import GRDB

extension MeetingRecord {
    /// Every meeting of which something is recorded, oldest first. Reads a few rows for each, not its acts.
    public func meetings() throws(RecordError) -> [MeetingSummary] {
        try store.read { db in
            let standings = try Self.standings(in: db)
            let rows = try Row.fetchCursor(db, sql: Self.lastEntries)
            var summaries: [MeetingSummary] = []
            while let row = try rows.next() {
                let meeting: String = row[0]
                let milliseconds: Int = row[2]
                guard let date = CalendarDay(meeting) else { continue }
                let standing = standings[meeting] ?? Standing()
                summaries.append(
                    MeetingSummary(
                        date: date, isOpen: standing.isOpen, isClosed: standing.isClosed,
                        lastActAt: Date(timeIntervalSince1970: Double(milliseconds) / 1000), entryCount: row[1]))
            }
            return summaries
        }
    }

    /// Whether anything of the meeting is recorded.
    public func knows(_ date: CalendarDay) throws(RecordError) -> Bool {
        try store.read { db in
            let first = "SELECT EXISTS (SELECT 1 FROM entries WHERE meeting = ?)"
            return try Bool.fetchOne(db, sql: first, arguments: [date.description]) ?? false
        }
    }

    /// Numbers have no gaps: the last is the count.
    private static let lastEntries =
        lastEntry(selecting: "entries.meeting, entries.number, entries.at") + " ORDER BY entries.meeting"

    /// Selects from the last entry of each meeting. Hops from meeting to meeting in the primary key.
    static func lastEntry(selecting columns: String) -> String {
        """
        WITH RECURSIVE dates (meeting) AS (
            SELECT min(meeting) FROM entries
            UNION ALL
            SELECT (SELECT min(meeting) FROM entries WHERE meeting > dates.meeting) FROM dates
            WHERE dates.meeting IS NOT NULL
        )
        SELECT \(columns) FROM dates JOIN entries
            ON entries.meeting = dates.meeting
            AND entries.number = (SELECT max(number) FROM entries WHERE meeting = dates.meeting)
        """
    }

    /// How far a meeting has come, from its landmarks alone.
    private struct Standing {
        private var openings: Set<Int> = []
        private var undone: Set<Int> = []
        private(set) var isClosed = false

        var isOpen: Bool { !isClosed && !openings.isSubset(of: undone) }

        mutating func follow(_ kind: String, number: Int, about entry: Int?) {
            switch (kind, entry) {
            case ("opened", _): openings.insert(number)
            case ("closed", _): isClosed = true
            case ("reopened", _): isClosed = false
            case ("undone", let entry?): undone.insert(entry)
            case ("redone", let entry?): undone.remove(entry)
            default: break
            }
        }
    }

    private static func standings(in db: Database) throws -> [String: Standing] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT meeting, kind, number, ordinal FROM entries INDEXED BY landmarks
                WHERE kind IN ('opened', 'closed', 'reopened', 'undone', 'redone') ORDER BY meeting, number
                """)
        var standings: [String: Standing] = [:]
        while let row = try rows.next() {
            standings[row[0], default: Standing()].follow(row[1], number: row[2], about: row[3])
        }
        return standings
    }
}
