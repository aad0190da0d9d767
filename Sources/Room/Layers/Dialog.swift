import Screen

extension Model {
    /// The width of a dialog that would like so many columns, frame included; all columns on a small screen.
    func dialogColumns(_ wanted: Int) -> Int { min(wanted, size.columns < 60 ? size.columns : size.columns - 4) }

    /// The place of a dialog: between the header, or a failure's banner, and the message, and no larger than that.
    func dialogArea(_ wanted: Size) -> Rect {
        let top = banner == nil ? 1 : 2
        let area = Rect(row: top, column: 0, rows: max(1, size.rows - 2 - top), columns: size.columns).centered(wanted)
        // A sentence of several lines stands below the dialog, which gives up its last rows for it.
        let message = min(max(1, Footer.message(in: self).count), size.rows / 3)
        let rows = min(area.rows, size.rows - 1 - message - area.row)
        return Rect(row: area.row, column: area.column, rows: max(1, rows), columns: area.columns)
    }

    /// Rows that a page key moves such a dialog's text, so that the last row seen is the first one next.
    func page(ofDialog wanted: Size) -> Int { max(1, dialogArea(wanted).rows - 3) }

    /// The first row that is shown when such a dialog is scrolled to its end.
    func lastTop(inDialog wanted: Size) -> Int { wanted.rows - dialogArea(wanted).rows }
}

extension Canvas {
    /// Blanks a dialog and draws its frame, the title across the top.
    func frame(_ title: String) {
        fill(Style(.text, on: .dialog))
        box(bounds, style: Style(.border, on: .dialog))
        let bar = Style(.title, on: .dialog, [.bold, .reverse])
        fill(Rect(rows: 1, columns: columns), bar)
        put(title, row: 0, column: 2, width: columns - 4, style: bar, overflow: .ellipsis)
    }

    /// Draws the content of a frame, `total` rows high, from row `top` on; the frame shows whether there is more.
    ///
    /// Columns are counted from the dialog's left edge.
    func scrolled(rows total: Int, from top: Int, _ body: (inout Canvas) -> Void) {
        let inside = bounds.inset(rows: 1)
        let first = max(0, min(top, total - inside.rows))
        draw(in: inside) { canvas in
            canvas.draw(in: Rect(row: -first, column: 0, rows: total, columns: columns), body)
        }
        let below = total - first - inside.rows
        let style = Style(.key, on: .dialog)
        if first > 0 { put("▴", row: 1, column: columns - 2, style: style) }
        guard below > 0 else { return }
        put("▾", row: rows - 2, column: columns - 2, style: style)
        let more = " PgDn: \(below) more "
        if TextWidth.of(more) < columns - 4 { put(more, row: rows - 1, column: 2, style: style) }
    }
}

extension Line {
    /// The same line on another ground.
    func on(_ ground: Ground) -> Line {
        Line(spans.map { Span($0.text, $0.style.on(ground)) }, indent: indent)
    }
}

/// Draws the dialogs and the command line in front of the panes, the last one in front.
enum LayerPainter {
    /// - Parameter top: The first row that a layer may cover: a failure stays in sight, whatever is in front.
    static func paint(_ room: Model, below top: Int, into grid: inout Grid) {
        for layer in room.layers where layer.pane == nil {
            grid.cursor = nil
            let area = layer is CommandEntry ? foot(for: layer, in: room, below: top, grid.size) : layer.area(in: room)
            if !(layer is CommandEntry), layer.dimsTheRest { dim(&grid, below: top, around: area) }
            grid.draw(in: area) { layer.draw(&$0, in: room) }
        }
    }

    /// The rows above the footer, as many as the layer would like.
    private static func foot(for layer: any Layer, in room: Model, below top: Int, _ size: Size) -> Rect {
        let above = Rect(row: top, column: 0, rows: max(1, size.rows - 1 - top), columns: size.columns)
        return above.split(bottom: min(layer.wantedSize(in: room).rows, above.rows)).bottom
    }

    /// Mutes what is behind a dialog, and keeps cut-off letters away from its sides.
    private static func dim(_ grid: inout Grid, below top: Int, around area: Rect) {
        let muted = Style(.muted)
        grid.restyle(Rect(row: top, column: 0, rows: grid.rows - 1 - top, columns: grid.columns)) { _ in muted }
        // A narrow margin is blanked whole: less than a word fits into it.
        let margin = area.column < 10 ? area.column : 1
        grid.fill(
            Rect(row: area.row, column: area.column - margin, rows: area.rows, columns: area.columns + 2 * margin))
    }
}
