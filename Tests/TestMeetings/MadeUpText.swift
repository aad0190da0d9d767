/// Sentences of words that are common, rare, or said once in years, as in what people say.
struct MadeUpText {
    private let words: [String]

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var words = Self.common
        let syllables = ["ka", "lo", "mi", "ter", "ran", "vel", "dus", "pho", "qui", "nar", "esh", "bol", "zir", "tum"]
        while words.count < 6000 {
            words.append((0..<random.number(2...4)).map { _ in random.pick(syllables) }.joined())
        }
        self.words = words
    }

    /// A word; the fourth power of a number below one gives the first of them most of the time.
    func word(_ random: inout SeededGenerator) -> String {
        let share = Double(random.number(0...999_999)) / 1_000_000
        return words[Int(share * share * share * share * Double(words.count))]
    }

    func words(_ count: ClosedRange<Int>, _ random: inout SeededGenerator) -> [String] {
        (0..<random.number(count)).map { _ in word(&random) }
    }

    func sentence(_ random: inout SeededGenerator, _ count: ClosedRange<Int> = 8...24) -> String {
        let text = words(count, &random).joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
            + random.pick([".", ".", ".", "?", "; Ünïcode “quoted”."])
    }

    private static let common = [
        "model", "holdout", "couriers", "orders", "stores", "feature", "baseline", "cost", "latency", "city", "data",
        "rules", "week", "cache", "ranking", "search", "uplift", "margin", "fraud", "label", "drift", "pilot", "team",
        "vendor", "table", "stream", "query", "price", "demand", "forecast", "traffic", "kitchen", "weather", "budget",
        "embedding", "graph", "vector", "serving", "training", "monitor", "alert", "coupon", "refund", "market",
        "driver", "route", "batch", "window", "sample", "metric", "precision", "recall", "experiment", "shadow",
        "estimate", "minutes", "quarter", "owner", "platform", "storage",
    ]
}
