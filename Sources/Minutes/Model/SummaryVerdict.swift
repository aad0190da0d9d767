import Council

/// What became of an item: a decision, none, or off the agenda.
enum SummaryVerdict: Hashable {
    case decided(Decision.Verdict)
    /// An approval that holds only if concerns are answered.
    case approvedOnCondition
    case undecided
    case dropped

    init(_ item: Item) {
        if let decision = item.decision {
            self =
                decision.isOnCondition && decision.verdict == .approve
                ? .approvedOnCondition : .decided(decision.verdict)
        } else {
            self = item.dropped == nil ? .undecided : .dropped
        }
    }

    /// The most important first: what begins, what changes or ends, what has to come back, and the rest.
    static let inOrder: [SummaryVerdict] =
        [.decided(.approve), .approvedOnCondition]
        + [.changed, .stopped, .reject, .revise, .confirmed, .defer, .withdraw, .noted].map(Self.decided)
        + [.undecided, .dropped]

    /// A subject has one group for all approvals: with two, it would have less room for names.
    var inSubject: SummaryVerdict { self == .approvedOnCondition ? .decided(.approve) : self }

    /// Whether a subject without room for it may leave it out.
    var isMinor: Bool {
        switch self {
        case .decided(.noted), .decided(.withdraw), .undecided, .dropped: true
        case .decided, .approvedOnCondition: false
        }
    }

    /// `Sent back`, as a heading.
    var title: String { self == .undecided ? "No decision" : past.capitalizedFirst }

    /// `approved`, `sent back`, `undecided`.
    var past: String {
        switch self {
        case .decided(let verdict): verdict.past
        case .approvedOnCondition: "approved on condition"
        case .undecided: "undecided"
        case .dropped: "off the agenda"
        }
    }
}
