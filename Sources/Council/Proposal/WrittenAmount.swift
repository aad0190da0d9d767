/// A number and its unit as a person writes them: `1.2M USD/year`.
struct WrittenAmount {
    let number: Double
    let unit: String?

    /// Nil if the text is no amount, so that nothing is guessed, and for more than 1e15, which no file may say.
    ///
    /// The number may be grouped with commas or blanks, and k, M or B may stand behind it. A unit is a currency or words
    /// without digits, commas and `+`: what has one of these is more than one amount.
    ///
    /// - Parameter isYearly: Whether the amount is for a year, so that `/year` says nothing new.
    init?(_ text: some StringProtocol, isYearly: Bool = false) {
        let text = text.trimmed
        let digits = text.prefix { $0.isASCII && ($0.isNumber || "., _-".contains($0)) }
        guard Self.areGroupsOfThree(digits.trimmed), let number = Double(digits.filter { !", _".contains($0) }),
            number >= 0
        else { return nil }
        var rest = text.dropFirst(digits.count).trimmed
        let word = rest.prefix { $0 != " " && $0 != "/" }
        let scale = Self.scales[word.lowercased()]
        if scale != nil { rest = rest.dropFirst(word.count).trimmed }
        if isYearly { rest = Self.withoutYear(rest) }
        guard rest.isEmpty || Self.isUnit(rest) else { return nil }
        guard number * (scale ?? 1) <= 1e15 else { return nil }
        self.number = number * (scale ?? 1)
        unit = rest.nilIfEmpty
    }

    private static let scales: [String: Double] = [
        "k": 1e3, "m": 1e6, "b": 1e9, "thousand": 1e3, "million": 1e6, "billion": 1e9,
    ]

    private static func withoutYear(_ text: String) -> String {
        for year in ["/year", "/yr", "per year", "a year"] {
            if text == year { return "" }
            if text.hasPrefix(year + " ") { return text.dropFirst(year.count).trimmed }
            if text.hasSuffix((year.hasPrefix("/") ? "" : " ") + year) { return text.dropLast(year.count).trimmed }
        }
        return text
    }

    private static func isUnit(_ text: String) -> Bool {
        guard let first = text.first, first.isLetter || first.isCurrencySymbol || first == "%" else { return false }
        return !text.contains { $0.isNumber || ",+".contains($0) }
    }

    /// Whether every comma or blank stands before three digits, so that `1,5` is refused rather than read as 15.
    private static func areGroupsOfThree(_ digits: String) -> Bool {
        let groups: [Substring] = digits.split(omittingEmptySubsequences: false) { ", _".contains($0) }
        return groups.dropFirst().allSatisfy { $0.prefix { $0.isNumber }.count == 3 }
    }
}

extension Cost {
    /// Reads `450k + 150k/year USD`: what it costs to build, and to keep going for a year.
    ///
    /// - Parameter unit: The unit if the text has none.
    init?(written text: String, unit: String?, note: String?) {
        let parts = text.split(separator: "+", omittingEmptySubsequences: false)
        guard parts.count == 2, let build = WrittenAmount(parts[0]), build.unit?.contains("/") != true,
            let upkeep = WrittenAmount(parts[1], isYearly: true),
            build.unit == nil || upkeep.unit == nil || build.unit == upkeep.unit,
            let unit = upkeep.unit ?? build.unit ?? unit
        else { return nil }
        self.init(build: build.number, maintenance: upkeep.number, unit: unit, note: note)
    }

    /// Changes one of the two amounts. A cost has one unit.
    mutating func take(_ amount: WrittenAmount, _ place: WritableKeyPath<Cost, Double?>) throws(Refusal) {
        self[keyPath: place] = nil
        if let other = amount.unit, other != unit {
            guard build == nil, maintenance == nil else {
                throw Refusal("the cost is in \(unit): amend cost to give both amounts in \(other)")
            }
            unit = other
        }
        self[keyPath: place] = amount.number
    }
}
