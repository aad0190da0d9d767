/// How large letters are: their font, and the columns and half rows that a pixel of it takes.
public struct LetterSize: Hashable, Sendable {
    public enum Font: Sendable { case tall, small }

    public let font: Font
    let across: Int
    let down: Int

    private init(_ font: Font, _ across: Int, _ down: Int) {
        self.font = font
        self.across = across
        self.down = down
    }

    /// Five to seven columns a letter and three rows high, the smallest there is.
    public static let least = LetterSize(.small, 1, 1)

    /// All sizes, the largest first. Without half blocks every pixel is at least a row high.
    public static func all(_ symbols: Symbols) -> [LetterSize] {
        symbols == .plain
            ? [
                LetterSize(.tall, 4, 4), LetterSize(.tall, 2, 2), LetterSize(.tall, 1, 2), LetterSize(.small, 2, 2),
                LetterSize(.small, 1, 2),
            ]
            : [
                LetterSize(.tall, 4, 4), LetterSize(.tall, 3, 3), LetterSize(.tall, 2, 2), LetterSize(.small, 2, 2),
                LetterSize(.tall, 1, 1), least,
            ]
    }

    var letters: LetterFont { font == .tall ? .tall : .small }
}

/// Text in letters several rows high, for those who sit far from the screen.
public enum LargeText {
    /// One line of text as rows of cells; nil if there is a letter that the font has not.
    public static func line(_ text: String, _ size: LetterSize, _ style: Style, symbols: Symbols) -> [Line]? {
        guard let pixels = size.letters.pixels(of: text), let first = pixels.first, !first.isEmpty else { return nil }
        let halves = pixels.count * size.down
        func isSet(_ half: Int, _ column: Int) -> Bool {
            half < halves && pixels[half / size.down][column / size.across]
        }
        let columns = first.count * size.across
        return (0..<(halves + 1) / 2).map { row in
            if symbols == .plain {
                return inverse((0..<columns).map { isSet(2 * row, $0) }, style)
            }
            let cells = (0..<columns).map { column -> Character in
                switch (isSet(2 * row, column), isSet(2 * row + 1, column)) {
                case (true, true): "█"
                case (true, false): "▀"
                case (false, true): "▄"
                case (false, false): " "
                }
            }
            return Line(String(cells), style)
        }
    }

    /// Without block characters, a pixel is a blank in the style's colours the other way round.
    private static func inverse(_ pixels: [Bool], _ style: Style) -> Line {
        var spans: [Span] = []
        var last: Bool?
        for pixel in pixels {
            if pixel == last {
                spans[spans.count - 1].text += " "
            } else {
                var own = style
                if pixel { own.traits.formSymmetricDifference(.reverse) }
                spans.append(Span(" ", own))
            }
            last = pixel
        }
        return Line(spans)
    }

    /// Columns of a text in one line; nil if there is a letter that the font has not.
    public static func columns(_ text: String, _ size: LetterSize) -> Int? {
        size.letters.pixels(of: text)?.first.map { $0.count * size.across }
    }

    /// Text broken between words into lines of about one length, each in the middle of `columns`.
    ///
    /// - Returns: nil if the font lacks a letter, if a word is too wide, or if it takes more than `most` lines.
    public static func wrapped(
        _ text: String, _ size: LetterSize, _ style: Style, columns: Int, most: Int = 3, symbols: Symbols
    ) -> [Line]? {
        let words = text.split(separator: " ").map(String.init)
        var widths: [Int] = []
        for word in words {
            guard let width = LargeText.columns(word, size), width <= columns else { return nil }
            widths.append(width)
        }
        guard let blank = LargeText.columns(" ", size), !words.isEmpty else { return nil }
        let gap = blank + 2 * size.across
        func broken(_ limit: Int) -> [Range<Int>] {
            var lines: [Range<Int>] = []
            var (start, used) = (0, -gap)
            for (place, width) in widths.enumerated() {
                if place > start, used + gap + width > limit {
                    lines.append(start..<place)
                    (start, used) = (place, -gap)
                }
                used += gap + width
            }
            return lines + [start..<words.count]
        }
        var lines = broken(columns)
        guard lines.count <= most else { return nil }
        // The narrowest that needs no more lines.
        for limit in stride(from: columns - 1, to: widths.max() ?? 0, by: -1) {
            let narrower = broken(limit)
            guard narrower.count == lines.count else { break }
            lines = narrower
        }
        var rows: [Line] = []
        for line in lines {
            guard let drawn = LargeText.line(words[line].joined(separator: " "), size, style, symbols: symbols) else {
                return nil
            }
            if !rows.isEmpty, size.down % 2 == 0 { rows.append(Line()) }
            rows += drawn.map { $0.centered(in: columns) }
        }
        return rows
    }
}

extension Line {
    /// The same line in the middle of so many columns.
    public func centered(in columns: Int) -> Line {
        Line(spans, indent: indent + max(0, columns - width) / 2)
    }
}
