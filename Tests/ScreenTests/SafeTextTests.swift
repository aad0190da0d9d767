import Testing

@testable import Screen

@Suite struct SafeTextTests {
    @Test(arguments: [
        ("plain", "plain", 5), ("Tomás", "Tomás", 5), ("e\u{301}tude", "e\u{301}tude", 5), ("会議", "会議", 4),
        ("\u{1B}[31m", "␛[31m", 5), ("a\r\nb", "a␊b", 3), ("a\rb\n", "a␍b␊", 4), ("\u{7}\u{7F}", "␇␡", 2),
        ("a\tb", "a b", 3), ("\u{85}\u{9B}", "��", 2), ("a\u{202E}b", "a⍰b", 3), ("a\u{200B}b", "a⍰b", 3),
        ("\u{FEFF}a\u{AD}", "⍰a⍰", 3), ("\u{E000}", "�", 1), ("\u{0378}", "�", 1), ("\u{A0}\u{2003}x", "  x", 3),
        ("\u{2028}", "␤", 1), ("\u{301}", "◌\u{301}", 1), ("👨‍👩‍👧‍👦", "👨", 2), ("👍🏽", "👍", 2), ("🇩🇪!", "DE!", 3),
        ("❤️", "❤", 1), ("1️⃣", "1", 1), ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴", 2), ("한글", "한글", 4), ("─│…·", "─│…·", 4),
        ("\u{1100}\u{1161}\u{11A8}", "\u{1100}\u{1161}\u{11A8}", 2), ("กำ", "กำ", 2), ("ﬁ", "ﬁ", 1), ("", "", 0),
        ("\u{E0041}", "⍰", 1), ("\u{3000}", "\u{3000}", 2), ("क्ष", "क्ष", 2),
    ])
    func isSafeAndStraight(text: String, shown: String, columns: Int) {
        #expect(Array(TextWidth.safe(text).unicodeScalars) == Array(shown.unicodeScalars))
        #expect(TextWidth.of(text) == columns)
        #expect(text.reduce(0) { $0 + TextWidth.of($1) } == columns)
    }

    @Test func aPileOfMarksIsCutToWhatACellHolds() {
        let text = "Z" + String(repeating: "\u{0300}\u{0316}", count: 40) + "y"
        #expect(TextWidth.safe(text).unicodeScalars.count == Glyph.maximumScalars + 1)
        #expect(TextWidth.of(text) == 2)
    }

    @Test func noScalarDrivesATerminal() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let glyph = SafeText.glyph(of: value)
            #expect(glyph.base >= 0x20 && !(0x7F..<0xA0).contains(glyph.base))
            #expect(glyph.width == 1 || glyph.width == 2)
            guard glyph.base == value else { continue }
            let properties = scalar.properties
            #expect(ColumnCount.of(value) == Int(glyph.width), "U+\(String(value, radix: 16))")
            #expect(!properties.isDefaultIgnorableCodePoint && properties.generalCategory != .format)
        }
    }

    @Test(arguments: [
        ("prep-time", 9, "prep-time"), ("prep-time", 8, "prep-ti…"), ("会議の議題", 6, "会議…"), ("会議の議題", 10, "会議の議題"),
        ("ab", 1, "…"), ("ab", 0, ""), ("", 0, ""), ("🇩🇪🇫🇷", 3, "🇩🇪…"), ("a🇩🇪", 2, "a…"),
    ])
    func truncates(text: String, columns: Int, shown: String) {
        #expect(TextWidth.truncated(text, to: columns) == shown)
        #expect(TextWidth.of(TextWidth.truncated(text, to: columns)) <= columns)
    }
}
