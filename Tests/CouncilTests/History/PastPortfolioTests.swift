import Testing

@testable import Council

/// What came of what was approved, quarter by quarter.
@Suite struct PastPortfolioTests {
    static let today = CalendarDay.of("1 Dec")

    /// A proposal of the stories with figures of its own.
    private func library(_ stories: [(story: Story, change: (inout Proposal) -> Void)]) -> Library {
        let library = Weeks(stories.map(\.story)).library
        let drafts = stories.compactMap { story, change -> Library.Draft? in
            guard var draft = library.drafts[story.id] else { return nil }
            change(&draft.proposal)
            return draft
        }
        return Library(
            roster: library.roster, drafts: drafts, agendas: library.agendas, history: library.history)
    }

    private func figures(
        _ impact: Double, _ unit: String, cost: Double = 1, in costUnit: String = "USD", measured: Double? = nil
    )
        -> (inout Proposal) -> Void
    {
        { proposal in
            proposal.impact = Impact(value: impact, unit: unit)
            proposal.cost = Cost(build: cost, unit: costUnit)
            proposal.outcome = measured.map { MeasuredOutcome(on: .of("20 Nov"), value: $0, unit: unit) }
        }
    }

    @Test func unitsAreNeverAdded() {
        let library = library([
            (Story("a", "2 Sep approve"), figures(100, "USD/year", cost: 10)),
            (Story("b", "16 Sep approve; 25 Nov confirmed"), figures(50, "USD/year", cost: 5, in: "EUR", measured: 60)),
            (Story("c", "14 Oct approve; 25 Nov stopped"), figures(40, "USD/year", cost: 2, measured: 10)),
            (Story("d", "14 Oct approve"), figures(7, "hours/week", measured: 7)),
            (Story("e", "hiring; 21 Oct approve"), { $0.cost = nil }),
            // Neither was approved in the end.
            (Story("f", "14 Oct approve; 25 Nov reject"), figures(1_000, "USD/year")),
            (Story("g", "14 Oct revise"), figures(1_000, "USD/year")),
        ])
        let portfolio = library.portfolio(on: Self.today)
        #expect(portfolio.units.map(\.impactUnit) == ["USD/year", "hours/week", nil])
        let lines = portfolio.units.map { unit in
            unit.quarters.map { "\($0.quarter) \($0.sentence(hasImpact: unit.impactUnit != nil))" }
        }
        #expect(
            lines == [
                [
                    "2026Q3 2 approved for 5 EUR and 10 USD; 1 measured, 50 → 60, 120 %; 1 not measured yet",
                    "2026Q4 1 approved for 2 USD; 1 measured, 40 → 10, 25 %",
                ],
                ["2026Q4 1 approved for 1 USD; 1 measured, 7 → 7, 100 %"], ["2026Q4 1 approved"],
            ])
        let stages = portfolio.units[0].quarters.flatMap(\.proposals).map { "\($0.id) \($0.stage) \($0.figures ?? "")" }
        #expect(stages == ["a approved 100 → ?", "b done 50 → 60", "c stopped 40 → 10"])
        #expect(library.quartersOfApprovals(on: Self.today).map(\.description) == ["2026Q3", "2026Q4"])
        let third = library.portfolio(of: Quarter("2026Q3", on: Self.today), on: Self.today)
        #expect(third.units.flatMap(\.quarters).flatMap(\.proposals).map(\.id) == ["a", "b"])
    }

    /// The sums of a unit's quarters are those of its proposals, however they fall.
    @Test func theSumsAreThoseOfTheProposals() {
        for quarter in library([
            (Story("a", "2 Sep approve"), figures(1e15, "x", measured: -1e15)),
            (Story("b", "3 Sep approve"), figures(0, "x", measured: 0)),
            (Story("c", "4 Sep approve"), figures(-5, "x")),
        ]).portfolio(on: Self.today).units.flatMap(\.quarters) {
            #expect(quarter.approved == quarter.measured + quarter.unmeasured)
            #expect(quarter.approved == quarter.proposals.count)
            #expect(quarter.sumMeasured == quarter.proposals.compactMap(\.measured).reduce(0, +))
            #expect(quarter.proposals.map(\.ratio) == [-1, nil, nil])
        }
    }

    /// The one that took another's place stands for both, and a figure in another unit is none.
    @Test func whatIsLeftOut() {
        let library = library([
            (Story("old", "2 Sep approve"), figures(1, "USD/year")),
            (Story("new", "revises old; 16 Sep approve"), figures(2, "USD/year")),
            (
                Story("other", "16 Sep approve"),
                {
                    $0.impact = Impact(value: 3, unit: "USD/year")
                    $0.outcome = MeasuredOutcome(on: .of("20 Nov"), value: 9, unit: "EUR")
                }
            ),
        ])
        let proposals = library.portfolio(on: Self.today).units.flatMap(\.quarters).flatMap(\.proposals)
        #expect(proposals.map(\.id) == ["new", "other"])
        #expect(proposals[1].measured == nil && proposals[1].ratio == nil)
        #expect(Weeks([]).library.portfolio(on: Self.today).units.isEmpty)
    }

    static let quarters: [(String, String?)] = [
        ("2026Q4", "2026Q4"), ("2025q1", "2025Q1"), ("Q4", "2026Q4"), ("q1", "2026Q1"), ("Q", "2026Q4"),
        ("2026Q5", nil),
        ("2026Q0", nil), ("2026", nil), ("26Q4", nil), ("2026Q", nil), ("Q44", nil), ("", nil), ("all", nil),
        ("QQ", nil), ("٢٠٢٦Q4", nil), ("-026Q1", nil),
    ]

    @Test(arguments: quarters)
    func aQuarterIsRead(text: String, quarter: String?) {
        #expect(Quarter(text, on: Self.today)?.description == quarter)
    }

    @Test func aQuarterWithoutAYearIsTheLastThatBegan() {
        #expect(Quarter("Q4", on: .of("31 Mar 2027"))?.description == "2026Q4")
        #expect(Quarter("Q1", on: .of("31 Mar 2027"))?.description == "2027Q1")
        let months = (1...12).compactMap { CalendarDay(year: 2026, month: $0, day: 1) }
        #expect(months.map { Quarter(of: $0).number } == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4])
    }
}
