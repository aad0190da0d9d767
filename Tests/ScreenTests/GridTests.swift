import Testing

@testable import Screen

@Suite struct GridTests {
    @Test func aCellIsEightPlainBytes() {
        #expect(MemoryLayout<Cell>.size == 8 && MemoryLayout<Cell>.stride == 8)
        #expect(_isPOD(Cell.self))
    }

    @Test func writesAndReads() {
        var grid = Grid(columns: 12, rows: 2)
        #expect(grid.put("Tomás 会議", row: 0, column: 1, style: Style(.yes)) == 10)
        #expect(grid.text(row: 0) == " Tomás 会議 ")
        #expect(grid.text == " Tomás 会議\n")
        #expect(grid.roleMap == " yyyyyyyyyy\n")
        #expect(grid[0, 8].width == 0 && grid[0, 7].width == 2)
    }

    @Test func anOverwrittenHalfBlanksTheOther() {
        var grid = Grid(columns: 6, rows: 1)
        grid.put("会議", row: 0, column: 0)
        grid.put("x", row: 0, column: 1)
        #expect(grid.text(row: 0) == " x議  ")
        grid.put("y", row: 0, column: 2)
        #expect(grid.text(row: 0) == " xy   ")
        grid.put("会議", row: 0, column: 1)
        grid.put("題", row: 0, column: 2)
        #expect(grid.text(row: 0) == "  題  ")
        #expect(grid.cells.allSatisfy { $0.width != 0 || $0.glyph == 0x20 })
        grid.fill(Rect(row: 0, column: 3, rows: 1, columns: 1))
        #expect(grid.text(row: 0) == "      ")
    }

    @Test func cutsAtItsWidth() {
        var grid = Grid(columns: 8, rows: 1)
        #expect(grid.put("abcdef", row: 0, column: 1, width: 3) == 3)
        #expect(grid.text(row: 0) == " abc    ")
        #expect(grid.put("abcdef", row: 0, column: 1, width: 4, overflow: .ellipsis) == 4)
        #expect(grid.text(row: 0) == " abc…   ")
        #expect(grid.put("会議", row: 0, column: 5) == 2)
        #expect(grid.text(row: 0) == " abc…会 ")
        #expect(grid.put("会議室", row: 0, column: 0, width: 4, overflow: .ellipsis) == 4)
        #expect(TextWidth.of(grid.text(row: 0)) == 8)
        #expect(grid.text(row: 0).hasPrefix("会"))
        #expect(grid.put("x", row: 0, column: 9) == 0)
        #expect(grid.put("x", row: 1, column: 0) == 0)
    }

    @Test func aCanvasWritesNothingOutsideItself() {
        var grid = Grid(columns: 10, rows: 4)
        grid.fill(grid.bounds, Style(.muted))
        grid.draw(in: Rect(row: 1, column: 3, rows: 2, columns: 4)) { canvas in
            for row in -2..<6 { canvas.put("会議abcdefgh", row: row, column: -1, style: Style(.no)) }
            canvas.fill(Rect(row: 1, column: -9, rows: 9, columns: 99), Style(.yes))
            canvas.horizontalRule(row: 0, column: 2, length: 50)
            canvas.verticalRule(column: 3, row: -5, length: 50)
            canvas.box(Rect(row: -1, column: -1, rows: 9, columns: 9))
            canvas.cursor = Position(row: 1, column: 2)
            canvas.draw(in: Rect(row: 1, column: 1, rows: 9, columns: 9)) { inner in
                inner.put("zzzzzzzzz", row: 0, style: Style(.link))
            }
        }
        #expect(grid.roleMap == "mmmmmmmmmm\nmmmnnbbmmm\nmmmyLLLmmm\nmmmmmmmmmm")
        #expect(grid.text == "\n     ─│\n    zzz\n")
        #expect(grid.cursor == Position(row: 2, column: 5))
        grid.draw(in: Rect(row: 1, column: 3, rows: 2, columns: 4)) { $0.cursor = Position(row: 2, column: 0) }
        #expect(grid.cursor == nil)
    }

    @Test func drawsABox() {
        var grid = Grid(columns: 12, rows: 3)
        grid.box(grid.bounds, title: "VOTES")
        #expect(grid.text == "┌─ VOTES ──┐\n│          │\n└──────────┘")
        grid.box(grid.bounds, title: "a long title")
        #expect(grid.text(row: 0) == "┌─ a lon… ─┐")
    }

    @Test func drawsALineOfSpans() {
        var grid = Grid(columns: 12, rows: 1)
        let line = Line([Span("n", Style(.key)), Span(" note "), Span("v", Style(.key)), Span(" vote")], indent: 1)
        let used = grid.draw(in: grid.bounds) { $0.put(line, row: 0, overflow: .ellipsis) }
        #expect(used == 12)
        #expect(grid.text == " n note v v…")
        #expect(grid.roleMap == " K .... K ..")
    }

    @Test(arguments: [(7, "ab会cde"), (6, "ab会c…"), (5, "ab会…"), (4, "ab …"), (3, "ab…"), (1, "…"), (0, "")])
    func cutsALineOfSpans(width: Int, shown: String) {
        var grid = Grid(columns: 10, rows: 1)
        let line = Line([Span("ab"), Span("会", Style(.key)), Span("cde")])
        grid.draw(in: grid.bounds) { _ = $0.put(line, row: 0, width: width, overflow: .ellipsis) }
        #expect(grid.text == shown)
    }

    @Test func findsWhatChanged() {
        var old = Grid(columns: 20, rows: 3)
        old.put("会議 e\u{301} a\u{302}", row: 1, column: 0)
        var new = old
        #expect(changes(old, new).isEmpty)
        #expect(old == new)
        new.put("x", row: 0, column: 2)
        new.put("y", row: 0, column: 4)
        new.put("z", row: 0, column: 15)
        new.put("題", row: 1, column: 2)
        #expect(changes(old, new) == ["0: 2..<5", "0: 15..<16", "1: 2..<4"])
        #expect(changes(Grid(columns: 2, rows: 1), Grid(columns: 3, rows: 1)) == ["0: 0..<3"])
    }

    @Test func comparesClustersByWhatTheyAre() {
        var first = Grid(columns: 4, rows: 1)
        first.put("e\u{301}a\u{302}", row: 0, column: 0)
        var second = Grid(columns: 4, rows: 1)
        second.put("a\u{302}e\u{301}", row: 0, column: 0)
        #expect(changes(first, second) == ["0: 0..<2"])
        var third = Grid(columns: 4, rows: 1)
        third.put("a\u{302}", row: 0, column: 1)
        third.put("e\u{301}", row: 0, column: 0)
        #expect(changes(first, third).isEmpty)
    }

    private func changes(_ old: Grid, _ new: Grid) -> [String] {
        var changes: [String] = []
        new.forEachChange(since: old) { changes.append("\($0): \($1)") }
        return changes
    }

    /// Text that begins left of the grid is visible up to the right edge.
    @Test func textMayBeginLeftOfTheGrid() {
        var grid = Grid(columns: 6, rows: 1)
        grid.put("0123456789", row: 0, column: -3)
        #expect(grid.text(row: 0) == "345678")
    }
}
