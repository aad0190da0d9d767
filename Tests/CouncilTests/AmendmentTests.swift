import Testing

@testable import Council

/// Amendments, by consent and by vote, and the proposal that they make.
@Suite struct AmendmentTests {
    static func review(_ lines: String) throws -> Review { try Review("simple of cast", present: 5, lines) }

    @Test("An amendment keeps what was before and after, and why")
    func beforeAndAfter() throws {
        let review = try Self.review("amend lead = Sam Okafor, data scientist because Lena is leaving")
        #expect(
            review.item.amendments == [
                Amendment(
                    number: 1, field: .techLead, before: "Lena Ortiz, ml-engineer", after: "Sam Okafor, data-scientist",
                    reason: "Lena is leaving")
            ])
    }

    @Test(
        "How an amendment stands",
        arguments: [
            ("", .byConsent, "Maps"),
            ("motion amendment 1", .voting, "Dispatch"),
            ("motion amendment 1 / vote tomas yes / tally", .carried, "Maps"),
            ("motion amendment 1 / vote tomas no / tally", .lost, "Dispatch"),
            ("motion amendment 1 / vote tomas yes / vote wen no / tally", .voting, "Dispatch"),
            ("motion amendment 1 / vote tomas yes / vote wen no / tally / rule yes because X", .carried, "Maps"),
            ("motion amendment 1 / vote tomas yes / vote wen no / tally / rule no because X", .lost, "Dispatch"),
            (
                "motion amendment 1 / vote tomas yes / vote wen no / vote bo yes / escalate because X", .voting,
                "Dispatch"
            ),
            // A vote without quorum accepts nothing.
            (
                "roll wen absent / roll bo absent / motion amendment 1 / vote tomas yes / tally", .voting, "Dispatch"
            ),
            // The last vote on it counts.
            (
                "motion amendment 1 / vote tomas no / tally / motion amendment 1 / vote tomas yes / tally", .carried,
                "Maps"
            ),
            ("motion amendment 1 / vote tomas no / tally / undo / undo / undo", .byConsent, "Maps"),
        ] as [(String, Amendment.Standing, String)])
    func standing(lines: String, standing: Amendment.Standing, pod: String) throws {
        let review = try Self.review("amend pod = Maps / \(lines)")
        #expect(review.item.standing(of: review.item.amendments[0]) == standing)
        #expect(review.meeting.effectiveProposal(of: review.item)?.pod == pod)
        #expect(review.meeting.baseProposal(of: review.item)?.pod == "Dispatch")
    }

    @Test(
        "Amendments of one field: the last accepted one holds",
        arguments: [
            ("amend pod = A / amend pod = B", "B", "A"),
            ("amend pod = A / motion amendment 1 / vote tomas no / tally / amend pod = B", "B", "Dispatch"),
            ("amend pod = A / amend pod = B / motion amendment 2 / vote tomas no / tally", "A", "A"),
            ("amend pod = A / amend pod = B / motion amendment 1 / vote tomas no / tally", "B", "A"),
            ("amend pod = A / amend pod = B / motion amendment 1 / vote tomas yes / tally", "B", "A"),
        ])
    func oneField(lines: String, pod: String, before: String) throws {
        let review = try Self.review(lines)
        #expect(review.meeting.effectiveProposal(of: review.item)?.pod == pod)
        #expect(review.item.amendments[1].before == before)
    }

    @Test("The advice on who should lead follows the lead and the blocker")
    func leadFit() throws {
        let misfit =
            "production performance is the biggest blocker, so an ML engineer should lead; Sam Okafor is a data scientist"
        var review = try Self.review("")
        #expect(review.meeting.findings(on: review.item) == [])
        try review.type("amend lead = Sam Okafor, data-scientist")
        #expect(review.meeting.findings(on: review.item).map(\.line) == ["Lead: \(misfit)"])
        try review.type("motion amendment 1 / vote tomas no / tally")
        #expect(review.meeting.findings(on: review.item) == [])
        try review.type("amend lead = Sam Okafor, data-scientist / amend blocker = statistical")
        #expect(review.meeting.findings(on: review.item) == [])
    }

    @Test("Two technical leads are one too many for the gate")
    func twoLeads() throws {
        let review = try Self.review("amend lead = Lena Ortiz, ml-engineer; Sam Okafor, data-scientist")
        #expect(
            review.meeting.gate(on: review.item).map(\.sentence)
                == ["two technical leads (Lena Ortiz and Sam Okafor): name exactly one"])
    }

    @Test(
        "Every field can be amended, and says afterwards what was written",
        arguments: [
            ("title", "A better name", "A better name"), ("pod", "Maps", "Maps"), ("sponsor", "Kim", "Kim"),
            ("lead", "Sam Okafor, data scientist", "Sam Okafor, data-scientist"),
            ("blocker", "statistical", "statistical"),
            ("team", "Sam Okafor; Lena Ortiz, ml-engineer", "Sam Okafor; Lena Ortiz, ml-engineer"),
            ("impact", "5,000,000 USD/year", "5000000 USD/year"), ("impact", "5 M", "5000000 USD/year"),
            ("impact.note", "three cities", "three cities"), ("cost", "500 k + 100 k EUR", "500000 + 100000 EUR"),
            ("build", "475000", "475000"), ("upkeep", "1.5 k", "1500"), ("cost.note", "a year", "a year"),
            ("baseline", "rules", "rules"), ("baseline.share", "30", "30%"),
            ("third_party", "one, too slow", "one, too slow"),
            ("engineering alone", "true", "true"), ("data", "orders,  events", "orders, events"),
            ("platform", "serving", "serving"), ("reuse", "features", "features"),
            ("opening", "ml-engineer, senior, 2", "ml-engineer, senior, 2"),
            ("opening", "data-scientist, 1", "data-scientist, 1"),
            ("business problem", "Couriers idle.", "Couriers idle."), ("solution", "Count.", "Count."),
            ("platform-effect", "None.", "None."), ("job description", "Serve.", "Serve."),
            ("process", "Talk.", "Talk."),
        ])
    func everyField(name: String, value: String, written: String) throws {
        let field = try #require(ProposalField(spoken: name))
        var proposal = TestCouncil.prepTime
        try proposal.amend(field, to: value)
        #expect(proposal.value(of: field) == written)
        // What is written can be written again.
        let once = proposal
        try proposal.amend(field, to: written)
        #expect(proposal == once)
    }

    @Test("The recommended option is one of the options")
    func recommend() throws {
        var proposal = TestCouncil.vectorStore
        try proposal.amend(.recommend, to: "Managed")
        #expect(proposal.value(of: .recommend) == "Managed")
        #expect(throws: Refusal("no option is named `Postgres`: the options are Managed and Our cluster")) {
            try proposal.amend(.recommend, to: "Postgres")
        }
    }
}
