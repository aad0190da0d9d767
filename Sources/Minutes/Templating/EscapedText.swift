import Mustache

/// Text from people within CommonMark: it reads as it was written and formats nothing.
///
/// Source: CommonMark 0.31.2, section 2.4, and the table and strikethrough extensions of GitHub.
struct MarkdownText: MustacheContentType {
    func escapeText(_ text: String) -> String { Self.escaped(text) }

    /// The text on one line, with a backslash where a character would mean something.
    ///
    /// Characters are looked at as Unicode scalars: a bracket under a combining mark is a bracket to a Markdown reader.
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

    /// False where no byte could be any of what is looked for below, which is most of the text.
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
        // Within a word it is a letter like any other.
        case "_": !(isWord(before) && isWord(after))
        // At the end of a heading it would vanish.
        case "#": before == nil || after == nil
        default: false
        }
    }

    /// Whether the text would begin a list, a quotation, a rule or a heading's underline there.
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

    /// Whether an ampersand before these would be read as a character reference; in a link it is left alone.
    private static func beginsEntity(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        let name = rest.prefix { $0 == "#" || $0.isLetterOrDigit }
        return !name.isEmpty && rest.dropFirst(name.count).first == ";"
    }
}

/// Text from people within HTML, in elements and in quoted attributes.
///
/// Escaping goes by scalars: a quotation mark under a combining mark is another character, though not to a browser.
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

    /// What stands for a character that means something; nil for any other, and for the bytes of longer characters.
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

/// Text from people within the plain text of a mail: as it is, on one line.
struct PlainText: MustacheContentType {
    func escapeText(_ text: String) -> String { Self.escaped(text) }

    static func escaped(_ text: String) -> String { text.onOneLine }
}
