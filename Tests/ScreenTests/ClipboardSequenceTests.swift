import Screen
import Testing

@Suite struct ClipboardSequenceTests {
    private func sequence(_ text: String, throughScreen: Bool = false) -> String {
        String(decoding: ClipboardSequence.bytes(for: text, throughScreen: throughScreen), as: UTF8.self)
    }

    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"), ("Tomás 会議\n", "VG9tw6FzIOS8muitsAo="), ("\u{7F}ÿ?", "f8O/Pw=="),
    ])
    func isBase64(text: String, encoded: String) {
        #expect(sequence(text) == "\u{1B}]52;c;\(encoded)\u{07}")
    }

    @Test func goesThroughScreenInPieces() {
        let text = String(repeating: "foo", count: 40)
        let pieces = sequence(text, throughScreen: true).split(separator: "\u{1B}\\")
        #expect(pieces.count == 3)
        #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count < 100 })
        let inner = pieces.map { $0.dropFirst(2) }.joined()
        #expect(inner == sequence(text))
    }
}
