import Testing

@testable import Council

/// What the council may decide about an outcome, what that rests on, and what it is refused for.
@Suite struct AboutOutcomeTests {
    static let carried = "vote tomas yes / vote wen yes / vote bo no / tally"
    static let lost = "vote tomas no / vote wen yes / vote bo no / tally"
    static let tied = "vote tomas yes / vote wen no / tally"
    static let leave = "roll tomas absent / roll wen absent / roll bo absent"

    /// Five of seven are in the room, at an item that was approved half a year ago and has been measured.
    static func review(_ lines: String = "", measured: Bool = true, impact: Bool = true) throws -> Review {
        var proposal = TestCouncil.prepTime
        if !impact { proposal.impact = nil }
        proposal.outcome =
            measured ? MeasuredOutcome(on: CalendarDay("2026-11-20")!, value: 3_900_000, unit: "USD/year") : nil
        // The gate would stop it: that was asked when it was approved.
        proposal.leads = []
        let item = AgendaItem(
            id: ItemID("prep-time"), subject: .proposal(id: "prep-time"), purpose: .outcome,
            approved: CalendarDay("2026-05-20"))
        let roster = TestCouncil.roster(rule: VotingRule(words: "simple of cast"))
        var review = Review(
            TestCouncil.docket(
                roster: roster, items: [item] + TestCouncil.agendaItems.dropFirst(),
                proposals: [proposal, TestCouncil.bare])
        )
        for member in TestCouncil.everybody.prefix(5) { try review.type("roll \(member.handle) present") }
        try review.type("open / go 1")
        try review.type(lines)
        return review
    }

    static let bases: [(String, String, Decision.Basis)] = [
        // If nobody asked for a vote.
        ("", "decide confirmed", .consensus),
        ("", "decide changed because X", .consensus),
        ("", "decide stopped because X", .consensus),
        ("", "decide defer", .consensus),
        (leave, "decide defer", .withoutQuorum),
        // A motion that was carried decides what it asked.
        ("motion confirmed / \(carried)", "decide confirmed", .motion(number: 1)),
        ("motion changed / \(carried)", "decide changed because X", .motion(number: 1)),
        ("motion stopped / \(carried)", "decide stopped because X", .motion(number: 1)),
        // A no to one leaves the others to consensus.
        ("motion confirmed / \(lost)", "decide stopped because X", .consensus),
        ("motion stopped / \(lost)", "decide confirmed", .consensus),
        // The chair's yes counts as the council's.
        ("motion stopped / \(tied) / rule yes because X", "decide stopped because X", .ruling(motion: 1)),
        ("motion stopped / \(tied) / rule no because X", "decide confirmed", .consensus),
        // Of two that were carried, the later one counts.
        (
            "motion confirmed / \(carried) / motion stopped / \(carried)", "decide stopped because X",
            .motion(number: 2)
        ),
        // A vote that had its quorum is recorded without one.
        ("motion stopped / \(carried) / \(leave)", "decide stopped because X", .motion(number: 1)),
        // Words of one's own decide nothing.
        ("motion Ask Legal? / \(lost)", "decide confirmed", .consensus),
    ]

    @Test("What a decision about an outcome rests on", arguments: bases)
    func basis(lines: String, decision: String, basis: Decision.Basis) throws {
        let review = try Self.review("\(lines) / \(decision)")
        #expect(review.item.decision?.basis == basis)
        #expect(review.item.decision?.overriddenGate == [])
    }

    static let refusals: [(String, String, String)] = [
        (
            "", "decide approve",
            "this was approved before and is here for its outcome: decide confirmed, changed, stopped or defer"
        ),
        (
            "", "decide withdraw",
            "this was approved before and is here for its outcome: decide confirmed, changed, stopped or defer"
        ),
        (
            "go 2", "decide stopped because X",
            "only what was approved before and is here for its outcome can be stopped: decide approve, revise, defer, "
                + "reject or withdraw"
        ),
        ("", "decide changed", "`decide changed` needs a reason: say it after `because`"),
        ("", "decide stopped because  ", "`decide stopped` needs a reason: say it after `because`"),
        ("", "decide confirmed 2026-12-02", "only `decide defer` takes a date: leave 2026-12-02 out"),
        (
            leave, "decide confirmed",
            "2 of 7 seats are in the room and quorum is 4: roll two more members, or defer"
        ),
        (
            "motion stopped / \(carried)", "decide confirmed",
            "stopping it was carried (2–1, 5 of 7 present): decide stopped or defer, or put `motion confirmed`"
        ),
        (
            "motion stopped / \(tied) / rule yes because X", "decide changed because X",
            "the chair ruled yes on stopping it (1–1, 5 of 7 present): decide stopped or defer, or put `motion changed`"
        ),
        (
            "motion stopped / \(lost)", "decide stopped because X",
            "stopping it was lost (1–2, 5 of 7 present): decide confirmed, changed or defer, or vote on it again"
        ),
        (
            "motion stopped / \(tied)", "decide confirmed",
            "the council is tied on stopping it (1–1, 5 of 7 present): `rule yes|no because TEXT` comes first"
        ),
        (
            "\(leave) / motion stopped / vote mei yes / tally", "decide stopped because X",
            "the vote on stopping it had no quorum (1–0, 2 of 7 present): vote again with a quorum, or defer"
        ),
        (
            "", "motion",
            "this item is here for its outcome: `motion confirmed`, `motion changed` or `motion stopped` puts it"
        ),
        (
            "", "motion team",
            "this item is here for its outcome: `motion confirmed`, `motion changed` or `motion stopped` puts it"
        ),
        (
            "go 2", "motion stopped",
            "only what was approved before and is here for its outcome can be stopped: `motion TEXT` puts a question of "
                + "your own"
        ),
        (
            "go 3", "motion changed",
            "only what was approved before and is here for its outcome can be changed: `motion TEXT` puts a question of "
                + "your own"
        ),
    ]

    @Test("What is refused", arguments: refusals)
    func refused(lines: String, line: String, sentence: String) throws {
        #expect(try Self.review(lines).refusal(of: line) == sentence)
    }

    /// A figure is a reason to confirm; without one the council says what it knows.
    @Test(arguments: [
        (true, true, "decide confirmed", true), (false, true, "decide confirmed", false),
        (false, true, "decide confirmed because the pod says so", true),
        // A position estimates nothing that could be measured.
        (false, false, "decide confirmed", true),
    ])
    func whatIsNotMeasured(measured: Bool, impact: Bool, line: String, isAllowed: Bool) throws {
        let refusal = try Self.review(measured: measured, impact: impact).refusal(of: line)
        #expect((refusal == "allowed") == isAllowed, "\(refusal)")
        if !isAllowed {
            #expect(
                refusal
                    == "nothing that was measured is in proposals/prep-time.md: say after `because` what confirms the "
                    + "estimate, or defer")
        }
    }

    @Test func aVoteOvertakesTheDecision() throws {
        let review = try Self.review("decide confirmed / motion stopped / \(Self.carried)")
        #expect(review.item.isDecisionOvertaken)
        #expect(review.refusal(of: "decide stopped because X") == "allowed")
    }

    @Test func undoAndRedoBringTheDecisionBackAsItWas() throws {
        var review = try Self.review("motion stopped / \(Self.carried) / decide stopped because too dear")
        let decided = review.meeting
        try review.type("undo")
        #expect(review.item.decision == nil)
        try review.type("redo")
        #expect(review.meeting == decided)
        #expect(Journal(entries: review.journal.entries)?.meeting == decided)
        #expect(review.item.decision?.spoken == "stopped")
    }

    @Test func anAmendmentBelongsToTheChange() throws {
        let review = try Self.review("amend cost.build = 100 k / decide changed because half is enough")
        #expect(review.item.decision?.spoken == "changed with amendments")
    }

    /// What a meeting of an earlier program approved stays approved, whatever the rules say now.
    @Test func anOldApprovalOfAnOutcomeReads() throws {
        var review = try Self.review()
        let decision = Decision(verdict: .approve, basis: .consensus)
        review.record(.decided(Act.Decided(item: ItemID("prep-time"), decision: decision)))
        #expect(review.item.decision?.spoken == "approved")
    }

    @Test func whatIsShown() throws {
        let review = try Self.review("note concern: which cities?")
        #expect(
            review.meeting.outcome(of: review.item)?.lines == [
                "4.2 M → 3.9 M USD/year, 93 % of the estimate",
                "measured on Fri 20 Nov 2026, 184 days after the approval of Wed 20 May 2026",
                "cost: build 450 k, upkeep 150 k USD",
            ])
        // What was asked before the approval is not asked again; a concern of today is.
        #expect(review.meeting.findings(on: review.item).map(\.field) == ["notes"])
    }

    static let comparisons: [(Double?, Double?, String, String)] = [
        (4_200_000, 3_900_000, "USD/year", "4.2 M → 3.9 M USD/year, 93 % of the estimate"),
        (1, 12.5, "USD/year", "1 → 12.5 USD/year, 1250 % of the estimate"),
        (100, -50, "USD/year", "100 → -50 USD/year, -50 % of the estimate"),
        (0, 5, "USD/year", "0 → 5 USD/year"),
        (-3, 5, "USD/year", "-3 → 5 USD/year"),
        (100, 5, "EUR", "100 USD/year estimated, 5 EUR measured"),
        (100, nil, "", "100 USD/year estimated, nothing measured yet"),
        (nil, 5, "EUR", "5 EUR measured, nothing estimated"),
        (nil, nil, "", "nothing estimated, nothing measured"),
    ]

    @Test(arguments: comparisons)
    func comparison(estimate: Double?, measured: Double?, unit: String, figures: String) {
        let day = CalendarDay("2026-11-20")!
        let comparison = OutcomeComparison(
            estimate: estimate.map { Impact(value: $0, unit: "USD/year") },
            measured: measured.map { MeasuredOutcome(on: day, value: $0, unit: unit) }, cost: nil, approved: nil,
            on: day)
        #expect(comparison.figures == figures)
    }
}
