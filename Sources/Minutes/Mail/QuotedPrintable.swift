/// Text that survives every mail system (RFC 2045, section 6.7).
enum QuotedPrintable {
    /// The lines, encoded, each at most 76 characters; longer ones are broken softly.
    static func encode(_ lines: [String]) -> [String] { lines.flatMap(encode) }

    private static func encode(_ line: String) -> [String] {
        let bytes = Array(line.utf8)
        var lines: [String] = []
        var current = ""
        for (place, byte) in bytes.enumerated() {
            let isLast = place == bytes.count - 1
            let encoded =
                switch byte {
                case UInt8(ascii: "="): "=3D"
                case UInt8(ascii: " ") where isLast: "=20"
                // A line `.` alone ends a mail, and `From ` at its start begins one in a mailbox file.
                case UInt8(ascii: ".") where place == 0: "=2E"
                case UInt8(ascii: "F") where place == 0 && line.hasPrefix("From "): "=46"
                case 0x20...0x7E: String(Unicode.Scalar(byte))
                default: "=" + hexadecimal(byte)
                }
            if current.utf8.count + encoded.utf8.count > (isLast ? 76 : 75) {
                lines.append(current + "=")
                current = ""
            }
            current += encoded
        }
        return lines + [current]
    }
}
