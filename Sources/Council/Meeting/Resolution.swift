/// What a decision says for people who were not there: scope, option, conditions, and for how much.
///
/// The verdict stands before it and the reason after it, so that neither is said twice: `Approved. Limit the first wave
/// to three cities, for 520 k USD to build (was 450 k USD). Why: shadow mode answers the review.`
public struct Resolution: Codable, Equatable, Sendable {
    /// What the program made of motions, amendments and concerns; empty if there is nothing to say beside the verdict.
    public let composed: String
    /// What the chair wrote in its place; nil if it was taken as it is.
    public let edited: String?

    public init(composed: String, edited: String? = nil) {
        self.composed = composed
        let edited = edited.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        self.edited = edited == composed || edited?.isEmpty == true ? nil : edited
    }

    public var text: String { edited ?? composed }
}

extension Decision {
    /// What was decided, without the verdict and the reason; nil if there is nothing to say beside them, and for
    /// decisions from before there were resolutions.
    public var resolved: String? { resolution?.text.nilIfEmpty }

    /// `approved: limit the first wave to three cities.`; the verdict alone if there is nothing to say beside it.
    public var sentence: String { resolved.map { "\(spoken): \($0)" } ?? spoken }

    /// `over open concern 2`, `because of concerns 2 and 6`; nil if none was open.
    public var spokenConcerns: String? { verdict.spoken(overConcerns: overConcerns, conditions: conditions ?? []) }

    /// The same decision with another resolution.
    func saying(_ resolution: Resolution?) -> Decision {
        Decision(
            verdict: verdict, until: until, reason: reason, basis: basis, amendments: amendments,
            overConcerns: overConcerns, conditions: conditions, overriddenGate: overriddenGate,
            overriddenBy: overriddenBy, resolution: resolution)
    }
}

extension Decision.Verdict {
    /// How concerns that were open belong to the decision: `because of concerns 2 and 6` if it sends the item back, and
    /// `over open concern 2` if it goes ahead; nil if none was open.
    public func spoken(overConcerns numbers: [Int], conditions: [Int] = []) -> String? {
        let asked = numbers.filter(conditions.contains)
        let others = numbers.filter { !conditions.contains($0) }
        func named(_ numbers: [Int]) -> String {
            "\(numbers.count == 1 ? "concern" : "concerns") \(listed(numbers.map(String.init)))"
        }
        let rest =
            switch self {
            case _ where others.isEmpty: nil as String?
            case .approve, .confirmed, .changed: "over open \(named(others))"
            case .revise, .reject, .stopped: "because of \(named(others))"
            case .defer, .withdraw, .noted: "with \(named(others)) open"
            }
        let parts = [
            asked.isEmpty ? nil : "on condition that \(named(asked)) \(asked.count == 1 ? "is" : "are") answered"
        ]
        let all = (parts + [rest]).compactMap { $0 }
        return all.isEmpty ? nil : all.joined(separator: ", ")
    }
}
