import Screen
import Testing

@Suite struct RectTests {
    @Test func splitsAreCutToWhatIsThere() {
        let rect = Rect(row: 2, column: 3, rows: 4, columns: 10)
        #expect(rect.split(top: 9).rest.isEmpty)
        #expect(rect.split(bottom: 1).bottom == Rect(row: 5, column: 3, rows: 1, columns: 10))
        #expect(rect.split(right: 3).right == Rect(row: 2, column: 10, rows: 4, columns: 3))
        #expect(rect.split(left: 3).rest == Rect(row: 2, column: 6, rows: 4, columns: 7))
    }

    @Test func sharesAddUp() {
        let rect = Rect(row: 0, column: 2, rows: 3, columns: 20)
        let parts = rect.columns([.fixed(5), .flexible(2), .flexible(1)], gap: 1)
        #expect(parts.map(\.column) == [2, 8, 17])
        #expect(parts.map(\.columns) == [5, 8, 5])
        #expect(rect.columns([.fixed(30), .flexible(1)]).map(\.columns) == [20, 0])
        #expect(rect.rows([.flexible(1), .fixed(1)]).map(\.rows) == [2, 1])
        #expect(rect.rows([.flexible(0)]).map(\.rows) == [0])
    }

    @Test func centersAndInsets() {
        let rect = Rect(rows: 10, columns: 20)
        #expect(rect.centered(Size(rows: 4, columns: 6)) == Rect(row: 3, column: 7, rows: 4, columns: 6))
        #expect(rect.centered(Size(rows: 40, columns: 60)) == rect)
        #expect(rect.inset(rows: 1, columns: 2) == Rect(row: 1, column: 2, rows: 8, columns: 16))
        #expect(rect.inset(rows: 9).isEmpty)
        #expect(rect.intersection(Rect(row: 8, column: 18, rows: 9, columns: 9)).size == Size(rows: 2, columns: 2))
        #expect(rect.intersection(Rect(row: 11, column: 0, rows: 1, columns: 1)).isEmpty)
    }
}
