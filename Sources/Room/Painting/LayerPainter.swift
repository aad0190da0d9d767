import Screen

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
        // Less than a word fits into a narrow margin.
        let margin = area.column < 10 ? area.column : 1
        grid.fill(
            Rect(row: area.row, column: area.column - margin, rows: area.rows, columns: area.columns + 2 * margin))
    }
}
