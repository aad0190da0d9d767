/// What the council may decide about an item, and what deciding about an outcome asks for.
extension Meeting {
    /// What can be decided about an item.
    public func verdicts(on item: Item?) -> [Decision.Verdict] {
        if item?.agenda.isForOutcome ?? false { return Decision.Verdict.ofOutcomes + [.defer] }
        // A proposal asks for an answer; a topic may be there to be heard.
        return [.approve, .revise, .defer, .reject, .withdraw] + (item?.agenda.isTopic ?? false ? [.noted] : [])
    }

    /// What was estimated beside what was measured; nil if the item is not here for its outcome.
    public func outcome(of item: Item) -> OutcomeComparison? {
        guard item.agenda.isForOutcome, let proposal = effectiveProposal(of: item) else { return nil }
        return OutcomeComparison(of: proposal, approved: item.agenda.approved, heard: agenda.date)
    }

    func require(_ verdict: Decision.Verdict, toBeOpenTo item: Item) throws(Refusal) {
        let allowed = verdicts(on: item)
        guard !allowed.contains(verdict) else { return }
        let decide = "decide \(listed(allowed.map(\.rawValue), "or"))"
        if verdict == .noted, !item.agenda.isForOutcome {
            throw Refusal("a proposal asks for an answer, and only a topic can be noted: \(decide)")
        }
        guard verdict.isOfOutcome else {
            throw Refusal("this was approved before and is here for its outcome: \(decide)")
        }
        throw Refusal(
            "only what was approved before and is here for its outcome can be \(verdict.past): \(decide)")
    }

    /// Whoever built it should learn why it can't go on as it is. A figure is a reason by itself.
    func requireReason(_ reason: String?, for verdict: Decision.Verdict, on item: Item) throws(Refusal) {
        if verdict != .confirmed { _ = try requireReason(reason ?? "", for: "`decide \(verdict.rawValue)`") }
        guard reason == nil, let proposal = effectiveProposal(of: item), proposal.outcome == nil,
            proposal.impact != nil
        else { return }
        throw Refusal(
            "nothing that was measured is in proposals/\(proposal.id).md: say after `because` what confirms the "
                + "estimate, or defer")
    }
}
