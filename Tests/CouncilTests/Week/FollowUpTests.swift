import Testing

@testable import Council

/// What a proposal comes for if the meeting of 1 December 2026 puts it on its agenda: the approval whose outcome is heard,
/// or to be approved.
@Suite struct FollowUpTests {
    @Test(
        arguments: [
            ("leads 20 Nov", nil),
            ("25 Nov reject", nil),
            ("25 Nov defer", nil),
            ("25 Nov approve", "2026-11-25"),
            ("11 Nov approve; measured 20 Nov", "2026-11-11"),
            ("11 Nov approve; measured 20 Nov; 25 Nov outcome none", "2026-11-11"),
            ("11 Nov approve; measured 20 Nov; 25 Nov outcome defer", "2026-11-11"),
            ("11 Nov approve; measured 20 Nov; 25 Nov confirmed", "2026-11-11"),
            ("11 Nov approve; measured 20 Nov; 25 Nov stopped", nil),
            // An agenda to come says it.
            ("25 Nov approve; on 9 Dec outcome", "2026-11-25"),
            ("25 Nov approve; on 9 Dec again", nil),
            ("leads 20 Nov; on 9 Dec", nil),
            // The meeting's own agenda says nothing.
            ("25 Nov approve; on 1 Dec", "2026-11-25"),
        ] as [(String, String?)])
    func whatWasApprovedComesForItsOutcome(story: String, approved: String?) {
        let library = Weeks([Story("x", story)]).library
        #expect(library.approvalToFollowUp(of: "x", on: .of("1 Dec"))?.description == approved)
    }

    @Test func nobodyKnowsIt() {
        #expect(Weeks([Story("x", "gone")]).library.approvalToFollowUp(of: "x", on: .of("1 Dec")) == nil)
    }

    /// The next agenda and the room agree on what an item is there for.
    @Test(arguments: StageTests.outcomes)
    func theNextAgendaSaysTheSame(_ row: StageTests.Row) throws {
        let library = Weeks([Story("x", row.story)] + row.others).library
        let day = CalendarDay.of(row.day).adding(months: 12)
        let plan = library.plan(for: day, on: day, minutes: 60)
        guard let item = plan.items.first(where: { $0.item.id == ItemID("x") })?.item else { return }
        #expect(item.approved == library.approvalToFollowUp(of: "x", on: day))
    }
}
