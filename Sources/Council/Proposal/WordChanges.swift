/// What changed in a text, word by word: `“three cities” → “two cities”; added “for six weeks”`.
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
        places = Self.places(Array(old[head..<old.count - tail]), Array(new[head..<new.count - tail]))
    }

    public var spoken: String { places.map(\.spoken).joined(separator: "; ") }

    /// The same where there is little room: `rewritten` if most of it changed.
    var inShort: String { spoken.count <= 200 ? spoken : "changed in \(counted(places.count, "place"))" }

    // MARK: Finding them

    /// Longer texts are compared as one place, so that nobody waits.
    private static let mostPairs = 1_000_000

    private static func places(_ old: [Substring], _ new: [Substring]) -> [Place] {
        if old.isEmpty && new.isEmpty { return [] }
        let whole = Place(removed: old.joined(separator: " "), added: new.joined(separator: " "))
        guard !old.isEmpty, !new.isEmpty, old.count * new.count <= mostPairs else { return [whole] }
        let common = commonWords(old, new)
        var places: [Place] = []
        var (row, column) = (0, 0)
        for (nextRow, nextColumn) in common + [(old.count, new.count)] {
            if row < nextRow || column < nextColumn {
                places.append(
                    Place(
                        removed: old[row..<nextRow].joined(separator: " "),
                        added: new[column..<nextColumn].joined(separator: " ")))
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
