import Council
import Foundation
import Ledger
import Testing

@testable import mlreview

/// Which meeting is meant if nobody names one.
@Suite struct MeetingChoiceTests {
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let today: String
        var open: [String] = []
        var closed: [String] = []
        var minuted: [String] = []
        let chosen: [String]
    }

    /// Agendas of 11, 18 and 25 November.
    private static let files = ["2026-11-11", "2026-11-18", "2026-11-25"]

    private static let cases = [
        Case(testDescription: "today's", today: "2026-11-18", chosen: ["2026-11-18"]),
        Case(testDescription: "the next one", today: "2026-11-19", chosen: ["2026-11-25"]),
        Case(testDescription: "an open one", today: "2026-11-19", open: ["2026-11-11"], chosen: ["2026-11-11"]),
        Case(
            testDescription: "an open one and today's", today: "2026-11-18", open: ["2026-11-11"],
            chosen: ["2026-11-11", "2026-11-18", "2026-11-25"]),
        Case(testDescription: "none to come", today: "2026-12-01", chosen: files),
        Case(testDescription: "today's is closed", today: "2026-11-18", closed: ["2026-11-18"], chosen: files),
        Case(
            testDescription: "the next one that has no minutes", today: "2026-08-01",
            minuted: ["2026-11-11", "2026-11-18"], chosen: ["2026-11-25"]),
        Case(
            testDescription: "the one after the last that was held", today: "2027-02-01",
            minuted: ["2026-11-11", "2026-11-18"], chosen: ["2026-11-25"]),
        Case(
            testDescription: "one before the last that was held", today: "2027-02-01",
            minuted: ["2026-11-11", "2026-11-25"], chosen: files),
        Case(
            testDescription: "one that is corrected, whose minutes are there", today: "2027-02-01",
            open: ["2026-11-18"], minuted: ["2026-11-11", "2026-11-18"], chosen: ["2026-11-18"]),
        Case(testDescription: "all have minutes", today: "2027-02-01", minuted: files, chosen: files),
    ]

    @Test(arguments: cases) func theMeetingIsChosen(_ one: Case) throws {
        func days(_ names: [String]) -> [CalendarDay] { names.compactMap { CalendarDay($0) } }
        let recorded = (one.open + one.closed).compactMap { name in
            CalendarDay(name).map {
                MeetingSummary(
                    date: $0, isOpen: one.open.contains(name), isClosed: one.closed.contains(name),
                    wasHeld: one.closed.contains(name),
                    lastActAt: Date(timeIntervalSince1970: 0), entryCount: 3)
            }
        }
        let choice = try MeetingChoice.among(
            days(Self.files).map { ($0, "agendas/\($0).yaml") }, recorded: recorded, minuted: Set(days(one.minuted)),
            today: try #require(CalendarDay(one.today)))
        #expect(choice.candidates.map(\.date.description) == one.chosen)
    }
}
