import Screen
import Testing

@Suite struct KeyEventTests {
    static let keys: [KeyEvent] =
        [
            .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
            .pageUp, .pageDown, .controlUp, .controlDown, .controlLeft, .controlRight, .controlHome, .controlEnd,
            .controlDelete, .shiftUp, .shiftDown, .shiftLeft, .shiftRight, .function(1), .function(12),
            .character("n"), .character("C"), .character("?"), .character(" "), .character("-"), .character("é"),
            .control("r"), .control("_"), .control("@"), .alt("b"), .alt(.left), .alt(.enter), .alt(.control("x")),
            .alt("F"),
        ]

    @Test(arguments: keys)
    func labelsAreReadBack(key: KeyEvent) {
        #expect(KeyEvent(label: key.label) == key, "\(key.label)")
    }

    @Test func labelsAreThoseOfKeyboards() {
        #expect(KeyEvent.control("r").label == "Ctrl-R")
        #expect(KeyEvent.alt(.left).label == "Alt-Left")
        #expect(Set(KeyEventTests.keys.map(\.label)).count == KeyEventTests.keys.count)
        #expect(KeyEvent(label: "ctrl-r") == .control("r"))
        #expect(KeyEvent(label: "Hyper-X") == nil)
        #expect(KeyEvent(label: "") == nil)
        #expect(KeyEvent(label: "Ctrl-") == nil)
    }
}
