extension Grid {
    /// Calls `body` for each run of cells in a row that differs from another grid of the same size.
    ///
    /// A run holds both halves of a wide cell. Two changes with fewer than `gap` equal cells between them are one run.
    /// Only rows with a different last write are compared.
    public func forEachChange(since other: Grid, gap: Int = 4, _ body: (_ row: Int, _ columns: Range<Int>) -> Void) {
        guard size == other.size else {
            for row in 0..<rows { body(row, 0..<columns) }
            return
        }
        let hasClusters = !clusters.isEmpty || !other.clusters.isEmpty
        cells.withUnsafeBufferPointer { mine in
            other.cells.withUnsafeBufferPointer { theirs in
                for row in 0..<rows where writes[row] != other.writes[row] {
                    let base = row * columns
                    var start = -1
                    var end = -1
                    for column in 0..<columns {
                        let index = base + column
                        if hasClusters {
                            if looksSame(mine[index], theirs[index], other) { continue }
                        } else if mine[index].isIdentical(to: theirs[index]) {
                            continue
                        }
                        if start >= 0 && column - end >= gap {
                            body(row, widened(start..<end, base: base))
                            start = -1
                        }
                        if start < 0 { start = column }
                        end = column + 1
                    }
                    if start >= 0 { body(row, widened(start..<end, base: base)) }
                }
            }
        }
    }

    /// Whether two cells look the same, though their clusters are in two tables.
    private func looksSame(_ mine: Cell, _ theirs: Cell, _ other: Grid) -> Bool {
        guard let index = mine.clusterIndex, let theirIndex = theirs.clusterIndex else {
            return mine.isIdentical(to: theirs)
        }
        return mine.style == theirs.style && mine.width == theirs.width && clusters[index] == other.clusters[theirIndex]
    }

    private func widened(_ range: Range<Int>, base: Int) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower > 0 && cells[base + lower].width == 0 { lower -= 1 }
        while upper < columns && cells[base + upper].width == 0 { upper += 1 }
        return lower..<upper
    }
}

extension Cell {
    /// Bitwise equality, which is enough if neither grid has clusters.
    @inline(__always)
    func isIdentical(to other: Cell) -> Bool {
        unsafeBitCast(self, to: UInt64.self) == unsafeBitCast(other, to: UInt64.self)
    }
}

extension Grid: Equatable {
    /// Whether both look the same, cursor included.
    public static func == (left: Grid, right: Grid) -> Bool {
        guard left.size == right.size && left.cursor == right.cursor else { return false }
        var isSame = true
        left.forEachChange(since: right) { _, _ in isSame = false }
        return isSame
    }
}
