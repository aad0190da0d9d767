import Council
import Screen
import Testing

@testable import Room

/// The row under the cursor is corrected where it stands. The keys are counted.
@Suite struct RowTests {
    private let noted = Desk.opened + " / note @bo one / note @bo concern: two / action @wen Ask"

    /// Presses keys, of which there are so many.
    private func press(_ keys: String, atMost count: Int, on desk: inout Desk) {
        #expect(keys.split(separator: " ").count <= count)
        desk.press(keys)
    }

    @Test func aWrongSpeakerTakesFourKeys() throws {
        var desk = try Desk(Desk.opened + " / note one / note @bo two")
        press("N @ w Enter", atMost: 4, on: &desk)
        #expect(desk.item?.notes.last?.speaker == Handle("wen"))
        desk = try Desk(Desk.opened + " / note one / note @bo two")
        press("3 @ w Enter", atMost: 4, on: &desk)
        #expect(desk.item?.notes.last?.speaker == Handle("wen"))
        desk.press("u")
        #expect(desk.item?.notes.last?.speaker == Handle("bo"))
    }

    @Test(arguments: [false, true])
    func aNoteOfThreeItemsAgoTakesFiveKeysAndMovesNobody(isVoting: Bool) throws {
        let lines = " / note first / go 2 / note second / go 3 / note third / go 4 / note fourth"
        var desk = try Desk(Desk.opened + lines + (isVoting ? " / motion Shall we?" : ""))
        if isVoting { desk.press("v") }
        press("N [ [ [ e", atMost: 5, on: &desk)
        desk.type(", better")
        desk.press("Enter")
        #expect(desk.meeting.items[0].notes.map(\.text) == ["first, better"])
        #expect(desk.meeting.items[0].notes.first?.earlier == ["first"])
        #expect(desk.item?.id == ItemID("topic-1"))
        #expect((desk.meeting.openMotion != nil) == isVoting)
    }

    @Test func theCursorGoesThroughNotesAndActions() throws {
        var desk = try Desk(noted)
        desk.press("3")
        #expect(desk.room.pointedAt == .note(NoteReference(2, of: 1)))
        desk.press("k k k")
        #expect(desk.room.pointedAt == .note(NoteReference(1, of: 1)))
        desk.press("j j j")
        #expect(desk.room.pointedAt == .action(1))
        desk.press("4 j j j j j")
        #expect(desk.room.pointedAt == .note(NoteReference(2, of: 1)))
    }

    @Test func theMenuHasWhatTheRowCanDo() throws {
        var desk = try Desk(noted)
        desk.press("3")
        #expect(desk.row(-1).contains("Enter change note 2 of item 1") && desk.row(-1).contains("@ who"))
        desk.press("Enter")
        for text in [
            "edit the words", "change who said it", "change its kind", "move to another item", "strike it",
            "resolve the concern", "Note 2 of item 1",
        ] { #expect(desk.text.contains(text), "\(text)") }
        desk.press("r")
        #expect(desk.text.contains("Resolve concern 2 of item 1"))
        desk.type("it is long enough")
        desk.press("Enter")
        #expect(desk.item?.notes.last?.resolution?.reason == "it is long enough")
    }

    @Test func aNoteGetsAnotherKindOrItem() throws {
        var desk = try Desk(noted)
        desk.press("3 Enter t i d Enter")
        #expect(desk.item?.notes.last?.kind == .idea)
        desk.press("Enter m 2 Enter")
        #expect(desk.item?.notes.last?.isStruck == true)
        #expect(desk.meeting.items[1].notes.map(\.text) == ["two"] && desk.meeting.items[1].notes[0].kind == .idea)
        desk.press("u u")
        #expect(desk.item?.notes.last?.kind == .concern && desk.meeting.items[1].notes.isEmpty)
    }

    @Test func anActionIsHandedOnPutOffAndDone() throws {
        var desk = try Desk(noted)
        desk.press("3 j @ r a j Enter")
        #expect(desk.meeting.actions.first?.owner == Handle("raj"))
        desk.press("Enter l")
        desk.type("next friday")
        desk.press("Enter")
        #expect(desk.meeting.actions.first?.due?.description == "2026-12-04")
        desk.press("Enter e")
        desk.type(" them")
        desk.press("Enter")
        #expect(desk.meeting.actions.first?.text == "Ask them")
        desk.run("show actions")
        #expect(desk.text.contains("this meeting") && desk.text.contains("Ask them"))
        desk.press("d")
        #expect(desk.meeting.actions.first?.isDone == true)
    }

    /// A row that is longer than its pane is read to its end before the cursor goes on.
    @Test func aLongNoteIsReadToItsEnd() throws {
        let long = (1...300).map { "word\($0)" }.joined(separator: " ")
        var desk = try Desk(
            Desk.opened + " / note \(long) / note second", size: Size(rows: 24, columns: 80))
        desk.press("3 Home")
        #expect(desk.text.contains("word1 ") && !desk.text.contains("word300"))
        var seen: Set<Int> = []
        for _ in 0..<60 {
            for word in 1...300 where desk.text.contains("word\(word) ") { seen.insert(word) }
            desk.press("j")
        }
        #expect(seen.count > 290 && desk.text.contains("second"))
        #expect(desk.room.pointedAt == .note(NoteReference(2, of: 1)))
        for _ in 0..<60 { desk.press("k") }
        #expect(desk.text.contains("word1 ") && desk.room.pointedAt == .note(NoteReference(1, of: 1)))
    }

    @Test func theAgendasMenuTakesAnItemUp() throws {
        var desk = try Desk(Desk.opened)
        desk.press("1 j x")
        #expect(desk.front is RowMenu && desk.text.contains("take it up"))
        desk.press("Enter")
        #expect(desk.item?.id == ItemID("bare"))
    }

    @Test func aRowOfTheChecklistLeadsToItsPlace() throws {
        var desk = try Desk(Desk.opened + " / note @nobody concern: why / action find out")
        desk.press("C j j Enter")
        #expect((desk.front as? RowMenu)?.thing == .note(NoteReference(1, of: 1)))
        desk.press("Esc C j j j Enter")
        #expect(desk.item?.id == ItemID("bare"))
    }
}
