/// The mark by which a key that is there twice gets past the YAML library, which would stop at the first such key.
///
/// The first letter of the earlier key is replaced by a private character that stands for it, so that nothing moves
/// and the rest of the file can still be read; ``Fields`` puts the letter back and reports both places.
enum DuplicateKeys {
    private static let base: UInt32 = 0xF_0000

    /// Puts the stand-in for its first letter into the key at this place; nil where no plain letter is there.
    static func disguised(_ text: String, keyAt key: Place, turn: Int) -> String? {
        guard turn < 0xFF else { return nil }
        var place = Place.start
        for index in text.unicodeScalars.indices {
            let letter = text.unicodeScalars[index]
            let isQuote = letter == "\"" || letter == "'"
            if place.line == key.line, place.column == key.column || place.column == key.column + 1, !isQuote {
                guard letter.isASCII, letter.properties.isAlphabetic,
                    let standIn = Unicode.Scalar(base + UInt32(turn) << 8 + letter.value)
                else { return nil }
                var result = text
                result.unicodeScalars.replaceSubrange(index...index, with: [standIn])
                return result
            }
            place.advance(over: letter)
            if place.line > key.line { return nil }
        }
        return nil
    }

    /// The key as the file has it.
    static func original(of key: String) -> String {
        guard let first = key.unicodeScalars.first, first.value >= base, first.value < base + 0xFF00,
            let letter = Unicode.Scalar(first.value & 0x7F)
        else { return key }
        return String(letter) + String(key.unicodeScalars.dropFirst())
    }
}
