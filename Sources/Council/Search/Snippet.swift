/// The part of a text that shows why it was found, in one line.
public struct Snippet: Equatable, Sendable {
    /// The parts in their order.
    public let parts: [Part]

    public struct Part: Equatable, Sendable {
        public let text: String
        /// Whether somebody looked for it.
        public let isHit: Bool

        init(_ text: String, isHit: Bool = false) {
            self.text = text
            self.isHit = isHit
        }
    }

    public var text: String { parts.map(\.text).joined() }

    /// With each hit in brackets.
    public var marked: String { parts.map { $0.isHit ? "[\($0.text)]" : $0.text }.joined() }
}

extension Snippet: Encodable {
    private enum CodingKeys: CodingKey { case text, hits }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(text, forKey: .text)
        try container.encode(parts.filter(\.isHit).map(\.text), forKey: .hits)
    }
}

extension Snippet {
    /// The most words in a snippet, and how many of them stand before the first hit.
    private static let (most, before) = (24, 6)

    /// The part of the line with the most of what was looked for; of the first line with words, if what was looked for stands nowhere.
    public init(of text: String, for query: SearchQuery) {
        let lines = text.split(whereSeparator: \.isNewline).map { ShownLine($0, query) }
        let found = lines.filter { !$0.words.isEmpty }
        let best = found.indices.max { (found[$0].weight, $1) < (found[$1].weight, $0) }
        parts = best.map { found[$0].parts(atMost: Self.most, before: Self.before) } ?? [Part(text.trimmed)]
    }
}

/// A line of a text, with the words of it that somebody looked for.
private struct ShownLine {
    private let text: String
    /// Where the words stand.
    let words: [Range<String.Index>]
    /// The words that belong to a hit, each run of them once; a run is of one phrase or of several that overlap.
    private(set) var hits: [Range<Int>] = []
    /// How many of the phrases are in it, and then how many hits.
    private(set) var weight = 0

    init(_ line: Substring, _ query: SearchQuery) {
        text = String(line)
        let placed = SearchWords.placed(in: text)
        words = placed.map(\.range)
        var all: [Range<Int>] = []
        for phrase in query.phrases {
            let before = all.count
            for start in placed.indices where start + phrase.words.count <= placed.count {
                let isHit = phrase.words.indices.allSatisfy { phrase.fits(placed[start + $0].word, at: $0) }
                if isHit { all.append(start..<start + phrase.words.count) }
            }
            weight += all.count > before ? 1_000_000 : 0
        }
        for hit in all.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = hits.last, hit.lowerBound < last.upperBound {
                hits[hits.count - 1] = last.lowerBound..<max(last.upperBound, hit.upperBound)
            } else {
                hits.append(hit)
            }
        }
        weight += hits.count
    }

    func parts(atMost most: Int, before: Int) -> [Snippet.Part] {
        let window = window(of: most, before: before)
        let start = window.lowerBound == 0 ? text.startIndex : words[window.lowerBound].lowerBound
        let end = window.upperBound == words.count ? text.endIndex : words[window.upperBound - 1].upperBound
        var parts: [Snippet.Part] = []
        var place = start
        for hit in hits where window.contains(hit.lowerBound) {
            let range = words[hit.lowerBound].lowerBound..<min(end, words[hit.upperBound - 1].upperBound)
            parts.append(Snippet.Part(String(text[place..<range.lowerBound])))
            parts.append(Snippet.Part(String(text[range]), isHit: true))
            place = range.upperBound
        }
        parts.append(Snippet.Part(String(text[place..<end])))
        if window.lowerBound > 0 { parts.insert(Snippet.Part("… "), at: 0) }
        if window.upperBound < words.count { parts.append(Snippet.Part(" …")) }
        return parts.filter { !$0.text.isEmpty }
    }

    /// The words to show: those with the most hits, and the first ones of several such.
    private func window(of most: Int, before: Int) -> Range<Int> {
        guard words.count > most else { return 0..<words.count }
        var (best, bestCount, end) = (0, 0, 0)
        for (place, hit) in hits.enumerated() {
            let start = min(max(0, hit.lowerBound - before), words.count - most)
            while end < hits.count, hits[end].lowerBound < start + most { end += 1 }
            if end - place > bestCount { (best, bestCount) = (start, end - place) }
        }
        return best..<best + most
    }
}
