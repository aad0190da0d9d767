/// The control sequence that hands a terminal a text for the clipboard of the computer it runs on (OSC 52).
///
/// It goes where the screen goes, so it works over SSH. The terminal does not answer, whether it takes it or not.
public enum ClipboardSequence {
    /// - Parameter throughScreen: Whether the program runs inside GNU screen. It passes on only what is marked for the
    ///   terminal outside, and only in short pieces.
    public static func bytes(for text: String, throughScreen: Bool = false) -> [UInt8] {
        let encoded = base64(Array(text.utf8))
        guard throughScreen else { return Array("\u{1B}]52;c;".utf8) + encoded + [0x07] }
        var bytes = Array("\u{1B}P\u{1B}]52;c;".utf8)
        for start in stride(from: 0, to: encoded.count, by: 76) {
            if start > 0 { bytes += Array("\u{1B}\\\u{1B}P".utf8) }
            bytes += encoded[start..<min(encoded.count, start + 76)]
        }
        return bytes + Array("\u{07}\u{1B}\\".utf8)
    }

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func base64(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(bytes.count, start + 3)]
            var value = group.reduce(0) { $0 << 8 | Int($1) }
            value <<= 8 * (3 - group.count)
            for place in 0..<4 {
                result.append(place <= group.count ? digits[value >> (18 - 6 * place) & 63] : 0x3D)
            }
        }
        return result
    }
}

/// Text on its way to a clipboard, from where it may be pasted into a shell or a message.
public enum ClipboardText {
    /// The text with its lines and tabs. A control character, or one that reorders text, is replaced by what the screen
    /// shows for it; letters of any script and emoji stay as they are.
    public static func safe(_ text: String) -> String {
        var safe = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in text.unicodeScalars {
            defer { wasReturn = scalar == "\r" }
            switch scalar.value {
            case 0x0A where wasReturn: continue
            case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: safe.append("\n")
            case 0x00..<0x09, 0x0B..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069:
                safe.append(Unicode.Scalar(SafeText.slowGlyph(of: scalar).base) ?? "\u{FFFD}")
            default: safe.append(scalar)
            }
        }
        return String(safe)
    }
}
