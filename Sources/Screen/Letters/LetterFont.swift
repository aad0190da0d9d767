/// Letters made of pixels, to be drawn several rows high.
///
/// There are capitals, digits and the punctuation that occurs; small letters are shown as capitals. Marks above and
/// below letters are drawn from a table of their own.
public struct LetterFont: Sendable {
    /// One letter: for each row of pixels, whether each is set.
    struct Letter: Sendable {
        let rows: [[Bool]]
        var width: Int { rows.first?.count ?? 0 }
    }

    /// Pixels from the top of a capital to its foot.
    let height: Int
    private let blank: Int
    private let letters: [Character: Letter]

    /// - Parameters:
    ///   - blank: Pixels of a blank, without the gaps at its sides.
    ///   - table: Lines of letters, and below each line the same number of pictures side by side, `#` being a pixel.
    init(height: Int, blank: Int, _ table: String) {
        self.height = height
        self.blank = blank
        var letters: [Character: Letter] = [:]
        let lines = table.split(separator: "\n").map { $0.split(separator: " ") }
        for first in stride(from: 0, to: lines.count - height, by: height + 1) {
            for (place, name) in lines[first].enumerated() {
                letters[Character(String(name))] = Letter(
                    rows: (1...height).map { lines[first + $0][place].map { $0 == "#" } })
            }
        }
        self.letters = letters
    }

    /// Pixels above a letter that its mark needs, with a gap; and below.
    static let above = 3
    static let below = 2

    /// The pixels of one line of text; nil if there is a letter that the font has not.
    func pixels(of text: String) -> [[Bool]]? {
        var placed: [(letter: Letter, mark: Mark?)] = []
        for character in text.uppercased() {
            guard let next = letter(for: character) else { return nil }
            placed.append(next)
        }
        let top = placed.contains { $0.mark?.isAbove == true } ? Self.above : 0
        let bottom = placed.contains { $0.mark?.isAbove == false } ? Self.below : 0
        var rows = [[Bool]](repeating: [], count: top + height + bottom)
        for (letter, mark) in placed {
            let start = (rows.first?.count ?? 0) + (rows.first?.isEmpty == false ? 1 : 0)
            for row in rows.indices {
                rows[row] += Array(repeating: false, count: start + letter.width - rows[row].count)
            }
            for (row, pixels) in letter.rows.enumerated() {
                rows[top + row].replaceSubrange(start..<start + letter.width, with: pixels)
            }
            guard let mark else { continue }
            let column = start + (letter.width - mark.width) / 2
            let first = mark.isAbove ? 0 : top + height
            for (row, pixels) in mark.rows.enumerated() {
                for (place, isSet) in pixels.enumerated()
                where isSet && rows[first + row].indices.contains(column + place) {
                    rows[first + row][column + place] = true
                }
            }
        }
        return rows
    }

    /// The letter with its mark; nil if the font lacks either, or if there are several marks.
    private func letter(for character: Character) -> (Letter, Mark?)? {
        if character == " " || character == "\u{A0}" || character == "\u{202F}" {
            return (Letter(rows: Array(repeating: Array(repeating: false, count: blank), count: height)), nil)
        }
        if let letter = letters[Self.same[character] ?? character] { return (letter, nil) }
        guard let (base, mark) = Mark.parts[character], let letter = letters[base] else { return nil }
        return (letter, mark)
    }

    /// Signs that look the same at this size.
    private static let same: [Character: Character] = [
        "’": "'", "‘": "'", "“": "\"", "”": "\"", "„": "\"", "‑": "-", "−": "–", "—": "–", "•": "·", "‚": ",",
    ]
}

/// A mark above or below a letter.
struct Mark: Sendable {
    let rows: [[Bool]]
    let isAbove: Bool
    var width: Int { rows.first?.count ?? 0 }

    private init(_ first: String, _ second: String, isAbove: Bool = true) {
        rows = [first, second].map { $0.map { $0 == "#" } }
        self.isAbove = isAbove
    }

    /// Each letter with each mark, as its letter and its mark. Characters are equal however they are composed.
    static let parts: [Character: (base: Character, mark: Mark)] = {
        var parts: [Character: (Character, Mark)] = [:]
        for base in "ABCDEFGHIJKLMNOPQRSTUVWXYZØÆ" {
            for (scalar, mark) in all { parts[Character("\(base)\(scalar)")] = (base, mark) }
        }
        return parts
    }()

    /// The marks by their combining scalars.
    private static let all: [Unicode.Scalar: Mark] = [
        "\u{300}": Mark("#..", ".#."), "\u{301}": Mark("..#", ".#."), "\u{302}": Mark(".#.", "#.#"),
        "\u{303}": Mark(".#.#", "#.#."), "\u{304}": Mark("...", "###"), "\u{306}": Mark("#.#", ".#."),
        "\u{307}": Mark(".", "#"), "\u{308}": Mark("...", "#.#"), "\u{30A}": Mark(".#.", "###"),
        "\u{30B}": Mark(".#.#", "#.#."), "\u{30C}": Mark("#.#", ".#."),
        "\u{326}": Mark(".#.", "#..", isAbove: false), "\u{327}": Mark(".#.", "##.", isAbove: false),
        "\u{328}": Mark(".#.", ".##", isAbove: false),
    ]
}
