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
