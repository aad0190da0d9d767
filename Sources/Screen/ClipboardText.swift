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
