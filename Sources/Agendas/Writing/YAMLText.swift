import Council

/// Texts as YAML that reads back as the same text.
enum YAMLText {
    /// A text on one line, in quotes if it needs them.
    static func line(_ text: String) -> String {
        let clean = cleaned(text).map { $0 == "\n" || $0 == "\t" ? " " : String($0) }.joined().trimmed
        return isPlain(clean) ? clean : quoted(clean)
    }

    /// A text of any number of lines, in quotes and with its line ends spelt out.
    static func escaped(_ text: String) -> String { quoted(cleaned(text).trimmed) }

    /// A text of any number of lines on one line of YAML, in quotes if it needs them.
    static func value(_ text: String) -> String {
        let clean = cleaned(text).trimmed
        return isPlain(clean) ? clean : quoted(clean)
    }

    /// The lines of a text, as they stand below a `|`.
    static func lines(_ text: String) -> [Substring] {
        cleaned(text).trimmed.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.allSatisfy(\.isWhitespace) ? "" : $0 }
    }

    /// What may be said after a `#`.
    static func comment(_ text: String) -> String { visible(text, atMost: 400) }

    /// Without the characters that no file may have.
    static func cleaned(_ text: String) -> String {
        var result = ""
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control where scalar != "\n" && scalar != "\t": result += " "
            case .lineSeparator, .paragraphSeparator: result += "\n"
            default: if SourceText.isPrintable(scalar) { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Whether a text needs no quotes, in brackets and braces either.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
        guard first.properties.isAlphabetic || ("0"..."9").contains(first), last != ":" else { return false }
        guard !["null", "Null", "NULL"].contains(text), !text.contains(": "), !text.contains(" #") else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || " -_./@:+'()".unicodeScalars.contains(scalar)
        }
    }
}

extension String {
    /// The text as a file can hold it: without white space at its ends, and with a blank for each character that no file
    /// may have.
    public var writable: String { YAMLText.cleaned(self).trimmed }

    /// The same on one line.
    public var writableLine: String {
        YAMLText.cleaned(self).map { $0 == "\n" || $0 == "\t" ? " " : String($0) }.joined().trimmed
    }
}
