import Foundation
import Testing

@testable import Council

@Suite struct PortfolioTests {
    private func portfolio(_ proposals: [Proposal]) -> Portfolio {
        let items = proposals.map { AgendaItem(id: ItemID($0.id), subject: .proposal(id: $0.id)) }
        return Portfolio(of: Journal(docket: TestCouncil.docket(items: items, proposals: proposals)).meeting)
    }

    private func proposal(_ id: String, impact: Double?, unit: String = "USD/year", cost: Cost?) -> Proposal {
        var proposal = TestCouncil.prepTime
        proposal.id = id
        proposal.impact = impact.map { Impact(value: $0, unit: unit) }
        proposal.cost = cost
        return proposal
    }

    @Test func theCostIsThatOfTheFirstYear() {
        let entry = portfolio([TestCouncil.prepTime]).entries.first
        #expect(entry?.cost == 600_000)
        #expect(entry?.ratio == 7)
        #expect(entry?.spoken == "4.2 M for 600 k, 7 times")
    }

    @Test func whatNamesNoNumbersOrOtherUnitsIsLeftOut() {
        let portfolio = portfolio([
            proposal("hours", impact: 900, unit: "hours/week", cost: Cost(build: 1, unit: "weeks")),
            proposal("one", impact: 10, cost: Cost(build: 5, unit: "USD")),
            proposal("two", impact: 20, cost: Cost(maintenance: 0, unit: "USD")),
            proposal("no impact", impact: nil, cost: Cost(build: 5, unit: "USD")),
            proposal("no cost", impact: 1, cost: nil),
        ])
        #expect(portfolio.entries.map(\.number) == [2, 3])
        #expect(portfolio.others == [1, 4, 5])
        #expect(portfolio.impactUnit == "USD/year")
        #expect(portfolio.entries[1].ratio == nil)
        #expect(portfolio.entries[1].spoken == "20 for 0")
    }
}
