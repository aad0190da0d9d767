import Council
import Screen
import Testing

@testable import Room

/// A pasted text is taken in whole, or left out with a sentence that says why; the text that was there stays.
@Suite struct PasteTests {
    private static let megabytes = String(repeating: "0123456789", count: 500_000)

    @Test func aNoteTakesManyPagesAndGivesThemBackInOneStep() throws {
        let pages = String(repeating: "couriers wait\n", count: 9_000)
        var desk = try Desk(Desk.opened)
        desk.press("n a b")
        desk.send(.input(.paste(pages)))
        #expect(desk.room.draft == "ab" + pages)
        desk.press("Ctrl-_")
        #expect(desk.room.draft == "ab")
        desk.press("Alt-_")
        #expect(desk.room.draft == "ab" + pages)
    }

    @Test func aNoteLeavesOutWhatIsLongerThanAnyNote() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n a b")
        desk.send(.input(.paste(Self.megabytes)))
        #expect(desk.room.draft == "ab")
        #expect(
            desk.refusal
                == "what was pasted has 4.8 MB, and a note takes 128 KB in all: it is left out, and the text stays as it was"
        )
        #expect(desk.effects == [.beep])
        desk.press("c")
        #expect(desk.room.draft == "abc")
    }

    @Test func manyPastesAreNoWayAroundTheLimit() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n")
        for _ in 0..<4 { desk.send(.input(.paste(String(repeating: "x", count: 40_000)))) }
        #expect(desk.room.draft.count == 120_000)
        #expect(desk.refusal?.hasPrefix("what was pasted has 40 KB, and a note takes 128 KB") == true)
    }

    @Test(arguments: ["d", "a", "m", "e"]) func aFieldLeavesOutWhatIsTooLongForIt(key: String) throws {
        var desk = try Desk(Desk.opened)
        desk.press(key)
        while desk.front?.takesText == false { desk.press("Tab") }
        let before = try #require(desk.front as? Form).fields.map(\.value)
        desk.send(.input(.paste(Self.megabytes)))
        let form = try #require(desk.front as? Form)
        #expect(form.fields.map(\.value) == before)
        #expect(desk.room.notice?.text.hasPrefix("what was pasted has 4.8 MB, and this field takes ") == true)
        desk.send(.input(.paste("Search")))
        #expect((desk.front as? Form)?.fields.contains { $0.value.hasSuffix("Search") } == true)
    }

    @Test func aChoiceSaysThatItTakesNoText() throws {
        var desk = try Desk(Desk.opened)
        desk.press("d")
        desk.send(.input(.paste("because of the holdout")))
        #expect(
            desk.room.notice?.text == "nothing can be pasted into a choice: Tab moves on to a field that takes text")
    }

    @Test func theCommandLineSaysAboveItWhatItLeftOut() throws {
        var desk = try Desk(Desk.opened)
        desk.press(": n o t e Space")
        desk.send(.input(.paste(Self.megabytes)))
        #expect(desk.text.contains("✗ what was pasted has 4.8 MB, and this line takes 4 KB in all"))
        #expect(desk.row(-2).contains(":note"))
        desk.type("on it goes")
        desk.press("Enter")
        #expect(desk.item?.notes.map(\.text) == ["on it goes"])
    }

    @Test func theFindPromptAndTheHelpLeaveItOutToo() throws {
        var desk = try Desk(Desk.opened)
        desk.press("/")
        desk.send(.input(.paste(Self.megabytes)))
        #expect(desk.text.contains("✗ what was pasted has 4.8 MB, and this line takes 4 KB in all"))
        desk.press("Esc ?")
        desk.send(.input(.paste(Self.megabytes)))
        #expect(desk.refusal?.contains("a search takes 256 bytes in all") == true)
        #expect(desk.front is HelpPage)
    }

    @Test func whereNothingIsTypedTheDraftIsKeptFromIt() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n a b Esc r")
        desk.send(.input(.paste(Self.megabytes)))
        #expect(desk.room.draft == "ab")
        #expect(desk.refusal?.contains("a note takes 128 KB in all") == true)
    }

    @Test func pastedWhereNobodyTypesItBeginsNoNote() throws {
        var desk = try Desk(Desk.opened)
        desk.send(.input(.paste(Self.megabytes)))
        #expect(desk.room.draft.isEmpty)
        #expect(desk.refusal?.contains("a note takes 128 KB in all") == true)
    }

    @Test func sizesAreSaidAsPeopleSayThem() {
        #expect(PasteLimit.size(256) == "256 bytes")
        #expect(PasteLimit.size(4096) == "4 KB")
        #expect(PasteLimit.size(4097) == "5 KB")
        #expect(PasteLimit.size(131_072) == "128 KB")
        #expect(PasteLimit.size(1_048_576) == "1.0 MB")
        #expect(PasteLimit.size(5_000_000) == "4.8 MB")
    }
}
