/// A place on the screen: zero-based row and column, counted from the top left.
public struct Position: Hashable, Sendable {
    /// Rows below the top.
    public var row: Int
    /// Columns right of the left edge.
    public var column: Int

    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// An extent in terminal cells.
public struct Size: Hashable, Sendable {
    /// Height, never negative.
    public var rows: Int
    /// Width, never negative.
    public var columns: Int

    public init(rows: Int, columns: Int) {
        self.rows = max(0, rows)
        self.columns = max(0, columns)
    }
}

/// A rectangle of cells. Empty rectangles are valid and contain nothing.
public struct Rect: Hashable, Sendable {
    /// The top row.
    public var row: Int
    /// The left column.
    public var column: Int
    /// Height, never negative.
    public var rows: Int
    /// Width, never negative.
    public var columns: Int

    public init(row: Int = 0, column: Int = 0, rows: Int, columns: Int) {
        self.row = row
        self.column = column
        self.rows = max(0, rows)
        self.columns = max(0, columns)
    }

    /// The rectangle of that size at the top left.
    public init(_ size: Size) {
        self.init(rows: size.rows, columns: size.columns)
    }

    public var size: Size { Size(rows: rows, columns: columns) }
    public var isEmpty: Bool { rows == 0 || columns == 0 }
    /// One past the last row.
    public var endRow: Int { row + rows }
    /// One past the last column.
    public var endColumn: Int { column + columns }

    public func contains(_ position: Position) -> Bool {
        position.row >= row && position.row < endRow && position.column >= column && position.column < endColumn
    }

    /// The part that both rectangles cover; empty if they don't meet.
    public func intersection(_ other: Rect) -> Rect {
        let top = max(row, other.row)
        let left = max(column, other.column)
        return Rect(
            row: top, column: left,
            rows: min(endRow, other.endRow) - top, columns: min(endColumn, other.endColumn) - left)
    }

    /// The same rectangle moved by an offset.
    public func offset(rows rowOffset: Int, columns columnOffset: Int) -> Rect {
        Rect(row: row + rowOffset, column: column + columnOffset, rows: rows, columns: columns)
    }
}
