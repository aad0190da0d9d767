import Council

/// What became of an item: a decision, none, or off the agenda.
enum SummaryVerdict: Hashable {
    case decided(Decision.Verdict)
    case undecided
    case dropped

    init(_ item: Item) {
        if let decision = item.decision {
            self = .decided(decision.verdict)
        } else {
            self = item.dropped == nil ? .undecided : .dropped
        }
    }

    /// The most important first: what begins, what changes or ends, what has to come back, and the rest.
    static let inOrder: [SummaryVerdict] =
        [.approve, .changed, .stopped, .reject, .revise, .confirmed, .defer, .withdraw, .noted].map(Self.decided)
        + [.undecided, .dropped]

    /// Whether a subject without room for it may leave it out.
    var isMinor: Bool {
        switch self {
        case .decided(.noted), .decided(.withdraw), .undecided, .dropped: true
        case .decided: false
        }
    }

    /// `Sent back`, as a heading.
    var title: String { self == .undecided ? "No decision" : past.capitalizedFirst }

    /// `approved`, `sent back`, `undecided`.
    var past: String {
        switch self {
        case .decided(let verdict): verdict.past
        case .undecided: "undecided"
        case .dropped: "off the agenda"
        }
    }
}
