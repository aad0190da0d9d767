import Testing

@testable import Council

/// An approval is of the version that the lead read.
@Suite struct VersionTests {
    private static let approvals: [LeadReview] = [.product, .engineering, .dataScience, .analytics].map {
        LeadReview(role: $0, name: $0 == .engineering ? "Ola Berg" : nil, verdict: .approved)
    }

    /// A proposal with everybody's approval of its present version.
    private static func approved(_ base: Proposal = TestCouncil.prepTime) -> Proposal {
        var proposal = base
        proposal.leads = approvals
        let version = proposal.version
        for index in proposal.leads.indices { proposal.leads[index].of = version }
        return proposal
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let field: ProposalField
        let value: String
        let changed: String?
        var testDescription: String { "\(field.rawValue) = \(value)" }

        init(_ field: ProposalField, _ value: String, _ changed: String?) {
            (self.field, self.value, self.changed) = (field, value, changed)
        }
    }

    @Test(arguments: [
        Row(.problem, "Couriers wait nine minutes.", "business problem"), Row(.impact, "3 M USD/year", "impact"),
        Row(.impact, "4200000 EUR/year", "impact"), Row(.costBuild, "999", "cost"), Row(.cost, "1 + 2 USD", "cost"),
        Row(.solution, "A rule.", "solution"), Row(.techLead, "Sam Okafor, data-scientist", "technical lead"),
        Row(.title, "Another title", nil), Row(.impactNote, "from elsewhere", nil), Row(.data, "orders", nil),
        Row(.team, "Sam Okafor, data-scientist", nil), Row(.thirdParty, "none", nil),
    ])
    func anApprovalIsOfWhatWasRead(row: Row) throws {
        var proposal = Self.approved()
        #expect(Charter.gate(proposal).isEmpty && proposal.awaitedReviews.isEmpty)
        try proposal.amend(row.field, to: row.value)
        let stale = row.changed.map { "approved an earlier version (\($0) changed since): ask again" }
        let sentences = Charter.gate(proposal).map(\.sentence)
        let expected = stale.map { stale in
            ["product", "engineering", "data science", "analytics"].map { role in
                "the \(role) lead\(role == "engineering" ? " (Ola Berg)" : "") \(stale)"
            }
        }
        #expect(sentences == expected ?? [])
        #expect(proposal.awaitedReviews.count == sentences.count)
        // A newer approval stands, and so does one that names no version.
        proposal.leads += Self.approvals
        #expect(Charter.gate(proposal).isEmpty && proposal.awaitedReviews.isEmpty)
    }

    @Test func severalChangesAreTold() throws {
        var proposal = Self.approved()
        try proposal.amend(.impact, to: "1 USD")
        try proposal.amend(.solution, to: "Rules.")
        #expect(proposal.changes(since: proposal.leads[0]) == [.impact, .solution])
        // Of a version of another kind nothing more can be told.
        proposal.leads[0].of = "0000-1111"
        #expect(proposal.changes(since: proposal.leads[0]) == proposal.reviewedFields)
    }

    @Test(arguments: [
        ("One  two\nthree.", "One two three."), ("One\r\n\r\ntwo", "One\n\ntwo"), ("**One** `two`", "One two"),
        ("| a | b |\n| :--- | ---: |\n| 1 | 2 |", "|a|b|\n|---|---|\n|1|2|"), ("One ", "One"),
    ])
    func layoutIsNoChange(_ before: String, _ after: String) throws {
        var proposal = Self.approved()
        proposal.setSection("Solution", to: before)
        let version = proposal.version
        proposal.setSection("Solution", to: after)
        #expect(proposal.version == version)
    }

    @Test(arguments: [
        ("One two", "Onetwo"), ("-0.69", "0.69"), ("4.1", "41"), ("one", "One"), ("a b", "b a"), ("", "x"),
    ])
    func wordsAreAChange(_ before: String, _ after: String) throws {
        var proposal = Self.approved()
        proposal.setSection("Solution", to: before)
        let version = proposal.version
        proposal.setSection("Solution", to: after)
        #expect(proposal.version != version)
    }

    /// Files keep versions for years, so that they must not change from one version of the program to the next.
    @Test func versionsStay() {
        #expect(TestCouncil.prepTime.version == "34a8-814e-0730-4d2d-725f")
        #expect(TestCouncil.hiring.version == "9e4c-b5e2-9076-55c7")
        #expect(Proposal.isVersion(TestCouncil.prepTime.version))
        for text in ["", "3f9", "3f9a-", "3F9A", "3f9g", "-3f9a", "3f9a 77c2"] { #expect(!Proposal.isVersion(text)) }
    }

    /// The council's own amendments are decided by the council, and ask no lead again.
    @Test func whatTheCouncilAmendsTakesBackNoApproval() throws {
        var proposal = Self.approved()
        proposal.leads[3].of = "0000-0000-0000-0000-0000"
        proposal.keepingApprovals { try? $0.amend(.impact, to: "1 USD") }
        #expect(proposal.impact?.value == 1)
        #expect(proposal.awaitedReviews.map(\.role) == [.analytics])
    }
}
