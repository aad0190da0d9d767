/// What amendments say, for people who read of them later.
extension Meeting {
    /// Both values of an amendment, amounts with their units; nil for one that is empty.
    public func spokenValues(of amendment: Amendment, on item: Item) -> (before: String?, after: String?) {
        guard let base = baseProposal(of: item) else {
            return (amendment.before.nilIfEmpty, amendment.after.nilIfEmpty)
        }
        func spoken(_ value: String) -> String? {
            guard amendment.field.isFigure, !value.isEmpty else { return value.nilIfEmpty }
            var proposal = base
            // A value that does not fit a changed file stands as it was written.
            guard (try? proposal.amend(amendment.field, to: value)) != nil else { return value }
            return proposal.spokenValue(of: amendment.field)
        }
        return (spoken(amendment.before), spoken(amendment.after))
    }

    /// What an amendment changed: `450 k USD → 520 k USD`, and of a long text the words, `“three” → “nine”`.
    public func change(by amendment: Amendment, on item: Item) -> String {
        let (before, after) = spokenValues(of: amendment, on: item)
        let isShort = [before, after].allSatisfy { ($0?.count ?? 0) <= 80 }
        guard amendment.field.section != nil && before != nil || !isShort else {
            return "\(before ?? "nothing") → \(after ?? "nothing")"
        }
        return WordChanges(from: before ?? "", to: after ?? "").spoken
    }
}

extension ProposalField {
    /// Whether its value is an amount with a unit.
    fileprivate var isFigure: Bool {
        switch self {
        case .impact, .cost, .costBuild, .costMaintenance: true
        default: false
        }
    }
}

extension Proposal {
    /// Changes a field as the council amended it. What was noted on a figure goes with that figure.
    mutating func take(_ amendment: Amendment) throws(Refusal) {
        let (impact, cost) = (self.impact, self.cost)
        try amend(amendment.field, to: amendment.after)
        if self.impact?.value != impact?.value { self.impact?.note = nil }
        if self.cost?.build != cost?.build || self.cost?.maintenance != cost?.maintenance { self.cost?.note = nil }
    }
}
