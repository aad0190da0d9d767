/// A grid as text, for snapshots that a person reads.
extension Grid {
    /// The text of a row, all its columns; wide glyphs appear once.
    public func text(row: Int) -> String {
        var line = ""
        for column in 0..<columns {
            let cell = self[row, column]
            if cell.width > 0 { line += glyph(of: cell).text }
        }
        return line
    }

    /// All rows, each without the blanks at its end, joined by newlines.
    public var text: String {
        (0..<rows).map { Grid.trimmed(text(row: $0)) }.joined(separator: "\n")
    }

    /// The roles of all cells in letters (see `Role.letter`); plain blanks are blank.
    public var roleMap: String {
        map { $0.glyph == 0x20 && $0.style.role == .text ? " " : $0.style.role.letter }
    }

    /// The grounds of all cells in letters (see `Ground.letter`); the page is blank.
    public var groundMap: String {
        map { $0.style.ground == .page ? " " : $0.style.ground.letter }
    }

    private func map(_ letter: (Cell) -> Character) -> String {
        (0..<rows).map { row in
            Grid.trimmed(String((0..<columns).map { letter(self[row, $0]) }))
        }.joined(separator: "\n")
    }

    private static func trimmed(_ line: String) -> String {
        var line = Substring(line)
        while line.last == " " { line.removeLast() }
        return String(line)
    }
}

extension Role {
    /// One letter that stands for the role in a snapshot's map.
    public var letter: Character {
        switch self {
        case .text: "."
        case .muted: "m"
        case .title: "T"
        case .heading: "H"
        case .label: "l"
        case .accent: "A"
        case .key: "K"
        case .strong: "S"
        case .emphasis: "e"
        case .code: "c"
        case .link: "L"
        case .quote: "q"
        case .yes: "y"
        case .no: "n"
        case .abstain: "a"
        case .recuse: "r"
        case .tied: "t"
        case .warning: "w"
        case .error: "E"
        case .concern: "C"
        case .privateNote: "P"
        case .recorded: "R"
        case .pending: "p"
        case .timeGood: "g"
        case .timeOver: "o"
        case .border: "b"
        case .cursor: "^"
        case .added: "+"
        case .removed: "-"
        }
    }
}

extension Ground {
    /// One letter that stands for the ground in a snapshot's map.
    public var letter: Character {
        switch self {
        case .page: "."
        case .bar: "b"
        case .selected: "s"
        case .dialog: "d"
        case .input: "i"
        case .banner: "!"
        }
    }
}
