import Council
import Screen
import Testing

@testable import Room

/// What happens out of sight is said.
@Suite struct TellingTests {
    @Test func aNoteThatGoesToAnotherItemSaysWhere() throws {
        var desk = try Desk(Desk.opened + " / go 2 / note @bo it belongs to the first")
        desk.press("3 Enter m 1 Enter")
        #expect(desk.meeting.items[0].notes.count == 1)
        #expect(desk.notice == "note 1 of item 2 is note 1 of item 1 now")
    }

    /// On a narrow screen the votes take the place of the notes.
    @Test func anActionIsToldWhereNoNotesAreShown() throws {
        var desk = try Desk(Desk.tied + " / rule yes because X", size: Size(rows: 24, columns: 80))
        desk.press("4")
        #expect(desk.room.metrics.layout?.panes[.notes] == nil)
        desk.run("action @wen by friday write the runbook")
        #expect(desk.notice == "action 1: Wen Li, by 2026-11-27: write the runbook")
        desk = try Desk(Desk.opened)
        desk.run("action @wen by friday write the runbook")
        #expect(desk.notice == nil)
    }

    /// What would change a choice is in sight while the ballots are given.
    @Test func whatWouldChangeAChoiceIsInSight() throws {
        var desk = try Desk(
            Desk.opened + " / go 4 / motion choose Managed | Our cluster | Nothing / vote wen 2",
            size: Size(rows: 24, columns: 80))
        desk.press("v")
        #expect(desk.text.contains("Our cluster: 1") && desk.text.contains("ties it"))
    }

    /// The item's clock stands in a recess, and its own goes on.
    @Test func theRecessCountsDownOnTheSharedScreen() throws {
        var desk = try Desk(Desk.opened + " / recess 10")
        desk.press("p")
        let before = desk.text
        desk.wait(seconds: 60)
        #expect(desk.text != before)
    }
}
