import Council

extension JournalReader {
    var register: [RegisterModel] {
        meeting.items.enumerated().map { place, item in
            RegisterModel(
                number: place + 1, anchor: anchor(item), title: meeting.title(of: item),
                decision: item.decision?.spoken, verdict: item.decision?.verdict.rawValue,
                isOvertaken: item.decision != nil && item.isDecisionOvertaken, dropped: item.dropped,
                resolution: item.decision?.resolved,
                listsAmendments: item.decision.map { $0.resolution?.edited != nil || $0.resolution == nil } ?? false,
                basis: item.decision.map { fullBasis(of: $0, on: item) },
                reason: item.decision?.reason, rulingReason: rulingReason(of: item), amended: amended(in: item),
                owner: owner(of: item))
        }
    }

    /// `3 approved, 1 sent back, 1 without decision`.
    var outcome: String {
        let verdicts = meeting.items.map(\.decision?.verdict)
        let counts = Decision.Verdict.allCases.map { verdict in
            (verdicts.count { $0 == verdict }, verdict.past)
        }
        let dropped = meeting.items.count { $0.decision == nil && $0.dropped != nil }
        let open = (verdicts.count { $0 == nil } - dropped, "without decision")
        let parts = (counts + [open, (dropped, "taken off the agenda")]).filter { $0.0 > 0 }
        return parts.isEmpty ? "nothing on the agenda" : parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }

    func rulingReason(of item: Item) -> String? {
        switch item.decision?.basis {
        case .ruling(let number)?: meeting.motion(number)?.ruling?.reason
        case .consensus?: meeting.lastVote(before: item)?.ruling?.reason
        case .motion?, .withoutQuorum?, .consentLane?, nil: nil
        }
    }

    private func amended(in item: Item) -> [String] {
        guard let included = item.decision?.amendments else { return [] }
        return item.amendments.filter { included.contains($0.number) }.map { amendment in
            let model = amendmentModel(amendment, of: item)
            return "\(model.name) \(model.change)"
        }
    }

    /// The technical lead; if there is none, the sponsor, or else the presenter.
    func owner(of item: Item) -> String? {
        let proposal = meeting.effectiveProposal(of: item)
        if let proposal, !proposal.techLeads.isEmpty { return listed(proposal.techLeads.map(\.name)) }
        if let sponsor = proposal?.sponsor { return "\(Mailbox.displayName(of: sponsor)) (sponsor)" }
        return item.agenda.presenter.map { "\(name($0)) (presenter)" }
    }

    /// The basis of a decision, and everything that it overrides, in one line.
    func fullBasis(of decision: Decision, on item: Item) -> String {
        var parts = [basis(of: decision, on: item)]
        if let findings = setAside(decision) { parts.append("the chair set aside: \(findings)") }
        if let concerns = decision.spokenConcerns { parts.append(concerns) }
        return parts.joined(separator: "; ")
    }

    /// What the gate said and the chair set aside; nil if the gate was clear.
    func setAside(_ decision: Decision) -> String? {
        let findings = decision.overriddenGate.map(\.withoutAdvice)
        return findings.isEmpty ? nil : findings.joined(separator: "; ")
    }

    /// `carried 5–3, 8 of 9 present`.
    func basis(of decision: Decision, on item: Item) -> String {
        switch decision.basis {
        case _ where decision.verdict == .withdraw: return "withdrawing needs no vote"
        case _ where decision.verdict == .noted: return "taking note needs no vote"
        case .consensus: return meeting.consensus(for: decision, on: item)
        case .withoutQuorum: return "without a quorum"
        case .consentLane(let number, let approvals):
            let way = number.flatMap(meeting.motion).map(meeting.spokenTally) ?? "no vote was asked for"
            return "consent lane: \(way); approved in writing by \(listed(approvals.map(name)))"
        case .motion(let number):
            guard let motion = meeting.motion(number) else { return "vote \(number)" }
            return meeting.spokenTally(of: motion) + laterAmendments(than: motion, in: decision, on: item)
        case .ruling(let number):
            guard let motion = meeting.motion(number) else { return "the chair's ruling" }
            return meeting.spokenAnswer(to: motion) + laterAmendments(than: motion, in: decision, on: item)
        }
    }

    /// `, before amendment 2`: amendments that the decision includes, and that came after the vote.
    func laterAmendments(than motion: Motion, in decision: Decision, on item: Item) -> String {
        guard let closing = closings[motion.number] else { return "" }
        let later = decision.amendments.filter { number in
            (amendings[AmendmentKey(item: item.id, number: number)] ?? 0) > closing
        }
        guard !later.isEmpty else { return "" }
        return ", before \(later.count == 1 ? "amendment" : "amendments") \(listed(later.map(String.init)))"
    }
}

extension JournalReader {
    /// Actions by owner, in the order of the roster. Those that nobody owns come last.
    var owners: [OwnerModel] {
        let byOwner = Dictionary(grouping: meeting.actions, by: \.owner)
        let ranked = roster.everybody.map(\.handle).filter { byOwner[$0] != nil }
        let strangers = byOwner.keys.compactMap { $0 }.filter { !ranked.contains($0) }.sorted()
        let owned = (ranked + strangers).map { handle in
            OwnerModel(name: name(handle), handle: known(handle), actions: inOrder(byOwner[handle] ?? []))
        }
        guard let unowned = byOwner[nil] else { return owned }
        return owned + [OwnerModel(name: nil, handle: nil, actions: inOrder(unowned))]
    }

    /// The earliest date comes first; actions without a date come last.
    func inOrder(_ actions: [ActionItem]) -> [ActionModel] {
        let dated = actions.filter { $0.due != nil }.sorted { left, right in
            guard let first = left.due, let second = right.due, first != second else {
                return left.number < right.number
            }
            return first < second
        }
        return (dated + actions.filter { $0.due == nil }).map(action)
    }

    private func action(_ action: ActionItem) -> ActionModel {
        ActionModel(
            number: action.number,
            reference: ActionReference(meeting: meeting.agenda.date, number: action.number).description,
            text: action.reason.map { "\(action.text): \($0)" } ?? action.text, due: action.due.map(Day.init),
            isDone: action.isDone,
            item: action.item.flatMap(reference), enteredLater: action.isLater)
    }
}

extension Finding {
    /// What it finds, without what would be right: nobody mends what was set aside.
    fileprivate var withoutAdvice: String {
        // What a lead asks for stands behind a colon, too, and is no advice.
        guard field != "leads" else { return sentence.replacing(": ask again", with: "") }
        return sentence.firstRange(of: ": ").map { String(sentence[..<$0.lowerBound]) } ?? sentence
    }
}
