/// A run of text in one style.
public struct Span: Hashable, Sendable {
    public var text: String
    public var style: Style

    public init(_ text: String, _ style: Style = .plain) {
        self.text = text
        self.style = style
    }

    /// Columns it takes on one line.
    public var width: Int { TextWidth.of(text) }
}

/// One line of styled text.
public struct Line: Hashable, Sendable {
    public var spans: [Span]
    /// Blank columns before the first span.
    public var indent: Int

    public init(_ spans: [Span] = [], indent: Int = 0) {
        self.spans = spans
        self.indent = indent
    }

    public init(_ text: String, _ style: Style = .plain, indent: Int = 0) {
        self.init([Span(text, style)], indent: indent)
    }

    /// Columns, the indent included.
    public var width: Int { spans.reduce(indent) { $0 + $1.width } }

    /// The text without styles, with the indent.
    public var text: String { String(repeating: " ", count: indent) + spans.map(\.text).joined() }
}

extension Line {
    /// Breaks styled text into lines of at most `width` columns.
    ///
    /// Lines end at spaces, which are dropped there, after hyphens and around wide characters; words longer than a
    /// line are cut. Newlines in the text end lines too.
    ///
    /// - Parameters:
    ///   - firstIndent: Blank columns before the first line.
    ///   - restIndent: Blank columns before every other line.
    public static func wrap(_ spans: [Span], width: Int, firstIndent: Int = 0, restIndent: Int = 0) -> [Line] {
        var units: [LineBreaker.Unit] = []
        // Where each unit starts, in bytes from the start of all spans.
        var offsets: [Int] = []
        // Where each span starts, counted the same way.
        var starts: [Int] = []
        var length = 0
        units.reserveCapacity(spans.reduce(0) { $0 + $1.text.utf8.count })
        offsets.reserveCapacity(units.capacity + 1)
        for span in spans {
            starts.append(length)
            SafeText.scan(span.text) { glyph, source, offset, isFirst in
                if isFirst {
                    units.append(LineBreaker.Unit(width: glyph.width, source: source))
                    offsets.append(length + offset)
                } else {
                    units[units.count - 1].width += glyph.width
                }
                return true
            }
            length += span.text.utf8.count
        }
        offsets.append(length)
        let pieces = LineBreaker.pieces(of: units, first: width - firstIndent, rest: width - restIndent)
        var index = 0
        return pieces.enumerated().map { number, piece in
            let lower = offsets[piece.start]
            let upper = offsets[piece.end]
            var line = Line(indent: number == 0 ? firstIndent : restIndent)
            while index > 0 && starts[index] > lower { index -= 1 }
            while index < spans.count && starts[index] < upper {
                let text = spans[index].text
                let from = max(0, lower - starts[index])
                let upTo = min(text.utf8.count, upper - starts[index])
                if from < upTo {
                    line.spans.append(Span(text.utf8Slice(from, upTo), spans[index].style))
                }
                if upTo < text.utf8.count { break }
                index += 1
            }
            index = min(index, max(0, spans.count - 1))
            return line
        }
    }

    /// Breaks text of one style into lines; see `wrap(_:width:firstIndent:restIndent:)`.
    public static func wrap(
        _ text: String, _ style: Style = .plain, width: Int, firstIndent: Int = 0, restIndent: Int = 0
    ) -> [Line] {
        wrap([Span(text, style)], width: width, firstIndent: firstIndent, restIndent: restIndent)
    }
}

extension String {
    /// The part between two offsets in UTF-8 bytes, which must be at the edges of characters.
    func utf8Slice(_ lower: Int, _ upper: Int) -> String {
        let from = utf8.index(startIndex, offsetBy: lower)
        return String(self[from..<utf8.index(from, offsetBy: upper - lower)])
    }
}
