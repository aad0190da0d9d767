/// Dividing and placing rectangles. No size is an error: one that does not fit is cut.
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

    /// The rectangle without that many rows at top and bottom, and columns at both sides.
    public func inset(rows rowInset: Int = 0, columns columnInset: Int = 0) -> Rect {
        let vertical = min(max(0, rowInset), rows / 2)
        let horizontal = min(max(0, columnInset), columns / 2)
        return Rect(
            row: row + vertical, column: column + horizontal,
            rows: rows - 2 * vertical, columns: columns - 2 * horizontal)
    }

    /// A rectangle of that size in the middle of this one; cut if it is larger.
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

/// How much of a length one part of a layout gets.
public enum Share: Hashable, Sendable {
    /// That many rows or columns, or as many as are left.
    case fixed(Int)
    /// A share, by weight, of what the fixed parts leave.
    case flexible(Int)

    /// Lengths for each share, in order; their sum with the gaps is at most `length`.
    static func divide(_ length: Int, among shares: [Share], gap: Int) -> [Int] {
        var free = max(0, length - gap * max(0, shares.count - 1))
        var weight = 0
        var lengths = shares.map { share in
            switch share {
            case .fixed(let wanted):
                let given = min(max(0, wanted), free)
                free -= given
                return given
            case .flexible(let part):
                weight += max(0, part)
                return 0
            }
        }
        for (index, share) in shares.enumerated() {
            guard case .flexible(let part) = share, part > 0 else { continue }
            let given = free * part / weight
            lengths[index] = given
            free -= given
            weight -= part
        }
        return lengths
    }
}
