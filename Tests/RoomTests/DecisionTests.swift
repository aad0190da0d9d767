import Council
import Screen
import Testing

@testable import Room

@Suite struct DecisionTests {
    private let gated = Desk.opened + " / go 2"

    @Test func theDialogSuggestsWhatTheRulesAllow() throws {
        var desk = try Desk(Desk.opened)
        desk.press("d")
        #expect((desk.front as? Form)?.fields.first?.value == "approve")
        #expect(desk.text.contains("approved, by consensus, no vote was asked for"))
        desk.press("Enter")
        #expect(desk.item?.decision?.verdict == .approve)
        #expect(desk.room.layers.isEmpty)
    }

    @Test func theGateIsShownAndApprovalIsNotSuggested() throws {
        var desk = try Desk(gated)
        desk.press("d")
        #expect((desk.front as? Form)?.fields.first?.value == "revise")
        #expect(desk.text.contains("asks for changes"))
    }

    /// A letter means the same whatever is chosen; pressed again, it goes on to the next word that begins with it.
    @Test(arguments: [
        ("r", "revise"), ("r r", "reject"), ("r r r", "revise"), ("d r", "revise"), ("r Right r", "revise"),
    ])
    func aLetterChoosesTheSameFromEverywhere(keys: String, verdict: String) throws {
        for state in [Desk.opened, gated] {
            var desk = try Desk(state)
            desk.press("d \(keys)")
            #expect((desk.front as? Form)?.fields.first?.value == verdict)
        }
    }

    @Test func theGateStopsApprovalWithoutAReason() throws {
        var desk = try Desk(gated)
        desk.press("d a Enter")
        #expect(desk.refusal?.hasPrefix("the gate stops approval (") == true)
        #expect(desk.front is Form)
        #expect(desk.item?.decision == nil)
    }

    @Test func overridingTheGateIsAskedOnce() throws {
        var desk = try Desk(gated)
        desk.press("d a Tab")
        desk.type("the risk is small")
        desk.press("Enter")
        #expect(desk.item?.decision == nil)
        #expect(desk.text.contains("override"))
        #expect(desk.recorded.isEmpty)
        desk.press("Enter")
        #expect(desk.item?.decision?.overriddenGate.isEmpty == false)
        #expect(desk.room.layers.isEmpty)
    }

    @Test func aChangeAfterTheQuestionIsAskedAgain() throws {
        var desk = try Desk(gated)
        desk.press("d a Tab x Enter y Enter")
        #expect(desk.item?.decision == nil)
        desk.press("Enter")
        #expect(desk.item?.decision?.reason == "xy")
    }

    @Test func anOpenConcernIsAskedOnce() throws {
        var desk = try Desk(Desk.opened + " / note @wen concern: the holdout")
        desk.press("d Enter")
        #expect(desk.item?.decision == nil)
        #expect(desk.text.contains("Concern 1 is open, and the minutes will say so."))
        desk.press("Enter")
        #expect(desk.item?.decision?.overConcerns == [1])
    }

    /// Nobody needs to know that one letter is enough.
    @Test(arguments: [
        ("approve", "approve"), ("reject", "reject"), ("r", "revise"), ("rr", "reject"), ("rrr", "revise"),
        ("approved", "approve"), ("dr", "revise"), ("defer", "defer"), ("rx", "revise"),
    ])
    func aVerdictIsTypedAsItIsSpoken(typed: String, verdict: String) throws {
        var desk = try Desk(Desk.opened)
        desk.press("d")
        desk.type(typed)
        #expect((desk.front as? Form)?.fields[0].value == verdict)
    }

    @Test func aDateIsAskedForInItsForm() throws {
        var desk = try Desk(Desk.opened)
        desk.press("d d Tab")
        desk.type("soon")
        desk.press("Enter")
        #expect(desk.refusal == "`soon` is not a date: say \(CalendarDay.forms)")
        desk.press("Ctrl-U")
        desk.type("friday")
        desk.press("Enter")
        #expect(desk.item?.decision?.until == CalendarDay("2026-11-27"))
    }

    @Test func onlyWhatIsDeferredHasADay() throws {
        var desk = try Desk(Desk.opened)
        desk.press("d a")
        #expect(!desk.text.contains("Until"))
        desk.press("d Tab")
        desk.type("friday")
        // The day is kept for whoever comes back to it, and is in nobody's way.
        desk.press("Shift-Tab a")
        #expect(!desk.text.contains("friday"))
        desk.press("d")
        #expect(desk.text.contains("friday"))
        desk.press("a Enter")
        #expect(desk.item?.decision?.verdict == .approve && desk.item?.decision?.until == nil)
    }

    @Test func aLostMotionIsNotApproved() throws {
        var desk = try Desk(Desk.voting)
        desk.press("v n n n n n n Enter d a Enter")
        #expect(
            desk.refusal
                == "the proposal was lost (0–6, 7 of 7 present): decide revise, defer or reject, or vote on it again"
        )
    }

    @Test func escapeDecidesNothing() throws {
        var desk = try Desk(Desk.opened)
        desk.press("d Esc")
        #expect(desk.room.layers.isEmpty)
        #expect(desk.item?.decision == nil)
    }

    // MARK: Actions and amendments

    @Test func anActionIsHandedOut() throws {
        var desk = try Desk(Desk.opened)
        desk.press("a l e n a Tab")
        desk.type("2026-12-02")
        desk.press("Tab")
        desk.type("shadow mode")
        desk.press("Enter")
        #expect(desk.meeting.actions.map(\.owner) == [Handle("lena")])
        #expect(desk.meeting.actions.map(\.text) == ["shadow mode"])
    }

    @Test func anUnknownOwnerIsRefusedWithTheNearest() throws {
        var desk = try Desk(Desk.opened)
        desk.press("a l e n e Tab Tab x Enter")
        #expect(desk.refusal == "nobody on the roster has the handle lene: did you mean lena?")
        #expect(desk.front is Form)
    }

    @Test func anAmendmentShowsBeforeAndAfter() throws {
        var desk = try Desk(Desk.opened)
        desk.press("e p o d Tab")
        desk.press("Backspace")
        #expect(desk.text.contains("pod is `Dispatch` now; write it as"))
        desk.type("Search")
        #expect(desk.text.contains("pod: Dispatch → Search, by consent unless a vote is asked for"))
        desk.press("Enter")
        #expect(desk.item?.amendments.map(\.after) == ["Search"])
    }

    // MARK: Undo

    @Test func undoAndRedoSayWhatTheyDo() throws {
        var desk = try Desk(Desk.opened + " / note one")
        desk.press("u")
        #expect(desk.notice == "undone: note 1: one; n Up brings its words back")
        #expect(desk.item?.notes.isEmpty == true)
        desk.press("Ctrl-R")
        #expect(desk.notice == "done again: note 1: one")
        #expect(desk.item?.notes.map(\.text) == ["one"])
        desk.press("Ctrl-R")
        #expect(desk.refusal == "nothing was undone since the last act: there is nothing to redo")
    }

    @Test func undoTakesADecisionBack() throws {
        var desk = try Desk(Desk.opened)
        desk.press("d Enter u")
        #expect(desk.item?.decision == nil)
        #expect(desk.notice == "undone: the decision, approved")
    }

    // MARK: Closing

    /// Whoever knows the line types it, whatever stands in front.
    @Test func theChecklistTakesACommand() throws {
        var desk = try Desk(Desk.opened)
        desk.press("C")
        #expect(desk.front is ClosingChecklist)
        desk.run("close anyway")
        #expect(desk.room.meeting.phase == .closed && desk.room.layers.isEmpty)
    }

    @Test func theChecklistListsWhatIsLeftOpen() throws {
        var desk = try Desk(Desk.opened + " / note @nobody concern: why / action find out")
        desk.press("C")
        #expect(desk.front is ClosingChecklist)
        for line in [
            "item 1, Dispatch by predicted prep time: no decision", "concern 1 is open: why",
            "action 1 has no owner and no date: find out",
            "nobody spoke and is neither on the roll nor on the roster",
        ] { #expect(desk.text.contains(line), "\(line)") }
        desk.press("Esc")
        #expect(desk.meeting.phase == .inSession)
    }

    @Test func theTypedLineOpensTheChecklistToo() throws {
        var desk = try Desk(Desk.opened)
        desk.run("close")
        #expect(desk.front is ClosingChecklist)
        #expect(desk.text.contains("item 1, Dispatch by predicted prep time: no decision"))
    }

    @Test func closingPublishes() throws {
        var desk = try Desk(Desk.opened)
        desk.press("C Enter")
        #expect(desk.meeting.phase == .closed)
        #expect(desk.effects.last == .publish(nil))
        #expect(desk.room.layers.isEmpty)
        desk.send(.published(["minutes/2026-11-25/minutes.md"]))
        #expect(
            desk.notice == "written to minutes/2026-11-25/: minutes.md; `:preview` shows them; next, in the shell: "
                + "`mlreview send 2026-11-25`, `mlreview agenda next`")
    }

    @Test func anOpenVoteStopsTheClosing() throws {
        var desk = try Desk(Desk.voting)
        desk.press("C")
        #expect(desk.text.contains("the vote on the proposal is open: `tally` it before you close"))
        desk.press("Enter")
        #expect(desk.front is ClosingChecklist)
        #expect(desk.meeting.phase == .inSession)
        #expect(desk.effects == [.beep])
    }

    @Test func aClosedMeetingTakesNoMore() throws {
        var desk = try Desk(Desk.opened + " / close anyway")
        desk.press("n")
        #expect(
            desk.refusal
                == "the meeting is closed, so it is too late to take notes: `reopen because TEXT` opens it again")
        desk.run("reopen because of a slip")
        #expect(desk.meeting.phase == .inSession)
        #expect(desk.notice == "open again for revision 2: of a slip")
    }
}

/// A dialog's question can be read on a small screen, too.
@Suite struct SmallDialogTests {
    /// The resolution is there to be read and changed, and whoever takes it as it is passes it by.
    @Test func theResolutionIsComposedInTheDialog() throws {
        var desk = try Desk(
            Desk.opened + " / motion In three cities / vote tomas yes / tally / note @wen concern: the holdout")
        desk.press("d a")
        #expect(desk.text.contains("In three cities. It costs"), "\(desk.text)")
        // It follows the decision until somebody changes it.
        desk.press("Backspace r")
        #expect(desk.text.contains("To be answered: “the holdout” (Wen Li)."), "\(desk.text)")
        desk.press("a Tab")
        desk.type("it pays")
        desk.press("Tab Ctrl-U")
        desk.type("Two cities for four weeks")
        desk.press("Tab")
        desk.type("1")
        desk.press("Enter")
        let decision = try #require(desk.room.meeting.current?.decision)
        #expect(decision.resolution?.edited == "Two cities for four weeks")
        #expect(
            decision.resolution?.composed.hasSuffix("On condition that this is answered: “the holdout” (Wen Li).")
                == true
        )
        #expect(decision.conditions == [1] && decision.reason == "it pays")
    }

    /// Nothing more is pressed than before there were resolutions.
    @Test func theResolutionIsTakenAsItIs() throws {
        var desk = try Desk(Desk.opened + " / note @wen concern: the holdout")
        desk.press("d r Enter")
        let decision = try #require(desk.room.meeting.current?.decision)
        #expect(decision.resolution == Resolution(composed: "To be answered: “the holdout” (Wen Li)."))
    }

    @Test func theQuestionIsNeverCutOff() throws {
        var desk = try Desk(Desk.opened + " / go 2 / note @wen concern: holdout", size: Size(rows: 12, columns: 40))
        desk.press("d a Tab x Enter")
        #expect(desk.text.contains("Enter again") && desk.text.contains("Concern 1 is open"), "\(desk.text)")
    }

    /// An open vote stops the close, and the footer does not offer it then.
    @Test func closingIsOfferedWhereItCanBe() throws {
        var desk = try Desk(Desk.voting)
        desk.press("C")
        #expect(desk.text.contains("✗ ") && !desk.row(-1).contains("Enter"))
        desk = try Desk(Desk.tied)
        desk.press("C")
        #expect(desk.row(-1).contains("Enter close"))
    }

    @Test func theChecklistKeepsWithinItsFrame() throws {
        var desk = try Desk(Desk.opened, size: Size(rows: 12, columns: 40))
        desk.press("C")
        let frame = (0..<12).map { desk.row($0) }.filter { $0.contains("○") }
        #expect(frame.count > 2)
        for row in frame { #expect("│▴▾".contains(row.last { $0 != " " } ?? " "), "\(row)") }
    }

    @Test func theClockIsSeenWhereThereIsLittleRoom() throws {
        var desk = try Desk(Desk.opened, size: Size(rows: 12, columns: 40))
        desk.wait(seconds: 16 * 60)
        #expect(desk.row(0).contains("/15 over"))
        #expect(desk.row(0).contains("1/4"))
    }
}
