/// The text of one file, and the places of its lines.
///
/// A byte order mark at the beginning is dropped, and every line end becomes a single `\n`. Neither changes a position.
struct SourceText {
    let text: String
    private let lines: Lines

    /// A line and a column in characters, both counted from 1.
    struct Position: Equatable {
        var line = 1
        var column = 1
    }

    /// Why bytes are not text.
    struct Problem: Error {
        let position: Position
        let message: String
    }

    init(bytes: [UInt8]) throws(Problem) {
        guard let valid = String(validating: bytes, as: UTF8.self) else { throw Self.problem(withUTF8: bytes) }
        let hasReturns = bytes.contains(UInt8(ascii: "\r"))
        self.init(hasReturns ? Self.withUnixLineEnds(Self.withoutMark(valid[...])) : Self.withoutMark(valid[...]))
        // Most of all text, without a look at each character.
        let isPlain = bytes.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0A }
        if !isPlain, let index = text.unicodeScalars.firstIndex(where: { !Self.isPrintable($0) }) {
            let value = text.unicodeScalars[index].value
            let name = value == 0 ? "a NUL byte" : "the character U+\(hexadecimal(value, digits: 4))"
            throw Problem(position: position(of: index), message: "\(name) has no place in a text file; remove it")
        }
    }

    /// - Parameter text: A text without a mark and without carriage returns.
    private init(_ text: String) {
        self.text = text
        lines = Lines(text)
    }

    private static func problem(withUTF8 bytes: [UInt8]) -> Problem {
        let decoded = String(decoding: bytes, as: UTF8.self)
        let (byte, index) = firstRepair(bytes, decoded) ?? (0xFF, decoded.endIndex)
        let before = SourceText(withUnixLineEnds(withoutMark(decoded[..<index])))
        return Problem(
            position: before.position(of: before.text.endIndex),
            message: "byte 0x\(hexadecimal(UInt32(byte))) is not UTF-8; save the file as UTF-8")
    }

    /// The position of a place that YAML gives by its own lines, and by columns in Unicode scalars.
    func position(yamlLine: Int, column: Int) -> Position {
        guard lines.ofYAML.indices.contains(yamlLine - 1) else { return position(of: text.endIndex) }
        let start = lines.ofYAML[yamlLine - 1]
        let index = text.unicodeScalars.index(start, offsetBy: max(0, column - 1), limitedBy: text.endIndex)
        return position(of: index ?? text.endIndex)
    }

    func position(of index: String.Index) -> Position {
        let starts = lines.ofEditor
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= index { low = middle } else { high = middle }
        }
        let before = text[starts[low]..<index]
        let isPlain = before.utf8.allSatisfy { $0 < 0x80 }
        return Position(line: low + 1, column: (isPlain ? before.utf8.count : before.count) + 1)
    }

    /// The first byte that the decoder had to replace, and the place of its replacement; nil if there is none.
    private static func firstRepair(_ bytes: [UInt8], _ decoded: String) -> (byte: UInt8, index: String.Index)? {
        var offset = 0
        for index in decoded.unicodeScalars.indices {
            let width = UTF8.width(decoded.unicodeScalars[index])
            guard offset + width <= bytes.count,
                bytes[offset..<offset + width].elementsEqual(decoded.utf8[index...].prefix(width))
            else { return offset < bytes.count ? (bytes[offset], index) : nil }
            offset += width
        }
        return nil
    }

    private static func withoutMark(_ text: Substring) -> String {
        String(
            text.unicodeScalars.first == "\u{FEFF}" ? text[text.unicodeScalars.index(after: text.startIndex)...] : text)
    }

    private static func withUnixLineEnds(_ raw: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.utf8.count)
        var isAfterReturn = false
        for byte in raw.utf8 {
            let isReturn = byte == UInt8(ascii: "\r")
            let isNewline = byte == UInt8(ascii: "\n")
            if !isNewline || !isAfterReturn { bytes.append(isReturn ? UInt8(ascii: "\n") : byte) }
            isAfterReturn = isReturn
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a character may stand in a file: what YAML allows, less the private planes, which no font shows. The same
    /// holds for Markdown.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x20...0x7E, 0x85, 0xA0...0xFEFE, 0xFF00...0xFFFD, 0x10000...0xEFFFF: true
        default: false
        }
    }
}

/// Where the lines of a text begin. Nobody asks for it unless there is something to say of a place.
private final class Lines {
    private let text: String
    /// The lines that an editor shows.
    lazy var ofEditor = starts { bytes, place in bytes[place] == UInt8(ascii: "\n") }
    /// The lines that YAML counts. YAML also ends a line at U+0085, U+2028 and U+2029.
    lazy var ofYAML = starts { bytes, place in
        switch bytes[place] {
        case UInt8(ascii: "\n"): true
        case 0x85: place > 0 && bytes[place - 1] == 0xC2
        case 0xA8, 0xA9: place > 1 && bytes[place - 1] == 0x80 && bytes[place - 2] == 0xE2
        default: false
        }
    }

    init(_ text: String) { self.text = text }

    /// - Parameter isEnd: Whether a line ends with the byte at a place.
    private func starts(_ isEnd: ([UInt8], Int) -> Bool) -> [String.Index] {
        let bytes = Array(text.utf8)
        let ends = bytes.indices.filter { isEnd(bytes, $0) }
        return [text.startIndex] + ends.map { text.utf8.index(text.startIndex, offsetBy: $0 + 1) }
    }
}

/// Upper-case hexadecimal with leading zeros.
func hexadecimal(_ value: UInt32, digits: Int = 2) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
}
