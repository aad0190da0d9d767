/// How many columns text takes once it is made safe, and cutting it to a number of columns.
public enum TextWidth {
    /// Columns of a text on one line.
    public static func of(_ text: String) -> Int {
        var columns = 0
        SafeText.scan(text) { glyph, _, _, _ in
            columns += Int(glyph.width)
            return true
        }
        return columns
    }

    /// Columns of one character.
    public static func of(_ character: Character) -> Int {
        if let byte = character.asciiValue, byte >= 0x20, byte < 0x7F { return 1 }
        return SafeText.glyphs(of: character).reduce(0) { $0 + Int($1.width) }
    }

    /// The text, or as much of its beginning as fits into `columns` together with `…`.
    public static func truncated(_ text: String, to columns: Int) -> String {
        guard columns > 0 else { return "" }
        var used = 0
        var kept = 0
        var fits = true
        SafeText.scan(text) { glyph, _, offset, starts in
            if starts && used < columns { kept = offset }
            used += Int(glyph.width)
            fits = used <= columns
            return fits
        }
        if fits { return text }
        while kept > 0 {
            let head = text[..<text.utf8.index(text.startIndex, offsetBy: kept)]
            if of(String(head)) <= columns - 1 { return head + "…" }
            kept = head.utf8.count - (head.last?.utf8.count ?? 0)
        }
        return "…"
    }

    /// The text as it is drawn: every character that a terminal could act on replaced by a visible one.
    public static func safe(_ text: String) -> String {
        var shown = ""
        SafeText.scan(text) { glyph, _, _, _ in
            if glyph.isSingle, let scalar = Unicode.Scalar(glyph.base) {
                shown.unicodeScalars.append(scalar)
            } else {
                shown += glyph.text
            }
            return true
        }
        return shown
    }
}
