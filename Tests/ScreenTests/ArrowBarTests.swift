import Screen
import Testing

/// Arrows on a scale from 0 to 10 in eleven columns, a column for each whole number.
@Suite struct ArrowBarTests {
    static let bars: [(Double, Double?, Symbols, String)] = [
        (2, 8, .braille, "  ○─────►  "), (8, 2, .braille, "  ◄─────○  "), (5, 5, .braille, "     ◆     "),
        (5, nil, .braille, "     ○     "), (0, 10, .blocks, "o─────────>"), (10, 0, .plain, "<---------o"),
        (4, 4, .plain, "    *      "), (-3, 99, .plain, "o--------->"), (.nan, .infinity, .plain, "*          "),
    ]

    @Test(arguments: bars)
    func arrows(start: Double, end: Double?, symbols: Symbols, text: String) {
        #expect(ArrowBar(from: start, to: end, on: 0...10, width: 11, symbols: symbols).text == text)
    }

    @Test func noRoomAndNoScaleDoNoHarm() {
        #expect(ArrowBar(from: 1, to: 2, on: 0...10, width: 0).text == "")
        #expect(ArrowBar(from: 1, to: 2, on: 0...10, width: -4).text == "")
        #expect(ArrowBar(from: 1, to: 2, on: 3...3, width: 3).text == "◆  ")
        #expect(ArrowBar(from: 1, to: 9, on: 0...10, width: 1).text == "◆")
    }
}
