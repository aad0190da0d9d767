import Screen
import Testing

@Suite struct TextEditorTests {
    private func typed(_ keys: [String], into text: String = "", width: Int? = nil) -> TextEditor {
        var editor = TextEditor(text)
        for label in keys {
            guard let key = KeyEvent(label: label) else {
                Issue.record("no key \(label)")
                continue
            }
            press(&editor, [key], width: width)
        }
        return editor
    }

    private func press(
        _ editor: inout TextEditor, _ keys: [KeyEvent], width: Int? = nil, isConsumed: Bool = true,
        at location: SourceLocation = #_sourceLocation
    ) {
        for key in keys {
            let wasConsumed = editor.handle(key, width: width)
            #expect(wasConsumed == isConsumed, "\(key.label)", sourceLocation: location)
        }
    }

    private func shown(_ editor: TextEditor) -> String {
        let before = editor.textBeforeCursor
        return before + "|" + editor.text.dropFirst(before.count)
    }

    /// Lines are kept from one key to the next, and are those into which the whole text would be broken.
    @Test(arguments: 1...30 as ClosedRange<UInt64>) func linesOfEachKeyAreThoseOfTheWholeText(seed: UInt64) {
        var state = seed
        func chance(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let others: [KeyEvent] = [
            .character("猫"), .character("、"), .character("-"), .character("é"), .alt(.enter),
            .backspace, .left, .home, .end, .control("_"), .control("w"), .character("👩‍👩‍👧"), .delete,
        ]
        var editor = TextEditor()
        let width = 6 + chance(20)
        for _ in 0..<300 {
            let key = chance(4) == 0 ? others[chance(others.count)] : [.character("a"), .character(" ")][chance(5) / 4]
            _ = editor.handle(key, width: width)
            let (kept, made) = (editor.layout(width: width), TextEditor(editor.text).layout(width: width))
            #expect(kept.lines == made.lines, "after \(key.label): \(editor.text.debugDescription)")
        }
    }

    @Test(arguments: [
        (["a", "Space", "b"], "", "a b|"), (["Backspace"], "ab", "a|"), (["Home", "Del"], "ab", "|b"),
        (["Left", "Left", "Right", "x"], "ab", "ax|b"), (["Ctrl-A", "Ctrl-K"], "one two", "|"),
        (["Ctrl-U"], "one two", "|"), (["Ctrl-W"], "one two-three ", "one |"),
        (["Ctrl-U"], "one\ntwo", "one\n|"), (["Home", "Ctrl-U"], "one\ntwo", "one|two"),
        (["Ctrl-U", "Ctrl-U", "Ctrl-U"], "one\ntwo", "|"),
        (["Alt-Backspace"], "one two-three", "one two-|"),
        (["Ctrl-W", "Home", "Ctrl-Y"], "one two", "two|one "), (["Alt-b", "Alt-b", "Alt-f"], "one two", "one| two"),
        (["Ctrl-Left", "Alt-d"], "one two", "one |"),
        (["Ctrl-Left", "Ctrl-Left", "Ctrl-Right"], "one two", "one| two"),
        (["Ctrl-J", "x", "Home", "y"], "one", "one\ny|x"),
        (["Ctrl-J", "x", "Home", "Backspace", "End"], "one", "onex|"),
        (["Alt-Enter"], "one", "one\n|"), (["Home", "Ctrl-K"], "one\ntwo", "one\n|"), (["Backspace"], "", "|"),
        (["Del"], "", "|"), (["Ctrl-Home", "Ctrl-K", "Ctrl-K"], "one\ntwo", "|two"),
    ])
    func edits(keys: [String], text: String, result: String) {
        #expect(shown(typed(keys, into: text)) == result)
    }

    @Test func leavesOtherKeysToTheCaller() {
        var editor = TextEditor("x")
        for key in [KeyEvent.enter, .escape, .tab, .control("r"), .function(1), .up, .pageUp] {
            press(&editor, [key], isConsumed: false)
        }
        #expect(editor.text == "x")
        var line = TextEditor("x", isMultiline: false)
        press(&line, [.control("j")], isConsumed: false)
        line.paste("\na\r\nb")
        #expect(line.text == "x a b")
    }

    @Test func aFamilyIsOneCharacter() {
        var editor = TextEditor("a👨‍👩‍👧‍👦b")
        press(&editor, [.left, .left])
        #expect(shown(editor) == "a|👨‍👩‍👧‍👦b")
        #expect(editor.layout(width: 20).cursor.column == 1)
        press(&editor, [.right, .backspace])
        #expect(editor.text == "ab")
    }

    @Test func joinsWhatArrivesInParts() {
        var editor = TextEditor("")
        for scalar in "👩‍🚀".unicodeScalars { press(&editor, [.character(Character(scalar))]) }
        #expect(editor.count == 1)
        press(&editor, [.character("e"), .character("\u{301}")])
        #expect(editor.text == "👩‍🚀é")
        press(&editor, [.backspace])
        #expect(editor.text == "👩‍🚀")
        editor.undo()
        #expect(editor.text == "👩‍🚀é")
    }

    @Test func undoesTypingByWordsAndPastesWhole() {
        var editor = TextEditor("")
        for character in "one two" { press(&editor, [.character(character)]) }
        editor.paste("\nthree\nfour")
        press(&editor, [.control("_")])
        #expect(editor.text == "one two")
        press(&editor, [.control("_")])
        #expect(editor.text == "one ")
        press(&editor, [.control("_")])
        #expect(editor.text.isEmpty)
        editor.undo()
        for _ in 0..<3 { press(&editor, [.alt("_")]) }
        #expect(shown(editor) == "one two\nthree\nfour|")
        editor.redo()
        #expect(editor.text == "one two\nthree\nfour")
    }

    @Test func laysOutAndMovesByLines() {
        var editor = TextEditor("one two three\n会議 four")
        let layout = editor.layout(width: 9)
        #expect(layout.lines == ["one two", "three", "会議", "four"])
        #expect(layout.cursor == Position(row: 3, column: 4))
        press(&editor, [.up], width: 9)
        #expect(editor.layout(width: 9).cursor == Position(row: 2, column: 4))
        press(&editor, [.up, .up], width: 9)
        #expect(editor.layout(width: 9).cursor == Position(row: 0, column: 4))
        press(&editor, [.up], width: 9, isConsumed: false)
        press(&editor, [.down, .down, .down], width: 9)
        #expect(editor.layout(width: 9).cursor == Position(row: 3, column: 4))
        press(&editor, [.down], width: 9, isConsumed: false)
    }

    @Test func laysOutOnlyWhatIsSeen() {
        var editor = TextEditor("a\nb\nc\nd\ne")
        #expect(editor.layout(width: 9, height: 3).lines == ["c", "d", "e"])
        editor.move(to: 2)
        let layout = editor.layout(width: 9, height: 1)
        #expect(layout.lines == ["b"] && layout.firstRow == 1 && layout.rowCount == 5)
        #expect(layout.cursor == Position(row: 0, column: 0))
        #expect(editor.layout(width: 9, height: 9).lines == editor.layout(width: 9).lines)
    }

    @Test func theCursorStaysInItsColumns() {
        for width in 1...12 {
            var editor = TextEditor("one  two three-four 会議の議題 x    \n\nend ")
            editor.move(to: 0)
            var index = 0
            while true {
                let layout = editor.layout(width: width)
                #expect(layout.cursor.column >= 0 && layout.cursor.column < width)
                #expect(layout.lines.indices.contains(layout.cursor.row))
                #expect(editor.cursor == index)
                guard editor.cursor < editor.count else { break }
                editor.move(to: editor.cursor + 1)
                index += 1
            }
        }
    }

    @Test func aCursorMovingDownReachesTheEnd() {
        for width in 2...12 {
            var editor = TextEditor("one  two three-four 会議の議題 x    \n\nabcdefghijklmnop end")
            editor.move(to: 0)
            var rows = 0
            while editor.handle(.down, width: width) {
                rows += 1
                #expect(editor.layout(width: width).cursor.row == rows)
            }
            #expect(rows == editor.layout(width: width).lines.count - 1)
        }
    }

    @Test func takesALongPaste() {
        let text = String(repeating: "Couriers wait 4.1 minutes at the store. ", count: 2500)
        var editor = TextEditor("ab")
        editor.move(to: 1)
        editor.paste(text)
        #expect(editor.text == "a" + text + "b")
        editor.undo()
        #expect(editor.text == "ab")
    }

    /// While keys change a text, only the lines around each change are broken anew.
    @Test func linesAreTheSameHoweverTheTextCameAbout() {
        let pieces = ["a", "bc", " ", "  ", "-", "–", "会", "。", "é", "\n", "four-five", "👍🏽", "ab cd 会議 "]
        let keys: [KeyEvent] = [.backspace, .delete, .controlEnd, .control("w"), .control("_"), .up]
        for width in [2, 3, 5, 9, 20] {
            var editor = TextEditor()
            for step in 0..<600 {
                editor.move(to: step * 7919 % (editor.count + 1))
                if step % 4 == 3 {
                    _ = editor.handle(keys[step / 4 % keys.count], width: width)
                } else {
                    for character in pieces[step * step % 1009 % pieces.count] {
                        _ = editor.handle(character == "\n" ? .alt(.enter) : .character(character), width: width)
                    }
                }
                let lines = TextEditor(editor.text).layout(width: width).lines
                #expect(editor.layout(width: width).lines == lines, "\(width) columns: \(editor.text)")
            }
        }
    }
}
