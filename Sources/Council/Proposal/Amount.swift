/// Amounts as people write them: `4.2 M`, `450 k`, `900`.
public func spoken(amount: Double) -> String {
    let magnitude = abs(amount)
    switch magnitude {
    case 1e9...: return "\(short(amount / 1e9)) B"
    case 1e6..<1e9: return "\(short(amount / 1e6)) M"
    case 1e3..<1e6: return "\(short(amount / 1e3)) k"
    default: return short(amount)
    }
}

/// The same without losing a digit: `450 k`, `1,234,567`.
public func figure(_ amount: Double) -> String {
    let text = spoken(amount: amount)
    guard WrittenAmount(text)?.number != amount, amount.isFinite, amount == amount.rounded(), abs(amount) < 1e15 else {
        return text
    }
    let digits = String(Int(abs(amount)))
    let groups = stride(from: digits.count, to: 0, by: -3).map { end in
        digits.dropLast(digits.count - end).suffix(3)
    }
    return (amount < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
}

/// At most two decimals, and none if there are none.
func short(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e15 else { return "\(number)" }
    let hundredths = (number * 100).rounded()
    let whole = Int(hundredths) / 100
    let rest = abs(Int(hundredths) % 100)
    let sign = hundredths < 0 && whole == 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return "\(sign)\(whole)." + (rest % 10 == 0 ? "\(rest / 10)" : pad(rest, 2))
}

extension Impact {
    /// `4.2 M USD/year`.
    public var spoken: String { "\(Council.spoken(amount: value)) \(unit)" }
}

extension Cost {
    /// `build 450 k, upkeep 150 k USD`.
    public var spoken: String {
        let parts = [
            build.map { "build \(Council.spoken(amount: $0))" },
            maintenance.map { "upkeep \(Council.spoken(amount: $0))" },
        ].compactMap { $0 }
        return parts.joined(separator: ", ") + " " + unit
    }
}

extension TeamMember {
    /// `Lena Ortiz, ML engineer`.
    public var spoken: String { role.map { "\(name), \($0.spoken)" } ?? name }
}

extension Opening {
    /// `ML engineer, senior, 2 openings`, as far as the parts are known.
    public var spoken: String? {
        let parts = [role?.spoken, level, count.map { counted($0, "opening") }].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

extension Proposal {
    /// What whoever leads it is called.
    public var leadTitle: String { kind == .hiring ? "Hiring lead" : "Technical lead" }
}
