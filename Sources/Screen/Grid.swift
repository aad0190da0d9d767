/// A screen's worth of cells: what panes draw into, what snapshots read, what a terminal shows.
///
/// All drawing is clipped, and all text is made safe on its way in.
public struct Grid: Sendable {
    public let columns: Int
    public let rows: Int
    /// Row by row, `rows * columns` of them.
    public internal(set) var cells: [Cell]
    /// Glyphs of more than one scalar, which cells refer to by index.
    public internal(set) var clusters: [Glyph] = []
    /// Where the terminal's own cursor is shown; nil hides it.
    public var cursor: Position?

    /// A blank grid. Negative sizes are taken as zero.
    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
        cells = Array(repeating: .blank(), count: self.columns * self.rows)
    }

    public init(_ size: Size) {
        self.init(columns: size.columns, rows: size.rows)
    }

    public var size: Size { Size(rows: rows, columns: columns) }
    public var bounds: Rect { Rect(rows: rows, columns: columns) }

    /// The cell at a row and column that must be inside the grid.
    public subscript(row: Int, column: Int) -> Cell {
        precondition(row >= 0 && row < rows && column >= 0 && column < columns, "a cell outside the grid")
        return cells[row * columns + column]
    }

    /// Blanks every cell and hides the cursor.
    public mutating func clear(_ style: Style = .plain) {
        cells.withUnsafeMutableBufferPointer { $0.update(repeating: .blank(style)) }
        clusters.removeAll(keepingCapacity: true)
        cursor = nil
    }

    /// Draws inside a rectangle, in coordinates that start at its top left; nothing gets outside it.
    @discardableResult
    public mutating func draw<Result>(in rect: Rect, _ body: (inout Canvas) throws -> Result) rethrows -> Result {
        try withUnsafeMutablePointer(to: &self) { grid in
            var canvas = Canvas(grid: grid, rect: rect)
            return try body(&canvas)
        }
    }

    /// The glyph of a cell.
    public func glyph(of cell: Cell) -> Glyph {
        if let index = cell.clusterIndex { return clusters[index] }
        return Glyph(cell.glyph, width: max(1, cell.width))
    }

    /// The cell's glyph field for a glyph, entered into the table if it needs to be.
    @inline(__always)
    mutating func reference(to glyph: Glyph) -> UInt32 {
        if glyph.isSingle { return glyph.base }
        return clusterReference(to: glyph)
    }

    @inline(never)
    private mutating func clusterReference(to glyph: Glyph) -> UInt32 {
        if let index = clusters.lastIndex(of: glyph) { return Cell.clusterBit | UInt32(index) }
        clusters.append(glyph)
        return Cell.clusterBit | UInt32(clusters.count - 1)
    }
}
