import Council

/// Numbers, dates, times, words from a set, and yes or no.
extension Fields {
    /// A whole number within `range`.
    func whole(_ name: String, in range: ClosedRange<Int>, _ unit: String = "") -> Int? {
        parsed(name, "a whole number\(unit) from \(range.lowerBound) to \(range.upperBound), such as `\(name): 10`") {
            guard let number = Self.isNumber($0) ? Int($0) : nil, range.contains(number) else { return nil }
            return number
        }
    }

    /// A finite number, not less than `least` if that is given.
    func number(_ name: String, atLeast least: Double? = nil) -> Double? {
        let bound = least.map { $0 == 0 ? " that is not negative" : " of at least \($0)" } ?? ""
        return parsed(name, "a number\(bound), such as `\(name): 450000`, without a unit and without commas") {
            guard Self.isNumber($0), let number = Double($0), abs(number) <= 1e15, number >= least ?? -.infinity
            else { return nil }
            return number
        }
    }

    /// A percentage from 0 to 100: `25%` and `25` are both 25.
    func percent(_ name: String) -> Double? {
        let share = parsed(name, "a percentage from 0 to 100, such as `\(name): 25%`", quoted: true) {
            text -> Double? in
            let digits = text.hasSuffix("%") ? text.dropLast().trimmed : text
            guard Self.isNumber(digits), let number = Double(digits), (0...100).contains(number) else { return nil }
            return number
        }
        if let share, share > 0, share < 1, let node = value(name), node.scalar?.string.hasSuffix("%") == false {
            fault(
                name,
                "`\(name)` is read as \(share) %, less than one percent; write \(share)% if you mean it, "
                    + "\(spoken(amount: share * 100))% if not", severity: .warning)
        }
        return share
    }

    /// `1/2`, `50%` or `0.5`: more than nothing, and not more than all.
    func fraction(_ name: String) -> Fraction? {
        parsed(
            name, "a share of the seats between 0 and 1, such as `1/2`, `50%` or `0.5` (all seats are `1/1`)",
            quoted: true
        ) {
            Fraction(share: $0)
        }
    }

    func flag(_ name: String) -> Bool? {
        parsed(name, "`true` or `false`, without quotes") { ["true": true, "false": false][$0] }
    }

    func day(_ name: String) -> CalendarDay? {
        parsed(name, "a day of the calendar as `YYYY-MM-DD`, such as `2026-11-25`", quoted: true) { CalendarDay($0) }
    }

    /// `HH:MM`, from `00:00` to `23:59`.
    func time(_ name: String) -> String? {
        parsed(name, "a time as `HH:MM`, from 00:00 to 23:59, such as `\(name): \"10:00\"`", quoted: true) { text in
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.utf8.allSatisfy(Self.isDigit) }),
                let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
            else { return nil }
            return text
        }
    }

    /// One of the words of a type.
    func choice<Word>(_ name: String, of type: Word.Type) -> Word?
    where Word: RawRepresentable<String> & CaseIterable {
        guard let node = value(name), let text = line(of: node, "`\(name)`") else { return nil }
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue)
        let meant = nearest(to: String(text.prefix(64)), among: words).map { "; did you mean `\($0)`?" } ?? ""
        let known = listed(words.map { "`\($0)`" }, "or")
        fault(name, "`\(name)` must be \(known), not `\(visible(text))`\(meant)")
        return nil
    }

    /// A handle as it is written. Nobody may have it.
    func handle(_ name: String) -> Handle? {
        guard let text = line(name) else { return nil }
        if Handle.isWellFormed(text) { return Handle(text) }
        fault(
            name,
            "`\(visible(text))` can't be a handle; use at most 64 letters, digits, `-`, `_` and `.`, "
                + "beginning with a letter or a digit")
        return nil
    }

    /// - Parameter quoted: Whether the value may stand in quotes.
    private func parsed<Value>(
        _ name: String, _ right: String, quoted: Bool = false, _ parse: (String) -> Value?
    ) -> Value? {
        guard let node = value(name), sheet.isUntagged(node, report: true) else { return nil }
        if let scalar = node.scalar, quoted || scalar.isPlain, let value = parse(scalar.string) {
            return value
        }
        let isQuoted = node.scalar?.isPlain == false
        let given = isQuoted && !quoted ? "the text \(node.description) in quotes" : node.description
        fault(name, "`\(name)` must be \(right), not \(given)")
        return nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    /// Whether the text is digits with a sign, a point or an exponent. Swift reads other forms, too.
    private static func isNumber(_ text: String) -> Bool {
        guard text.utf8.count <= 32, let last = text.utf8.last, isDigit(last) else { return false }
        return text.utf8.allSatisfy { isDigit($0) || "+-.eE".utf8.contains($0) }
    }
}

extension Fraction {
    /// Reads `1/2`, `50%` or `0.5`; nil for anything else, and for a number that is not above 0 and at most 1.
    init?(share text: String) {
        let parts: [String]
        if text.hasSuffix("%") {
            parts = Self.decimal(text.dropLast().trimmed, scale: 100)
        } else if text.contains("/") {
            parts = text.split(separator: "/", omittingEmptySubsequences: false).map(\.trimmed)
        } else if text.contains(".") {
            parts = Self.decimal(text, scale: 1)
        } else {
            return nil
        }
        guard parts.count == 2,
            parts.allSatisfy({ (1...9).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let numerator = Int(parts[0]), let denominator = Int(parts[1]), numerator > 0, numerator <= denominator
        else { return nil }
        var (divisor, rest) = (denominator, numerator)
        while rest > 0 { (divisor, rest) = (rest, divisor % rest) }
        self.init(numerator / divisor, denominator / divisor)
    }

    /// `0.5` as the two numbers `05` and `10`.
    private static func decimal(_ text: String, scale: Int) -> [String] {
        let halves = text.split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count <= 2, let whole = halves.first else { return [] }
        let places = halves.count == 2 ? String(halves[1]) : ""
        guard places.utf8.count <= 6 else { return [] }
        return [whole + places, String(scale) + String(repeating: "0", count: places.utf8.count)]
    }
}
