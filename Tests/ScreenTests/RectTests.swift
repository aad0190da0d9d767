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
}
