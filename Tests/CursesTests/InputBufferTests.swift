import Screen
import Testing

@testable import Curses

@Suite struct InputBufferTests {
    private let start = ContinuousClock.now

    /// The pieces of some bytes. Whether they come one by one or all at once must make no difference.
    private func pieces(_ text: String) -> [InputBuffer.Piece] { pieces(Array(text.utf8)) }

    private func pieces(_ bytes: [UInt8]) -> [InputBuffer.Piece] {
        var whole = InputBuffer()
        let atOnce = whole.take(bytes, at: start) + whole.expire(at: start + .seconds(1))
        var single = InputBuffer()
        let oneByOne = bytes.flatMap { single.take([$0], at: start) } + single.expire(at: start + .seconds(1))
        #expect(atOnce == oneByOne)
        return atOnce
    }

    private func sequence(_ text: String) -> InputBuffer.Piece { .sequence(Array(text.utf8)) }

    @Test(arguments: [
        "\u{1B}[A", "\u{1B}[1;5D", "\u{1B}[15~", "\u{1B}[?62;22c", "\u{1B}[?2026;2$y", "\u{1B}[ q", "\u{1B}OP",
        "\u{1B}O5A", "\u{1B}b", "\u{1B}é", "\u{1B}\r", "\u{1B}\u{7F}", "\u{1B}[[A", "\u{1B}[2$", "\u{1B}[7^",
        "\u{1B}\u{1B}[A", "\u{1B}\u{1B}OA", "\u{1B}[Z",
    ])
    func aSequenceStaysWhole(text: String) {
        #expect(pieces("a\(text)é") == [.character("a"), sequence(text), .character("é")])
        #expect(pieces("\(text)\(text)") == [sequence(text), sequence(text)])
    }

    @Test func aCharacterStaysWhole() {
        #expect(pieces("né会🦊\r\t\0") == "né会🦊\r\t\0".unicodeScalars.map { .character($0) })
    }

    @Test func aByteThatIsNoCharacterTakesNoneAlong() {
        #expect(pieces([0x61, 0xE9, 0x62]) == [.character("a"), .character("\u{FFFD}"), .character("b")])
        #expect(pieces([0xFF, 0xC3, 0x28]) == [.character("\u{FFFD}"), .character("\u{FFFD}"), .character("(")])
    }

    @Test func halfACharacterWaitsForTheOtherHalf() {
        var buffer = InputBuffer()
        #expect(buffer.take([0xC3], at: start) == [] && buffer.deadline == nil)
        #expect(buffer.take([0xA9], at: start + .seconds(9)) == [.character("é")])
    }

    @Test func escapeAloneWaitsNoLongerThanItHasTo() {
        var buffer = InputBuffer()
        #expect(buffer.take([0x1B], at: start) == [])
        #expect(buffer.deadline == start + .milliseconds(25))
        #expect(buffer.expire(at: start + .milliseconds(24)) == [])
        #expect(buffer.expire(at: start + .milliseconds(25)) == [.character("\u{1B}")])
        #expect(buffer.deadline == nil)
    }

    @Test(arguments: [
        ("\u{1B}[", ["\u{1B}["]), ("\u{1B}O", ["\u{1B}O"]), ("\u{1B}[1;", []), ("\u{1B}[<", []), ("\u{1B}[<0;5;", []),
        ("\u{1B}[M 1", []), ("\u{1B}O5", []),
    ])
    func halfAKeyIsDroppedWhereNobodyTypedIt(text: String, left: [String]) {
        #expect(pieces(text) == left.map(sequence))
        var buffer = InputBuffer()
        _ = buffer.take(Array(text.utf8), at: start)
        _ = buffer.expire(at: start + .milliseconds(25))
        #expect(buffer.take([0x61], at: start) == [.character("a")])
    }

    @Test func twoEscapesGiveAltToNothingBehindThem() {
        #expect(pieces("\u{1B}\u{1B}x") == [sequence("\u{1B}\u{1B}"), .character("x")])
    }

    @Test func twoEscapesAndABracketAreTwoKeys() {
        #expect(pieces("\u{1B}\u{1B}[") == [.character("\u{1B}"), sequence("\u{1B}[")])
    }

    @Test func aCutOffSequenceTakesNothingAlong() {
        #expect(pieces("\u{1B}[1;5\u{1B}[Ax") == [sequence("\u{1B}[A"), .character("x")])
        #expect(pieces("\u{1B}[\rx") == [sequence("\u{1B}["), .character("\r"), .character("x")])
        #expect(pieces("\u{1B}O\u{1B}OP") == [sequence("\u{1B}O"), sequence("\u{1B}OP")])
        let long = "\u{1B}[" + String(repeating: "1", count: 63)
        #expect(pieces(long + "x") == [.character("x")])
    }

    @Test func theMouseIsReadInBothForms() {
        let place = Position(row: 2, column: 4)
        for (bytes, kind) in [
            ("\u{1B}[<0;5;3M", MouseEvent.Kind.press), ("\u{1B}[<0;5;3m", .release), ("\u{1B}[<64;5;3M", .scrollUp),
            ("\u{1B}[<65;5;3M", .scrollDown), ("\u{1B}[<4;5;3M", .press), ("\u{1B}[M %#", .press),
            ("\u{1B}[M#%#", .release), ("\u{1B}[M`%#", .scrollUp), ("\u{1B}[Ma%#", .scrollDown),
        ] {
            #expect(pieces(bytes + "x") == [.mouse(MouseEvent(kind, at: place)), .character("x")])
        }
        for bytes in [
            "\u{1B}[<2;5;3M", "\u{1B}[<0;0;3M", "\u{1B}[<0;5M", "\u{1B}[<0;5;3q", "\u{1B}[<;;M", "\u{1B}[M\"%#",
            "\u{1B}[<99999999999999999999;1;1M",
        ] {
            #expect(pieces(bytes + "x") == [.character("x")])
        }
    }

    @Test func aPasteIsOnePieceInItsPlace() {
        let text = "one\r\ttwo \u{1B}[20 \u{1B}[201 \u{1B}\u{1B}[A é"
        #expect(
            pieces("a\u{1B}[200~\(text)\u{1B}[201~b\u{1B}[200~\u{1B}[201~")
                == [.character("a"), .paste(text), .character("b"), .paste("")])
        #expect(pieces("\u{1B}\u{1B}[200~x\u{1B}[201~") == [.character("\u{1B}"), .paste("x")])
        // An end without a beginning.
        #expect(pieces("\u{1B}[201~x") == [.character("x")])
    }

    @Test func aPasteWithoutAnEndEndsASecondAfterItsLastByte() {
        var buffer = InputBuffer()
        #expect(buffer.take(Array("\u{1B}[200~one ".utf8), at: start) == [])
        #expect(buffer.take(Array("two \u{1B}[20".utf8), at: start + .milliseconds(900)) == [])
        #expect(buffer.deadline == start + .milliseconds(1900))
        #expect(buffer.expire(at: start + .milliseconds(1899)) == [])
        #expect(buffer.expire(at: start + .milliseconds(1900)) == [.paste("one two \u{1B}[20")])
        #expect(!buffer.isPasting && buffer.deadline == nil)
    }

    @Test func aLongPasteComesInParts() {
        let text = String(repeating: "Tomás said \u{1B}[31m no.\n", count: 200_000)
        let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~q".utf8)
        var buffer = InputBuffer()
        var pieces: [InputBuffer.Piece] = []
        for first in stride(from: 0, to: bytes.count, by: 4095) {
            pieces += buffer.take(bytes[first..<min(first + 4095, bytes.count)], at: start)
        }
        #expect(pieces == [.paste(text), .character("q")])
    }

    /// However bytes are mixed: `pieces` expects the same of them at once and one by one.
    @Test(arguments: 1...20 as ClosedRange<UInt64>) func noBytesConfuseIt(seed: UInt64) {
        var state = seed
        let alphabet = Array("\u{1B}\u{1B}\u{1B}[[O<M0;1~$m200~201~aé \r".utf8) + [0xFF, 0x80, 0xE2, 0]
        for _ in 0..<100 {
            let bytes = (0..<40).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return alphabet[Int(state >> 33) % alphabet.count]
            }
            _ = pieces(bytes)
        }
    }
}
