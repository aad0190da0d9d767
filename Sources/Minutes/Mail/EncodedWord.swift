import Foundation

/// Text within the headers of a mail: as it is where it may be, and as encoded words where not (RFC 2047).
enum EncodedWord {
    /// Free text, such as a subject.
    static func text(_ text: String) -> String {
        let line = text.onOneLine
        // What looks like an encoded word would be decoded, and a word longer than a line can't be folded.
        let isPlain = line.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !line.contains("=?")
        if isPlain, line.split(separator: " ").allSatisfy({ $0.utf8.count <= 60 }), !line.contains("  ") { return line }
        return encoded(line)
    }

    /// A display name in the pieces between which a line may end: words, a quoted string, or encoded words.
    ///
    /// A quoted string is one piece: the standard lets a line end in it, and readers are known that stop there.
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

    /// Encoded words with a space between them, which readers leave out; each at most 75 characters, as it must be, and
    /// each of whole characters.
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

    /// The Q encoding, in the narrow form that is allowed everywhere (RFC 2047, section 5, rule 3).
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
    /// A header as a person reads it (RFC 2047, section 6); what is not understood stays as it is.
    static func decoded(_ text: String) -> String {
        var result = ""
        var wasEncoded = false
        for word in text.split(separator: " ") {
            if let decoded = decoded(word: word) {
                // Space between two encoded words is not part of the text.
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
