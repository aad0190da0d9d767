/// The characters that charts are drawn with. What the terminal's font has is guessed from the terminal's name.
public enum Symbols: Sendable, CaseIterable {
    /// Braille, two by four dots a cell, and block elements.
    case braille
    /// Block elements, two by two dots a cell.
    case blocks
    /// Letters and signs of ASCII alone.
    case plain

    /// The richest characters that a terminal is likely to show.
    ///
    /// - Parameters:
    ///   - terminal: The value of `TERM`. The Linux console has 256 or 512 glyphs, blocks among them, braille not.
    ///   - locale: The first that is set of `LC_ALL`, `LC_CTYPE` and `LANG`; empty if none is.
    public init(terminal: String, locale: String) {
        let isUTF8 = locale.lowercased().replacing("-", with: "").contains("utf8")
        if !isUTF8 && !locale.isEmpty || terminal.hasPrefix("vt") {
            self = .plain
        } else {
            self = terminal == "linux" || terminal.hasPrefix("linux-") ? .blocks : .braille
        }
    }
}

/// A bar across one row: how much of a whole there is.
public struct Meter: Hashable, Sendable {
    /// The full part. Its last cell may be full in part only.
    public let filled: String
    /// The rest of the width.
    public let rest: String

    /// - Parameters:
    ///   - part: 0…1; anything beyond is cut.
    ///   - width: Columns.
    ///   - track: What the rest is drawn with; nil for blanks. Plain symbols draw any track with dots.
    public init(_ part: Double, width: Int, symbols: Symbols = .braille, track: Character? = nil) {
        let width = max(0, width)
        let eighths = Int((max(0, min(1, part.isFinite ? part : 0)) * Double(width * 8)).rounded())
        let (whole, more) = eighths.quotientAndRemainder(dividingBy: 8)
        guard symbols != .plain else {
            filled = String(repeating: "#", count: whole)
            rest = String(repeating: track == nil ? " " : ".", count: width - whole)
            return
        }
        let steps = Array("▏▎▍▌▋▊▉")
        // Of the eighths, the Linux console has only the half.
        let end = symbols == .blocks ? (more >= 4 ? "▌" : "") : (more > 0 ? String(steps[more - 1]) : "")
        filled = String(repeating: "█", count: whole) + end
        rest = String(repeating: track ?? " ", count: width - whole - end.count)
    }
}
