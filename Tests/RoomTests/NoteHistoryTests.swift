import Council
import Screen
import Testing

@testable import Room

/// Up calls up the notes typed before, and never loses the note that was begun.
@Suite struct NoteHistoryTests {
    private static let noted = Desk.opened + " / note one / note @wen concern: two / note question: three"

    private func note(_ desk: Desk) -> String? { desk.room.noteEntry?.editor.text }

    @Test func upCallsUpTheNotesAsTheyWereTyped() throws {
        var desk = try Desk(Self.noted)
        desk.press("n Up")
        #expect(note(desk) == "question: three")
        desk.press("Up Up Up")
        #expect(note(desk) == "one")
        desk.press("Down")
        #expect(note(desk) == "@wen concern: two")
        desk.press("Down Down Down")
        #expect(note(desk)?.isEmpty == true)
    }

    @Test func upMovesWithinANoteOfSeveralLinesFirst() throws {
        var desk = try Desk(Self.noted)
        desk.press("n a Alt-Enter b Up")
        #expect(note(desk) == "a\nb")
        desk.press("Up")
        #expect(note(desk) == "question: three")
        desk.press("Alt-Down")
        #expect(note(desk) == "a\nb")
        desk.press("Alt-Up")
        #expect(note(desk) == "question: three")
    }

    @Test func whatWasBegunWaitsWhileAnEarlierNoteIsRecordedAgain() throws {
        var desk = try Desk(Self.noted)
        desk.press("n")
        desk.type("half a thought")
        desk.press("Up Enter")
        #expect(desk.item?.notes.last?.text == "three")
        #expect(desk.room.draft == "half a thought")
        desk.press("n")
        #expect(note(desk) == "half a thought")
    }

    @Test func leavingFromAnEarlierNoteKeepsWhatWasBegun() throws {
        var desk = try Desk(Self.noted)
        desk.press("n")
        desk.type("half")
        desk.press("Up Esc")
        #expect(desk.room.draft == "half")
        desk.press("n Up")
        desk.type(" more")
        desk.press("Esc")
        #expect(desk.room.draft == "question: three more")
        desk.press("n Up")
        #expect(note(desk) == "half")
    }

    @Test func changesAreThereWhenTheNoteIsPassedAgain() throws {
        var desk = try Desk(Self.noted)
        desk.press("n Up !")
        desk.press("Up Down")
        #expect(note(desk) == "question: three!")
    }

    @Test func aNoteThatWasKilledComesBack() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n")
        desk.type("all of it")
        desk.press("Ctrl-U Enter")
        #expect(desk.room.draft.isEmpty && desk.item?.notes.isEmpty == true)
        desk.press("n Up")
        #expect(note(desk) == "all of it")
    }

    /// Up calls up the note before; a text that was deleted is one step behind it.
    @Test func aDeletedTextIsNotTheFirst() throws {
        var desk = try Desk(Self.noted)
        desk.press("n")
        desk.type("thrown away")
        desk.press("Ctrl-U Up")
        #expect(note(desk) == "question: three")
        desk.press("Up")
        #expect(note(desk) == "thrown away")
        desk.press("Up")
        #expect(note(desk) == "@wen concern: two")
    }

    @Test func theWordsOfANoteThatWasUndoneComeBack() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n")
        desk.type("@lenaa concern: short")
        desk.press("Enter u")
        #expect(desk.notice?.hasSuffix("n Up brings its words back") == true)
        desk.press("n Up")
        #expect(note(desk) == "@lenaa concern: short")
    }

    @Test func theNotesScrollBehindTheLine() throws {
        let many = (1...40).map { "note number \($0)" }.joined(separator: " / ")
        var desk = try Desk(Desk.opened + " / " + many)
        desk.press("n PgUp")
        #expect(!desk.text.contains("number 40") && desk.front is NoteEntry)
        desk.press("PgDn")
        #expect(desk.text.contains("number 40"))
    }
}
