import Screen

/// A part of the presenter view: the ways in which it can be drawn, the largest first.
struct PresenterBlock {
    let variants: [[Line]]
    /// 0 is the thought itself; the block with the highest number goes first if there is no room.
    let rank: Int
    /// The variant that every block gets, if there is room, before one of them becomes larger.
    let enough: Int

    /// - Parameter small: The ways in normal text, for which there is always room.
    init(rank: Int, _ large: [[Line]], small: [[Line]] = []) {
        self.rank = rank
        func rising(_ variants: [[Line]]) -> [[Line]] {
            let sorted = variants.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
            // Of two ways of the same height the first one is the better.
            return sorted.enumerated().filter { $0 == 0 || sorted[$0 - 1].count != $1.count }.map(\.element)
        }
        let (first, last) = (rising(large), rising(small))
        let least = first.last?.count ?? .max
        variants = first + last.filter { $0.count < least }
        enough = max(0, first.count - 1)
    }
}

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

    private func normal(_ spans: [Span], most: Int) -> [Line] {
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

/// Puts blocks one below the other.
enum PresenterPage {
    /// The lines of the blocks at their rows: as large as all of them can be, and the rest of the rows between them.
    static func rows(of all: [PresenterBlock], in rows: Int) -> [(Int, Line)] {
        var blocks = all.filter { !$0.variants.isEmpty }
        func least(_ blocks: [PresenterBlock]) -> Int { blocks.reduce(0) { $0 + ($1.variants.last?.count ?? 0) } }
        while blocks.count > 1, least(blocks) > rows, let rank = blocks.map(\.rank).max(),
            let last = blocks.lastIndex(where: { $0.rank == rank })
        {
            blocks.remove(at: last)
        }
        var chosen = blocks.map { $0.variants.count - 1 }
        var used = least(blocks)
        let order = blocks.indices.sorted { (blocks[$0].rank, $0) < (blocks[$1].rank, $1) }
        // A blank row between any two blocks, if there are many rows; large letters are apart without one.
        let airy = rows - min(blocks.count - 1, rows / 6)
        /// Draws a block larger if there is room.
        func grow(_ index: Int, to variant: Int, in room: Int) -> Bool {
            let more = blocks[index].variants[variant].count - blocks[index].variants[chosen[index]].count
            guard variant < chosen[index], used + more <= room else { return false }
            used += more
            chosen[index] = variant
            return true
        }
        for index in order { _ = grow(index, to: blocks[index].enough, in: rows - blocks.count / 3) }
        // One step larger, block by block, the thought itself first.
        var isGrowing = true
        while isGrowing {
            isGrowing = order.reduce(false) { grow($1, to: max(0, chosen[$1] - 1), in: airy) || $0 }
        }
        var placed: [(Int, Line)] = []
        var row = 0
        for (index, block) in blocks.enumerated() {
            for line in block.variants[chosen[index]] {
                placed.append((row, line))
                row += 1
            }
            // The rows that are left, in equal parts between the blocks.
            let (left, gaps) = (max(0, rows - used), blocks.count - 1)
            if index < gaps { row += left * (index + 1) / gaps - left * index / gaps }
        }
        return placed
    }
}
