import Council
import Screen

/// What drawing a pane found out: rows there were, and rows that fit.
struct PaneContent {
    var rows: Int
    var visible: Int

    /// The first line that is shown, where `top` would be.
    static func first(of lines: Int, top: Int, visible: Int) -> Int { max(0, min(top, lines - visible)) }

    /// Draws the part of some lines that begins at `top`, with a bar at the right edge where there is more.
    static func draw(
        _ lines: some RandomAccessCollection<Line>, top: Int, at column: Int = 1, finding wanted: String = "",
        _ canvas: inout Canvas
    ) -> PaneContent {
        let visible = canvas.rows
        let first = first(of: lines.count, top: top, visible: visible)
        for (row, line) in lines.dropFirst(first).prefix(visible).enumerated() {
            canvas.put(line, row: row, column: column, width: canvas.columns - 1 - column, overflow: .ellipsis)
            if !wanted.isEmpty, line.text.lowercased().contains(wanted) {
                canvas.put("›", row: row, column: 0, style: Style(.cursor, on: .page, .bold))
            }
        }
        if lines.count > visible, visible > 0 {
            let length = max(1, visible * visible / lines.count)
            let place = (visible - length) * first / max(1, lines.count - visible)
            for row in place..<min(visible, place + length) {
                canvas.put("▐", row: row, column: canvas.columns - 1, style: Style(.border))
            }
        }
        return PaneContent(rows: lines.count, visible: visible)
    }
}

extension Model {
    /// The pane that keys act in: the one that a layer stands in, or the one with the focus.
    var paneInFront: Pane { layers.last { $0.pane != nil }?.pane ?? focus }

    /// What stays on the screen until it is mended.
    var banner: String? {
        guard case .failing(let sentence, let pending) = recording else { return nil }
        let kept = pending == 0 ? "all that is typed" : counted(pending, "act")
        return "NOT RECORDED, \(kept) kept here and tried again: \(sentence)"
    }
}
