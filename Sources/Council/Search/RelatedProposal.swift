import Foundation

/// An earlier proposal that shares something with another one: rare words, data, or parts of the platform.
public struct RelatedProposal: Equatable, Encodable, Sendable {
    public let id: String
    public let title: String
    /// Of its last hearing.
    public let date: CalendarDay
    /// `sent back for revision`; nil if nothing was decided.
    public let decision: String?
    public let reason: String?
    /// Data, platform parts and reusable pieces, as the earlier one calls them; sorted.
    public let pieces: [String]
    /// The rare words that both have, the rarest first.
    public let words: [String]

    /// The last time that a proposal was on the agenda of a meeting.
    public struct Hearing: Equatable, Sendable {
        public var title: String
        public var date: CalendarDay
        public var decision: String?
        public var reason: String?

        public init(title: String, date: CalendarDay, decision: String? = nil, reason: String? = nil) {
            self.title = title
            self.date = date
            self.decision = decision
            self.reason = reason
        }
    }

    public init(_ id: String, _ hearing: Hearing, pieces: [String], words: [String]) {
        self.id = id
        title = hearing.title
        date = hearing.date
        decision = hearing.decision
        reason = hearing.reason
        self.pieces = pieces.sorted()
        self.words = words
    }

    /// `query-rewrite · 11 Nov 2026 · sent back for revision: “simple rules reach 45 %” · shares search-logs`
    public var line: String {
        let why = reason.map { ": “\(Self.shortened($0))”" } ?? ""
        let shared = pieces.isEmpty ? words.map { "“\($0)”" } : pieces
        let named = shared.prefix(Self.mostNamed).joined(separator: ", ")
        return "\(id) · \(date.short) · \(decision ?? "not decided")\(why) · shares \(named)"
    }

    /// What is in the line is read; `mlreview related --json` has the rest.
    private static let mostNamed = 3
    private static let longestReason = 80

    private static func shortened(_ reason: String) -> String {
        let line = reason.split(whereSeparator: \.isNewline).joined(separator: " ")
        guard line.count > longestReason else { return line }
        return String(line.prefix(longestReason - 1)).trimmed + "…"
    }
}

/// The proposals of the past, by their words and pieces.
public protocol ProposalWords {
    /// How many proposals there are.
    var count: Int { get throws }
    /// The words of the names of those who speak and lead: two proposals of one team need not be about the same.
    var names: Set<String> { get throws }
    /// The ids of the proposals that have a word; nil if there are more than so many.
    func proposals(with word: String, atMost most: Int) throws -> [String]?
    /// The ids of the proposals that have a piece, by what the register compares it by, with what they call it; nil if
    /// there are more than so many.
    func proposals(withPiece key: String, atMost most: Int) throws -> [String: String]?
    /// The last hearing of a proposal before a day; nil if there was none.
    func lastHearing(of id: String, before day: CalendarDay?) throws -> RelatedProposal.Hearing?
}

extension SearchSubject {
    /// Words that are looked at, and proposals that are named.
    private static let (rarest, nearest) = (8, 3)
    /// What more proposals share says little about any two of them.
    private static let mostSharing = 64

    /// The at most three proposals of earlier meetings that share most with this one.
    ///
    /// What is rarer counts more. One rare word alone may be a coincidence, and so may one piece that many have.
    ///
    /// - Parameter day: The day before which they were heard; nil if that does not matter.
    public func related(before day: CalendarDay? = nil, among past: some ProposalWords) throws -> [RelatedProposal] {
        let count = try past.count
        var kin: [String: Kin] = [:]
        for (word, ids) in try rareWords(among: past, of: count) {
            for id in ids { kin[id, default: Kin()].share(word, with: ids.count, of: count) }
        }
        for key in pieces.keys.sorted() {
            guard var names = try past.proposals(withPiece: key, atMost: Self.mostSharing) else { continue }
            names[item?.rawValue ?? ""] = nil
            guard names.count * 3 <= count else { continue }
            for (id, name) in names { kin[id, default: Kin()].share(piece: name, with: names.count, of: count) }
        }
        var found: [RelatedProposal] = []
        for (id, shared) in kin.sorted(by: { ($1.value.score, $0.key) < ($0.value.score, $1.key) })
        where found.count < Self.nearest && shared.isTelling {
            guard let hearing = try past.lastHearing(of: id, before: day) else { continue }
            found.append(RelatedProposal(id, hearing, pieces: shared.pieces, words: shared.words))
        }
        return found
    }

    /// What another proposal shares with this one.
    private struct Kin {
        private(set) var score = 0.0
        private(set) var pieces: [String] = []
        private(set) var words: [String] = []
        private var hasRarePiece = false

        mutating func share(_ word: String, with others: Int, of count: Int) {
            words.append(word)
            score += log(Double(count) / Double(others))
        }

        mutating func share(piece name: String, with others: Int, of count: Int) {
            pieces.append(name)
            score += log(Double(count) / Double(others))
            if others <= max(2, count / 20) { hasRarePiece = true }
        }

        var isTelling: Bool { hasRarePiece || pieces.count + words.count > 1 }
    }

    /// The words that the fewest other proposals have, and which those are. A word that every third one has is not rare.
    private func rareWords(among past: some ProposalWords, of count: Int) throws -> [(word: String, ids: [String])] {
        let names = try past.names.union(people.flatMap(SearchWords.of))
        let texts = entries.filter { $0.kind == .proposal }.map(\.text)
        var rare: [(word: String, ids: [String])] = []
        for word in Set(texts.flatMap(SearchWords.of))
        where word.count > 2 && !word.allSatisfy(\.isNumber) && !names.contains(word) {
            let most = min(Self.mostSharing, count / 3 + 1)
            guard var ids = try past.proposals(with: word, atMost: most) else { continue }
            ids.removeAll { $0 == item?.rawValue }
            if !ids.isEmpty, ids.count * 3 <= count { rare.append((word, ids)) }
        }
        return Array(rare.sorted { ($0.ids.count, $0.word) < ($1.ids.count, $1.word) }.prefix(Self.rarest))
    }
}
