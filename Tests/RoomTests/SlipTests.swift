import Council
import Screen
import Testing

@testable import Room

/// A slip of the finger costs a key, and never the text that was typed.
@Suite struct SlipTests {
    @Test func aDialogLeftByMistakeIsAsItWas() throws {
        var desk = try Desk(Desk.opened)
        desk.press("a")
        desk.type("lena")
        desk.press("Tab Tab")
        desk.type("shadow mode rep")
        desk.press("Esc a")
        #expect(desk.notice == "as you left it; Ctrl-U clears a line")
        #expect((desk.front as? Form)?.fields.map(\.value) == ["lena", "", "shadow mode rep"])
        desk.press("Tab Tab")
        desk.type("ort")
        desk.press("Enter")
        #expect(desk.meeting.actions.last?.text == "shadow mode report")
        desk.press("a")
        #expect((desk.front as? Form)?.fields.map(\.value) == ["", "", ""])
    }

    /// A ruling that was begun on one tally is not offered on the next.
    @Test func aRulingGoesWithTheTallyThatItWasAbout() throws {
        var desk = try Desk(Desk.opened)
        for line in ["motion", "vote bo yes", "vote tomas no", "tally"] { desk.run(line) }
        desk.press("y Tab")
        desk.type("too early")
        desk.press("Esc u")
        desk.run("tally")
        #expect((desk.front as? Form)?.fields.contains { $0.value.contains("too early") } == false)
    }

    @Test func aDialogOfAnotherItemBeginsAnew() throws {
        var desk = try Desk(Desk.opened)
        desk.press("d Tab")
        desk.type("half a reason")
        desk.press("Esc ] d")
        #expect((desk.front as? Form)?.fields[2].value == "")
    }

    @Test func aKeyThatMeansNothingWhileVotingSaysSoAndVotesNothing() throws {
        var desk = try Desk(Desk.voting)
        desk.press("v d")
        #expect(desk.notice == "d does nothing while ballots are taken: Esc leaves, and the vote stays open")
        #expect(desk.item?.openMotion?.ballots.isEmpty == true && desk.front is Voting)
    }

    @Test func aReasonBeforeTheBallotChoosesNone() throws {
        var desk = try Desk(Desk.voting)
        desk.press("v j b Tab")
        desk.type("cost")
        desk.press("Enter")
        #expect(desk.refusal == "no ballot is given yet: y, n, a or r chooses one")
        desk.press("n Enter")
        #expect(desk.item?.openMotion?.ballots.values.map(\.choice) == [.no])
        #expect(desk.item?.openMotion?.ballots.values.map(\.reason) == ["cost"])
    }

    @Test func ctrlCLeavesWhatIsInFrontAndNothingElse() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n h a l f Ctrl-C")
        #expect(desk.room.layers.isEmpty && desk.room.draft == "half")
        #expect(desk.row(-1).contains("n resume the draft"))
        desk.press("Ctrl-C")
        #expect(desk.effects.isEmpty)
        #expect(desk.notice == "Ctrl-C ends nothing here: q leaves, and the meeting stays open")
    }
}
