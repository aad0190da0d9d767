/// The control sequence that hands a terminal a text for the clipboard of the computer it runs on (OSC 52).
///
/// It goes where the screen goes, so it works over SSH. A terminal answers nothing, whether it takes it or not.
public enum ClipboardSequence {
    /// - Parameter throughScreen: Whether GNU screen is in between, which passes on only what is marked for the
    ///   terminal outside, and of that only short pieces.
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
