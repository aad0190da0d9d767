import Council
import GRDB

/// One file, or one meeting, of which everything that can be found is taken into the index.
public struct SearchSource: Sendable {
    /// `proposals/prep-time.md`, `minutes/2026-11-25`
    public let path: String
    /// Nil if the source is to be read again the next time.
    public let mark: FileMark?
    /// Nil for a file that belongs to no day.
    public let day: CalendarDay?
    /// None, if there is nothing to be found in it any more.
    public let subjects: [SearchSubject]
    /// The words of their entries.
    fileprivate let words: [[Words]]

    public init(_ path: String, mark: FileMark?, day: CalendarDay? = nil, subjects: [SearchSubject]) {
        self.path = path
        self.mark = mark
        self.day = day
        self.subjects = subjects
        words = subjects.map { subject in subject.entries.map { Words($0, subject) } }
    }
}

extension SearchIndex {
    /// The sources of a folder that are in the index and how they looked; nil for one that has to be read again.
    ///
    /// - Parameter folder: The first part of their paths, such as `minutes`.
    public func sources(in folder: String) throws -> [String: FileMark?] {
        try queue.read { db in
            var sources: [String: FileMark?] = [:]
            let rows = try Row.fetchCursor(
                db,
                sql: "SELECT path, size, modified, changed, inode FROM source WHERE path > ? AND path < ?",
                arguments: ["\(folder)/", "\(folder)0"])
            while let row = try rows.next() {
                let size: Int64? = row[1]
                sources[row[0]] = .some(
                    size.map { FileMark(size: $0, modified: row[2], changed: row[3], inode: row[4]) })
            }
            return sources
        }
    }

    public func fact(_ name: String) throws -> String? {
        try queue.read { try String.fetchOne($0, sql: "SELECT value FROM fact WHERE name = ?", arguments: [name]) }
    }

    /// Takes in sources in the place of what was known of them, removes others, and keeps facts: all of it or nothing.
    ///
    /// - Parameters:
    ///   - batches: Asked for one after another, so that other cores can make the later ones meanwhile.
    ///   - gone: Removed before the first batch is asked for. Sources that come in the place of earlier ones may be among
    ///     them.
    ///   - facts: Asked for when all sources are taken in.
    public func take(
        _ batches: some Sequence<[SearchSource]>, removing gone: [String] = [],
        keeping facts: () throws -> [String: String?] = { [:] }
    ) throws {
        try queue.write { db in
            let filler = try Filler(db)
            for path in gone where !filler.isEmpty { try filler.remove(path) }
            for sources in batches {
                for source in sources where !filler.isEmpty { try filler.remove(source.path) }
                for source in sources { try filler.add(source) }
            }
            try filler.keepCount()
            for (name, value) in try facts() {
                try db.execute(sql: "DELETE FROM fact WHERE name = ?", arguments: [name])
                if let value { try db.execute(sql: "INSERT INTO fact VALUES (?, ?)", arguments: [name, value]) }
            }
        }
    }
}

extension SearchIndex {
    /// The fact that says how many proposals and topics there are.
    static let count = "count"
}

/// The words of an entry, by their columns.
private struct Words: Sendable {
    let text, said, proposed, named: String
    /// The words as they are compared; nil if that is the text itself.
    let comparable: String?

    init(_ entry: SearchEntry, _ item: SearchSubject) {
        text = entry.text.storable
        let words = SearchWords.comparable(text)
        comparable = words == text ? nil : words
        let isProposal = entry.kind == .proposal
        (said, proposed) = isProposal ? ("", words) : (words, "")
        let name = isProposal ? "\(item.title)\n\(item.item?.rawValue ?? "")" : item.title
        named = isProposal || entry.kind == .topic ? SearchWords.comparable(name.storable) : ""
    }
}

/// Writes rows.
private final class Filler {
    private let db: Database
    private let source, subject, entry, text, proposal, words, piece, forget: Insertion
    /// Find what was known of a source.
    private let known, entries, own: Statement
    private var people: [HeldPerson: Int64] = [:]
    private var nextSubject: Int64
    /// Whether nothing was known.
    private let isNew: Bool
    /// Whether no source was ever taken in.
    let isEmpty: Bool
    /// How many more proposals and topics there are than before.
    private var more = 0
    /// The next id of an entry that belongs to no day.
    private var nextEntry: Int64

    init(_ db: Database) throws {
        self.db = db
        // Fewer and larger pieces than usual are written, and merged, when many are taken in at once.
        try db.execute(sql: "INSERT INTO word (word, rank) VALUES ('hashsize', 64000000)")
        source = try Insertion(db, "INSERT INTO source VALUES (?, ?, ?, ?, ?)")
        subject = try Insertion(db, "INSERT INTO subject VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        entry = try Insertion(db, "INSERT INTO entry VALUES (?, ?, ?, ?, ?)")
        text = try Insertion(db, "INSERT INTO text VALUES (?, ?, ?, ?)")
        proposal = try Insertion(db, "INSERT INTO proposal VALUES (?, ?)")
        words = try Insertion(db, "INSERT INTO word (rowid, said, proposed, named) VALUES (?, ?, ?, ?)")
        piece = try Insertion(db, "INSERT OR IGNORE INTO piece VALUES (?, ?, ?)")
        known = try db.cachedStatement(sql: "SELECT 1 FROM source WHERE path = ?")
        entries = try db.cachedStatement(
            sql: """
                SELECT id, kind, coalesce(comparable, text), named FROM entry JOIN text USING (id)
                WHERE subject IN (SELECT id FROM subject WHERE source = ?) ORDER BY id
                """)
        own = try db.cachedStatement(
            sql: """
                SELECT count(DISTINCT item) FROM subject AS mine
                WHERE source = ? AND NOT EXISTS (SELECT 1 FROM subject WHERE item = mine.item AND source <> mine.source)
                """)
        forget = try Insertion(
            db, "INSERT INTO word (word, rowid, said, proposed, named) VALUES ('delete', ?, ?, ?, ?)")
        nextSubject = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) + 1 FROM subject") ?? 1
        isNew = nextSubject == 1
        isEmpty = try Bool.fetchOne(db, sql: "SELECT 1 FROM source LIMIT 1") == nil
        nextEntry =
            try Int64.fetchOne(
                db, sql: "SELECT coalesce(max(id), 0) + 1 FROM entry WHERE id < ?", arguments: [EntryID.firstOfDays])
            ?? 1
    }

    func add(_ new: SearchSource) throws {
        let (mark, day) = (new.mark, (new.day?.daysSinceEpoch).map(Int64.init))
        try source.run(new.path, mark?.size, mark?.modified, mark?.changed, mark?.inode)
        var ordinal: Int64 = 0
        var said: [(id: Int64, words: Words)] = []
        for (item, texts) in zip(new.subjects, new.words) {
            let subject = nextSubject
            nextSubject += 1
            try self.subject.run(
                subject, new.path, day, item.item?.rawValue, item.title.storable, item.pod?.storable,
                item.verdict?.rawValue, item.decision?.storable, item.reason?.storable)
            for (name, called) in item.pieces { try piece.run(name, subject, called.storable) }
            for (text, words) in zip(item.entries, texts) {
                let id = new.day.map { EntryID.of($0, ordinal) } ?? nextEntry
                try entry.run(
                    id, subject, text.kind.rawValue, text.number.map(Int64.init), try text.who.map(person))
                try self.text.run(id, words.text, words.comparable, words.named.isEmpty ? nil : words.named)
                if text.kind == .proposal, let name = item.item?.rawValue { try proposal.run(id, name) }
                said.append((id, words))
                ordinal += 1
                if new.day == nil { nextEntry += 1 }
            }
        }
        // As long as their ids rise, SQLite collects words in memory.
        for (id, words) in said.sorted(by: { $0.id < $1.id }) {
            try self.words.run(id, words.said, words.proposed, words.named)
        }
        try countOwn(of: new.path, times: 1)
    }

    /// Counts the proposals and topics that stand in this source alone.
    private func countOwn(of path: String, times sign: Int) throws {
        if !isNew { more += sign * (try Int.fetchOne(own, arguments: [path]) ?? 0) }
    }

    /// Keeps how many proposals and topics there are. To count them all takes longer than one meeting does.
    func keepCount() throws {
        if isNew {
            try db.execute(
                sql: "REPLACE INTO fact SELECT '\(SearchIndex.count)', count(DISTINCT item) FROM subject")
        } else {
            try db.execute(
                sql: "UPDATE fact SET value = value + ? WHERE name = '\(SearchIndex.count)'", arguments: [more])
        }
    }

    private func person(_ who: HeldPerson) throws -> Int64 {
        if let known = people[who] { return known }
        let arguments: StatementArguments = [who.name.storable, who.handle?.rawValue ?? ""]
        try db.execute(sql: "INSERT OR IGNORE INTO person (name, handle) VALUES (?, ?)", arguments: arguments)
        let id = try Int64.fetchOne(
            db, sql: "SELECT id FROM person WHERE name = ? AND handle = ?", arguments: arguments)
        people[who] = id
        return id ?? 0
    }

    /// The words have no text of their own, so that they are told what they are to forget: one entry at a time, since
    /// SQLite brings all words to the disk before a statement that could fail half-way.
    func remove(_ path: String) throws {
        guard try Bool.fetchOne(known, arguments: [path]) != nil else { return }
        for row in try Row.fetchAll(entries, arguments: [path]) {
            let (text, named): (String, String?) = (row[2], row[3])
            let isProposal = row[1] == SearchKind.proposal.rawValue
            try forget.run(row[0] as Int64, isProposal ? "" : text, isProposal ? text : "", named ?? "")
        }
        try countOwn(of: path, times: -1)
        for table in ["text", "proposal"] {
            try db.cachedStatement(
                sql: """
                    DELETE FROM \(table) WHERE id IN (
                      SELECT entry.id FROM entry JOIN subject ON subject.id = entry.subject WHERE source = ?)
                    """
            ).execute(arguments: [path])
        }
        for table in ["entry", "piece"] {
            try db.cachedStatement(
                sql: "DELETE FROM \(table) WHERE subject IN (SELECT id FROM subject WHERE source = ?)"
            ).execute(arguments: [path])
        }
        try db.cachedStatement(sql: "DELETE FROM subject WHERE source = ?").execute(arguments: [path])
        try db.cachedStatement(sql: "DELETE FROM source WHERE path = ?").execute(arguments: [path])
    }
}

/// The ids of entries, which say their order.
enum EntryID {
    private static let bits: Int64 = 20

    /// No day of the calendar is as long ago.
    private static let eldest: Int64 = 1_000_000

    static func of(_ day: CalendarDay, _ ordinal: Int64) -> Int64 {
        first(of: day) + (1 << bits) - 1 - min(ordinal, (1 << bits) - 1)
    }

    /// The least id that an entry of the day can have.
    static func first(of day: CalendarDay) -> Int64 { (Int64(day.daysSinceEpoch) + eldest) << bits }

    /// The least id of an entry of any day.
    static var firstOfDays: Int64 { (eldest - 719_468 - 400) << bits }
}

extension String {
    /// The text as a database takes it to its end.
    fileprivate var storable: String { utf8.contains(0) ? replacing("\0", with: " ") : self }
}
