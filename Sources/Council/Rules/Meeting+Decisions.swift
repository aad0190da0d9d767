extension Meeting {
    /// A change to the proposal before the council, taken by consent until somebody asks for a vote on it.
    func amend(_ field: ProposalField, to value: String, because reason: String?) throws(Refusal) -> Act {
        let item = try requireCurrent("amend a proposal")
        guard var proposal = effectiveProposal(of: item) else {
            throw Refusal("a topic has no fields to amend: take a note, or put a motion of your own")
        }
        try requireNoOpenVote(before: "the proposal changes")
        let before = proposal.value(of: field)
        try proposal.amend(field, to: value)
        let after = proposal.value(of: field)
        guard before != after else {
            throw Refusal(
                before.isEmpty
                    ? "\(field.rawValue) is empty already: write \(field.form) after the ="
                    : "\(field.rawValue) says that already: write what it should say")
        }
        return .amended(
            item: item.id,
            amendment: Amendment(
                number: item.amendments.count + 1, field: field, before: before, after: after,
                reason: reason?.trimmed.nilIfEmpty))
    }

    /// A decision replaces the one before it, which is kept.
    func decide(_ verdict: Decision.Verdict, until: CalendarDay?, because reason: String?) throws(Refusal) -> Act {
        let item = try requireCurrent("decide")
        try requireNoOpenVote(before: "you decide")
        if let until {
            guard verdict == .defer else { throw Refusal("only `decide defer` takes a date: leave \(until) out") }
            guard until > agenda.date else {
                throw Refusal("\(until) is not after the meeting's day, \(agenda.date): defer to a later one")
            }
        }
        let reason = reason?.trimmed.nilIfEmpty
        let basis = try basis(for: verdict, on: item)
        let overridden = verdict == .approve ? try gateOverride(on: item, because: reason) : []
        let decision = Decision(
            verdict: verdict, until: until, reason: reason, basis: basis,
            amendments: item.acceptedAmendments.map(\.number), overConcerns: item.openConcerns.map(\.number),
            overriddenGate: overridden, overriddenBy: overridden.isEmpty ? nil : presiding)
        guard item.decision != decision || item.isDecisionOvertaken else {
            throw Refusal("this item was \(decision.spoken) already and nothing has changed since: `go next` moves on")
        }
        return .decided(item: item.id, decision: decision)
    }

    /// What keeps the item from approval until the chair overrides it.
    public func gate(on item: Item) -> [Finding] { effectiveProposal(of: item).map(Charter.gate) ?? [] }

    /// The gate's findings that approving sets aside: none where the gate is clear.
    private func gateOverride(on item: Item, because reason: String?) throws(Refusal) -> [Finding] {
        let gate = gate(on: item)
        guard !gate.isEmpty else { return [] }
        guard reason != nil else {
            throw Refusal(
                "the gate stops approval (\(gate.map(\.sentence).joined(separator: "; "))): decide revise or defer, "
                    + "or the chair overrides it with `decide approve because TEXT`")
        }
        try requireChair(for: item.motions.last { $0.question == .proposal })
        return gate
    }
}
