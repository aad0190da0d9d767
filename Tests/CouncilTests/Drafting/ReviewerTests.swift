import Testing

@testable import Council

/// Whose review a proposal waits for.
@Suite struct ReviewerTests {
    private static func proposal(_ id: String, _ leads: [LeadReview]) -> Library.Draft {
        var proposal = TestCouncil.prepTime
        proposal.id = id
        proposal.leads = leads
        return Library.Draft(proposal)
    }

    private static let library = Library(
        roster: TestCouncil.roster(),
        drafts: [
            proposal(
                "a-new",
                [
                    LeadReview(role: .product, name: "Kim Park", verdict: .pending),
                    LeadReview(role: .engineering, name: "Ola Berg", verdict: .pending, email: "ola@example.com"),
                ]),
            proposal(
                "b-old",
                [
                    LeadReview(role: .product, name: "Kim Park", verdict: .approved, date: CalendarDay("2026-11-01")),
                    LeadReview(
                        role: .engineering, name: "O. Berg", verdict: .changes, note: "why", email: "OLA@example.com"),
                    LeadReview(role: .dataScience, verdict: .approved, of: "0000-0000-0000-0000-0000"),
                    LeadReview(
                        role: .analytics, name: "Kim Park", verdict: .approved, of: TestCouncil.prepTime.version),
                ]),
            proposal("c-done", TestCouncil.prepTime.leads),
        ])

    @Test(arguments: [
        (Reviewer.role(.engineering), ["b-old engineering 24: asked for changes: why", "a-new engineering: pending"]),
        (
            .person(name: "Ola Berg", email: "ola@example.com"),
            ["b-old engineering 24: asked for changes: why", "a-new engineering: pending"]
        ),
        (.person(name: "kim park", email: nil), ["a-new product: pending"]),
        (
            .role(.dataScience),
            [
                "b-old data science 24: approved an earlier version (business problem, impact, cost, solution and technical "
                    + "lead changed since)", "a-new data science: pending",
            ]
        ), (.person(name: "Nobody", email: nil), []),
    ])
    func theOldestComesFirst(_ reviewer: Reviewer, _ lines: [String]) {
        let awaited = Self.library.awaitedReviews(of: reviewer, on: TestCouncil.day)
        #expect(awaited.map { "\($0.id) \($0.role.spoken)\($0.days.map { " \($0)" } ?? ""): \($0.state)" } == lines)
    }

    @Test func withoutANameAllAreTold() {
        #expect(
            Self.library.awaitedReviews(of: nil, on: TestCouncil.day).map(\.id) == ["b-old", "b-old"]
                + Array(repeating: "a-new", count: 4))
    }

    @Test func rolesAreThoseThatTheFileNames() {
        let proposal = Self.library.drafts["b-old"]?.proposal
        #expect(proposal.map { Reviewer.person(name: "Kim Park", email: nil).roles(in: $0) } == [.product, .analytics])
        #expect(proposal.map { Reviewer.role(.product).roles(in: $0) } == [.product])
    }

    /// A word that nobody said is none once there is another; a person's words all stay.
    @Test func wordsAreWhatLeadsSaid() {
        var proposal = TestCouncil.prepTime
        let said: [LeadReview] = [
            LeadReview(role: .product, verdict: .changes, note: "n"), LeadReview(role: .product, verdict: .approved),
            LeadReview(role: .analytics, verdict: .pending),
        ]
        proposal.leads = [LeadReview(role: .product, verdict: .pending)] + said
        #expect(proposal.words == said)
    }
}
