/// Which characters charts are drawn with: what the terminal's font has is not known, only guessed from its name.
public enum Symbols: Sendable, CaseIterable {
    /// Braille, two by four dots a cell, and block elements.
    case braille
    /// Block elements, two by two dots a cell.
    case blocks
    /// Letters and signs of ASCII alone.
    case plain

    /// The richest that a terminal may be trusted with.
    ///
    /// - Parameters:
    ///   - terminal: The value of `TERM`. The Linux console has 256 or 512 glyphs, blocks among them, braille not.
    ///   - locale: The first that is set of `LC_ALL`, `LC_CTYPE` and `LANG`; empty where none is.
    public init(terminal: String, locale: String) {
        let isUTF8 = locale.lowercased().replacing("-", with: "").contains("utf8")
        if !isUTF8 && !locale.isEmpty || terminal.hasPrefix("vt") {
            self = .plain
        } else {
            self = terminal == "linux" || terminal.hasPrefix("linux-") ? .blocks : .braille
        }
    }
}
