/// Numbers three rows high, for those who sit far from the screen.
public enum BigDigits {
    public static let rows = 3

    /// Three rows of the same width; letters that have no large form are left out.
    ///
    /// Plain symbols have only one size: the text stands in the middle row.
    public static func lines(_ text: String, symbols: Symbols = .braille) -> [String] {
        if symbols == .plain {
            let blank = String(repeating: " ", count: text.count)
            return [blank, text, blank]
        }
        let glyphs = text.compactMap { forms[$0] }
        return (0..<rows).map { row in glyphs.map { $0[row] }.joined(separator: " ") }
    }

    private static let forms: [Character: [String]] = [
        "0": ["█▀█", "█ █", "▀▀▀"], "1": ["▀█ ", " █ ", "▀▀▀"], "2": ["▀▀█", "█▀▀", "▀▀▀"],
        "3": ["▀▀█", " ▀█", "▀▀▀"], "4": ["█ █", "▀▀█", "  ▀"], "5": ["█▀▀", "▀▀█", "▀▀▀"],
        "6": ["█▀▀", "█▀█", "▀▀▀"], "7": ["▀▀█", "  █", "  ▀"], "8": ["█▀█", "█▀█", "▀▀▀"],
        "9": ["█▀█", "▀▀█", "▀▀▀"], ":": ["▄", "▄", " "],
    ]
}
