import Council
import Screen

/// What drawing a pane found out: rows there were, and rows that fit.
struct PaneContent {
    var rows: Int
    var visible: Int

    /// Draws the part of some lines that begins at `top`, with a bar at the right edge where there is more.
    static func draw(
        _ lines: [Line], top: Int, at column: Int = 1, finding wanted: String = "", _ canvas: inout Canvas
    ) -> PaneContent {
        let visible = canvas.rows
        let first = max(0, min(top, lines.count - visible))
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

/// The line above a pane: its name, and its key.
enum PaneTitle {
    static func draw(_ canvas: inout Canvas, _ pane: Pane, _ room: Model, isFocused: Bool) {
        let style = Style(isFocused ? .accent : .label, on: .page, .bold)
        if pane == .notes { canvas.horizontalRule(row: 0) }
        let used = canvas.put("\(isFocused ? "▌" : " ")\(pane.title)", row: 0, style: style)
        var detail = " \(pane.rawValue)"
        if pane != .agenda, room.focus == .agenda, let shown = room.shownItem, shown.id != room.meeting.currentID {
            detail += "  looking ahead"
        }
        canvas.put(detail + " ", row: 0, column: used, style: Style(.muted))
    }
}

/// The panes' names in one line, where only one of them fits.
enum Tabs {
    static func draw(_ canvas: inout Canvas, _ room: Model) {
        var column = 1
        for pane in Pane.allCases {
            let isShown = pane == room.paneInFront
            let style = isShown ? Style(.strong, on: .selected, .bold) : Style(.label)
            column += canvas.put(
                isShown ? "[\(pane.rawValue) \(pane.title)]" : " \(pane.rawValue) \(pane.title) ", row: 0,
                column: column, style: style)
            column += 1
        }
    }
}

extension Model {
    /// The pane that a narrow screen shows: the one that a layer stands in, or the one with the focus.
    var paneInFront: Pane { layers.last { $0.pane != nil }?.pane ?? focus }

    /// What stays on the screen until it is mended.
    var banner: String? {
        guard case .failing(let sentence, let pending) = recording else { return nil }
        return "NOT RECORDED, \(counted(pending, "act")) kept here and tried again: \(sentence)"
    }
}
