import Screen

/// A text that is looked for in all panes of an item, or on a page.
struct TextSearch: Equatable, Sendable {
    /// In small letters, with single blanks.
    let wanted: String
    /// Where it was found last.
    var place: Place?

    struct Place: Equatable, Sendable {
        /// Nil on a page.
        let pane: Pane?
        let line: Int
        /// The first letter in the line's text.
        let letter: Int

        func isBehind(_ other: Place) -> Bool {
            (pane?.number ?? 0, line, letter) > (other.pane?.number ?? 0, other.line, other.letter)
        }
    }

    init(_ text: String) {
        wanted = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Where the text begins in the lines of a pane, or of a page.
    func places(in lines: some RandomAccessCollection<Line>, of pane: Pane? = nil) -> [Place] {
        found(in: lines.lazy.enumerated().map { (number: $0.offset, text: $0.element.text) }).compactMap { parts in
            parts.first.map { Place(pane: pane, line: $0.line, letter: $0.letters.lowerBound) }
        }
    }

    /// Goes to the next of some places (1) or the one before (−1), past the last to the first.
    ///
    /// - Parameter start: Where the first step begins.
    /// - Returns: `“holdout”: 2 of 4`; nil if there are no places.
    mutating func go(_ step: Int, among places: [Place], from start: Place) -> String? {
        guard !places.isEmpty else { return nil }
        let last = place ?? start
        let next =
            step > 0
            ? places.firstIndex { $0.isBehind(last) } ?? 0
            : places.lastIndex { last.isBehind($0) } ?? places.count - 1
        let wraps = place.map { step > 0 ? !places[next].isBehind($0) : places[next].isBehind($0) } ?? false
        place = places[next]
        let again = wraps && places.count > 1 ? ", from the \(step > 0 ? "top" : "end") again" : ""
        return "“\(wanted)”: \(next + 1) of \(places.count)\(again)"
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

extension TextSearch {
    /// Marks each place of the text in the lines that are seen.
    ///
    /// - Parameters:
    ///   - top: The first line that is seen, in the canvas's first row.
    ///   - column: The column in which the lines begin; the one at the left edge gets a sign.
    ///   - place: The place that was gone to last, if it is in these lines.
    func mark<Lines: RandomAccessCollection>(
        _ lines: Lines, on canvas: inout Canvas, from top: Int, at column: Int, place: Place?, ground: Ground = .page
    ) where Lines.Element == Line, Lines.Index == Int {
        // A text can begin some lines above those that are seen, and end below.
        let margin = 2 + wanted.count / max(8, canvas.columns - 2)
        let range = max(0, top - margin)..<max(top, min(lines.count, top + canvas.rows + margin))
        for parts in found(in: range.lazy.map { (number: $0, text: lines[$0].text) }) {
            let isHere = parts.first.map { $0.line == place?.line && $0.letters.lowerBound == place?.letter } ?? false
            for part in parts where (0..<canvas.rows).contains(part.line - top) {
                let letters = Array(lines[part.line].text)
                let start = TextWidth.of(String(letters[..<part.letters.lowerBound]))
                let width = TextWidth.of(String(letters[part.letters]))
                let row = part.line - top
                canvas.put("›", row: row, column: 0, style: Style(.cursor, on: ground, .bold))
                canvas.restyle(Rect(row: row, column: column + start, rows: 1, columns: width)) {
                    Style(isHere ? .cursor : $0.role, on: $0.ground, isHere ? [.bold, .reverse] : .reverse)
                }
            }
        }
    }
}
