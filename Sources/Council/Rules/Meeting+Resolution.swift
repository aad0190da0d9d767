import Foundation

extension Meeting {
    /// What a decision on an item says for people who were not there.
    ///
    /// - Parameters:
    ///   - edited: The chair's own words; nil if what is composed is taken as it is.
    ///   - moment: When it was made, if it was: it knew no vote that came later.
    func resolution(
        for decision: Decision, on item: Item, edited: String? = nil, at moment: Date? = nil
    ) -> Resolution {
        Resolution(composed: matter(of: decision, on: item, at: moment).text, edited: edited)
    }

    /// A concern that a decision names was corrected: what was composed follows it, and the chair's own words stay.
    mutating func resolveAnew(_ id: ItemID, afterNote number: Int) {
        guard let item = item(id), let decision = item.decision, let resolution = decision.resolution,
            decision.overConcerns.contains(number)
        else { return }
        let new = self.resolution(for: decision, on: item, edited: resolution.edited, at: item.decidedAt)
        update(id) { $0.decision = decision.saying(new) }
    }

    private func matter(of decision: Decision, on item: Item, at moment: Date?) -> ResolutionMatter {
        var matter = ResolutionMatter(verdict: decision.verdict)
        let votes = item.motions.filter { item.isLatest($0) && ($0.at <= moment ?? $0.at) }
        matter.scope = votes.compactMap { motion in
            if case .text(let text) = motion.question, motion.isCarried == true { text.inShort } else { nil }
        }
        let choice = votes.last { $0.chosen != nil }?.chosen
        matter.option = choice
        matter.isAmended = !decision.amendments.isEmpty
        if let before = baseProposal(of: item), let after = proposal(of: item, with: decision.amendments) {
            matter.take(before, after, choice: choice)
        }
        if decision.verdict.isOfOutcome { matter.measured = outcome(of: item)?.figures }
        let concerns = item.notes.filter {
            decision.overConcerns.contains($0.number) && $0.kind == .concern && !$0.isStruck
        }
        let conditions = decision.conditions ?? []
        matter.conditions = concerns.filter { conditions.contains($0.number) }.map(said)
        matter.concerns = concerns.filter { !conditions.contains($0.number) }.map(said)
        if case .motion(let number) = decision.basis {
            let ballots = motion(number).map { tally(of: $0).ballots } ?? []
            matter.against = ballots.filter { $0.choice == .no }.compactMap { ballot in
                ballot.reason.map { $0.quoted(from: roster.name(of: ballot.who)) }
            }
        }
        return matter
    }

    /// `“the holdout is short” (Tomás Vidal)`.
    func said(_ note: Note) -> String {
        note.speaker.map { note.text.quoted(from: roster.name(of: $0)) } ?? note.text.quoted()
    }

    /// The proposal with some of its amendments, oldest first.
    private func proposal(of item: Item, with numbers: [Int]) -> Proposal? {
        guard var proposal = baseProposal(of: item) else { return nil }
        for amendment in item.amendments where numbers.contains(amendment.number) {
            try? proposal.take(amendment)
        }
        return proposal
    }
}

extension ResolutionMatter {
    /// Takes in what a proposal costs and what was amended of it.
    ///
    /// - Parameter choice: What the council chose by a vote; nil if it did not.
    fileprivate mutating func take(_ before: Proposal, _ after: Proposal, choice: String?) {
        // What the proposal asks for is told of what goes ahead; what the council chose is told always.
        guard verdict.isApproval else { return }
        let name = choice ?? (after.kind == .technology ? after.recommend : nil)
        let chosen = after.options.first { $0.name == name }
        let kept = choice == nil && before.recommend != after.recommend ? before.recommend : nil
        option = (chosen?.spoken ?? name).map { "\($0)\(kept.map { " (was \($0))" } ?? "")" } ?? after.opening?.spoken
        // The proposal's own figures are those of the option that it recommends.
        let isOther = choice != nil && chosen != nil && choice != after.recommend
        cost = isOther ? chosen?.cost : after.cost?.spoken(was: before.cost) ?? chosen?.cost
        let told: Set<ProposalField> = [.cost, .costBuild, .costMaintenance, .recommend, .opening]
        changes = ProposalField.allCases.filter { !told.contains($0) }.compactMap { field in
            field.spoken(changedFrom: before, to: after)
        }
    }
}

extension TechnologyOption {
    /// `Managed (buy, run by the vendor)`.
    fileprivate var spoken: String {
        let facts = [choice?.rawValue, runBy.map { "run by \($0)" }].compactMap { $0 }
        return facts.isEmpty ? name : "\(name) (\(facts.joined(separator: ", ")))"
    }
}

extension Cost {
    /// `520 k USD to build (was 450 k USD) and 150 k USD a year to run`; nil if neither is given.
    fileprivate func spoken(was before: Cost?) -> String? {
        func amount(_ part: KeyPath<Cost, Double?>, _ what: String) -> String? {
            guard let now = self[keyPath: part] else { return nil }
            let then = before.flatMap { before in before[keyPath: part].map { "\(figure($0)) \(before.unit)" } }
            let text = "\(figure(now)) \(unit)"
            return "\(text) \(what)\(then.map { $0 == text ? "" : " (was \($0))" } ?? "")"
        }
        let parts = [amount(\.build, "to build"), amount(\.maintenance, "a year to run")].compactMap { $0 }
        return parts.isEmpty ? nil : listed(parts)
    }
}

extension ProposalField {
    /// `pod Maps (was Dispatch)`, `solution: “three” → “nine”`; nil if both say the same.
    fileprivate func spoken(changedFrom before: Proposal, to after: Proposal) -> String? {
        let (old, new) = (before.value(of: self), after.value(of: self))
        // A note that went with its figure is no change of its own.
        guard old != new, !(new.isEmpty && (self == .impactNote || self == .costNote)) else { return nil }
        guard section == nil, old.count <= 80, new.count <= 80 else {
            return "\(spoken) (\(WordChanges(from: old, to: new).inShort))"
        }
        let was = old.isEmpty ? "" : " (was \(before.spokenValue(of: self)))"
        return new.isEmpty ? "no \(spoken)\(was)" : "\(spoken) \(after.spokenValue(of: self))\(was)"
    }
}
