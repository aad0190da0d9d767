/// What changed in a text, word by word: `“in three cities” → “in two cities”; added “for six weeks”`.
public struct WordChanges: Equatable, Sendable {
    /// The places that changed, in the order of the text.
    public let places: [Place]

    public struct Place: Equatable, Sendable {
        public let removed: String
        public let added: String

        /// `“three” → “nine”`, `added “for six weeks”`, `struck “of all cities”`.
        public var spoken: String {
            switch (removed.isEmpty, added.isEmpty) {
            case (true, _): "added “\(added)”"
            case (_, true): "struck “\(removed)”"
            default: "“\(removed)” → “\(added)”"
            }
        }
    }

    public init(from before: String, to after: String) {
        let old = before.split(whereSeparator: \.isWhitespace)
        let new = after.split(whereSeparator: \.isWhitespace)
        let head = zip(old, new).prefix { $0 == $1 }.count
        let room = min(old.count, new.count) - head
        let tail = zip(old.reversed(), new.reversed()).prefix(room).prefix { $0 == $1 }.count
        let found = Self.places(Array(old[head..<old.count - tail]), Array(new[head..<new.count - tail]))
        let ranges = found.map { Change(old: $0.old.shifted(by: head), new: $0.new.shifted(by: head)) }
        places = ranges.indices.map { place in
            let start = place > 0 ? ranges[place - 1].old.upperBound : 0
            let end = place + 1 < ranges.count ? ranges[place + 1].old.lowerBound : old.count
            return Self.place(ranges[place], old, new, between: start, and: end)
        }
    }

    private struct Change {
        let old: Range<Int>
        let new: Range<Int>
    }

    /// A word or two that were replaced have the words around them, since a number alone says nothing.
    private static func place(
        _ change: Change, _ old: [Substring], _ new: [Substring], between start: Int, and end: Int
    ) -> Place {
        func text(_ words: ArraySlice<Substring>) -> String { words.joined(separator: " ") }
        let (removed, added) = (old[change.old], new[change.new])
        guard !removed.isEmpty, !added.isEmpty, max(removed.count, added.count) <= 2 else {
            return Place(removed: text(removed), added: text(added))
        }
        let before = old[max(start, change.old.lowerBound - 2)..<change.old.lowerBound]
        let after = old[change.old.upperBound..<min(end, change.old.upperBound + 1)]
        return Place(removed: text(before + removed + after), added: text(before + added + after))
    }

    public var spoken: String { places.map(\.spoken).joined(separator: "; ") }

    /// The same where there is little room: `rewritten` if most of it changed.
    var inShort: String { spoken.count <= 200 ? spoken : "changed in \(counted(places.count, "place"))" }

    // MARK: Finding them

    /// Longer texts are compared as one place, so that nobody waits.
    private static let mostPairs = 1_000_000

    private static func places(_ old: [Substring], _ new: [Substring]) -> [Change] {
        if old.isEmpty && new.isEmpty { return [] }
        let whole = Change(old: 0..<old.count, new: 0..<new.count)
        guard !old.isEmpty, !new.isEmpty, old.count * new.count <= mostPairs else { return [whole] }
        let common = commonWords(old, new)
        var places: [Change] = []
        var (row, column) = (0, 0)
        for (nextRow, nextColumn) in common + [(old.count, new.count)] {
            if row < nextRow || column < nextColumn {
                places.append(Change(old: row..<nextRow, new: column..<nextColumn))
            }
            (row, column) = (nextRow + 1, nextColumn + 1)
        }
        return places
    }

    /// The places of the longest run of words that both have in this order.
    private static func commonWords(_ old: [Substring], _ new: [Substring]) -> [(Int, Int)] {
        let width = new.count + 1
        var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
        for row in stride(from: old.count - 1, through: 0, by: -1) {
            for column in stride(from: new.count - 1, through: 0, by: -1) {
                lengths[row * width + column] =
                    old[row] == new[column]
                    ? lengths[(row + 1) * width + column + 1] + 1
                    : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
            }
        }
        var common: [(Int, Int)] = []
        var (row, column) = (0, 0)
        while row < old.count, column < new.count {
            if old[row] == new[column] {
                common.append((row, column))
                (row, column) = (row + 1, column + 1)
            } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return common
    }
}

extension Range<Int> {
    fileprivate func shifted(by distance: Int) -> Range<Int> { lowerBound + distance..<upperBound + distance }
}
