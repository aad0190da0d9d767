import Screen

/// A text that is looked for in all panes of an item.
struct TextSearch: Equatable, Sendable {
    /// In small letters, with single blanks.
    let wanted: String
    /// Where it was found last.
    var place: Place?

    /// A place in a pane.
    struct Place: Equatable, Sendable {
        let pane: Pane
        let line: Int
        /// The first letter in the line's text.
        let letter: Int

        func isBehind(_ other: Place) -> Bool {
            (pane.number, line, letter) > (other.pane.number, other.line, other.letter)
        }
    }

    init(_ text: String) {
        wanted = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Letters of a line.
    struct Part: Equatable, Sendable {
        let line: Int
        let letters: Range<Int>
    }

    /// Every place of the text in some lines, each with its parts: a text that is broken into two lines has two.
    func found(in lines: some Sequence<(number: Int, text: String)>) -> [[Part]] {
        let wanted = Array(self.wanted)
        guard let first = wanted.first else { return [] }
        // All lines in a row with a blank between them, and where each letter comes from.
        var letters: [Character] = []
        var origins: [(line: Int, letter: Int)] = []
        for (number, text) in lines {
            if let last = letters.last, last != " ", last != "-" {
                letters.append(" ")
                origins.append((number, -1))
            }
            for (place, character) in text.enumerated() {
                let isBlank = character.isWhitespace
                if isBlank, letters.last.map({ $0 == " " }) ?? true { continue }
                letters.append(isBlank ? " " : Self.small(character))
                origins.append((number, place))
            }
        }
        var found: [[Part]] = []
        var start = 0
        while start + wanted.count <= letters.count {
            guard letters[start] == first, letters[start..<start + wanted.count].elementsEqual(wanted) else {
                start += 1
                continue
            }
            found.append(Self.parts(of: origins[start..<start + wanted.count]))
            start += wanted.count
        }
        return found
    }

    private static func parts(of origins: ArraySlice<(line: Int, letter: Int)>) -> [Part] {
        var parts: [Part] = []
        for origin in origins where origin.letter >= 0 {
            if let last = parts.last, last.line == origin.line {
                parts[parts.count - 1] = Part(line: last.line, letters: last.letters.lowerBound..<origin.letter + 1)
            } else {
                parts.append(Part(line: origin.line, letters: origin.letter..<origin.letter + 1))
            }
        }
        return parts
    }

    private static func small(_ character: Character) -> Character {
        let small = character.lowercased()
        return small.count == 1 ? small.first ?? character : character
    }
}
