import Council
import GRDB

extension SearchIndex {
    /// The proposals of earlier meetings that share most with this one.
    public func related(to subject: SearchSubject, before day: CalendarDay? = nil) throws -> [RelatedProposal] {
        try queue.read { db in
            // Before the first meetings, no word needs to be looked up.
            guard try KnownProposals.anyHeard(before: day, in: db) else { return [] }
            return try subject.related(before: day, among: KnownProposals(db))
        }
    }

    /// A proposal as its file is, or as it was heard last if the file is gone; nil if there was never one of that id.
    public func proposal(_ id: String) throws -> SearchSubject? {
        try queue.read { db in
            guard
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT subject.id, title, text FROM subject JOIN entry ON entry.subject = subject.id
                        JOIN text ON text.id = entry.id
                        WHERE item = ? AND kind = 'proposal' ORDER BY day IS NOT NULL, day DESC LIMIT 1
                        """, arguments: [id])
            else { return nil }
            let subject: Int64 = row[0]
            let pieces = try Row.fetchAll(
                db, sql: "SELECT name, called FROM piece WHERE subject = ?", arguments: [subject])
            return SearchSubject(
                item: ItemID(id), title: row[1],
                pieces: Dictionary(pieces.map { ($0[0], $0[1]) }) { (first: String, _) in first },
                entries: [SearchEntry(.proposal, text: row[2])])
        }
    }

    /// The ids of all proposals, sorted.
    public func proposalIDs() throws -> [String] {
        try queue.read { db in
            try String.fetchAll(db, sql: "SELECT DISTINCT item FROM proposal ORDER BY item")
        }
    }
}

/// The proposals of an index, by their words.
private struct KnownProposals: ProposalWords {
    private let db: Database
    private let words, item, pieces, hearing: Statement

    init(_ db: Database) throws {
        self.db = db
        words = try db.cachedStatement(sql: "SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid")
        item = try db.cachedStatement(sql: "SELECT item FROM proposal WHERE id = ?")
        pieces = try db.cachedStatement(
            sql: """
                SELECT item, called, coalesce(day, 1000000000) FROM piece JOIN subject ON subject.id = piece.subject
                WHERE name = ?
                """)
        hearing = try db.cachedStatement(
            sql: """
                SELECT title, day, decision, reason FROM subject WHERE item = ? AND day < ? ORDER BY day DESC LIMIT 1
                """)
    }

    static func anyHeard(before day: CalendarDay?, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM subject WHERE item IS NOT NULL AND day < ?)",
            arguments: [day?.daysSinceEpoch ?? Int.max]) ?? false
    }

    var count: Int {
        get throws { try Int.fetchOne(db, sql: "SELECT value FROM fact WHERE name = '\(SearchIndex.count)'") ?? 0 }
    }

    var names: Set<String> {
        get throws { Set(try String.fetchAll(db, sql: "SELECT name FROM person").flatMap(SearchWords.of)) }
    }

    func proposals(with word: String, atMost most: Int) throws -> [String]? {
        var files: [Int64] = []
        var names: Set<String> = []
        let found = try Int64.fetchCursor(words, arguments: ["proposed : \"\(word)\""])
        while names.count <= most, let id = try found.next() {
            if id < EntryID.firstOfDays {
                // Each file is another proposal: of many, none has to be looked at.
                files.append(id)
                if files.count > most { return nil }
            } else if let name = try String.fetchOne(item, arguments: [id]) {
                names.insert(name)
            }
        }
        for id in files { if let name = try String.fetchOne(item, arguments: [id]) { names.insert(name) } }
        return names.count > most ? nil : Array(names)
    }

    func proposals(withPiece key: String, atMost most: Int) throws -> [String: String]? {
        var last: [String: (name: String, day: Int)] = [:]
        let rows = try Row.fetchCursor(pieces, arguments: [key])
        // Of a piece that thousands have, few rows are looked at.
        while last.count <= most, let row = try rows.next() {
            let (id, name, day): (String, String, Int) = (row[0], row[1], row[2])
            if last[id].map({ $0.day < day }) ?? true { last[id] = (name, day) }
        }
        return last.count > most ? nil : last.mapValues(\.name)
    }

    func lastHearing(of id: String, before day: CalendarDay?) throws -> RelatedProposal.Hearing? {
        try Row.fetchOne(hearing, arguments: [id, day?.daysSinceEpoch ?? Int.max]).map { row in
            RelatedProposal.Hearing(
                title: row[0], date: CalendarDay(daysSinceEpoch: row[1]), decision: row[2], reason: row[3])
        }
    }
}
