/// The string literals of a Swift file that are sentences or parts of one: those with two words beside each other.
///
/// An interpolation is `…`, and the literals within it follow it. Literals that `+` joins are one.
struct Sentences {
    private(set) var all: [String] = []

    private let text: [Character]
    private var place = 0
    /// The literals so far, each with whether only `+` and blanks have followed it.
    private var found: [String] = []
    private var isJoined = false

    init(of code: String) {
        text = Array(code)
        while let character = current {
            if starts(with: "//") {
                skip { $0 != "\n" }
            } else if starts(with: "/*") {
                while place < text.count, !starts(with: "*/") { place += 1 }
            } else if character == "/", let end = regexEnd {
                place = end
                isJoined = false
            } else if let literal = takeLiteral() {
                keep(literal)
            } else {
                if !character.isWhitespace { isJoined = character == "+" }
                place += 1
            }
        }
        all = found.compactMap(Self.sentence)
    }

    private struct Literal {
        var text = ""
        var within: [Literal] = []
    }

    private mutating func keep(_ literal: Literal) {
        if isJoined, let last = found.indices.last { found[last] += literal.text } else { found.append(literal.text) }
        isJoined = false
        func keepWithin(_ literal: Literal) {
            for inner in literal.within {
                found.append(inner.text)
                keepWithin(inner)
            }
        }
        keepWithin(literal)
    }

    /// On one line, without the blanks around it; nil unless two words of it stand beside each other.
    private static func sentence(_ literal: String) -> String? {
        let lines = literal.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }.filter {
            !$0.isEmpty
        }
        let sentence = lines.joined(separator: " / ")
        let isCode = ["SELECT ", "INSERT ", "DELETE ", "UPDATE ", "REPLACE ", "CREATE ", "ALTER ", "PRAGMA ", "DROP "]
            .contains { sentence.hasPrefix($0) }
        guard !isCode, sentence.contains(/(\p{L}{2,}[,:;.]? (\p{L}|…)|… \p{L}{2,})/) else { return nil }
        return sentence
    }

    private var current: Character? { place < text.count ? text[place] : nil }

    private func starts(with start: String, at offset: Int = 0) -> Bool {
        let from = place + offset
        return from + start.count <= text.count && text[from..<(from + start.count)].elementsEqual(start)
    }

    private mutating func skip(while holds: (Character) -> Bool) {
        while let character = current, holds(character) { place += 1 }
    }

    /// The place behind a regular expression that begins here; nil if the slash divides, or is half of something else.
    private var regexEnd: Int? {
        let before = text[..<place].last { $0 != " " }
        guard before.map({ "(,=[{:!\n".contains($0) }) ?? true, place + 1 < text.count,
            !text[place + 1].isWhitespace
        else { return nil }
        var end = place + 1
        var isClass = false
        while end < text.count, text[end] != "\n" {
            switch text[end] {
            case "\\": end += 1
            case "[": isClass = true
            case "]": isClass = false
            case "/" where !isClass: return end + 1
            default: break
            }
            end += 1
        }
        return nil
    }

    /// The literal that begins here, with or without `#` and over one line or several; nil if none does.
    private mutating func takeLiteral() -> Literal? {
        let hashes = text[place...].prefix { $0 == "#" }.count
        guard starts(with: "\"", at: hashes) else { return nil }
        let quotes = starts(with: "\"\"\"", at: hashes) ? "\"\"\"" : "\""
        let marks = String(repeating: "#", count: hashes)
        place += hashes + quotes.count
        var literal = Literal()
        while let character = current {
            if starts(with: quotes + marks) {
                place += quotes.count + hashes
                return literal
            } else if starts(with: "\\" + marks) {
                place += 1 + hashes
                takeEscape(into: &literal)
            } else {
                literal.text.append(character)
                place += 1
            }
        }
        return literal
    }

    private mutating func takeEscape(into literal: inout Literal) {
        defer { place += 1 }
        switch current {
        case "(":
            literal.text += "…"
            takeInterpolation(into: &literal)
        case "n": literal.text += "\n"
        case "u": skip { $0 != "}" }
        case "\n":
            // The next line of the source goes on with this one.
            while place + 1 < text.count, text[place + 1] == " " { place += 1 }
        case let character?: literal.text.append(character)
        case nil: break
        }
    }

    /// Up to the parenthesis that closes the interpolation, where `place` stays.
    private mutating func takeInterpolation(into literal: inout Literal) {
        var depth = 0
        while let character = current {
            if let inner = takeLiteral() {
                literal.within.append(inner)
                continue
            }
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if depth == 0 { return }
            place += 1
        }
    }
}
