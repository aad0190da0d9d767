import Screen
import Testing

/// A text that is broken into lines once; each line is made when it is asked for.
@Suite struct WrappedTextTests {
    static let texts = [
        "", " ", "\n", "\r\n\n\r", "the holdout is three cities", "one  two   three ", "abcdefghij klmnopqrst-uvwxyz",
        "one\n\ntwo\n", "one\r\ntwo\rthree four five six", "会議の議題です。終わり", "tie-break -500 a- -b",
        "e\u{301}tude\n\u{301}a\u{200D}b 👨‍👩‍👧 and 🇩🇪🇫🇷 flags", "tab\there\u{1B}[2J and\u{202E}there\u{2028}too",
        " \n  indented by two, and long enough to be broken\n\tby a tab",
    ]

    @Test(arguments: texts, [0, 2]) func itsLinesAreThoseOfLineWrap(text: String, indent: Int) {
        for width in [1, 2, 3, 5, 7, 8, 13, 30] {
            var wrapped = WrappedText(width: width)
            wrapped.append(text, Style(.strong), restIndent: indent)
            #expect(Array(wrapped) == Line.wrap(text, Style(.strong), width: width, restIndent: indent))
        }
    }

    @Test func oneTextStandsBelowAnother() {
        var wrapped = WrappedText(width: 5)
        #expect(wrapped.isEmpty)
        for text in Self.texts { wrapped.append(text) }
        #expect(Array(wrapped) == Self.texts.flatMap { Line.wrap($0, width: 5) })
    }

    @Test func aPlaceIsFoundAgainAtAnotherWidth() {
        var (narrow, wide) = (WrappedText(width: 7), WrappedText(width: 30))
        for text in ["the holdout is three cities", "a", "", "who carries the pager at night, and who pays"] {
            narrow.append(text)
            wide.append(text)
        }
        for line in narrow.indices {
            let found = wide.line(at: narrow.place(ofLine: line))
            // Whether an empty text holds an empty text depends on the modules that are imported.
            let part = narrow[line].text
            #expect(part.isEmpty ? wide[found].text.isEmpty : wide[found].text.contains(part))
        }
        #expect(narrow.line(at: wide.place(ofLine: 1)) == 5)
    }

    @Test func eachOfManyLinesIsMadeAlone() {
        var wrapped = WrappedText(width: 40)
        wrapped.append(String(repeating: "\n", count: 100_000) + "the end")
        #expect(wrapped.count == 100_001)
        #expect(wrapped[99_999] == Line())
        #expect(wrapped.last == Line("the end"))
    }
}
