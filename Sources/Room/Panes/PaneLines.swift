import Screen

/// The lines of a pane: ready-made ones, and below them a text that is broken into lines as they come in sight.
struct PaneLines: RandomAccessCollection {
    private var made: [Line]
    private var rest: WrappedText?
    /// The first line of each thing that can be pointed at, such as an item or a ballot.
    let starts: [Int]
    /// The things that the pane's cursor goes through.
    let rows: [PaneRow]

    init(_ made: [Line], above rest: WrappedText? = nil, starts: [Int] = [], rows: [PaneRow] = []) {
        self.made = made
        self.rest = rest
        self.starts = starts
        self.rows = rows
    }

    init(_ made: [Line], above lines: PaneLines) { self.init(made + lines.made, above: lines.rest) }

    var startIndex: Int { 0 }
    var endIndex: Int { made.count + (rest?.count ?? 0) }

    subscript(index: Int) -> Line {
        guard index >= made.count, let rest else { return made[index] }
        return rest[index - made.count]
    }
}

extension PaneLines {
    /// Draws the lines from `top` on, with a bar at the right edge if there are more than fit.
    ///
    /// - Parameters:
    ///   - column: The column in which the lines begin.
    ///   - search: A text that is looked for: each place with it is marked.
    ///   - place: The place in this pane where it was found last.
    ///   - cursor: The row under the cursor.
    func draw(
        _ canvas: inout Canvas, from top: Int, at column: Int, finding search: TextSearch? = nil,
        place: TextSearch.Place? = nil, cursor: Int? = nil
    ) {
        let visible = canvas.rows
        let selected = cursor.flatMap { rows.indices.contains($0) ? rows[$0].lines : nil }
        for (row, line) in dropFirst(top).prefix(visible).enumerated() {
            var line = line
            if selected?.contains(top + row) == true {
                canvas.fill(
                    Rect(row: row, column: 0, rows: 1, columns: canvas.columns - 1), Style(.text, on: .selected))
                line = line.on(.selected)
            }
            canvas.put(line, row: row, column: column, width: canvas.columns - 1 - column, overflow: .ellipsis)
        }
        if let search { mark(search, place, on: &canvas, from: top, at: column) }
        guard count > visible, visible > 0 else { return }
        let length = Swift.max(1, visible * visible / count)
        let place = (visible - length) * top / Swift.max(1, count - visible)
        for row in place..<Swift.min(visible, place + length) {
            canvas.put("▐", row: row, column: canvas.columns - 1, style: Style(.border))
        }
    }
}

extension PaneLines {
    /// Marks each place of a text in the lines that are seen.
    private func mark(
        _ search: TextSearch, _ place: TextSearch.Place?, on canvas: inout Canvas, from top: Int, at column: Int
    ) {
        // A text can begin some lines above those that are seen, and end below.
        let margin = 2 + search.wanted.count / Swift.max(8, canvas.columns - 2)
        let range = Swift.max(0, top - margin)..<Swift.max(top, Swift.min(count, top + canvas.rows + margin))
        let found = search.found(in: range.lazy.map { (number: $0, text: self[$0].text) })
        for parts in found {
            let isHere = parts.first.map { $0.line == place?.line && $0.letters.lowerBound == place?.letter } ?? false
            for part in parts where (0..<canvas.rows).contains(part.line - top) {
                let letters = Array(self[part.line].text)
                let start = TextWidth.of(String(letters[..<part.letters.lowerBound]))
                let width = TextWidth.of(String(letters[part.letters]))
                let row = part.line - top
                canvas.put("›", row: row, column: 0, style: Style(.cursor, on: .page, .bold))
                canvas.restyle(Rect(row: row, column: column + start, rows: 1, columns: width)) {
                    Style(isHere ? .cursor : $0.role, on: $0.ground, isHere ? [.bold, .reverse] : .reverse)
                }
            }
        }
    }
}

extension Line {
    /// What a pane shows if there is no item.
    static let noItems = Line("no items on this agenda", Style(.muted))
}
