import Synchronization

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
    /// The number of the last write to each row. Rows with the same number are equal, even in two grids.
    private(set) var writes: [Write.Number]
    /// Where the terminal's own cursor is shown; nil hides it.
    public var cursor: Position?

    /// A blank grid. Negative sizes are taken as zero.
    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
        cells = Array(repeating: .blank(), count: self.columns * self.rows)
        writes = Array(repeating: Write.none, count: self.rows)
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
        for row in 0..<rows { willWrite(row: row) }
        cells.withUnsafeMutableBufferPointer { $0.update(repeating: .blank(style)) }
        clusters.removeAll(keepingCapacity: true)
        cursor = nil
    }

    /// Gives a row a new number. Every function that changes cells calls it.
    mutating func willWrite(row: Int) { writes[row] = Write.next() }

    /// Makes this grid equal to another. Only rows with a different last write are copied.
    public mutating func update(to other: Grid) {
        guard size == other.size else {
            self = other
            return
        }
        cursor = other.cursor
        // The rows that are not copied came from the other grid, so they use its table of clusters already.
        clusters = other.clusters
        for row in 0..<rows where writes[row] != other.writes[row] {
            writes[row] = other.writes[row]
            let range = row * columns..<(row + 1) * columns
            cells.withUnsafeMutableBufferPointer { mine in
                other.cells.withUnsafeBufferPointer { _ = mine[range].update(fromContentsOf: $0[range]) }
            }
        }
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

    /// What a cell stores for a glyph: its only scalar, or its index in the table of clusters, to which it is added.
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

/// Numbers for writes to rows, each used once in all grids.
///
/// A copy of a grid keeps the numbers of its rows. Rows with the same number are therefore equal, and rows that changed
/// since the copy are found without comparing cells.
enum Write {
    typealias Number = Int

    /// The number of a row that has never been written to.
    static let none = 0

    private static let last = Atomic(none)

    static func next() -> Number { last.wrappingAdd(1, ordering: .relaxed).newValue }
}
