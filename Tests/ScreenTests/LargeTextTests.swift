import Testing

@testable import Screen

/// Letters several rows high.
@Suite struct LargeTextTests {
    private func rows(_ text: String, _ size: LetterSize = .least, _ symbols: Symbols = .braille) -> [String]? {
        LargeText.line(text, size, .plain, symbols: symbols)?.map(\.text)
    }

    @Test func smallLettersAreShownAsCapitals() {
        #expect(rows("Bo") == ["█▀▄ ▄▀▄", "█▀▄ █ █", "▀▀   ▀ "])
        #expect(rows("Bo") == rows("BO"))
    }

    @Test(arguments: [LetterFont.tall, .small])
    func theFontsHaveWhatIsWritten(font: LetterFont) {
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;!?-–…·'\"()[]/&%|_*#+=<>→×$€£@✓✗ ’“”—" {
            #expect(font.pixels(of: String(letter)) != nil, "\(letter)")
        }
        let pictures = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".compactMap { font.pixels(of: String($0)) }
        #expect(Set(pictures).count >= 35, "no two letters look the same, but for O and 0")
    }

    /// A name is spelled as its owner spells it, however its letters are composed.
    @Test func marksStandAboveAndBelow() throws {
        let plain = try #require(rows("O"))
        let marked = try #require(rows("ö"))
        #expect(marked.count == plain.count + 1 && marked[0] == "▄ ▄")
        #expect(rows("o\u{308}") == marked)
        for name in ["Tomás", "Håkansson", "Anaïs Lefèvre", "Zsófia Kertész", "Yıldız", "Müller", "Şahin", "Łódź"] {
            #expect(rows(name) != nil, "\(name)")
        }
    }

    @Test func aTextWithALetterThatIsNotThereIsNotDrawn() {
        for text in ["陳美玲", "مرحبا", "Bo 会", "🇯🇵", ""] { #expect(rows(text) == nil, "\(text)") }
    }

    @Test(arguments: Symbols.allCases)
    func allRowsHaveOneWidth(symbols: Symbols) throws {
        for size in LetterSize.all(symbols) {
            let lines = try #require(rows("Carried 5–3", size, symbols))
            #expect(Set(lines.map(TextWidth.of)).count == 1)
            #expect(lines.first.map(TextWidth.of) == LargeText.columns("Carried 5–3", size))
        }
    }

    @Test func withoutBlocksPixelsAreReversedBlanks() throws {
        for size in LetterSize.all(.plain) {
            let lines = try #require(LargeText.line("No", size, Style(.no), symbols: .plain))
            #expect(lines.allSatisfy { $0.text.allSatisfy { $0 == " " } })
            #expect(lines[0].spans[0].style == Style(.no, on: .page, .reverse))
            let inBand = try #require(LargeText.line("No", size, Style(.no, on: .page, .reverse), symbols: .plain))
            #expect(inBand[0].spans[0].style == Style(.no))
        }
    }

    @Test func linesBreakBetweenWordsAndAreOfAboutOneLength() throws {
        let text = "Dispatch by predicted prep time"
        for columns in [44, 60, 80, 120] {
            let lines = try #require(
                LargeText.wrapped(text, .least, .plain, columns: columns, most: 9, symbols: .braille))
            #expect(lines.allSatisfy { $0.width <= columns })
        }
        #expect(LargeText.wrapped(text, .least, .plain, columns: 30, most: 9, symbols: .braille) == nil)
        #expect(LargeText.wrapped(text, .least, .plain, columns: 44, most: 2, symbols: .braille) == nil)
        let two = try #require(LargeText.wrapped("aa bb cc", .least, .plain, columns: 25, symbols: .braille))
        #expect(two.count == 6)
    }
}
