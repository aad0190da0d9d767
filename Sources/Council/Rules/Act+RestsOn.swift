extension Act {
    /// Whether this act speaks of what another one made, and would mean nothing without it.
    func rests(on other: Act) -> Bool {
        switch other {
        case .opened: !isAboutUndo
        case .noted(let item, let number, _, _, _): speaksOfNote(number, of: item)
        case .moved(_, let motion, _, _): speaksOfMotion(motion)
        case .balloted(let motion, _), .tallied(let motion, _), .escalated(let motion, _), .ruled(let motion, _):
            isOutcome(of: motion)
        case .amended(let item, let amendment): speaksOfAmendment(amendment.number, of: item)
        case .assigned(let action): self == .finished(action: action.number)
        default: false
        }
    }

    private func speaksOfNote(_ wanted: Int, of note: ItemID) -> Bool {
        switch self {
        case .reworded(let item, let number, _), .struck(let item, let number), .resolved(let item, let number, _):
            item == note && number == wanted
        case .decided(let item, let decision): item == note && decision.overConcerns.contains(wanted)
        default: false
        }
    }

    private func speaksOfMotion(_ wanted: Int) -> Bool {
        if case .balloted(let motion, _) = self { motion == wanted } else { isOutcome(of: wanted) }
    }

    private func isOutcome(of wanted: Int) -> Bool {
        switch self {
        case .tallied(let motion, _), .escalated(let motion, _), .ruled(let motion, _): motion == wanted
        case .decided(_, let decision):
            decision.basis == .motion(number: wanted) || decision.basis == .ruling(motion: wanted)
        default: false
        }
    }

    private func speaksOfAmendment(_ wanted: Int, of proposal: ItemID) -> Bool {
        switch self {
        case .moved(let item, _, .amendment(let number), _): item == proposal && number == wanted
        case .decided(let item, let decision): item == proposal && decision.amendments.contains(wanted)
        default: false
        }
    }
}
