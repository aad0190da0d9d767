import Council
import Foundation
import Screen
import Testing

@testable import Room

/// An item that is here for what came of it, on the screen.
@Suite struct AboutOutcomeTests {
    static let docket: Docket = {
        var proposal = TestHall.prepTime
        proposal.outcome = MeasuredOutcome(on: CalendarDay("2026-11-20")!, value: 3_900_000, unit: "USD/year")
        let item = AgendaItem(
            id: ItemID("prep-time"), subject: .proposal(id: "prep-time"), minutes: 8, purpose: .outcome,
            approved: CalendarDay("2026-05-20"))
        return Docket(
            roster: TestHall.roster, agenda: Agenda(date: TestHall.day, minutes: 60, items: [item, TestHall.items[1]]),
            proposals: ["prep-time": proposal, "bare": TestHall.bare])
    }()

    private func desk(_ lines: String = "") throws -> Desk {
        try Desk(Desk.opened + lines, docket: Self.docket)
    }

    @Test func thePaneBeginsWithWhatCameOfIt() throws {
        let desk = try desk()
        let rows = desk.text.split(separator: "\n").map(String.init)
        let place = try #require(
            rows.firstIndex { $0.contains("Outcome 4.2 M → 3.9 M USD/year, 93 % of the estimate") })
        #expect(rows[place + 1].contains("measured on Fri 20 Nov 2026, 184 days after the approval of Wed 20 May 2026"))
        #expect(rows[place + 2].contains("cost: build 450 k, upkeep 150 k USD"))
        #expect(rows[place - 1].contains("Dispatch by predicted prep time"))
    }

    @Test func theDialogOffersWhatCanBeDecidedAboutIt() throws {
        var desk = try desk()
        desk.press("d")
        let form = try #require(desk.front as? Form)
        #expect(form.fields[0].value == "confirmed")
        for word in ["confirmed", "changed", "stopped", "defer"] { #expect(desk.text.contains(word)) }
        #expect(!desk.text.contains("approve "))
        desk.press("Enter")
        #expect(desk.item?.decision?.verdict == .confirmed)
        desk.press("]")
        desk.press("d")
        #expect((desk.front as? Form)?.fields[0].value == "revise")
    }

    /// What was carried is suggested, and its reason asked for.
    @Test func aCarriedMotionIsSuggested() throws {
        var desk = try desk(" / motion stopped / vote tomas yes / tally")
        desk.press("d")
        #expect((desk.front as? Form)?.fields[0].value == "stopped")
        desk.press("Enter")
        #expect(desk.refusal == "`decide stopped` needs a reason: say it after `because`")
        desk.press("Tab")
        desk.type("too dear")
        desk.press("Enter")
        #expect(desk.item?.decision?.verdict == .stopped && desk.item?.decision?.reason == "too dear")
    }

    @Test func aVoteAsksForItsQuestion() throws {
        var desk = try desk()
        desk.press("v")
        #expect((desk.front as? Form)?.fields[0].value == "confirmed")
        desk.press("Enter")
        #expect(desk.item?.openMotion?.question == .confirmed)
        #expect(desk.text.contains("Confirming it"))
    }

    @Test(arguments: [
        ("motion", "motion confirmed"), ("motion Stopped", "motion stopped"), ("motion changed", "motion changed"),
    ])
    func aQuestionIsAWord(typed: String, line: String) throws {
        let meeting = try desk().meeting
        guard case .ask(let request) = try Command.parse(typed, in: meeting) else {
            Issue.record("\(typed) asks nothing")
            return
        }
        #expect(Command.motion.line(request) == line)
    }

    @Test func theConsoleSaysWhatCameOfItFirst() throws {
        let desk = try desk()
        let lines = Narrator(desk.room.journal, at: desk.now).item
        #expect(
            Array(lines[1...4]) == [
                "here for its outcome", "4.2 M → 3.9 M USD/year, 93 % of the estimate",
                "measured on Fri 20 Nov 2026, 184 days after the approval of Wed 20 May 2026",
                "cost: build 450 k, upkeep 150 k USD",
            ])
    }
}
