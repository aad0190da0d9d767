import Screen

/// What blocks are drawn on: so many columns, with such characters.
struct Easel {
    let columns: Int
    let symbols: Symbols

    var margin: Int { columns < 60 ? 1 : 2 }
    /// Columns between the margins.
    var width: Int { max(1, columns - 2 * margin) }

    func sizes(upTo most: LetterSize? = nil) -> ArraySlice<LetterSize> {
        let all = LetterSize.all(symbols)
        return all[(most.flatMap(all.firstIndex) ?? 0)...]
    }

    /// Text in the middle, as large as there is room for; normal bold text where there is no room for letters, or where
    /// the font has not all of them.
    func large(_ text: String, _ role: Role, rank: Int, most lines: Int = 3, upTo size: LetterSize? = nil)
        -> PresenterBlock
    {
        let style = Style(role, on: .page, .bold)
        let drawn = sizes(upTo: size).compactMap {
            LargeText.wrapped(text, $0, style, columns: width, most: lines, symbols: symbols)
        }
        return PresenterBlock(
            rank: rank, drawn.map { $0.map(inMargin) },
            small: (1...lines).reversed().map { normal([Span(text, style)], most: $0) })
    }

    /// A line that was drawn between the margins.
    private func inMargin(_ line: Line) -> Line { Line(line.spans, indent: line.indent + margin) }

    /// What goes with the thought, in the smallest letters.
    func fine(_ text: String, _ role: Role = .text, rank: Int, most lines: Int = 3) -> PresenterBlock {
        large(text, role, rank: rank, most: lines, upTo: sizes().last)
    }

    /// Normal text in the middle; what has no room is left out with a sign.
    func normal(_ spans: [Span], most: Int) -> [Line] {
        let lines = Line.wrap(spans, width: width)
        var shown = Array(lines.prefix(most))
        if lines.count > most, let last = shown.popLast() {
            let text = TextWidth.truncated(last.text, to: max(1, width - 1)) + "…"
            shown.append(Line(text, last.spans.last?.style ?? .plain))
        }
        return shown.map { $0.centered(in: columns) }
    }

    /// A word across the whole width, on a ground of its colour.
    func band(_ text: String, sign: String, _ role: Role, upTo size: LetterSize? = nil) -> PresenterBlock {
        let style = Style(role, on: .page, [.bold, .reverse])
        let shown = "\(sign) \(text)"
        let large = sizes(upTo: size).compactMap {
            LargeText.wrapped(shown, $0, style, columns: width, most: 1, symbols: symbols)
                ?? LargeText.wrapped(text, $0, style, columns: width, most: 2, symbols: symbols)
        }
        let small = normal([Span(shown, style)], most: 1)
        let padded = (large.map { $0.map(inMargin) } + [small]).map { [Line()] + $0 + [Line()] }
        func ground(_ variants: [[Line]]) -> [[Line]] { variants.map { $0.map { filled($0, style) } } }
        return PresenterBlock(rank: 0, ground(padded.dropLast()), small: ground([padded.last ?? [], small]))
    }

    /// The line in its style from edge to edge.
    private func filled(_ line: Line, _ style: Style) -> Line {
        let left = String(repeating: " ", count: line.indent)
        let right = String(repeating: " ", count: max(0, columns - line.width))
        return Line([Span(left, style)] + line.spans + [Span(right, style)])
    }

    /// The line at the top: what is before the council, in small.
    func strip(_ left: String, _ right: String) -> PresenterBlock {
        let style = Style(.heading, on: .page, .bold)
        let room = max(0, width - TextWidth.of(right) - 2)
        let text = TextWidth.truncated(left, to: room)
        let gap = String(repeating: " ", count: max(0, width - TextWidth.of(text) - TextWidth.of(right)))
        return PresenterBlock(
            rank: 5, [[Line([Span(text, style), Span(gap), Span(right, Style(.muted))], indent: margin)]])
    }
}
