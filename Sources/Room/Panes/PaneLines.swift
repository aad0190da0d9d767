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
        search?.mark(self, on: &canvas, from: top, at: column, place: place)
        guard count > visible, visible > 0 else { return }
        let length = Swift.max(1, visible * visible / count)
        let place = (visible - length) * top / Swift.max(1, count - visible)
        for row in place..<Swift.min(visible, place + length) {
            canvas.put("▐", row: row, column: canvas.columns - 1, style: Style(.border))
        }
    }
}

extension Line {
    /// What a pane shows if there is no item.
    static let noItems = Line("no items on this agenda", Style(.muted))
}
