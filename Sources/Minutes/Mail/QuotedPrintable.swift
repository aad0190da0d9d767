/// Text that survives every mail system (RFC 2045, section 6.7).
enum QuotedPrintable {
    /// The lines, encoded, each at most 76 characters; longer ones are broken softly.
    static func encode(_ lines: [String]) -> [String] { lines.flatMap(encode) }

    private static func encode(_ line: String) -> [String] {
        let bytes = Array(line.utf8)
        var lines: [String] = []
        var current: [UInt8] = []
        current.reserveCapacity(80)
        for (place, byte) in bytes.enumerated() {
            let isLast = place == bytes.count - 1
            let room = isLast ? 76 : 75
            let isPlain =
                switch byte {
                case UInt8(ascii: "="): false
                case UInt8(ascii: " "): !isLast
                // A line `.` ends a mail, and `From ` at the start of a line, a softly broken one included, begins a mail
                // in a mailbox file.
                case UInt8(ascii: "."): place > 0
                case UInt8(ascii: "F"):
                    !(current.isEmpty || current.count + 1 > room) || !bytes[place...].starts(with: beginOfMail)
                default: 0x20...0x7E ~= byte
                }
            if current.count + (isPlain ? 1 : 3) > room {
                current.append(UInt8(ascii: "="))
                lines.append(String(decoding: current, as: UTF8.self))
                current.removeAll(keepingCapacity: true)
            }
            if isPlain {
                current.append(byte)
            } else {
                current += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
            }
        }
        return lines + [String(decoding: current, as: UTF8.self)]
    }

    private static let beginOfMail = Array("From ".utf8)
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// The bytes that an encoded line stands for.
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
