import Screen
import Testing

@Suite struct LineWrapTests {
    private func wrapped(_ text: String, _ width: Int, first: Int = 0, rest: Int = 0) -> [String] {
        Line.wrap(text, width: width, firstIndent: first, restIndent: rest).map(\.text)
    }

    @Test func breaksAtSpaces() {
        #expect(wrapped("the holdout is three cities", 11) == ["the holdout", "is three", "cities"])
        #expect(wrapped("one  two   three", 8) == ["one  two", "three"])
        #expect(wrapped("exact fit", 9) == ["exact fit"])
        #expect(wrapped("", 9) == [""])
    }

    @Test func cutsWordsThatAreTooLong() {
        #expect(wrapped("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"])
        #expect(wrapped("x abcdefgh", 4) == ["x", "abcd", "efgh"])
        #expect(wrapped("abc", 0) == ["a", "b", "c"])
    }

    @Test func breaksAfterHyphensInsideWords() {
        #expect(wrapped("a tie-break vote", 7) == ["a tie-", "break", "vote"])
        #expect(wrapped("cost -500 now", 7) == ["cost", "-500", "now"])
    }

    @Test func breaksAroundWideCharacters() {
        #expect(wrapped("会議の議題です", 6) == ["会議の", "議題で", "す"])
        #expect(wrapped("ab会議", 5) == ["ab会", "議"])
        #expect(wrapped("会議。終", 4) == ["会", "議。", "終"])
    }

    @Test func keepsNewlines() {
        #expect(wrapped("one\n\ntwo\n", 10) == ["one", "", "two", ""])
        #expect(wrapped("one\r\ntwo", 10) == ["one", "two"])
    }

    @Test func indents() {
        #expect(wrapped("one two three", 7, first: 0, rest: 2) == ["one two", "  three"])
        #expect(wrapped("one two three", 6, first: 2, rest: 0) == ["  one", "two", "three"])
    }

    @Test func keepsStyles() {
        let strong = Style(.strong)
        let lines = Line.wrap([Span("one "), Span("two three", strong), Span(" four")], width: 8)
        #expect(
            lines == [
                Line([Span("one "), Span("two", strong)]),
                Line([Span("three", strong)]),
                Line([Span("four")]),
            ])
    }

    @Test func losesNothingButSpaces() {
        let text = "Couriers wait 4.1 minutes — 会議 at the store: 👨‍👩‍👧 e\u{301}tude, prep-time-features"
        for width in 1...40 {
            let lines = wrapped(text, width)
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
            #expect(lines.allSatisfy { TextWidth.of($0) <= max(2, width) })
        }
    }
}

/// A grapheme can have any length.
@Suite struct EndlessGraphemeTests {
    @Test(arguments: ["\u{1100}", "a\u{301}", "\u{1F469}\u{200D}", "\u{600}", "\u{301}", "\u{1F1E6}"])
    func itIsWrappedMeasuredAndDrawn(part: String) {
        let text = String(repeating: part, count: 3000)
        let lines = Line.wrap(text, width: 20)
        #expect(lines.map(\.text).joined() == text)
        #expect(TextWidth.of(text) > 0)
        var grid = Grid(columns: 20, rows: 1)
        #expect(grid.put(text, row: 0, column: 0) <= 20)
        var editor = TextEditor(text)
        editor.insert("x")
        #expect(editor.text == text + "x")
        _ = editor.layout(width: 20)
    }

    @Test func aCutIsMarked() {
        let text = String(repeating: "\u{1100}", count: 3000)
        #expect(TextWidth.safe(text).unicodeScalars.last == "\u{2370}")
    }
}
