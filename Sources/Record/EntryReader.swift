import Council
import Foundation
import GRDB

/// Turns rows of `entries` into entries; made once for a sweep, so that decoding sets up nothing per row.
struct EntryReader {
    /// The columns that `entry(from:)` expects, in this order.
    static let columns = "number, at, kind, item, ordinal, who, word, text, detail, author, request, version"

    let date: CalendarDay
    private let decoder: JSONDecoder
    private let versions: PayloadVersions

    init(date: CalendarDay, versions: PayloadVersions = .all) {
        self.date = date
        self.versions = versions
        decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .millisecondsSince1970
    }

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
        let kind: String = row[2]
        let version: Int = row[11] ?? 1
        if version != versions.current(of: kind) { return try liftedAct(kind, from: row, version: version, number) }
        if !row.hasNull(atIndex: 8) {
            do {
                return try row.withUnsafeData(atIndex: 8) { try detailedAct(kind, $0 ?? Data()) }
            } catch {
                throw unreadable(number, "its detail has another form")
            }
        }
        guard let act = plainAct(kind, row) else { throw unreadable(number, "an act “\(kind)” is not known") }
        return act
    }

    /// An act whose payload an earlier version of the program has written.
    private func liftedAct(_ kind: String, from row: Row, version: Int, _ number: Int) throws -> Act {
        guard version < versions.current(of: kind) else {
            throw unreadable(number, "its form, version \(version), is newer than this program")
        }
        do {
            let payload = try row.withUnsafeData(atIndex: 8) { $0 ?? Data() }
            return try detailedAct(kind, try versions.lift(payload, of: kind, from: version))
        } catch {
            throw unreadable(number, "its form, version \(version), can't be brought up to date")
        }
    }

    private func detailedAct(_ kind: String, _ detail: Data) throws -> Act {
        if kind == "docket" { return .docket(try decoder.decode(Docket.self, from: detail)) }
        return try decoder.decode(Act.self, from: detail)
    }

    /// An act that needs nothing but the plain columns; nil where they do not hold one.
    private func plainAct(_ kind: String, _ row: Row) -> Act? {
        let item: ItemID? = (row[3] as String?).map(ItemID.init(rawValue:))
        let ordinal: Int? = row[4]
        let who: Handle? = (row[5] as String?).map(Handle.init(rawValue:))
        let word: String? = row[6]
        let text: String? = row[7]

        switch (kind, item, ordinal, who, text) {
        case ("noted", let item?, let number?, _, let text?):
            guard let kind = word.flatMap(Note.Kind.init) else { return nil }
            return .noted(item: item, number: number, speaker: who, kind: kind, text: text)
        case ("balloted", _, let motion?, let who?, _):
            guard let choice = word.flatMap(Ballot.Choice.init) else { return nil }
            return .balloted(motion: motion, ballot: Ballot(who: who, choice: choice, reason: text))
        case ("rolled", _, _, let who?, _):
            guard let presence = word.flatMap(Presence.init) else { return nil }
            return .rolled(who: who, presence: presence)
        case ("went", let item?, _, _, _): return .went(item: item)
        case ("opened", _, _, _, _): return .opened
        case ("chaired", _, _, let who?, let reason?): return .chaired(who: who, reason: reason)
        case ("reworded", let item?, let number?, _, let text?):
            return .reworded(item: item, number: number, text: text)
        case ("struck", let item?, let number?, _, _): return .struck(item: item, number: number)
        case ("resolved", let item?, let number?, _, _): return .resolved(item: item, number: number, reason: text)
        case ("escalated", _, let motion?, _, let reason?): return .escalated(motion: motion, reason: reason)
        case ("finished", _, let action?, _, _): return .finished(action: action)
        case ("reopened", _, _, _, let reason?): return .reopened(reason: reason)
        case ("undone", _, let entry?, _, _): return .undone(entry: entry)
        case ("redone", _, let entry?, _, _): return .redone(entry: entry)
        default: return nil
        }
    }

    private func unreadable(_ number: Int, _ reason: String) -> RecordError {
        .unreadableEntry(date: date, number: number, reason: reason)
    }
}
