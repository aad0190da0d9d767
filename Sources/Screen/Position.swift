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
