import Testing

@testable import Council

/// Amounts as people write them in answers and amendments.
@Suite struct WrittenAmountTests {
    /// The costs that `amend cost =` makes; nil for what is refused.
    @Test(arguments: [
        ("500k + 160k/year USD", "build 500 k, upkeep 160 k USD"),
        ("500000 + 150000/year USD", "build 500 k, upkeep 150 k USD"),
        ("500k EUR + 150k per year", "build 500 k, upkeep 150 k EUR"),
        ("1.2m + 150k € a year", "build 1.2 M, upkeep 150 k €"),
        ("500k + 160k", "build 500 k, upkeep 160 k CHF"),
        ("500k + 160k person days", "build 500 k, upkeep 160 k person days"),
        ("500k/year + 160k USD", nil), ("500k USD/year + 160k", nil), ("500k EUR + 160k USD", nil),
        ("1 + 2 + 3 USD", nil), ("1e3 + 2 USD", nil), ("500k + 160k USD, 2 people", nil), ("500k +", nil),
        ("1 2 + 3 USD", nil), ("1 + 99999999999999999999 USD", nil),
        ("500 000 + 1,600 USD", "build 500 k, upkeep 1.6 k USD"),
    ])
    func costs(_ text: String, _ spoken: String?) {
        var proposal = TestCouncil.prepTime
        proposal.cost = Cost(unit: "CHF")
        do throws(Refusal) {
            try proposal.amend(.cost, to: text)
            #expect(proposal.cost?.spoken == spoken)
        } catch {
            #expect(spoken == nil && error.description.hasSuffix("such as 450000 + 150000 USD"), "\(error)")
        }
    }

    @Test(arguments: [
        ("1.2M USD/year", "1.2 M USD/year"), ("30 % of orders", "30 % of orders"), ("1e3 USD/year", nil),
        ("5 USD + 3", nil), ("5 /year", nil), ("5 USD, EUR", nil), ("5k hours/week", "5 k hours/week"),
    ])
    func impacts(_ text: String, _ spoken: String?) {
        var proposal = TestCouncil.prepTime
        if (try? proposal.amend(.impact, to: text)) == nil {
            #expect(spoken == nil)
        } else {
            #expect(proposal.impact?.spoken == spoken)
        }
    }

    /// One of two amounts has the unit of the other.
    @Test func aUnitIsNotLost() throws {
        var proposal = TestCouncil.prepTime
        proposal.cost = Cost(build: 5, maintenance: 3, unit: "USD")
        try proposal.amend(.costMaintenance, to: "160k USD/year")
        #expect(proposal.cost?.spoken == "build 5, upkeep 160 k USD")
        #expect(throws: Refusal("the cost is in USD: amend cost to give both amounts in EUR")) {
            try proposal.amend(.costBuild, to: "500k EUR")
        }
        proposal.cost?.maintenance = nil
        try proposal.amend(.costBuild, to: "500k EUR")
        #expect(proposal.cost?.spoken == "build 500 k EUR")
    }
}
