import Council
import Screen
import Testing

@testable import Room

/// Where the cursor stands among the ballots, and what is said of a key that might mean something else.
@Suite struct BallotCursorTests {
    private static let all = "v y y y y y y"

    @Test func afterTheLastBallotTheCursorLeavesTheBallots() throws {
        var desk = try Desk(Desk.voting)
        desk.press(Self.all)
        #expect(desk.room.voting?.highlighted == nil)
        #expect(desk.text.contains("▸ Enter tally"))
        desk.press("n")
        #expect(desk.meeting.openMotion?.ballots.values.allSatisfy { $0.choice == .yes } == true)
        #expect(
            desk.notice
                == "nobody is left to vote, so n is nobody's ballot: Enter tallies, k goes back to a ballot, and Esc n takes a note"
        )
        desk.press("Enter")
        #expect(desk.item?.motions.first?.tally?.yes == 6)
    }

    @Test func oneGoesBackFromTheTallyToABallot() throws {
        var desk = try Desk(Desk.voting)
        desk.press(Self.all + " k")
        #expect(desk.room.voting?.highlighted == Handle("raj"))
        desk.press("j")
        #expect(desk.room.voting?.highlighted == nil)
        desk.press("k n")
        #expect(desk.notice == "Raj Das: yes → no; u takes it back")
        #expect(desk.room.voting?.highlighted == nil)
    }

    @Test func aChangedBallotIsSaidAloud() throws {
        var desk = try Desk(Desk.voting)
        desk.press("v r k n")
        #expect(desk.notice == "Tomás Vidal: recused → no; u takes it back")
        desk.press("u")
        #expect(desk.meeting.openMotion?.ballots[Handle("tomas")]?.choice == .recuse)
        desk.press("y")
        #expect(desk.notice == "Tomás Vidal: recused → yes; u takes it back")
        desk.press("a")
        #expect(desk.notice == nil)
    }

    @Test func aReasonSaysWhoseItIs() throws {
        var desk = try Desk(Desk.voting, size: Size(rows: 40, columns: 140))
        desk.press("v n")
        #expect(desk.row(-1).contains("b because (Wen)"))
        desk.press("b")
        #expect((desk.front as? Form)?.title == "Ballot of Wen Li")
        #expect(desk.text.contains("Tomás Vidal has already voted (no): Esc k b gives the reason for it"))
        desk.press("Esc y y y y y b")
        #expect((desk.front as? Form)?.title == "Ballot of Raj Das")
    }

    @Test func theFirstFieldOfATopicsMotionTakesTheWords() throws {
        var desk = try Desk(Desk.opened + " / go 4")
        desk.press("v")
        desk.type("Shall Mei follow?")
        desk.press("Enter")
        #expect(desk.meeting.openMotion?.question == .text("Shall Mei follow?"))
    }

    @Test func aVoteJustOpenedIsNoDefeat() throws {
        var desk = try Desk(Desk.voting)
        #expect(desk.text.contains("no votes yet"))
        #expect(!desk.text.contains("lost"))
        desk.press("v n")
        #expect(desk.text.contains("0–1, 7 of 7 present: would"))
    }

    @Test func theWayToTheTallyAndTheQuorumStayOnANarrowScreen() throws {
        for columns in [40, 60] {
            var desk = try Desk(Desk.voting, size: Size(rows: 20, columns: columns))
            desk.press("v")
            #expect(desk.row(-1).contains("Enter tally"), "\(desk.row(-1))")
            #expect(desk.row(0).contains("7/7"), "\(desk.row(0))")
        }
    }

    @Test func aPastVoteShowsWhoWasInTheRoom() throws {
        let desk = try Desk(
            Desk.voting + " / vote tomas yes / tally / chair wen because Priya leaves / roll priya absent")
        let row = (0..<desk.grid.rows).map(desk.row).first { $0.contains("Priya  ") }
        #expect(row?.contains("chair") == true, "\(desk.text)")
    }

    // MARK: Decisions

    @Test func nothingIsChosenAgainstTheLastVote() throws {
        var desk = try Desk(Desk.opened + " / go 2 / motion")
        desk.press("v y y y y y n Enter d Enter")
        #expect(desk.item?.decision == nil)
        #expect(desk.refusal == "no decision is chosen yet: the first letters of one choose it")
    }

    @Test func aDecisionAgainstTheLastVoteAsksOnce() throws {
        var desk = try Desk(Desk.voting)
        desk.press("v y y y y y n Enter d r Enter")
        #expect(desk.item?.decision == nil)
        #expect(
            desk.text.replacing("\n", with: " ").contains("Vote 1 on the proposal was carried (5–1, 7 of 7 present)"))
        desk.press("Enter")
        #expect(desk.item?.decision?.verdict == .revise)
        var other = try Desk(Desk.voting)
        other.press("v y y y y y n Enter")
        other.run("decide revise")
        #expect(other.text.contains("`decide revise anyway`"))
        other.press("Esc")
        other.run("decide revise anyway because the data is late")
        #expect(other.item?.decision?.reason == "the data is late")
    }
}
