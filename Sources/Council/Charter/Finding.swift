/// Something the charter has to say about an item: what it finds, on which principle, and where.
public struct Finding: Codable, Equatable, Sendable {
    public let weight: Weight
    public let principle: Principle
    /// The front matter key or body section it comes from, as the file spells it.
    public let field: String
    public let sentence: String

    public init(_ weight: Weight, _ principle: Principle, field: String, _ sentence: String) {
        self.weight = weight
        self.principle = principle
        self.field = field
        self.sentence = sentence
    }

    /// What would settle a finding of the gate, as it follows `waits for`: `a cost: give cost build and a unit`.
    var wanted: String {
        let parts = sentence.split(separator: ": ", maxSplits: 1)
        let advice = parts.count > 1 ? ": \(parts[1])" : ""
        var what = String(parts.first ?? "")
        if what.hasPrefix("no ") {
            what.removeFirst(3)
            for end in [" is estimated", " is given"] { what = what.replacing(end, with: "", maxReplacements: 1) }
            return "\("aeio".contains(what.prefix(1)) ? "an" : "a") \(what)\(advice)"
        }
        if field == "tech_lead" { return "a single technical lead\(advice)" }
        what = what.replacing("nobody is named who", with: "somebody who", maxReplacements: 1)
        return what.replacing("fewer than ", with: "", maxReplacements: 1) + advice
    }

    public enum Weight: String, Codable, Sendable {
        /// Blocks approval, unless the chair overrides it with a reason.
        case gate
        /// Is shown, and never blocks.
        case advice
    }

    /// `gate, Review: no cost to build is given`, `Speed: no word on third-party solutions`.
    public var line: String { "\(weight == .gate ? "gate, " : "")\(principle.rawValue): \(sentence)" }
}

/// The part of the charter a finding rests on.
///
/// Source: *Organizing Machine Learning: Every Flavor Welcome!* (2020), its principles and its review process.
public enum Principle: String, Codable, CaseIterable, Sendable {
    case democracy = "Democracy"
    case talent = "Talent"
    case speed = "Speed"
    case sufficiency = "Sufficiency"
    case incrementality = "Incrementality"
    case accountability = "Accountability"
    /// Problem, impact against cost, and solution, reviewed by the pod's leads.
    case review = "Review"
    /// A solution should have support, and where possible be part of the long-term platform.
    case platform = "Platform"
    /// Who leads follows from the biggest blocker.
    case lead = "Lead"
    /// The chair rotates.
    case rotation = "Rotation"
}
