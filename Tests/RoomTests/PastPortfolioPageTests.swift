import Council
import Screen
import Testing

@testable import Room

/// What came of what was approved, on the screen.
@Suite struct PastPortfolioPageTests {
    /// Three approvals of two quarters in one unit, and one in another.
    static let library: Library = {
        func proposal(_ id: String, _ title: String, _ impact: Double, _ unit: String, _ measured: Double?) -> Proposal
        {
            var proposal = TestHall.prepTime
            (proposal.id, proposal.title) = (id, title)
            proposal.impact = Impact(value: impact, unit: unit)
            proposal.outcome = measured.map {
                MeasuredOutcome(on: CalendarDay("2026-11-20")!, value: $0, unit: unit)
            }
            return proposal
        }
        let proposals = [
            proposal(
                "demand", "Demand by the quarter of an hour, for every city and store", 1_400_000, "USD/year", 1_100_000
            ),
            proposal("eta", "Arrival times 到着時刻", 2_000_000, "USD/year", 2_500_000),
            proposal("heat", "Where couriers wait", 900_000, "USD/year", nil),
            proposal("night", "Night shifts", 40, "hours/week", 10),
        ]
        func meeting(_ day: String, _ verdicts: (String, Decision.Verdict)...) -> HeldMeeting {
            HeldMeeting(
                date: CalendarDay(day)!,
                items: verdicts.enumerated().map { place, held in
                    let proposal = proposals.first { $0.id == held.0 }
                    return HeldItem(
                        id: ItemID(held.0), number: place + 1, title: held.0, proposal: proposal,
                        purpose: held.1.isOfOutcome ? .outcome : nil,
                        decision: HeldDecision(verdict: held.1, spoken: held.1.past))
                })
        }
        return Library(
            roster: TestHall.roster, drafts: proposals.map { Library.Draft($0) },
            history: [
                meeting("2026-08-05", ("demand", .approve), ("eta", .approve), ("night", .approve)),
                meeting("2026-10-07", ("heat", .approve)),
                meeting("2026-11-24", ("eta", .confirmed), ("night", .stopped)),
            ])
    }()

    static func page(_ line: String = "portfolio all", _ size: Size) throws -> Desk {
        var desk = try Desk(Desk.opened, size: size)
        desk.run(line)
        desk.send(.library(.success(LibraryReading(Self.library, today: TestHall.day))))
        return desk
    }

    private static let wide = Size(rows: 30, columns: 120)

    /// The meeting goes on while the minutes are read.
    @Test func itWaitsForTheLibrary() throws {
        var desk = try Desk(Desk.opened)
        desk.run("portfolio all")
        #expect(desk.effects.contains(.readLibrary))
        #expect(desk.text.contains("reading earlier meetings…"))
        desk.send(.library(.failure(Refusal("agendas/council.yaml:1:1: error: gone"))))
        #expect(desk.text.contains("earlier meetings can't be read: agendas/council.yaml:1:1: error: gone"))
        desk.press("Esc")
        #expect(desk.room.layers.isEmpty)
    }

    @Test func oneUnitAtATime() throws {
        var desk = try Self.page("portfolio all", Self.wide)
        #expect(desk.text.contains("impact in USD/year"))
        #expect(desk.text.contains("2026Q3 2 approved for 1.2 M USD; 2 measured, 3.4 M → 3.6 M, 106 %"))
        #expect(desk.text.contains("2026Q4 1 approved for 600 k USD; 1 not measured yet"))
        #expect(!desk.text.contains("Night shifts"))
        desk.press("Tab")
        #expect(desk.text.contains("impact in hours/week") && desk.text.contains("40 → 10"))
        desk.press("Tab")
        #expect(desk.text.contains("impact in USD/year"))
        desk.press("Left")
        #expect(desk.text.contains("impact in hours/week"))
    }

    /// Signs that are not there are not explained.
    @Test func theSignsAreExplained() throws {
        var desk = try Self.page("portfolio all", Self.wide)
        #expect(
            desk.text.contains("○ estimated · ► ◄ measured above and below it · ◆ about as estimated · ✓ confirmed"))
        #expect(!desk.text.contains("overdue"))
        desk.send(.library(.success(LibraryReading(Self.library, today: CalendarDay("2027-10-01")!))))
        #expect(desk.text.contains(" · ✓ confirmed · ▲ outcome overdue") && desk.text.contains("▲ Where couriers wait"))
    }

    @Test(arguments: [
        ("portfolio 2026q4", "Where couriers wait", "Arrival times"),
        ("portfolio Q3", "Arrival times", "couriers wait"),
        ("portfolio 2025Q1", "nothing was approved in 2025Q1", "Arrival times"),
        ("portfolio soon", "`soon` is not a quarter", "Arrival times"),
    ])
    func oneQuarter(line: String, shown: String, hidden: String) throws {
        let text = try Self.page(line, Self.wide).text
        #expect(text.contains(shown) && !text.contains(hidden), "\(text)")
    }

    @Test func theWeeksPageLeadsThere() throws {
        var desk = try Desk(Desk.opened)
        desk.run("portfolio")
        desk.press("Tab")
        #expect(desk.front is PastPortfolioPage && desk.room.layers.count == 1)
        #expect(desk.effects.contains(.readLibrary))
    }

    /// Nothing is wider than the page, however small the screen is.
    @Test(arguments: [(9, 20), (12, 40), (24, 80), (50, 200), (3, 3)])
    func anySize(rows: Int, columns: Int) throws {
        var desk = try Self.page("portfolio all", Size(rows: rows, columns: columns))
        desk.press("PgDn End j k Home Tab")
        #expect(desk.front is PastPortfolioPage)
    }
}
