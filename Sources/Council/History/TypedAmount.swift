/// An amount as a person types it, with its unit and perhaps a reason: `1.2M USD/year because two cities`.
struct TypedAmount: Equatable {
    let value: Double
    let unit: String
    let reason: String?

    private static let scales: [Character: Double] = ["k": 1e3, "K": 1e3, "M": 1e6, "B": 1e9]

    /// - Parameter unit: The one that is expected. Its spelling counts, and letters of its own are no scale.
    init(_ words: [String], unit expected: String) throws(Refusal) {
        let words = words.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
        let end = words.firstIndex { $0.lowercased() == "because" } ?? words.count
        reason = words.dropFirst(end + 1).joined(separator: " ").nilIfEmpty
        if end < words.count, reason == nil { throw Refusal("`because` needs words after it, or leave it out") }
        let text = words[..<end].joined(separator: " ")
        let digits = text.prefix { $0.isASCII && ($0.isNumber || "+-.,".contains($0)) }
        guard let number = Self.number(digits) else {
            throw Refusal(
                "`\(text.prefix(40))` is not an amount: write `1.2M \(expected)`, `1200000 \(expected)` or "
                    + "`1,200,000 \(expected)`")
        }
        var rest = text.dropFirst(digits.count)
        var scale = 1.0
        if !Self.isSame(rest, expected), let letter = rest.first(where: { $0 != " " }), let known = Self.scales[letter]
        {
            let after = rest.drop { $0 == " " }.dropFirst()
            // `1.2 M USD`, and not the beginning of a word.
            if after.isEmpty || after.first == " " { (rest, scale) = (after, known) }
        }
        let unit = String(rest).trimmed
        guard !unit.isEmpty else {
            throw Refusal("in which unit? It was estimated in \(expected): write `\(text) \(expected)`")
        }
        self.unit = Self.isSame(rest, expected) ? expected : unit
        value = number * scale
        guard value.isFinite, abs(value) <= 1e15 else { throw Refusal("\(text.prefix(40)) is too large") }
    }

    private static func isSame(_ text: Substring, _ unit: String) -> Bool {
        String(text).trimmed.lowercased() == unit.lowercased()
    }

    /// A number with a point before its decimals. Commas stand between thousands and nowhere else.
    private static func number(_ text: Substring) -> Double? {
        let sign = text.first.map { "+-".contains($0) } ?? false ? text.prefix(1) : ""
        let parts = text.dropFirst(sign.count).split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        let isGrouped = groups.dropFirst().allSatisfy { $0.count == 3 } && (groups.count == 1 || groups[0].count <= 3)
        guard isGrouped, groups.allSatisfy({ !$0.isEmpty }) else { return nil }
        return Double(sign + groups.joined() + (parts.count == 2 ? "." + parts[1] : ""))
    }
}
