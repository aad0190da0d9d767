extension JSONReader {
    mutating func string() throws(Fault) -> String {
        try open(UInt8(ascii: "\""), "a text")
        let start = place
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                place += 1
                return try text(start..<place - 1)
            case UInt8(ascii: "\\"): return try escapedString(from: start)
            case 0..<0x20: throw Fault(place: place, sentence: "a control character has no place within a text")
            default: place += 1
            }
        }
        throw cutOff
    }

    private func text(_ range: Range<Int>) throws(Fault) -> String {
        guard let text = String(validating: bytes[range], as: UTF8.self) else {
            throw Fault(place: range.lowerBound, sentence: "this text is not UTF-8")
        }
        return text
    }

    /// Reads on behind a backslash, from the beginning of the text.
    private mutating func escapedString(from start: Int) throws(Fault) -> String {
        var made = try text(start..<place)
        while place < bytes.count {
            let piece = place
            while place < bytes.count, bytes[place] >= 0x20, bytes[place] != UInt8(ascii: "\""),
                bytes[place] != UInt8(ascii: "\\")
            {
                place += 1
            }
            made += try text(piece..<place)
            guard place < bytes.count else { break }
            switch bytes[place] {
            case UInt8(ascii: "\""):
                place += 1
                return made
            case UInt8(ascii: "\\"): made.unicodeScalars.append(try escaped())
            default: throw Fault(place: place, sentence: "a control character has no place within a text")
            }
        }
        throw cutOff
    }

    private mutating func escaped() throws(Fault) -> Unicode.Scalar {
        let start = place
        guard place + 1 < bytes.count else { throw cutOff }
        place += 2
        switch bytes[place - 1] {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(bytes[place - 1])
        case UInt8(ascii: "u"):
            let first = try fourDigits()
            if let scalar = Unicode.Scalar(first) { return scalar }
            // A pair of surrogates is one character beyond the first 65,536 (RFC 8259, section 7).
            if first < 0xDC00, bytes[place...].starts(with: "\\u".utf8) {
                place += 2
                let second = try fourDigits()
                if 0xDC00...0xDFFF ~= second,
                    let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
                {
                    return scalar
                }
            }
            throw Fault(place: start, sentence: "this is half a character")
        default: throw Fault(place: start, sentence: "nothing is written like this within a text")
        }
    }

    private mutating func fourDigits() throws(Fault) -> UInt32 {
        guard place + 4 <= bytes.count else { throw cutOff }
        let digits = String(decoding: bytes[place..<place + 4], as: UTF8.self)
        guard digits.allSatisfy(\.isHexDigit), let number = UInt32(digits, radix: 16) else {
            throw Fault(place: place, sentence: "four hexadecimal digits belong here")
        }
        place += 4
        return number
    }
}
