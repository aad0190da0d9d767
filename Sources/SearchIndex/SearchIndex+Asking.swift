import Council
import GRDB

extension SearchIndex {
    /// The most texts that are weighed against each other, unless somebody wants to see more of them.
    private static let mostWeighed = 4096

    /// What fits, the best first; of texts that fit as well as each other, the newest.
    ///
    /// If very many fit, there is little to choose between them, and weighing each would take longer than finding it. Then
    /// the newest are weighed, and proposals and topics that have it in their names.
    public func search(
        _ query: SearchQuery, _ filter: SearchFilter = SearchFilter(), atMost limit: Int = 20
    ) throws -> SearchAnswer {
        try queue.read { db in
            var condition = try Condition(query, filter, in: db)
            let total =
                try Int.fetchOne(db, sql: "SELECT count(*) \(condition.sql)", arguments: condition.arguments) ?? 0
            if total > Self.mostWeighed, limit <= Self.mostWeighed / 4 {
                try condition.keepNewest(Self.mostWeighed, of: query, in: db)
            }
            let best = try Self.best(limit, by: condition, in: db)
            return SearchAnswer(hits: try best.compactMap { try Self.hit($0, for: query, in: db) }, total: total)
        }
    }

    /// The ids of what fits best, the best first.
    private static func best(_ limit: Int, by condition: Condition, in db: Database) throws -> [Int64] {
        var found: [(fit: Double, id: Int64)] = []
        let rows = try Row.fetchCursor(
            db, sql: "SELECT bm25(word, 1, 1, 4), word.rowid \(condition.sql)", arguments: condition.arguments)
        while let row = try rows.next() { found.append((row[0], row[1])) }
        found.sort { $0.fit < $1.fit }
        // Only those that may be shown are worth a look at what they are about.
        let least = found.prefix(limit).last?.fit ?? 0
        let item = try db.cachedStatement(
            sql: "SELECT item FROM entry JOIN subject ON subject.id = entry.subject WHERE entry.id = ?")
        return try found.prefix { $0.fit <= least }.map { fit, id in
            let isFile = id < EntryID.firstOfDays
            return Place(fit: fit, file: isFile ? try String.fetchOne(item, arguments: [id]) : nil, id: id)
        }.sorted().prefix(limit).map(\.id)
    }

    /// Where a text comes among others: the best first, then the newest, and then files by their names.
    private struct Place: Comparable {
        let fit: Double
        let file: String?
        let id: Int64

        static func < (left: Place, right: Place) -> Bool {
            if left.fit != right.fit { return left.fit < right.fit }
            guard let mine = left.file, let other = right.file else {
                return (left.file == nil ? 0 : 1, -left.id) < (right.file == nil ? 0 : 1, -right.id)
            }
            return mine.utf8.lexicographicallyPrecedes(other.utf8)
        }
    }

    /// The pods that any proposal names.
    public func pods() throws -> [String] {
        try queue.read {
            try String.fetchAll($0, sql: "SELECT DISTINCT pod FROM subject WHERE pod IS NOT NULL ORDER BY pod")
        }
    }

    /// Everybody who said, owes or leads anything.
    public func people() throws -> [HeldPerson] { try queue.read { try Self.people($0).map(\.person) } }

    /// What stands with a hit, the hit among it, in the order of the minutes.
    public func entries(beside hit: SearchHit) throws -> [(id: Int64, entry: SearchEntry)] {
        try queue.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT kind, number, name, handle, text, entry.id FROM entry JOIN text USING (id)
                    LEFT JOIN person ON person.id = entry.person
                    WHERE subject = (SELECT subject FROM entry WHERE id = ?) ORDER BY entry.id DESC
                    """, arguments: [hit.id]
            ).compactMap { row in Self.entry(row).map { (row[5], $0) } }
        }
    }

    private static func hit(_ id: Int64, for query: SearchQuery, in db: Database) throws -> SearchHit? {
        let row = try db.cachedStatement(
            sql: """
                SELECT kind, number, name, handle, text, day, item, title, pod, verdict FROM entry
                JOIN text USING (id) JOIN subject ON subject.id = entry.subject LEFT JOIN person ON person.id = entry.person
                WHERE entry.id = ?
                """)
        guard let row = try Row.fetchOne(row, arguments: [id]), let entry = entry(row) else { return nil }
        let (day, item, verdict): (Int?, String?, String?) = (row[5], row[6], row[9])
        let subject = SearchSubject(
            item: item.map { ItemID($0) }, title: row[7], pod: row[8],
            verdict: verdict.flatMap { Decision.Verdict(rawValue: $0) })
        return SearchHit(
            entry, id: id, about: subject, on: day.map { CalendarDay(daysSinceEpoch: $0) }, for: query)
    }

    private static func entry(_ row: Row) -> SearchEntry? {
        guard let kind = SearchKind(rawValue: row[0]) else { return nil }
        let (name, handle): (String?, String?) = (row[2], row[3])
        let who = name.map { name in
            HeldPerson(name: name, handle: handle.flatMap { $0.isEmpty ? nil : Handle($0) })
        }
        return SearchEntry(kind, number: row[1], who: who, text: row[4])
    }

    fileprivate static func people(_ db: Database) throws -> [(id: Int64, person: HeldPerson)] {
        try Row.fetchAll(db, sql: "SELECT id, name, handle FROM person ORDER BY name, handle").map { row in
            let handle: String = row[2]
            return (row[0], HeldPerson(name: row[1], handle: handle.isEmpty ? nil : Handle(handle)))
        }
    }
}

extension SearchQuery {
    /// The query as SQLite has it. A phrase holds letters and digits alone, so that its quotes hold it.
    var match: String {
        phrases.map { "\"\($0.words.joined(separator: " "))\"\($0.isBeginning ? "*" : "")" }.joined(separator: " ")
    }
}

/// Which words are looked at.
private struct Condition {
    /// From `FROM` on.
    private(set) var sql = "FROM word"
    private(set) var arguments: StatementArguments = []

    init(_ query: SearchQuery, _ filter: SearchFilter, in db: Database) throws {
        var parts = ["word MATCH ?"]
        arguments += [query.match]
        if let since = filter.since { add("word.rowid >= ?", [EntryID.first(of: since)], to: &parts) }
        if let until = filter.until {
            let end = EntryID.first(of: CalendarDay(daysSinceEpoch: until.daysSinceEpoch + 1))
            add("word.rowid BETWEEN ? AND ?", [EntryID.firstOfDays, end - 1], to: &parts)
        }
        if let kind = filter.kind { add("entry.kind", among: kind.meant.map(\.rawValue), to: &parts) }
        if let verdict = filter.verdict { add("subject.verdict = ?", [verdict.rawValue], to: &parts) }
        if let pod = filter.pod {
            let pods = try String.fetchAll(db, sql: "SELECT DISTINCT pod FROM subject WHERE pod IS NOT NULL")
            add("subject.pod", among: pods.filter { Library.isSame($0, pod) }, to: &parts)
        }
        if let who = filter.who {
            add("entry.person", among: try Self.ids(of: who, in: db), to: &parts)
        }
        if parts.contains(where: { $0.hasPrefix("entry.") || $0.hasPrefix("subject.") }) {
            sql += " JOIN entry ON entry.id = word.rowid JOIN subject ON subject.id = entry.subject"
        }
        sql += " WHERE " + parts.joined(separator: " AND ")
    }

    /// Leaves out all but so many of the newest texts, and those that have the words in their names.
    mutating func keepNewest(_ most: Int, of query: SearchQuery, in db: Database) throws {
        let last = try Int64.fetchOne(
            db, sql: "SELECT word.rowid \(sql) ORDER BY word.rowid DESC LIMIT 1 OFFSET ?", arguments: arguments + [most]
        )
        sql += " AND (word.rowid > ? OR word.rowid IN (SELECT rowid FROM word WHERE word MATCH ?))"
        arguments += [last, "named : (\(query.match))"]
    }

    private mutating func add(_ part: String, _ values: StatementArguments, to parts: inout [String]) {
        parts.append(part)
        arguments += values
    }

    private mutating func add(
        _ column: String, among values: [some DatabaseValueConvertible], to parts: inout [String]
    ) {
        let places = Array(repeating: "?", count: values.count).joined(separator: ", ")
        add("\(column) IN (\(places))", StatementArguments(values), to: &parts)
    }

    /// Proposals name their people without handles, so that a handle stands for its person's name, too.
    private static func ids(of who: PersonQuery, in db: Database) throws -> [Int64] {
        let people = try SearchIndex.people(db)
        let names = Set(people.map(\.person).filter(who.matches).map(\.name))
        return people.filter { who.matches($0.person) || names.contains($0.person.name) }.map(\.id)
    }
}
