import Council
import Foundation

// What records of version 1 say in words, read back as far as the words go.

/// Reads `4.2 M` and what stands behind it; nil if the text does not begin with an amount.
private func amount(in text: Substring) -> (value: Double, rest: String)? {
    let first = text.prefix { $0 != " " }
    guard let number = Double(first), number.isFinite else { return nil }
    let rest = text.dropFirst(first.count).trimmed
    let scales: [Substring: Double] = ["k": 1e3, "M": 1e6, "B": 1e9]
    let letter = rest.prefix { $0 != " " }
    guard let scale = scales[letter] else { return (number, rest) }
    return (rounded(number * scale), rest.dropFirst(letter.count).trimmed)
}

/// Without what binary fractions add: 4.35 million is 4,350,000.
private func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }

extension Impact {
    /// Reads `4.2 M USD/year`.
    init?(spoken text: String) {
        guard let (value, unit) = amount(in: text[...]) else { return nil }
        self.init(value: value, unit: unit)
    }
}

extension Cost {
    /// Reads `build 450 k, upkeep 150 k USD`; either part may be missing.
    init?(spoken text: String) {
        var unit = text
        var amounts: [String: Double] = [:]
        for part in ["build", "upkeep"] {
            let rest = unit.hasPrefix(", ") ? String(unit.dropFirst(2)) : unit
            guard rest.hasPrefix(part + " ") else { continue }
            let figures = rest.dropFirst(part.count + 1)
            // The comma that parts the two stands right behind the first amount.
            let next = part == "build" ? figures.range(of: ", upkeep ") : nil
            let end = next?.lowerBound ?? figures.endIndex
            guard let (value, behind) = amount(in: figures[..<end]) else { return nil }
            amounts[part] = value
            unit = end < figures.endIndex ? String(figures[end...]) : behind
        }
        guard !amounts.isEmpty else { return nil }
        self.init(build: amounts["build"], maintenance: amounts["upkeep"], unit: unit)
    }
}

extension TeamMember {
    /// Reads `Lena Ortiz, ML engineer`; a role that nobody knows is part of the name.
    init(spoken text: String) {
        guard let role = Role.allCases.first(where: { text.hasSuffix(", \($0.spoken)") }) else {
            self.init(name: text)
            return
        }
        self.init(name: String(text.dropLast(role.spoken.count + 2)), role: role)
    }
}

extension Opening {
    /// Reads `ML engineer, senior, 2 openings`, whichever of its parts there are.
    init?(spoken text: String) {
        var parts = text.split(separator: ", ").map(String.init)
        let role = parts.first.flatMap { first in TeamMember.Role.allCases.first { $0.spoken == first } }
        if role != nil { parts.removeFirst() }
        let last = parts.last?.split(separator: " ") ?? []
        let count = last.count == 2 && last[1].hasPrefix("opening") ? Int(last[0]) : nil
        if count != nil { parts.removeLast() }
        let level = parts.isEmpty ? nil : parts.joined(separator: ", ")
        guard role != nil || level != nil || count != nil else { return nil }
        self.init(role: role, level: level, count: count)
    }
}
