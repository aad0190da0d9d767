import Testing

@testable import Council

/// An amount as people type it, read where USD/year is expected.
@Suite struct TypedAmountTests {
    static let amounts: [(String, Double, String, String?)] = [
        ("1200000 USD/year", 1_200_000, "USD/year", nil), ("1,200,000 USD/year", 1_200_000, "USD/year", nil),
        ("1.2M USD/year", 1_200_000, "USD/year", nil), ("1.2 M USD/year", 1_200_000, "USD/year", nil),
        ("450k USD/year", 450_000, "USD/year", nil), ("2 B usd/Year", 2_000_000_000, "USD/year", nil),
        ("-30,500.5 USD/year", -30_500.5, "USD/year", nil), ("+7 USD/year", 7, "USD/year", nil),
        ("0 USD/year because nobody used it", 0, "USD/year", "nobody used it"),
        ("3 USD/year Because  two   cities, 1.2M", 3, "USD/year", "two cities, 1.2M"),
        // A letter that begins a word is no scale.
        ("3 MAU", 3, "MAU", nil), ("3 hours / week", 3, "hours / week", nil), ("3M EUR", 3_000_000, "EUR", nil),
    ]

    @Test(arguments: amounts)
    func isRead(text: String, value: Double, unit: String, reason: String?) throws {
        let amount = try TypedAmount([text], unit: "USD/year")
        #expect(amount.value == value && amount.unit == unit && amount.reason == reason, "\(amount)")
        #expect(try TypedAmount(text.split(separator: " ").map(String.init), unit: "USD/year") == amount)
    }

    /// The estimate's own unit is never taken apart.
    @Test(arguments: ["M", "k USD", "M USD/year"])
    func theExpectedUnitComesFirst(unit: String) throws {
        #expect(try TypedAmount(["1.5 \(unit)"], unit: unit) == TypedAmount(["1.5", unit], unit: unit))
        #expect(try TypedAmount(["1.5 \(unit)"], unit: unit).value == 1.5)
    }

    static let refusals: [(String, String)] = [
        ("USD/year 3", "is not an amount"), ("1,2 USD/year", "is not an amount"),
        ("1,2000 USD/year", "is not an amount"), ("1.2.3 USD/year", "is not an amount"),
        (",200 USD/year", "is not an amount"), ("- USD/year", "is not an amount"),
        (". USD/year", "is not an amount"), ("٣ USD/year", "is not an amount"),
        ("because so", "is not an amount"), ("", "is not an amount"),
        ("1.2M", "in which unit? It was estimated in USD/year"), ("3", "in which unit?"),
        ("3 USD/year because", "`because` needs words"), ("9999999B USD/year", "is too large"),
        ("nan USD/year", "is not an amount"), ("\u{1B}[31m3 USD/year", "is not an amount"),
    ]

    @Test(arguments: refusals)
    func isRefused(text: String, sentence: String) {
        do throws(Refusal) {
            Issue.record("\(try TypedAmount([text], unit: "USD/year"))")
        } catch {
            #expect(error.sentence.contains(sentence), "\(error.sentence)")
        }
    }
}
