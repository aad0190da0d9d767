/// A part of a grid to draw in. It has its own coordinates, and nothing is drawn outside it.
///
/// It can't be copied, because it lives only as long as the `draw(in:)` that made it.
public struct Canvas: ~Copyable {
    private let grid: UnsafeMutablePointer<Grid>
    /// Where the canvas is in the grid; it may reach beyond what is visible.
    private let rect: Rect
    /// What can be written, in the grid's coordinates.
    private let clip: Rect

    init(grid: UnsafeMutablePointer<Grid>, rect: Rect, clip: Rect? = nil) {
        self.grid = grid
        self.rect = rect
        self.clip = rect.intersection(clip ?? grid.pointee.bounds)
    }

    public var rows: Int { rect.rows }
    public var columns: Int { rect.columns }
    public var size: Size { rect.size }
    /// The whole canvas in its own coordinates.
    public var bounds: Rect { Rect(rect.size) }

    /// Where the terminal's own cursor is shown, in the canvas's coordinates. A place that is not visible hides it.
    public var cursor: Position? {
        get {
            grid.pointee.cursor.map { Position(row: $0.row - rect.row, column: $0.column - rect.column) }
        }
        nonmutating set {
            let place = newValue.map { Position(row: $0.row + rect.row, column: $0.column + rect.column) }
            grid.pointee.cursor = place.flatMap { clip.contains($0) ? $0 : nil }
        }
    }

    /// Draws inside a part of this canvas.
    @discardableResult
    public func draw<Result>(in part: Rect, _ body: (inout Canvas) throws -> Result) rethrows -> Result {
        var canvas = Canvas(grid: grid, rect: moved(part), clip: clip)
        return try body(&canvas)
    }

    /// Writes text on one row; see `Grid.put`.
    @discardableResult
    public func put(
        _ text: String, row: Int, column: Int = 0, width: Int? = nil, style: Style = .plain,
        overflow: Overflow = .clip
    ) -> Int {
        let room = rect.columns - column
        return grid.pointee.put(
            text, row: row + rect.row, column: column + rect.column, width: min(width ?? room, room), style: style,
            overflow: overflow, clip: clip)
    }

    /// Writes styled text on one row.
    ///
    /// - Returns: Columns used, the indent included.
    @discardableResult
    public func put(
        _ line: Line, row: Int, column: Int = 0, width: Int? = nil, overflow: Overflow = .clip
    ) -> Int {
        let end = column + max(0, min(width ?? rect.columns - column, rect.columns - column))
        var next = column + line.indent
        for (index, span) in line.spans.enumerated() {
            let used = put(span.text, row: row, column: next, width: end - next, style: span.style, overflow: overflow)
            next += used
            if next < end - 1 || next < end && used == span.width { continue }
            if overflow == .ellipsis && line.spans[(index + 1)...].contains(where: { !$0.text.isEmpty }) {
                put("…", row: row, column: end - 1, style: span.style)
                next = end
            }
            break
        }
        return next - column
    }

    public func fill(_ part: Rect, _ style: Style = .plain) {
        grid.pointee.repeating(0x20, in: moved(part), style, clip: clip)
    }

    /// Blanks the whole canvas in a style.
    public func fill(_ style: Style = .plain) {
        fill(bounds, style)
    }

    /// Changes the styles in a part and leaves its text alone.
    public func restyle(_ part: Rect, _ change: (Style) -> Style) {
        grid.pointee.restyle(moved(part).intersection(clip), change)
    }

    public func horizontalRule(
        row: Int, column: Int = 0, length: Int? = nil, style: Style = Style(.border)
    ) {
        grid.pointee.horizontalRule(
            row: row + rect.row, column: column + rect.column, length: length ?? rect.columns - column, style: style,
            clip: clip)
    }

    public func verticalRule(column: Int, row: Int = 0, length: Int? = nil, style: Style = Style(.border)) {
        grid.pointee.verticalRule(
            column: column + rect.column, row: row + rect.row, length: length ?? rect.rows - row, style: style,
            clip: clip)
    }

    /// A frame along the inside edge of a part. What it encloses stays as it is.
    public func box(_ part: Rect, title: String = "", style: Style = Style(.border), titleStyle: Style? = nil) {
        grid.pointee.box(moved(part), title: title, style: style, titleStyle: titleStyle, clip: clip)
    }

    private func moved(_ part: Rect) -> Rect {
        part.offset(rows: rect.row, columns: rect.column)
    }
}
