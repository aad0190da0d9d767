/// A text as the words that a search compares. Case, accents and width don't count, as in ``PersonQuery``.
///
/// A word is a run of letters, digits and their marks. An ideograph or an emoji is a word of its own, since nobody
/// writes blanks between those: so a part of a Chinese sentence is found as a phrase.
public enum SearchWords {
    /// The words of a text as they are compared.
    public static func of(_ text: String) -> [String] {
        placed(in: text).map(\.word)
    }

    /// The words of a text as they are compared, with where they stand in it.
    static func placed(in text: String) -> [(word: String, range: Range<String.Index>)] {
        ranges(in: text).map { (folded(text[$0]), $0) }.filter { !$0.0.isEmpty }
    }

    /// The text with its words as they are compared, separated by anything that is not a letter or a digit of ASCII.
    ///
    /// What is plain ASCII stays as it is: there everybody finds the same words, but for the case.
    public static func comparable(_ text: String) -> String {
        var text = text
        let words: String? = text.withUTF8 { bytes in
            if isPlain(bytes) { return nil }
            var words: [UInt8] = []
            words.reserveCapacity(bytes.count + 1)
            var start = 0
            // No word goes on behind a gap, so that few characters are looked at one by one.
            for end in 0...bytes.count where end == bytes.count || isPlainGap(bytes[end]) {
                let part = UnsafeBufferPointer(rebasing: bytes[start..<end])
                start = end + 1
                if part.isEmpty { continue }
                if isPlain(part) {
                    words += part
                    words.append(UInt8(ascii: " "))
                    continue
                }
                let text = String(decoding: part, as: UTF8.self)
                for range in ranges(in: text) {
                    let word = text[range]
                    words += isPlain(word.utf8) ? Array(word.utf8) : Array(String(word).folded.utf8)
                    words.append(UInt8(ascii: " "))
                }
            }
            return String(decoding: words, as: UTF8.self)
        }
        return words ?? text
    }

    private static func isPlainGap(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: false
        default: true
        }
    }

    /// Where the words stand, in order.
    private static func ranges(in text: String) -> [Range<String.Index>] {
        var found: [Range<String.Index>] = []
        var start: String.Index?
        let scalars = text.unicodeScalars
        var place = scalars.startIndex
        while place < scalars.endIndex {
            let next = scalars.index(after: place)
            switch Part(scalars[place]) {
            case .letter: start = start ?? place
            case .mark: break
            case .word, .gap:
                if let begin = start { found.append(begin..<place) }
                start = nil
                if Part(scalars[place]) == .word { found.append(place..<next) }
            }
            place = next
        }
        if let start { found.append(start..<place) }
        return found
    }

    /// A word without what does not count.
    private static func folded(_ word: Substring) -> String {
        isPlain(word.utf8) ? word.lowercased() : String(word).folded
    }

    private static func isPlain(_ bytes: some Sequence<UInt8>) -> Bool { bytes.allSatisfy { $0 < 0x80 } }

    /// What a character is to the words around it.
    private enum Part {
        case letter
        /// It belongs to the letter before it, and is nothing by itself.
        case mark
        /// A word of its own.
        case word
        case gap

        init(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .letter
            case ..<0x80: self = .gap
            default:
                let properties = scalar.properties
                switch properties.generalCategory {
                case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
                case _ where properties.isIdeographic || properties.isEmojiPresentation: self = .word
                case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
                    .decimalNumber, .letterNumber, .otherNumber:
                    self = .letter
                default: self = .gap
                }
            }
        }
    }
}
