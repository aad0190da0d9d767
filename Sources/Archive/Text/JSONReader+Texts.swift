import Foundation

extension JSONReader {
    mutating func string() throws(Fault) -> String {
        let start = try openText()
        guard let range = try plainBytes() else { return try escapedString(from: start) }
        return try text(range)
    }

    /// The bytes of a text, for what is read of them without a text being made; none if some of them are escaped.
    mutating func bytesOfText() throws(Fault) -> ArraySlice<UInt8> {
        let start = try openText()
        if let range = try plainBytes() { return bytes[range] }
        _ = try escapedString(from: start)
        return []
    }

    /// The place behind the quotation mark.
    private mutating func openText() throws(Fault) -> Int {
        try open(UInt8(ascii: "\""), "a text")
        return place
    }

    /// The text up to its end; nil, and the place of the first backslash, if it has one.
    private mutating func plainBytes() throws(Fault) -> Range<Int>? {
        let start = place
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                place += 1
                return start..<place - 1
            case UInt8(ascii: "\\"): return nil
            case 0..<0x20: throw Fault(place: place, sentence: "a control character has no place within a text")
            default: place += 1
            }
        }
        throw cutOff
    }

    private func text(_ range: Range<Int>) throws(Fault) -> String {
        let (text, isWhole) = bytes.withUnsafeBufferPointer { all in
            let bytes = UnsafeBufferPointer(rebasing: all[range])
            // What is not UTF-8 is repaired, and differs then; to ask for that beforehand takes six times as long.
            var text = String(decoding: bytes, as: UTF8.self)
            let isWhole = text.withUTF8 { made in
                UnsafeRawBufferPointer(made).isSame(as: UnsafeRawBufferPointer(bytes))
            }
            return (text, isWhole)
        }
        guard isWhole else { throw Fault(place: range.lowerBound, sentence: "this text is not UTF-8") }
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

extension UnsafeRawBufferPointer {
    fileprivate func isSame(as other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        guard let mine = baseAddress, let theirs = other.baseAddress else { return true }
        return memcmp(mine, theirs, count) == 0
    }
}
