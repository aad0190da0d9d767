/// Dividing and placing rectangles. All are total: sizes that don't fit are cut to what is there.
extension Rect {
    /// The first `top` rows, and the rest.
    public func split(top: Int) -> (top: Rect, rest: Rect) {
        let cut = min(max(0, top), rows)
        return (
            Rect(row: row, column: column, rows: cut, columns: columns),
            Rect(row: row + cut, column: column, rows: rows - cut, columns: columns)
        )
    }

    /// The last `bottom` rows, and the rest above them.
    public func split(bottom: Int) -> (rest: Rect, bottom: Rect) {
        let parts = split(top: rows - min(max(0, bottom), rows))
        return (parts.top, parts.rest)
    }

    /// The first `left` columns, and the rest.
    public func split(left: Int) -> (left: Rect, rest: Rect) {
        let cut = min(max(0, left), columns)
        return (
            Rect(row: row, column: column, rows: rows, columns: cut),
            Rect(row: row, column: column + cut, rows: rows, columns: columns - cut)
        )
    }

    /// The last `right` columns, and the rest before them.
    public func split(right: Int) -> (rest: Rect, right: Rect) {
        let parts = split(left: columns - min(max(0, right), columns))
        return (parts.left, parts.rest)
    }

    /// Shrunk by that many rows at top and bottom, and columns at both sides.
    public func inset(rows rowInset: Int = 0, columns columnInset: Int = 0) -> Rect {
        let vertical = min(max(0, rowInset), rows / 2)
        let horizontal = min(max(0, columnInset), columns / 2)
        return Rect(
            row: row + vertical, column: column + horizontal,
            rows: rows - 2 * vertical, columns: columns - 2 * horizontal)
    }

    /// A rectangle of `size`, cut to this one, in the middle of it.
    public func centered(_ size: Size) -> Rect {
        let height = min(size.rows, rows)
        let width = min(size.columns, columns)
        return Rect(
            row: row + (rows - height) / 2, column: column + (columns - width) / 2, rows: height, columns: width)
    }

    /// Divides the width into columns, with `gap` columns between them.
    public func columns(_ shares: [Share], gap: Int = 0) -> [Rect] {
        var next = column
        return Share.divide(columns, among: shares, gap: gap).map { width in
            defer { next += width + gap }
            return Rect(row: row, column: next, rows: rows, columns: width).intersection(self)
        }
    }

    /// Divides the height into rows, with `gap` rows between them.
    public func rows(_ shares: [Share], gap: Int = 0) -> [Rect] {
        var next = row
        return Share.divide(rows, among: shares, gap: gap).map { height in
            defer { next += height + gap }
            return Rect(row: next, column: column, rows: height, columns: columns).intersection(self)
        }
    }
}
