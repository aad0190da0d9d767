import Screen

/// The lines of a pane: ready-made ones, and below them a text that is broken into lines as they come in sight.
struct PaneLines: RandomAccessCollection {
    private var made: [Line]
    private var rest: WrappedText?
    /// The first line of each thing that can be pointed at, such as an item or a ballot.
    let starts: [Int]

    init(_ made: [Line], above rest: WrappedText? = nil, starts: [Int] = []) {
        self.made = made
        self.rest = rest
        self.starts = starts
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
    ///   - wanted: A text that was looked for, in small letters: lines with it are marked.
    func draw(_ canvas: inout Canvas, from top: Int, at column: Int, finding wanted: String = "") {
        let visible = canvas.rows
        for (row, line) in dropFirst(top).prefix(visible).enumerated() {
            canvas.put(line, row: row, column: column, width: canvas.columns - 1 - column, overflow: .ellipsis)
            if !wanted.isEmpty, line.text.lowercased().contains(wanted) {
                canvas.put("›", row: row, column: 0, style: Style(.cursor, on: .page, .bold))
            }
        }
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
