extension Fact {
    /// The fact as JSON, two spaces a level, names in the order of the model.
    var json: String {
        var bytes: [UInt8] = []
        writeJSON(to: &bytes, indent: 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func writeJSON(to bytes: inout [UInt8], indent: Int) {
        switch self {
        case .text(let value): Self.writeQuoted(value, to: &bytes)
        case .number(let value): bytes += String(value).utf8
        case .real(let value): bytes += Self.digits(of: value).utf8
        case .truth(let value): bytes += (value ? "true" : "false").utf8
        case .formed(let value, _): Self.writeQuoted(value, to: &bytes)
        case .nothing: bytes += "null".utf8
        case .list(let facts):
            bytes.append(UInt8(ascii: "["))
            for (place, fact) in facts.enumerated() {
                Self.beginPart(place, to: &bytes, indent: indent)
                fact.writeJSON(to: &bytes, indent: indent + 1)
            }
            Self.end("]", isEmpty: facts.isEmpty, to: &bytes, indent: indent)
        case .record(let fields):
            bytes.append(UInt8(ascii: "{"))
            for (place, field) in fields.enumerated() {
                Self.beginPart(place, to: &bytes, indent: indent)
                Self.writeQuoted(field.name, to: &bytes)
                bytes += ": ".utf8
                field.fact.writeJSON(to: &bytes, indent: indent + 1)
            }
            Self.end("}", isEmpty: fields.isEmpty, to: &bytes, indent: indent)
        }
    }

    /// `0.5`, and `450000` where the number is whole.
    static func digits(of real: Double) -> String {
        Int(exactly: real).map(String.init) ?? "\(real)"
    }

    private static func beginPart(_ place: Int, to bytes: inout [UInt8], indent: Int) {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        beginLine(to: &bytes, indent: indent + 1)
    }

    private static func end(_ close: String, isEmpty: Bool, to bytes: inout [UInt8], indent: Int) {
        if !isEmpty { beginLine(to: &bytes, indent: indent) }
        bytes += close.utf8
    }

    private static func beginLine(to bytes: inout [UInt8], indent: Int) {
        bytes.append(UInt8(ascii: "\n"))
        bytes += repeatElement(UInt8(ascii: " "), count: 2 * indent)
    }

    /// A JSON string (RFC 8259, section 7). Bytes of longer characters are none that have to be escaped.
    private static func writeQuoted(_ value: String, to bytes: inout [UInt8]) {
        let quote = UInt8(ascii: "\"")
        let backslash = UInt8(ascii: "\\")
        bytes.append(quote)
        if value.utf8.contains(where: { $0 < 0x20 || $0 == quote || $0 == backslash }) {
            for byte in value.utf8 {
                switch byte {
                case quote, backslash: bytes += [backslash, byte]
                case UInt8(ascii: "\n"): bytes += "\\n".utf8
                case 0..<0x20:
                    let digits = String(byte, radix: 16)
                    bytes += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
                default: bytes.append(byte)
                }
            }
        } else {
            bytes += value.utf8
        }
        bytes.append(quote)
    }
}
