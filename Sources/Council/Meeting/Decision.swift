import Foundation

/// What the council decided on an item.
public struct Decision: Codable, Equatable, Sendable {
    public let verdict: Verdict
    /// Deferred until when.
    public let until: CalendarDay?
    public let reason: String?
    public let basis: Basis
    /// Numbers of the amendments that the decision includes.
    public let amendments: [Int]
    /// Numbers of the concerns over which it was decided.
    public let overConcerns: [Int]
    /// Numbers of those that it is bound to: it holds only if they are answered. Nil if there are none.
    public let conditions: [Int]?
    /// The gate's findings that the chair set aside, if there were any.
    public let overriddenGate: [Finding]
    /// Who presided and set the gate aside; nil if it was clear.
    public let overriddenBy: Handle?
    /// What it says for people who were not there; nil for decisions from before there were resolutions.
    public let resolution: Resolution?

    public init(
        verdict: Verdict, until: CalendarDay? = nil, reason: String? = nil, basis: Basis, amendments: [Int] = [],
        overConcerns: [Int] = [], conditions: [Int]? = nil, overriddenGate: [Finding] = [],
        overriddenBy: Handle? = nil, resolution: Resolution? = nil
    ) {
        self.verdict = verdict
        self.until = until
        self.reason = reason
        self.basis = basis
        self.amendments = amendments
        self.overConcerns = overConcerns
        self.conditions = conditions
        self.overriddenGate = overriddenGate
        self.overriddenBy = overriddenBy
        self.resolution = resolution
    }

    public enum Verdict: String, Codable, CaseIterable, Sendable {
        case approve
        case revise
        case `defer`
        case reject
        case withdraw
        /// The council has heard it, and nothing is to be decided.
        case noted
        /// What came of an approved proposal is as it should be.
        case confirmed
        /// What came of it is not as it should be, and it goes on in another way.
        case changed
        /// What came of it is not worth going on.
        case stopped

        /// What can be decided about an outcome, apart from deferring.
        public static let ofOutcomes: [Verdict] = [.confirmed, .changed, .stopped]

        public var isOfOutcome: Bool { Self.ofOutcomes.contains(self) }

        /// Whether the proposal may be built, or goes on, after this decision.
        public var isApproval: Bool { self == .approve || self == .confirmed || self == .changed }
    }

    /// What a decision rests on.
    public enum Basis: Codable, Equatable, Sendable {
        case motion(number: Int)
        case ruling(motion: Int)
        /// Nobody asked for a vote.
        case consensus
        /// No quorum was in the room; only deferring and withdrawing do without one.
        case withoutQuorum
        /// It was decided together with others, by that motion, or by consensus if that is nil. These members had approved
        /// it in writing.
        case consentLane(motion: Int?, approvals: [Handle])
    }

    /// Whether an approval holds only if concerns are answered.
    public var isOnCondition: Bool { verdict.isApproval && conditions?.isEmpty == false }

    /// For a line that has no room for the conditions themselves: `approved on condition`.
    public var spokenInBrief: String { isOnCondition ? "\(spoken) on condition" : spoken }

    /// `approved with amendments`, `deferred until Wed 2 Dec 2026`, `sent back for revision`.
    public var spoken: String {
        switch verdict {
        case .approve: amendments.isEmpty ? "approved" : "approved with amendments"
        case .revise: "sent back for revision"
        case .defer: until.map { "deferred until \($0.long)" } ?? "deferred"
        case .reject: "rejected"
        case .withdraw: "withdrawn"
        case .changed: amendments.isEmpty ? "changed" : "changed with amendments"
        case .noted, .confirmed, .stopped: verdict.past
        }
    }
}

extension Decision.Verdict {
    /// The verdict as it follows a number or a name: `3 approved`, `1 sent back`.
    public var past: String {
        switch self {
        case .approve: "approved"
        case .revise: "sent back"
        case .defer: "deferred"
        case .reject: "rejected"
        case .withdraw: "withdrawn"
        case .noted, .confirmed, .changed, .stopped: rawValue
        }
    }
}
