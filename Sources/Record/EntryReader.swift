import Council
import Foundation
import GRDB

/// Turns rows of `entries` into entries; made once for a sweep, so that decoding sets up nothing per row.
struct EntryReader {
    /// The columns that `entry(from:)` expects, in this order.
    static let columns = "number, at, kind, item, ordinal, who, word, text, detail, author, request, version"

    let date: CalendarDay
    private let coder = ActCoder()

    init(date: CalendarDay) { self.date = date }

    /// The entries of a meeting behind entry `number`, oldest first.
    static func entries(of date: CalendarDay, after number: Int = 0, in db: Database) throws -> [Entry] {
        let statement = try db.cachedStatement(
            sql: "SELECT \(columns) FROM entries WHERE meeting = ? AND number > ? ORDER BY number")
        let reader = EntryReader(date: date)
        let rows = try Row.fetchCursor(statement, arguments: [date.description, number])
        var entries: [Entry] = []
        while let row = try rows.next() { entries.append(try reader.entry(from: row)) }
        return entries
    }

    func entry(from row: Row) throws -> Entry {
        let number: Int = row[0]
        let at: Int = row[1]
        let author: String? = row[9]
        let request: Data? = row[10]
        return Entry(
            number: number, at: Date(timeIntervalSince1970: Double(at) / 1000), act: try act(from: row, number: number),
            request: request.flatMap(UUID.init(data:)), author: author.map(Handle.init(rawValue:)))
    }

    private func act(from row: Row, number: Int) throws -> Act {
        let payload = ActPayload(
            kind: row[2], version: row[11] ?? 1, item: row[3], ordinal: row[4], who: row[5], word: row[6], text: row[7],
            detail: try row.withUnsafeData(atIndex: 8) { $0.map { Data($0) } })
        do throws(PayloadFault) {
            return try coder.act(from: payload)
        } catch {
            throw unreadable(number, error.reason)
        }
    }

    private func unreadable(_ number: Int, _ reason: String) -> RecordError {
        .unreadableEntry(date: date, number: number, reason: reason)
    }
}
