import Foundation

/// Text within the headers of a mail: as it is if headers may have it, and else as encoded words (RFC 2047).
enum EncodedWord {
    /// Free text, such as a subject.
    static func text(_ text: String) -> String {
        let line = text.onOneLine
        // Text that looks like an encoded word would be decoded, and a word longer than a line can't be folded.
        let isPlain = line.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !line.contains("=?")
        if isPlain, line.split(separator: " ").allSatisfy({ $0.utf8.count <= 60 }), !line.contains("  ") { return line }
        return encoded(line)
    }

    /// A display name in pieces between which a line may end: words, a quoted string, or encoded words.
    ///
    /// A quoted string is one piece. The standard lets a line end inside it, but some readers stop there.
    static func phrase(_ name: String) -> [String] {
        let line = name.onOneLine
        guard line.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }), !line.contains("=?"), line.utf8.count <= 60 else {
            return encoded(line).split(separator: " ").map(String.init)
        }
        let atomMarks = " !#$%&'*+-/=?^_`{|}~"
        if line.unicodeScalars.allSatisfy({ $0.isLetterOrDigit || atomMarks.unicodeScalars.contains($0) }) {
            return line.split(separator: " ").map(String.init)
        }
        return ["\"" + line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""]
    }

    /// Encoded words with a space between them, which readers drop. Each has at most 75 characters, as it must, and holds
    /// whole scalars.
    private static func encoded(_ text: String) -> String {
        let room = 75 - "=?utf-8?Q??=".count
        let isMostlyLetters =
            text.unicodeScalars.count { $0.isLetterOrDigit || $0 == " " } * 2 > text.unicodeScalars.count
        var words: [String] = []
        var word = ""
        var length = 0
        for scalar in text.unicodeScalars {
            let cost = isMostlyLetters ? quoted(scalar).utf8.count : String(scalar).utf8.count
            // In base 64 four characters stand for three bytes.
            if length + cost > (isMostlyLetters ? room : room / 4 * 3) {
                words.append(word)
                (word, length) = ("", 0)
            }
            word.unicodeScalars.append(scalar)
            length += cost
        }
        return (words + [word]).map { word in
            isMostlyLetters
                ? "=?utf-8?Q?\(word.unicodeScalars.map(quoted).joined())?="
                : "=?utf-8?B?\(Data(word.utf8).base64EncodedString())?="
        }.joined(separator: " ")
    }

    /// The Q encoding in its strictest form, which is allowed everywhere (RFC 2047, section 5, rule 3).
    private static func quoted(_ scalar: Unicode.Scalar) -> String {
        if scalar.isLetterOrDigit || "!*+-/".unicodeScalars.contains(scalar) { return String(scalar) }
        if scalar == " " { return "_" }
        return String(scalar).utf8.map { "=" + hexadecimal($0) }.joined()
    }
}

extension Unicode.Scalar {
    /// Whether it is a letter or digit of ASCII.
    var isLetterOrDigit: Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}

/// Two capital hexadecimal digits.
func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + digits : digits
}

extension EncodedWord {
    /// A header as a person reads it (RFC 2047, section 6). Parts that can't be decoded stay as they are.
    static func decoded(_ text: String) -> String {
        var result = ""
        var wasEncoded = false
        for word in text.split(separator: " ") {
            if let decoded = decoded(word: word) {
                // The space between two encoded words is not part of the text.
                if !wasEncoded, !result.isEmpty { result += " " }
                result += decoded
                wasEncoded = true
            } else {
                if !result.isEmpty { result += " " }
                result += word
                wasEncoded = false
            }
        }
        return result
    }

    private static func decoded(word: Substring) -> String? {
        let parts = word.split(separator: "?", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0] == "=", parts[4] == "=", parts[1].lowercased() == "utf-8" else { return nil }
        switch parts[2].lowercased() {
        case "b": return Data(base64Encoded: String(parts[3])).map { String(decoding: $0, as: UTF8.self) }
        case "q": return String(decoding: QuotedPrintable.bytes(of: parts[3], underscoreIsSpace: true), as: UTF8.self)
        default: return nil
        }
    }
}
