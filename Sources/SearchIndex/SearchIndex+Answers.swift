import Council
import GRDB

/// Something that was worked out, and is the same for as long as the folder and the day are.
public struct KeptAnswer: Equatable, Sendable {
    /// As it is printed.
    public let text: String
    /// The day for which it was worked out, and the zone that says what day it is.
    public let day: CalendarDay
    public let zone: String

    public init(text: String, day: CalendarDay, zone: String) {
        (self.text, self.day, self.zone) = (text, day, zone)
    }
}

extension SearchIndex {
    private static let folder = "folder of the answers"
    /// What is asked often is asked within a few questions.
    private static let most = 32

    /// The answer that was kept while everything looked like this.
    ///
    /// - Parameter state: The look of everything that the answer comes from.
    public func answer(to question: String, while state: String) throws -> KeptAnswer? {
        guard try fact(Self.folder) == state else { return nil }
        return try queue.read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT zone, day, text FROM answer WHERE question = ?", arguments: [question])
            guard let row, let day = CalendarDay(row[1] as String) else { return nil }
            return KeptAnswer(text: row[2], day: day, zone: row[0])
        }
    }

    /// Keeps an answer. Those of an earlier state are forgotten.
    public func keep(_ answer: KeptAnswer, to question: String, while state: String) throws {
        let isSame = try fact(Self.folder) == state
        try queue.write { db in
            let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM answer") ?? 0
            if !isSame || count >= Self.most { try db.execute(sql: "DELETE FROM answer") }
            try db.execute(sql: "REPLACE INTO fact VALUES (?, ?)", arguments: [Self.folder, state])
            try db.execute(
                sql: "REPLACE INTO answer VALUES (?, ?, ?, ?)",
                arguments: [question, answer.zone, answer.day.description, answer.text])
        }
    }
}
