import Foundation

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

extension QuotedPrintable {
    /// The bytes that a line stands for.
    static func bytes(of text: some StringProtocol, underscoreIsSpace: Bool = false) -> [UInt8] {
        let source = Array(text.utf8)
        var bytes: [UInt8] = []
        var place = 0
        while place < source.count {
            if source[place] == UInt8(ascii: "="), place + 2 < source.count,
                let byte = UInt8(String(decoding: source[(place + 1)...(place + 2)], as: UTF8.self), radix: 16)
            {
                bytes.append(byte)
                place += 3
            } else {
                let isSpace = underscoreIsSpace && source[place] == UInt8(ascii: "_")
                bytes.append(isSpace ? UInt8(ascii: " ") : source[place])
                place += 1
            }
        }
        return bytes
    }
}
