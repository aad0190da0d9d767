import Council
import Screen
import Testing

@testable import Room

/// The council votes on nothing that no screen shows.
@Suite struct ProposalFactsTests {
    private static let day = CalendarDay("2027-05-01")!

    /// A proposal in which everything is said, each in words that stand nowhere else.
    private static let full = Proposal(
        id: "prep-time", title: "Title", kind: .technology, pod: "Pod", sponsor: "Sponsor <s@example.com>",
        techLeads: [TeamMember(name: "Leader", role: .engineer)], blocker: .statistical,
        team: [TeamMember(name: "Member", role: .analyst)],
        impact: Impact(value: 4.2e6, unit: "IU", note: "why-impact"),
        cost: Cost(build: 1e3, maintenance: 2e3, unit: "CU", note: "why-cost"),
        baseline: Baseline(method: "rules-of-thumb", share: 25), thirdParty: "vendors", data: ["source-a", "source-b"],
        platform: ["part-a"], reuse: ["piece-a"],
        leads: [
            LeadReview(role: .product, name: "Kim", verdict: .approved, date: day, note: "said-kim"),
            LeadReview(role: .engineering, name: "Ola", verdict: .changes, note: "said-ola"),
            LeadReview(role: .analytics, verdict: .pending),
            LeadReview(
                role: .dataScience, name: "Ravi", verdict: .approved, date: day, of: "0000-0000-0000-0000-0000"),
        ],
        options: [TechnologyOption(name: "Option", choice: .buy, cost: "much", runBy: "Runner", note: "about-option")],
        recommend: "Option", revises: "earlier-one", priority: .high,
        followUp: FollowUp(after: day, measure: "yardstick"),
        outcome: MeasuredOutcome(on: day, value: 3.9e6, unit: "IU", note: "about-outcome"),
        amended: [
            LeadAmendment(
                field: .costBuild, before: "900", after: "1000", by: "Ola Berg", on: day, because: "two vendors agree")
        ], body: "The text.")

    private static let words = [
        "Title", "technology", "Pod", "Sponsor", "Leader, engineer", "statistical", "Member, analyst", "4.2 M IU",
        "why-impact", "build 1 k", "upkeep 2 k CU", "why-cost", "rules-of-thumb", "rules reach 25 %", "vendors",
        "source-a, source-b", "part-a", "piece-a", "Kim approves, Sat 1 May 2027: said-kim",
        "Ola asks for changes: said-ola", "analytics", "↻",
        "Ravi approved an earlier version, Sat 1 May 2027",
        "amended: cost.build: 900 → 1000, by Ola Berg on Sat 1 May 2027: two vendors agree", "Option", "buy", "much",
        "run by Runner", "about-option",
        "earlier-one", "high", "after Sat 1 May 2027: yardstick",
        "3.9 M IU measured on Sat 1 May 2027, estimated 4.2 M IU: about-outcome", "The text.",
    ]

    private static func docket() -> Docket {
        Docket(
            roster: TestHall.roster, agenda: Agenda(date: TestHall.day, items: [TestHall.items[0]]),
            proposals: ["prep-time": full])
    }

    @Test func thePaneShowsAllThatTheFileSays() throws {
        let desk = try Desk(
            "roll priya present / open / go 1", docket: Self.docket(), size: Size(rows: 60, columns: 200))
        for word in Self.words { #expect(desk.text.contains(word), "the pane does not show “\(word)”") }
    }

    @Test func theConsoleTellsAllThatTheFileSays() throws {
        let desk = try Desk("roll priya present / open / go 1", docket: Self.docket())
        let told = Narrator(desk.room.journal, at: desk.now).item.joined(separator: "\n")
        let elsewhere = ["The text.", "rules reach 25 %", "analytics", "buy", "much", "run by Runner", "Sponsor", "↻"]
        for word in Self.words where !elsewhere.contains(word) {
            #expect(told.contains(word), "the console does not tell “\(word)”")
        }
    }

    /// Nobody waits for somebody who is no longer the lead; what the lead of today said before still counts.
    @Test func onlyTheLeadOfTodayAsksForChanges() {
        func words(_ reviews: [(String?, LeadReview.Verdict)]) -> [String] {
            let proposal = Proposal(
                id: "p", title: "P",
                leads: reviews.map { LeadReview(role: .product, name: $0, verdict: $1, note: "said") })
            return ProposalFacts(proposal).text.filter { $0.hasPrefix("product lead") }
        }
        let kim = "product lead: Kim asks for changes: said"
        #expect(words([("Kim", .changes)]) == [kim])
        #expect(words([("Kim", .changes), ("Mia", .pending)]) == ["product lead: Mia has not reviewed it: said"])
        #expect(words([("Kim", .changes), ("Mia", .approved)]) == ["product lead: Mia approves: said"])
        #expect(words([("Kim", .changes), ("Kim", .approved)]) == [kim, "product lead: Kim approves: said"])
        #expect(words([("Kim", .changes), (nil, .pending)]) == [kim, "product lead: has not reviewed it: said"])
        #expect(words([("Kim", .approved), ("Mia", .changes)]).count == 2)
    }
}
