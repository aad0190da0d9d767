import Council
import Screen
import Testing

@testable import Room

/// A private note stands on no shared screen until its author's terminal asks.
@Suite struct PrivateNoteTests {
    private let noted = Desk.opened + " / note out loud / note private: Kofi is about to resign"

    @Test func theScreenSaysThatThereIsOne() throws {
        var desk = try Desk(noted)
        #expect(!desk.text.contains("Kofi") && desk.text.contains("· 1 private note"))
        desk.press("3 j x")
        #expect(desk.text.contains("Kofi is about to resign"))
        desk.run("private")
        #expect(!desk.text.contains("Kofi"))
        desk.press("3 j x ] [")
        #expect(!desk.text.contains("Kofi"))
    }

    @Test func noFollowerAndNoPresenterShowsIt() throws {
        var desk = try Desk(noted, recording: .following("process 7"))
        desk.press("3 j x")
        #expect(!desk.text.contains("Kofi"))
        desk.run("private")
        #expect(desk.refusal == "private notes are shown by the terminal that records, and by no other")
        desk = try Desk(noted)
        desk.press("3 j x p")
        #expect(!desk.text.contains("Kofi"))
    }

    @Test func findAndEarlierNotesDoNotBetrayIt() throws {
        var desk = try Desk(noted)
        desk.press("n Up")
        #expect(desk.room.noteEntry?.editor.text == "out loud")
        desk.press("Esc /")
        desk.type("resign")
        desk.press("Enter")
        #expect(desk.refusal == "“resign” does not stand in this item")
        desk.press("N")
        #expect(!desk.text.contains("Kofi"))
    }
}
