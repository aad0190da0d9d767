import Council
import Screen
import Testing

@testable import Room

/// While a name or a kind is typed in a note, its completions stand above the line.
@Suite struct NoteCompletionTests {
    private func typing(_ text: String) throws -> Desk {
        var desk = try Desk(Desk.opened)
        desk.press("n")
        desk.type(text)
        return desk
    }

    private func note(_ desk: Desk) -> String? { desk.room.noteEntry?.editor.text }

    @Test func thePeopleThatFitAreShownAboveTheLine() throws {
        var desk = try typing("@le")
        let cursor = try #require(desk.grid.cursor)
        #expect(desk.row(cursor.row - 2).contains("▸ @lena"))
        #expect(desk.row(cursor.row - 2).contains("Lena Ortiz"))
        #expect(desk.row(cursor.row - 1).contains("@ana"))
        desk.type("na ")
        #expect(desk.grid.cursor == Position(row: cursor.row, column: cursor.column + 3))
        #expect(!desk.text.contains("@ana"))
    }

    @Test func plainWordsShowNothing() throws {
        #expect(
            try typing("The holdout is data from three cities, see lena").room.noteEntry?.candidates.isEmpty == true)
    }

    @Test func aSurnameFindsItsHandle() throws {
        var desk = try typing("@ortiz")
        desk.press("Tab")
        #expect(note(desk) == "@lena ")
        desk.type("co")
        desk.press("Tab")
        #expect(note(desk) == "@lena concern: ")
    }

    @Test func tabGoesThroughThemAndBack() throws {
        var desk = try typing("@l")
        desk.press("Tab")
        #expect(note(desk) == "@lena ")
        desk.press("Tab")
        #expect(note(desk) == "@linh ")
        desk.press("Shift-Tab")
        #expect(note(desk) == "@lena ")
        desk.type("x")
        desk.press("Tab")
        #expect(note(desk) == "@lena x")
    }

    @Test func aNameWithinTheTextIsCompletedToo() throws {
        var desk = try typing("ask @we")
        desk.press("Tab")
        desk.type("again")
        #expect(note(desk) == "ask @wen again")
    }

    @Test func enterRecordsWhatIsTypedWhateverIsShown() throws {
        var desk = try typing("ask @l")
        desk.press("Enter")
        #expect(desk.item?.notes.last?.text == "ask @l")
    }
}
