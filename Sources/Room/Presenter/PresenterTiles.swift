import Council
import Screen

/// One person with what they have said, or where they are.
struct PresenterTile {
    let name: String
    let sign: String
    let word: String
    let role: Role
    /// Whether it is an answer that is to be seen from the back of the room.
    var isFilled = false
    /// Whether it is this person's turn.
    var isNext = false

    fileprivate var style: Style { Style(role, on: .page, isFilled ? [.bold, .reverse] : .bold) }
}

/// Tiles side by side, all of one size, as large as there is room for.
struct PresenterTiles {
    private let tiles: [PresenterTile]
    /// The answers that fill a tile: there is room for each of them before anybody has given one.
    private let answers: [String]
    /// What else a tile may say, in normal text.
    private let others: [String]
    private let easel: Easel

    init(_ tiles: [PresenterTile], answers: [String], others: [String], on easel: Easel) {
        self.tiles = tiles
        self.answers = answers
        self.others = others
        self.easel = easel
    }

    func block(rank: Int) -> PresenterBlock {
        guard !tiles.isEmpty else { return PresenterBlock(rank: rank, []) }
        let sizes = Array(easel.sizes().suffix(2))
        var looks = sizes.flatMap { name in sizes.map { Look(name: name, word: $0) } }
        looks += sizes.map { Look(name: $0, isSigned: true) } + [Look(word: sizes.last)]
        looks += looks.map { Look(name: $0.name, word: $0.word, isSigned: $0.isSigned, isFramed: false) }
        let small = [Look(), Look(isFramed: false), Look(isOneLine: true, isFramed: false)]
        return PresenterBlock(rank: rank, looks.compactMap(rows), small: small.compactMap(rows))
    }

    /// How a tile is drawn: its parts in large letters of these sizes, or in normal text.
    private struct Look {
        var name: LetterSize?
        var word: LetterSize?
        /// Whether the sign stands before the name, and the word below it in normal text.
        var isSigned = false
        var isOneLine = false
        var isFramed = true
    }

    /// The rows of all tiles; nil if one tile is too wide.
    private func rows(_ look: Look) -> [Line]? {
        let gap = easel.width < 60 ? 1 : 2
        let frame = look.isFramed ? 4 : 2
        let widest = tiles.map { columns(of: $0, look) }.max() ?? 1
        let least = widest + frame
        guard least <= easel.width || look.isOneLine else { return nil }
        let most = max(1, (easel.width + gap) / (least + gap))
        let lines = (tiles.count + most - 1) / most
        let across = (tiles.count + lines - 1) / lines
        let width = min((easel.width - gap * (across - 1)) / across, max(least, 44))
        let indent = easel.margin + (easel.width - across * width - gap * (across - 1)) / 2
        var rows: [Line] = []
        for start in stride(from: 0, to: tiles.count, by: across) {
            if start > 0, look.isFramed || look.name != nil { rows.append(Line()) }
            let drawn = tiles[start..<min(start + across, tiles.count)].map { draw($0, look, width: width) }
            for row in drawn[0].indices {
                let between = [Span(String(repeating: " ", count: gap))]
                let spans: [Span] = Array(drawn.map { $0[row] }.joined(separator: between))
                rows.append(Line(spans, indent: indent))
            }
        }
        return rows
    }

    /// Columns that a tile may need, whatever is answered: nothing moves during a vote.
    private func columns(of tile: PresenterTile, _ look: Look) -> Int {
        let shown = answers.map { answer in
            PresenterTile(name: tile.name, sign: "✓", word: answer, role: .yes, isFilled: true, isNext: true)
        }
        let quiet = others.map { word in
            PresenterTile(name: tile.name, sign: "–", word: word, role: .muted, isNext: true)
        }
        return ([tile] + shown + quiet).map { tile in
            if look.isOneLine { return TextWidth.of(line(of: tile)) }
            let name = look.name.flatMap { LargeText.columns(signed(tile, look), $0) }
            // Only answers have to fit in large letters; other words are text.
            let word = look.word.flatMap { tile.isFilled ? LargeText.columns(tile.word, $0) : nil }
            return max(name ?? TextWidth.of(nameLine(of: tile)), word ?? TextWidth.of(wordLine(of: tile)))
        }.max() ?? 1
    }

    private func signed(_ tile: PresenterTile, _ look: Look) -> String {
        look.isSigned && tile.isFilled ? "\(tile.sign) \(tile.name)" : tile.name
    }
    private func nameLine(of tile: PresenterTile) -> String { (tile.isNext ? "▸ " : "") + tile.name }
    private func wordLine(of tile: PresenterTile) -> String {
        tile.sign.isEmpty ? tile.word : "\(tile.sign) \(tile.word)"
    }
    private func line(of tile: PresenterTile) -> String { "\(nameLine(of: tile)) \(wordLine(of: tile))" }

    /// A tile as rows of spans, each `width` columns wide.
    private func draw(_ tile: PresenterTile, _ look: Look, width: Int) -> [[Span]] {
        let style = tile.style
        let inside = width - (look.isFramed ? 4 : 2)
        if look.isOneLine { return [padded(Line(line(of: tile), style), style, width)] }
        let nameStyle = tile.isFilled ? style : Style(tile.isNext ? .cursor : .text, on: .page, .bold)
        var rows = part(
            signed(tile, look), or: nameLine(of: tile), among: tiles.map(\.name), look.name, nameStyle, inside)
        if look.name != nil, look.word != nil { rows.append(Line()) }
        // A large name has no room for the sign that points at it.
        let word = (tile.isNext && look.name != nil ? "▸ " : "") + wordLine(of: tile)
        rows += part(tile.isFilled ? tile.word : nil, or: word, among: answers, look.word, style, inside)
        let content = rows.map { padded($0, style, look.isFramed ? width - 2 : width) }
        guard look.isFramed else { return content }
        return framed(content, tile, width)
    }

    /// A part of a tile in as many rows as its size has: in large letters, or as text if they don't fit.
    private func part(
        _ large: String?, or text: String, among texts: [String], _ size: LetterSize?, _ style: Style, _ width: Int
    ) -> [Line] {
        guard let size else { return [Line(text, style)] }
        let drawn = large.flatMap { LargeText.line($0, size, style, symbols: easel.symbols) }
        let fits = drawn.map { $0.allSatisfy { $0.width <= width } } ?? false
        return grown(fits ? drawn ?? [] : [Line(text, style)], to: height(size, texts))
    }

    /// Rows that the tallest of the texts has.
    private func height(_ size: LetterSize, _ texts: [String]) -> Int {
        texts.compactMap { LargeText.line($0, size, .plain, symbols: easel.symbols)?.count }.max() ?? 1
    }

    private func grown(_ lines: [Line], to rows: Int) -> [Line] {
        let missing = max(0, rows - lines.count)
        // Letters without a mark stand on one line with those that have one.
        let above = lines.count > 1 ? missing : missing / 2
        return Array(repeating: Line(), count: above) + lines + Array(repeating: Line(), count: missing - above)
    }

    private func padded(_ line: Line, _ style: Style, _ width: Int) -> [Span] {
        let used = line.width
        guard used <= width else { return [Span(TextWidth.truncated(line.text, to: width), style)] }
        let left = (width - used) / 2
        return [Span(String(repeating: " ", count: left), style)] + line.spans
            + [Span(String(repeating: " ", count: width - used - left), style)]
    }

    /// A frame around a tile; one that is filled has its colour there instead.
    private func framed(_ rows: [[Span]], _ tile: PresenterTile, _ width: Int) -> [[Span]] {
        let style = tile.isFilled ? tile.style : Style(.border)
        func edge(_ left: String, _ middle: String, _ right: String) -> [Span] {
            let line = left + String(repeating: middle, count: width - 2) + right
            return [Span(tile.isFilled ? String(repeating: " ", count: width) : line, style)]
        }
        let side = Span(tile.isFilled ? " " : "│", style)
        return [edge("┌", "─", "┐")] + rows.map { [side] + $0 + [side] } + [edge("└", "─", "┘")]
    }
}
