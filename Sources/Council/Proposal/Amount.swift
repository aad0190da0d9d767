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
