@testable import Council
import Screen
import Testing

@testable import Room

/// One key begins a note, one ends it, and nothing typed in between is lost.
@Suite struct NoteTests {
    private let item = ItemID("prep-time")

    @Test func enterRecordsTheNote() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n")
        desk.type("Couriers wait")
        #expect(desk.room.draft == "Couriers wait")
        desk.press("Enter")
        #expect(
            desk.recorded == [.noted(.init(item: item, number: 1, speaker: nil, kind: .plain, text: "Couriers wait"))])
        #expect(desk.room.layers.isEmpty)
        #expect(desk.room.draft.isEmpty)
        #expect(desk.effects.contains(.draftChanged))
    }

    @Test func speakerAndKindAreReadFromTheNote() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n")
        desk.type("@wen concern: the holdout is short")
        desk.press("Enter")
        #expect(
            desk.recorded == [
                .noted(
                    .init(item: item, number: 1, speaker: Handle("wen"), kind: .concern, text: "the holdout is short"))
            ])
        #expect(desk.notice == "concern 1 is open until `:resolve 1`")
    }

    @Test func everyKeyBringsTheDraftOnItsWayToTheDisk() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n")
        desk.type("ab")
        #expect(desk.effects == [.draftChanged, .draftChanged])
        #expect(desk.room.draft == "ab")
        desk.press("Backspace")
        #expect(desk.effects == [.draftChanged])
        #expect(desk.room.draft == "a")
    }

    @Test func escapeKeepsTheDraftAndTheKeyResumesIt() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n")
        desk.type("half a")
        desk.press("Esc")
        #expect(desk.room.layers.isEmpty)
        #expect(desk.room.draft == "half a")
        #expect(desk.notice == "kept as a draft: n resumes it")
        desk.press("n")
        desk.type(" note")
        desk.press("Enter")
        #expect(desk.item?.notes.map(\.text) == ["half a note"])
    }

    @Test func aDraftFromTheRecordIsBackInTheEditor() throws {
        let desk = try Desk(Desk.opened, draft: "half a")
        #expect(desk.room.noteEntry?.editor.text == "half a")
        #expect(desk.grid.cursor != nil)
    }

    @Test func aRefusedNoteKeepsItsText() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n")
        desk.type("@wen concern: ")
        desk.press("Enter")
        #expect(desk.refusal == "a note has no words: write some")
        #expect(desk.room.noteEntry?.editor.text == "@wen concern: ")
        #expect(desk.room.draft == "@wen concern: ")
        #expect(desk.recorded.isEmpty)
    }

    @Test func anEmptyNoteIsNoNote() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n Space Enter")
        #expect(desk.room.layers.isEmpty)
        #expect(desk.recorded.isEmpty)
        #expect(desk.room.draft.isEmpty)
        desk.press("n a Backspace Backspace")
        #expect(desk.room.layers.isEmpty)
    }

    @Test func tabCompletesWhoSpeaks() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n @ l Tab")
        #expect(desk.room.noteEntry?.editor.text == "@lena ")
        desk.press("Tab")
        #expect(desk.room.noteEntry?.editor.text == "@linh ")
        desk.press("c o Tab")
        #expect(desk.room.noteEntry?.editor.text == "@linh concern: ")
        desk.type("no")
        desk.press("Enter")
        #expect(desk.item?.openConcerns.map(\.speaker) == [Handle("linh")])
    }

    @Test func aNoteCanHaveLines() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n a Alt-Enter b Enter")
        #expect(desk.item?.notes.map(\.text) == ["a\nb"])
    }

    @Test func keysOfThePanesAreLettersInANote() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n")
        desk.type("nvq?:u]1")
        desk.press("Enter")
        #expect(desk.item?.notes.map(\.text) == ["nvq?:u]1"])
    }

    @Test func pasteWithoutAnEntryStartsANote() throws {
        var desk = try Desk(Desk.opened)
        desk.send(.input(.paste("from the chat")))
        #expect(desk.room.noteEntry?.editor.text == "from the chat")
        #expect(desk.effects == [.draftChanged])
        #expect(desk.room.draft == "from the chat")
    }

    @Test func pasteGoesIntoTheNoteBeingTyped() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n a")
        desk.send(.input(.paste("b\nc")))
        desk.press("Enter")
        #expect(desk.item?.notes.map(\.text) == ["ab\nc"])
    }

    @Test func theEditorTakesTheNoteAndGivesItBack() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n a Ctrl-E")
        #expect(desk.effects.contains(.edit("a")))
        desk.send(.edited("a and more\n"))
        #expect(desk.room.noteEntry?.editor.text == "a and more")
        #expect(desk.effects == [.draftChanged])
        #expect(desk.room.draft == "a and more")
    }

    /// A note of the `:` line must not take a half-typed one with it.
    @Test func aNoteOfTheCommandLineLeavesTheDraft() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n")
        desk.type("half a")
        desk.press("Esc")
        desk.run("note another")
        #expect(desk.item?.notes.map(\.text) == ["another"])
        #expect(desk.room.draft == "half a")
        desk.press("n")
        #expect(desk.room.noteEntry?.editor.text == "half a")
    }

    /// A person who corrects a note types it as it was taken.
    @Test func rewordingTakesTheSameSpeakerAndNoOther() throws {
        var desk = try Desk(Desk.opened + " / note @lena concern: latency of 900 ms")
        desk.run("reword 1 @lena concern: latency of 700 ms")
        #expect(desk.item?.notes.first?.text == "latency of 700 ms")
        desk.run("reword 1 latency of 600 ms")
        #expect(desk.item?.notes.first?.text == "latency of 600 ms")
        desk.run("reword 1 @wen latency of 500 ms")
        #expect(desk.item?.notes.first?.text == "latency of 600 ms")
        #expect(desk.text.contains("`reword` changes the words of a note: `speaker 1 WHO`"))
    }

    /// Words that sound private stand in the minutes if the colon is missing, however they were typed.
    @Test func rewordingToWhatSoundsPrivateIsDoubtedAloud() throws {
        var desk = try Desk(Desk.opened + " / note the budget / note private:the salary")
        desk.run("reword 1 private the budget")
        #expect(desk.text.contains("recorded as a plain note, which stands in the minutes"))
        desk.run("reword 1 private:the budget")
        #expect(desk.text.contains("`reword` changes the words of a note: `speaker 1 WHO`"))
        desk.run("reword 2 private :the salaries")
        #expect(desk.item?.notes.last?.text == "the salaries")
        #expect(desk.item?.notes.last?.kind == .private)
    }

    @Test func resizeKeepsTheNote() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n")
        desk.type("half a")
        for size in [Size(rows: 24, columns: 80), Size(rows: 5, columns: 10), Size(rows: 40, columns: 120)] {
            desk.send(.input(.resize(size)))
        }
        #expect(desk.room.noteEntry?.editor.text == "half a")
        #expect(desk.room.draft == "half a")
        #expect(desk.text.contains("half a"))
    }

    @Test func resizeKeepsTheDialogsInTheirOrder() throws {
        var desk = try Desk(Desk.voting)
        desk.press("v b Tab")
        desk.type("co")
        desk.send(.input(.resize(Size(rows: 24, columns: 80))))
        #expect(desk.room.layers.count == 2)
        #expect(desk.room.layers.first is Voting)
        desk.type("st")
        #expect((desk.front as? Form)?.fields.last?.value == "cost")
    }

    /// Between two seconds a key paints the note alone: the desk compares each frame with one that is painted whole.
    @Test(arguments: [Size(rows: 40, columns: 120), Size(rows: 24, columns: 80), Size(rows: 12, columns: 40)])
    func typingFastShowsTheSameAsTypingSlowly(size: Size) throws {
        var (fast, slow) = (try Desk(Desk.opened, size: size), try Desk(Desk.opened, size: size))
        fast.pace = 0.001
        let keys =
            "n C o u Space Alt-Enter @ w e Tab c o n Tab x Backspace Left Left 会 é Home y Ctrl-E z Up Down Ctrl-W Ctrl-Y "
            + "PgUp a PgDn b Alt-Up c Alt-Down Ctrl-U d e Alt-Enter Alt-Enter f Ctrl-_ F1 Esc g Esc n h"
        for key in keys.split(separator: " ") {
            fast.press(String(key))
            slow.press(String(key))
            #expect(fast.room.draft == slow.room.draft)
        }
        let long = String(repeating: "Couriers wait at the store. ", count: 20)
        fast.type(long)
        #expect(fast.room.isPainted)
        fast.press("Enter")
        #expect(fast.item?.notes.count == 1)
    }
}
