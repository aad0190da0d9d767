import Testing

@testable import Screen

/// Grids that take each other's rows over, compared cell by cell.
@Suite struct GridUpdateTests {
    @Test func takesOverWhatWasWritten() {
        var drawn = Grid(columns: 6, rows: 3)
        var shown = Grid(columns: 6, rows: 3)
        drawn.put("題e\u{301}", row: 0, column: 0)
        drawn.put("old", row: 1, column: 0)
        shown.update(to: drawn)
        #expect(cells(of: shown) == cells(of: drawn))

        // A dialog drawn over the copy is gone after the next update, though the other grid did not change.
        shown.fill(shown.bounds, Style(.text, on: .dialog))
        shown.update(to: drawn)
        #expect(cells(of: shown) == cells(of: drawn))

        drawn.put("a\u{302}", row: 2, column: 5)
        drawn.cursor = Position(row: 2, column: 5)
        #expect(changedRows(shown, drawn) == [2])
        shown.update(to: drawn)
        #expect(cells(of: shown) == cells(of: drawn) && shown.cursor == drawn.cursor)

        drawn.clear()
        shown.update(to: drawn)
        #expect(cells(of: shown) == cells(of: drawn))
        shown.update(to: Grid(columns: 2, rows: 2))
        #expect(shown.size == Size(rows: 2, columns: 2))
    }

    /// Draws at random on two grids, and now and then updates one to the other.
    @Test(arguments: 0..<20)
    func missesNoChange(seed: Int) {
        var random = Dice(state: UInt64(seed))
        var grids = [Grid(columns: 9, rows: 4), Grid(columns: 9, rows: 4)]
        for _ in 0..<200 {
            let which = random.roll(2)
            scribble(&grids[which], &random)
            if random.roll(4) == 0 { grids[1 - which].update(to: grids[which]) }
            let (first, second) = (cells(of: grids[0]), cells(of: grids[1]))
            #expect(changedRows(grids[1], grids[0]) == (0..<4).filter { first[$0] != second[$0] })
        }
    }

    private func scribble(_ grid: inout Grid, _ random: inout Dice) {
        let (row, column) = (random.roll(4), random.roll(9))
        let rect = Rect(row: row, column: column, rows: 1 + random.roll(2), columns: 1 + random.roll(5))
        switch random.roll(12) {
        case 0: grid.clear()
        case 1: grid.fill(rect, Style(.yes))
        case 2: grid.restyle(rect) { $0.on(.selected) }
        case 3: grid.box(rect)
        case 4: grid.draw(in: rect) { _ = $0.put("題", row: 0, column: random.roll(3)) }
        default: grid.put(["a", "bc", "e\u{301}", "o\u{308}x", "会議"][random.roll(5)], row: row, column: column)
        }
    }

    private func changedRows(_ old: Grid, _ new: Grid) -> [Int] {
        var changed: [Int] = []
        new.forEachChange(since: old) { row, _ in if changed.last != row { changed.append(row) } }
        return changed
    }

    /// Every cell in words, row by row.
    private func cells(of grid: Grid) -> [[String]] {
        (0..<grid.rows).map { row in
            (0..<grid.columns).map { column in
                let cell = grid[row, column]
                return "\(grid.glyph(of: cell).text) \(cell.style.role) \(cell.style.ground) \(cell.width)"
            }
        }
    }
}

/// A die that rolls the same numbers from the same start.
private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % sides
    }
}
