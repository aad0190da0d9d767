import Council
import Screen
import Testing

@testable import Room

/// A person's keys come before the commands' own, and are what the screen shows.
@Suite struct KeyMapTests {
    private func map(_ rows: (String, String)...) throws -> KeyMap {
        KeyMap(own: try rows.map { (key: try KeyMap.key(named: $0.0), line: try KeyMap.line($0.1)) })
    }

    @Test func aPersonsKeyRunsItsCommandAndIsShown() throws {
        let keys = try map(("Ctrl-T", "note"), ("n", "decide"))
        var desk = try Desk(Desk.opened, keys: keys)
        #expect(desk.row(-1).contains("Ctrl-T note") && desk.row(-1).contains("n decide"))
        desk.press("Ctrl-T")
        #expect(desk.front is NoteEntry)
        desk.press("Esc n")
        #expect((desk.front as? Form)?.title == "Decision")
    }

    @Test func theHelpShowsTheKeysThatAreBound() throws {
        var desk = try Desk(Desk.opened, keys: try map(("F5", "tally"), ("T", "none"), ("x", "clock pause")))
        desk.press("?")
        desk.type("tally")
        #expect(desk.text.contains("F5        tally"))
        desk.press("Ctrl-U")
        desk.type("clock pause")
        #expect(desk.text.contains("x         runs `clock pause`"))
    }

    @Test func aKeyCanRunAWholeLine() throws {
        var desk = try Desk(Desk.opened, keys: try map(("x", "clock pause")))
        desk.press("x")
        #expect(desk.item?.clock.isPaused == true)
    }

    @Test func aKeyCanBeginANoteAndLeavesAHalfTypedOneAlone() throws {
        var desk = try Desk(Desk.opened, keys: try map(("x", "note concern:")))
        desk.press("x")
        #expect(desk.room.noteEntry?.editor.text == "concern: ")
        desk.type("short")
        desk.press("Esc x")
        #expect(desk.room.noteEntry?.editor.text == "concern: short")
    }

    @Test func aKeyCanBeTakenAwayOrFromTheArrows() throws {
        var desk = try Desk(Desk.opened, keys: try map(("C", "none"), ("j", "tally"), ("]", "note")))
        desk.press("C")
        #expect(desk.notice == "C does nothing here: ? lists the keys")
        desk.press("j")
        #expect(desk.refusal?.contains("no vote is open") == true)
        desk.press("]")
        #expect(desk.front is NoteEntry)
        desk.press("Esc")
        #expect(desk.row(-1).contains("[ items") && !desk.row(-1).contains("] ["))
    }

    @Test(arguments: [
        ("Crtl-N", "there is no key `Crtl-N`: write a character, `F5`, `Ctrl-T`, `Alt-x` or `PgUp`"),
        ("PgUpp", "there is no key `PgUpp`: did you mean `PgUp`?"),
        ("?", "`?` always opens the help: choose another key"),
        ("escape", "`Esc` always leaves what is in front: choose another key"),
        ("ctrl-i", "`Ctrl-I` is what terminals send for Tab: choose another key"),
    ])
    func aKeyThatCannotBeBoundSaysWhy(name: String, why: String) {
        #expect(throws: Refusal(why)) { try KeyMap.key(named: name) }
    }

    @Test(arguments: [
        ("taly", "there is no command `taly`: did you mean `tally`?"),
        ("tally now", "`tally` takes nothing after it: write `tally` alone"),
        ("", "a command is missing: write one, such as `note`, or `none` to take the key away"),
    ])
    func aLineThatRunsNothingSaysWhy(line: String, why: String) {
        #expect(throws: Refusal(why)) { try KeyMap.line(line) }
    }

    @Test func everyNameOfAKeyIsRead() throws {
        for name in KeyEvent.names { #expect(KeyEvent(label: name) != nil, "\(name)") }
    }
}
