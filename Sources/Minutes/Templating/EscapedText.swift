import Mustache

/// People's text within CommonMark: it reads as it was written, and formats nothing.
///
/// Source: CommonMark 0.31.2, section 2.4, and the table and strikethrough extensions of GitHub.
struct MarkdownText: MustacheContentType {
    func escapeText(_ text: String) -> String { Self.escaped(text) }

    /// The text on one line, with a backslash before each character that Markdown gives a meaning.
    ///
    /// Unicode scalars are escaped, not characters: to a Markdown reader, a bracket with a combining mark is a bracket.
    static func escaped(_ text: String) -> String {
        let line = text.onOneLine
        guard mayMeanSomething(line.utf8) else { return line }
        let scalars = Array(line.unicodeScalars)
        var escaped = String.UnicodeScalarView()
        for (place, scalar) in scalars.enumerated() {
            let before = place > 0 ? scalars[place - 1] : nil
            let after = place + 1 < scalars.count ? scalars[place + 1] : nil
            if meansSomething(scalar, before: before, after: after) || opensBlock(at: place, of: scalars)
                || scalar == "&" && beginsEntity(scalars[(place + 1)...])
            {
                escaped.append("\\")
            }
            escaped.append(scalar)
        }
        return String(escaped)
    }

    /// Whether any byte could need a backslash. For most texts it is false, and the closer look is saved.
    private static func mayMeanSomething(_ bytes: String.UTF8View) -> Bool {
        if let first = bytes.first, opening.contains(first) || bytes.last == UInt8(ascii: "#") { return true }
        return bytes.contains { byte in
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"),
                UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "_"),
                UInt8(ascii: "&"):
                true
            default: false
            }
        }
    }

    private static let opening = Set("#>=-+0123456789".utf8)

    private static func meansSomething(
        _ scalar: Unicode.Scalar, before: Unicode.Scalar?, after: Unicode.Scalar?
    ) -> Bool {
        switch scalar {
        case "\\", "`", "*", "[", "]", "<", "|", "~", "$": true
        // Inside a word it is a letter like any other.
        case "_": !(isWord(before) && isWord(after))
        // At the end of a heading it would vanish, and at its start make another.
        case "#": before == nil || after == nil
        default: false
        }
    }

    /// Whether the text would begin a list, a quotation, a rule or the underline of a heading at this place.
    private static func opensBlock(at place: Int, of scalars: [Unicode.Scalar]) -> Bool {
        let isEnd = place + 1 == scalars.count || scalars[place + 1] == " "
        return switch scalars[place] {
        case ">", "=": place == 0
        case "-", "+": place == 0 && (isEnd || scalars[1] == scalars[0])
        case ".", ")": isEnd && place <= 9 && place > 0 && scalars[..<place].allSatisfy(isDigit)
        default: false
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return scalar.isLetterOrDigit || scalar.value >= 0x80 && scalar.properties.isAlphabetic
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// Whether an ampersand before these scalars would begin a character reference. Other ampersands, as in links, stay.
    private static func beginsEntity(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        let name = rest.prefix { $0 == "#" || $0.isLetterOrDigit }
        return !name.isEmpty && rest.dropFirst(name.count).first == ";"
    }
}

/// People's text within HTML, in elements and in quoted attributes.
///
/// Bytes are escaped, not characters. To Swift, a quotation mark with a combining mark is a different character; to a
/// browser, it is a quotation mark.
struct HTMLText: MustacheContentType {
    func escapeText(_ text: String) -> String { Self.escaped(text) }

    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { reference(for: $0) != nil }) else { return text }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count * 2)
        for byte in text.utf8 {
            if let reference = reference(for: byte) {
                escaped += reference.utf8
            } else {
                escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    /// The reference for a character that HTML gives a meaning; nil for any other byte.
    private static func reference(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}

/// People's text within the plain text of a mail: as it is, on one line.
struct PlainText: MustacheContentType {
    func escapeText(_ text: String) -> String { Self.escaped(text) }

    static func escaped(_ text: String) -> String { text.onOneLine }
}
