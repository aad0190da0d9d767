import Council
import Screen
import Testing

@testable import Room

/// Seven ballots in seven keys.
@Suite struct VotingTests {
    private let chairVotes = TestHall.docket(roster: TestHall.rosterWithVotingChair)

    @Test func voteGoesStraightToTheBallots() throws {
        var desk = try Desk(Desk.opened)
        desk.press("v y")
        #expect(desk.meeting.openMotion?.question == .proposal)
        #expect(desk.meeting.openMotion?.ballots.count == 1)
        #expect(desk.front is Voting)
    }

    @Test func voteAsksForTheQuestionWhereTheProposalHadItsVote() throws {
        var desk = try Desk(Desk.voting)
        desk.press("v y y y y y y Enter")
        desk.press("v")
        #expect((desk.front as? Form)?.title == "Motion")
        #expect(desk.meeting.openMotion == nil)
    }

    @Test func sevenBallotsInSevenKeys() throws {
        var desk = try Desk(Desk.voting, docket: chairVotes)
        desk.press("v")
        desk.press("y n a r y n y")
        let motion = try #require(desk.meeting.openMotion)
        #expect(motion.order.map { motion.ballots[$0]?.choice } == [.yes, .no, .abstain, .recuse, .yes, .no, .yes])
        #expect(desk.recorded.count == 7)
    }

    @Test func theChairWhoOnlyBreaksTiesIsPassedOver() throws {
        var desk = try Desk(Desk.voting)
        desk.press("v y y y y y y")
        let motion = try #require(desk.meeting.openMotion)
        #expect(motion.ballots[Handle("priya")] == nil)
        #expect(motion.ballots.count == 6)
        desk.press("Enter")
        #expect(desk.item?.motions.first?.tally?.outcome == .carried)
    }

    @Test func escapeLeavesAndTheVoteStaysOpen() throws {
        var desk = try Desk(Desk.voting)
        desk.press("v y Esc")
        #expect(desk.room.layers.isEmpty)
        #expect(desk.meeting.openMotion?.ballots.count == 1)
        desk.press("v")
        #expect(desk.room.voting?.highlighted == Handle("wen"))
    }

    @Test func aBallotCanBeChangedUntilTheTally() throws {
        var desk = try Desk(Desk.voting)
        desk.press("v y y k n")
        let motion = try #require(desk.meeting.openMotion)
        #expect(motion.ballots[Handle("tomas")]?.choice == .yes)
        #expect(motion.ballots[Handle("wen")]?.choice == .no)
        #expect(motion.ballots.count == 2)
    }

    @Test func enterAsksWhenSomebodyHasNotVoted() throws {
        var desk = try Desk(Desk.voting)
        desk.press("v y y y y y Enter")
        #expect(desk.notice == "1 member has not voted: Enter again closes the vote without them")
        #expect(desk.meeting.openMotion != nil)
        desk.press("Enter")
        #expect(desk.meeting.openMotion == nil)
        #expect(desk.item?.motions.first?.tally?.silent == 1)
    }

    @Test func anotherKeyTakesTheQuestionBack() throws {
        var desk = try Desk(Desk.voting)
        desk.press("v y Enter j Enter")
        #expect(desk.meeting.openMotion != nil)
    }

    @Test func aRefusedBallotKeepsTheHighlight() throws {
        var desk = try Desk(Desk.voting)
        desk.press("v k y")
        #expect(desk.room.voting?.highlighted == Handle("priya"))
        #expect(desk.refusal?.hasPrefix("Priya Raman presides and votes only to break a tie") == true)
        #expect(desk.recorded.isEmpty)
        desk.press("r")
        #expect(desk.meeting.openMotion?.ballots[Handle("priya")]?.choice == .recuse)
    }

    @Test func theReasonOfABallotKeepsTheBallot() throws {
        var desk = try Desk(Desk.voting)
        desk.press("v n k b")
        #expect((desk.front as? Form)?.fields.first?.value == "no")
        desk.press("c o s t Enter")
        #expect(
            desk.meeting.openMotion?.ballots[Handle("tomas")]
                == Ballot(who: Handle("tomas"), choice: .no, reason: "cost"))
        #expect(desk.front is Voting)
    }

    @Test func undoGoesBackToTheMemberWhoseBallotItTook() throws {
        var desk = try Desk(Desk.voting)
        desk.press("v y n u")
        #expect(desk.meeting.openMotion?.ballots.count == 1)
        #expect(desk.room.voting?.highlighted == Handle("wen"))
        desk.press("a")
        #expect(desk.meeting.openMotion?.ballots[Handle("wen")]?.choice == .abstain)
    }

    @Test func undoingTheMotionLeavesTheVoting() throws {
        var desk = try Desk(Desk.opened)
        desk.run("motion team")
        #expect(desk.front is Voting)
        desk.press("u")
        #expect(desk.meeting.openMotion == nil)
        #expect(desk.room.layers.isEmpty)
    }

    @Test func theOpenVoteStopsTheNextItem() throws {
        var desk = try Desk(Desk.voting)
        desk.press("]")
        #expect(desk.refusal == "the vote on the proposal is open: `tally` it before you leave the item")
    }

    // MARK: The chair

    @Test func aTieOpensTheChairsDialog() throws {
        var desk = try Desk(Desk.voting)
        desk.press("v y n y n y n Enter")
        #expect((desk.front as? Form)?.title == "The chair decides")
        desk.press("y Tab")
        desk.type("shadow mode is cheap")
        desk.press("Enter")
        #expect(desk.room.layers.isEmpty)
        let ruling = try #require(desk.item?.motions.first?.ruling)
        #expect(ruling.answer == .yes)
        #expect(ruling.by == Handle("priya"))
        #expect(desk.notice == "ruling: yes, by Priya Raman, chair: shadow mode is cheap")
    }

    @Test func aRulingWithoutAReasonIsRefusedAndTheDialogStays() throws {
        var desk = try Desk(Desk.tied)
        desk.press("t Enter")
        #expect(desk.refusal == "no ruling is chosen yet: y or n chooses one")
        desk.press("y Enter")
        #expect(desk.refusal == "a ruling needs a reason: say it after `because`")
        #expect(desk.text.contains("a ruling needs a reason"))
        #expect(desk.front is Form)
        #expect(desk.recorded.isEmpty)
    }

    /// A reason begins with any letter, and people press Tab from habit.
    @Test(arguments: ["y n o t _ y e t", "y Tab n o t _ y e t", "n Left n o t _ y e t"])
    func aReasonNeverChangesTheRuling(keys: String) throws {
        var desk = try Desk(Desk.tied)
        desk.press("t")
        desk.press(keys.replacing("_", with: "Space"))
        desk.press("Enter")
        let ruling = try #require(desk.item?.motions.first?.ruling)
        #expect(ruling.answer.rawValue == String(keys.prefix(1)).replacing("y", with: "yes").replacing("n", with: "no"))
        #expect(ruling.reason == "not yet")
    }

    @Test func aPastedReasonIsTheReason() throws {
        var desk = try Desk(Desk.tied)
        desk.press("t")
        desk.send(.input(.paste("no holdout")))
        #expect((desk.front as? Form)?.fields.map(\.value) == ["", "no holdout"])
    }

    @Test func aReasonTypedFirstLeavesTheRulingOpen() throws {
        var desk = try Desk(Desk.tied)
        desk.press("t")
        desk.type("cheap")
        desk.press("Enter")
        #expect(desk.refusal == "no ruling is chosen yet: y or n chooses one")
        desk.press("y Enter")
        #expect(desk.item?.motions.first?.ruling?.reason == "cheap")
    }

    @Test func anAbsentChairCannotRule() throws {
        var desk = try Desk(Desk.voting + " / roll priya absent")
        let sentence = "Priya Raman presides and is not in the room: `chair WHO because TEXT` names an acting chair"
        // Whoever rules in the chair's place must not have voted.
        desk.press("v y a y n n a Enter")
        #expect(desk.room.layers.isEmpty)
        #expect(desk.refusal == sentence)
        desk.press("t")
        #expect(desk.refusal == sentence)
        desk.run("chair wen because Priya is on a plane")
        desk.press("t n Tab o k Enter")
        #expect(desk.item?.motions.first?.ruling?.isActing == true)
    }

    @Test func anEscalationOpensTheChairsDialogToo() throws {
        var desk = try Desk(Desk.voting)
        desk.press("v y n y y y y Esc")
        desk.run("escalate because the data contract is disputed")
        #expect((desk.front as? Form)?.title == "The chair decides")
        #expect(desk.text.contains("escalated: the data contract is disputed"))
    }

    @Test func nothingToRuleOnIsSaid() throws {
        var desk = try Desk(Desk.opened)
        desk.press("t")
        #expect(desk.refusal == "no question was put on this item, so there is nothing to rule on: `motion` puts one")
        #expect(desk.effects == [.beep])
    }

    @Test func aReasonGoesWithTheChoiceThatItWasGivenFor() throws {
        var desk = try Desk(Desk.opened + " / motion")
        desk.run("vote wen no because costs")
        desk.run("vote bo no because upkeep")
        desk.press("v")
        func highlight(_ name: String) {
            for _ in 0..<8 where !desk.text.contains("▸ \(name)") { desk.press("j") }
        }
        highlight("Wen")
        desk.press("y")
        #expect(desk.meeting.openMotion?.ballots[Handle("wen")] == Ballot(who: Handle("wen"), choice: .yes))
        highlight("Bo")
        desk.press("b Ctrl-U Enter")
        #expect(desk.meeting.openMotion?.ballots[Handle("bo")] == Ballot(who: Handle("bo"), choice: .no))
    }
}
