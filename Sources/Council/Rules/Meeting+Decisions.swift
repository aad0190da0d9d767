extension Meeting {
    func amend(_ field: ProposalField, to value: String, because reason: String?) throws(Refusal) -> Act {
        let item = try requireCurrent("amend a proposal")
        guard var proposal = effectiveProposal(of: item) else {
            throw Refusal("a topic has no fields to amend: take a note, or put a motion of your own")
        }
        if let motion = item.openMotion, motion.question != .amendment(number: item.amendments.count) {
            throw Refusal(
                "the vote on \(motion.question.title.lowercasedFirst) is open: `tally` it before the proposal changes")
        }
        let before = proposal.value(of: field)
        try proposal.amend(field, to: value)
        let after = proposal.value(of: field)
        guard before != after else { throw Refusal("\(field.rawValue) says that already: \(before)") }
        return .amended(
            item: item.id,
            amendment: Amendment(
                number: item.amendments.count + 1, field: field, before: before, after: after,
                reason: reason?.trimmed.nilIfEmpty))
    }

    func decide(_ verdict: Decision.Verdict, until: CalendarDay?, because reason: String?) throws(Refusal) -> Act {
        let item = try requireCurrent("decide")
        if let motion = item.openMotion {
            throw Refusal(
                "the vote on \(motion.question.title.lowercasedFirst) is open: `tally` it before you decide")
        }
        if let until {
            guard verdict == .defer else { throw Refusal("only `decide defer` takes a date: leave \(until) out") }
            guard until > agenda.date else {
                throw Refusal("\(until) is not after the meeting's day, \(agenda.date): defer to a later one")
            }
        }
        let reason = reason?.trimmed.nilIfEmpty
        let basis = try basis(for: verdict, on: item)
        return .decided(
            item: item.id,
            decision: Decision(
                verdict: verdict, until: until, reason: reason, basis: basis,
                amendments: item.acceptedAmendments.map(\.number),
                overConcerns: item.openConcerns.map(\.number),
                overriddenGate: verdict == .approve ? try gateOverride(on: item, because: reason) : []))
    }

    /// What keeps the item from approval until the chair overrides it.
    public func gate(on item: Item) -> [Finding] { effectiveProposal(of: item).map(Charter.gate) ?? [] }

    /// The gate's findings that approving sets aside: none where the gate is clear.
    private func gateOverride(on item: Item, because reason: String?) throws(Refusal) -> [Finding] {
        let gate = gate(on: item)
        guard !gate.isEmpty else { return [] }
        let found = gate.map(\.sentence).joined(separator: "; ")
        guard reason != nil else {
            throw Refusal(
                "the gate stops approval (\(found)): decide revise or defer, or the chair overrides it with "
                    + "`decide approve because TEXT`")
        }
        guard isInRoom(presiding) else {
            throw Refusal(
                "the gate stops approval (\(found)) and only the chair can override it: "
                    + "\(roster.name(of: presiding)) is not in the room")
        }
        return gate
    }

    /// What a decision would rest on.
    ///
    /// Deferring and withdrawing need nothing. Everything else needs quorum, and approval a carried motion on the
    /// proposal, a ruling, or, where nobody asked for a vote, consensus.
    private func basis(for verdict: Decision.Verdict, on item: Item) throws(Refusal) -> Decision.Basis {
        guard hasQuorum else {
            if verdict == .defer || verdict == .withdraw { return .withoutQuorum }
            throw Refusal(quorumSentence(or: "defer"))
        }
        let votes = item.motions.filter { item.isLatest($0) && isAboutTheWhole($0, of: item) }
        switch verdict {
        case .approve: try requireNothingAgainst(votes)
        case .reject: try requireNothingFor(votes)
        case .revise, .defer, .withdraw: break
        }
        guard let motion = votes.last(where: { $0.question == .proposal }) ?? votes.last else { return .consensus }
        if motion.ruling != nil { return .ruling(motion: motion.number) }
        if verdict == .approve, motion.question != .proposal, baseProposal(of: item) != nil {
            throw Refusal(
                "the council voted on \(motion.question.title.lowercasedFirst) and not on the proposal: "
                    + "`motion proposal` puts it")
        }
        return .motion(number: motion.number)
    }

    /// Whether a vote speaks of the item as a whole or a part it can't go without, rather than of an amendment.
    private func isAboutTheWhole(_ motion: Motion, of item: Item) -> Bool {
        switch motion.question {
        case .proposal, .solution, .team, .lead: true
        case .text: baseProposal(of: item) == nil
        case .amendment: false
        }
    }

    private func requireNothingAgainst(_ votes: [Motion]) throws(Refusal) {
        for motion in votes where motion.isCarried != true {
            let question = motion.question.title.lowercasedFirst
            let counts = tally(of: motion).counts
            if motion.ruling != nil {
                throw Refusal("the chair ruled no on \(question): decide revise, defer or reject, or put it again")
            }
            if motion.escalation != nil {
                throw Refusal("\(question) is with the chair: `rule yes|no because TEXT` comes first")
            }
            switch tally(of: motion).outcome {
            case .lost:
                throw Refusal("the council lost \(question) (\(counts)): decide revise, defer or reject, or put it again")
            case .tied: throw Refusal("the council is tied on \(question) (\(counts)): the chair rules first")
            case .noQuorum:
                throw Refusal("the vote on \(question) had no quorum (\(counts)): put it again with quorum, or defer")
            case .carried: break
            }
        }
    }

    private func requireNothingFor(_ votes: [Motion]) throws(Refusal) {
        for motion in votes where motion.question == .proposal {
            let counts = tally(of: motion).counts
            if motion.isCarried == true {
                throw Refusal("the proposal was carried (\(counts)): approve it, put the motion again, or escalate")
            }
            if motion.awaitsRuling { throw Refusal("the proposal is with the chair (\(counts)): the chair rules first") }
        }
    }
}
