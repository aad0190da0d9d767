import Glibc

/// How many columns text takes once it is made safe, and cutting it to a number of columns.
public enum TextWidth {
    /// Makes the C library count and write UTF-8, as the first measurement does too.
    ///
    /// Call it before a library that writes text by the locale, such as ncurses, is started.
    public static func useUTF8() { ColumnCount.prepare() }

    /// Columns of a text on one line.
    public static func of(_ text: String) -> Int {
        // Each character of printable ASCII takes one.
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
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
        var used = 0
        // Bytes of the text that leave room for the ellipsis.
        var kept = 0
        SafeText.scan(text) { glyph, _, offset, starts in
            if starts && used < columns { kept = offset }
            used += Int(glyph.width)
            return used <= columns
        }
        if used <= columns { return text }
        return columns > 0 ? text.utf8Slice(0, kept) + "…" : ""
    }

    /// The text as it is drawn: every character that a terminal could act on replaced by a visible one.
    public static func safe(_ text: String) -> String {
        // Most texts are printable ASCII, which is shown as it is.
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
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

/// The C library's table of how many columns a scalar takes: the table that ncurses counts with.
enum ColumnCount {
    /// Columns of a scalar: 0, 1 or 2; -1 if it can't be printed.
    static func of(_ scalar: UInt32) -> Int {
        Int(function(Int32(bitPattern: scalar)))
    }

    /// Makes sure that the locale's character type is set.
    static func prepare() { _ = function }

    /// `wcwidth`, looked up because Swift's Glibc module leaves out `<wchar.h>`.
    ///
    /// It answers for the locale, whose character type is set here once: the user's if that is UTF-8, else `C.UTF-8`.
    private static let function: @convention(c) (Int32) -> Int32 = {
        setlocale(LC_CTYPE, "")
        if nl_langinfo(nl_item(CODESET)).map({ String(cString: $0) }) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
        guard let symbol = dlsym(nil, "wcwidth") else { return { _ in -1 } }
        return unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Int32).self)
    }()
}
