import Testing

@testable import Council

/// What was measured, as a person says it between meetings, after an approval of 4 November 2026.
@Suite struct OutcomeStatusTests {
    private func said(
        _ words: String, on day: String = "25 Nov", of story: String = "4 Nov approve"
    ) -> Result<MeasuredOutcome, Refusal> {
        let library = Weeks([Story("x", story)], held: ["4 Nov"]).library
        return Result { () throws(Refusal) in
            try library.outcome(
                of: "x", saying: words.split(separator: " ").map(String.init), measuredOn: .of(day), today: .of("1 Dec")
            )
        }
    }

    @Test func itIsTakenWithItsNote() throws {
        let outcome = try said("1.2M USD/year because Two cities.").get()
        #expect(outcome == MeasuredOutcome(on: .of("25 Nov"), value: 1_200_000, unit: "USD/year", note: "Two cities."))
        #expect(throws: Never.self) { try said("1 USD/year", on: "4 Nov").get() }
        #expect(throws: Never.self) { try said("1 USD/year", of: "4 Nov approve; 18 Nov stopped").get() }
    }

    static let refusals: [(String, String, String, String)] = [
        (
            "1 EUR", "25 Nov", "4 Nov approve",
            "estimated in USD/year, measured in EUR: state what was measured in USD/year"
        ),
        (
            "1 USD/year", "3 Nov", "4 Nov approve",
            "2026-11-03 is before the approval of Wed 4 Nov 2026: `--on DATE` names the day of the measurement"
        ),
        (
            "1 USD/year", "2 Dec", "4 Nov approve",
            "2026-12-02 is in the future: `--on DATE` names the day of the measurement"
        ),
        (
            "1 USD/year", "25 Nov", "4 Nov reject",
            "no meeting has approved `x`, and an outcome is what came of an approval"
        ),
        (
            "1 USD/year", "25 Nov", "4 Nov approve; 18 Nov revise",
            "no meeting has approved `x`, and an outcome is what came of an approval"
        ),
        (
            "1 USD/year", "25 Nov", "hiring; 4 Nov approve",
            "`x` estimates no impact to compare with: give `impact` a value and a unit"
        ),
        ("1 USD/year", "25 Nov", "4 Nov approve; gone", "there is no proposals/x.md"),
    ]

    @Test(arguments: refusals)
    func itIsRefused(words: String, day: String, story: String, sentence: String) {
        #expect(said(words, on: day, of: story) == .failure(Refusal(sentence)))
    }

    @Test func whatIsKnownIsTold() throws {
        let story = Story("x", "follow up 20 Nov; 4 Nov approve; measured 20 Nov; 25 Nov confirmed; by holdout")
        let status = try #require(Weeks([story]).library.outcome(of: "x", on: .of("1 Dec")))
        #expect(status.stage == "done" && status.measure == "holdout" && status.ratio == 1)
        #expect(status.approval?.date == .of("4 Nov"))
        #expect(status.heard.map(\.decision) == ["confirmed"])
        #expect(Weeks([story]).library.outcome(of: "y", on: .of("1 Dec")) == nil)
    }
}
