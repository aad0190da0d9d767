extension Meeting {
    /// What a decision would rest on.
    ///
    /// Approval rests on a yes and rejection on a no: the council's or, on a tie or an escalation, the chair's. Sending
    /// back for revision rests on a no if there is one, and waits for the chair's answer if that is due. If nobody asked
    /// for a vote, the council decides by consensus, which needs quorum. Deferring and withdrawing need neither. About an
    /// outcome, a motion that was carried decides what it asked, and nothing else.
    func basis(for verdict: Decision.Verdict, on item: Item) throws(Refusal) -> Decision.Basis {
        switch verdict {
        case .approve:
            let motion = try motionBehindApproval(of: item)
            // The vote had its quorum when it was held. An amendment taken by consent has only that of the room now.
            if motion == nil || hasAmendmentByConsent(item) { try requireQuorum() }
            return motion.map(Self.basis) ?? .consensus
        case .reject:
            if let motion = try motionBehindRejection(of: item) { return Self.basis(motion) }
            try requireQuorum()
            return .consensus
        case .revise:
            let votes = standingVotes(on: item)
            if let motion = votes.last(where: \.awaitsRuling) { throw isWithTheChair(motion) }
            let lost = votes.filter(saysNo)
            if let motion = lost.last(where: { $0.question == .proposal }) ?? lost.last { return Self.basis(motion) }
            try requireQuorum()
            return .consensus
        case .confirmed, .changed, .stopped:
            let motion = try motionBehind(verdict, aboutOutcomeOf: item)
            if motion == nil || hasAmendmentByConsent(item) { try requireQuorum() }
            return motion.map(Self.basis) ?? .consensus
        case .defer, .withdraw, .noted: return hasQuorum ? .consensus : .withoutQuorum
        }
    }

    /// The last vote that speaks of the item as a whole and that nobody put again.
    public func lastVote(on item: Item) -> Motion? { standingVotes(on: item).last }

    /// The last vote, if it was answered with yes and the decision says no all the same; nil if they agree.
    public func vote(against verdict: Decision.Verdict, on item: Item) -> Motion? {
        guard verdict == .revise || verdict == .reject, let last = lastVote(on: item), last.isCarried == true else {
            return nil
        }
        return last
    }

    /// Whether the council, or the chair, answered with no. A vote that was lost without a single no says nothing.
    private func saysNo(_ motion: Motion) -> Bool {
        motion.isCarried == false && (motion.ruling != nil || tally(of: motion).no > 0)
    }

    private func hasAmendmentByConsent(_ item: Item) -> Bool {
        item.acceptedAmendments.contains { item.standing(of: $0) == .byConsent }
    }

    private static func basis(_ motion: Motion) -> Decision.Basis {
        motion.ruling == nil ? .motion(number: motion.number) : .ruling(motion: motion.number)
    }

    func requireQuorum() throws(Refusal) {
        guard hasQuorum else { throw Refusal(quorumSentence(or: "defer")) }
    }

    /// The last vote on each question that speaks of the item as a whole; what was put again counts no more.
    private func standingVotes(on item: Item) -> [Motion] {
        item.motions.filter { item.isLatest($0) && item.isAboutTheWhole($0.question) }
    }

    /// The vote or ruling that says yes; nil if nobody asked for a vote.
    private func motionBehindApproval(of item: Item) throws(Refusal) -> Motion? {
        let votes = standingVotes(on: item)
        if item.agenda.isTopic {
            if let carried = votes.last(where: { $0.isCarried == true }) { return carried }
            if let motion = votes.last { throw whyNotYes(motion) }
            return nil
        }
        if let motion = votes.first(where: { $0.isCarried != true }) { throw whyNotYes(motion) }
        if let motion = item.amendments.compactMap(item.motion(on:)).first(where: \.awaitsRuling) {
            throw isWithTheChair(motion)
        }
        guard let last = votes.last else { return nil }
        if let motion = votes.last(where: { $0.question == .proposal }) ?? votes.last(where: { $0.ruling != nil }) {
            return motion
        }
        throw onlyPartVoted(last)
    }

    /// The vote or ruling that says no; nil if nobody asked for a vote.
    private func motionBehindRejection(of item: Item) throws(Refusal) -> Motion? {
        let votes = standingVotes(on: item)
        if let motion = votes.last(where: \.awaitsRuling) { throw isWithTheChair(motion) }
        let whole = votes.last { $0.question == .proposal }
        if let whole, whole.isCarried == true {
            let yes = whole.ruling == nil ? "the proposal was carried" : "the chair ruled yes on the proposal"
            throw Refusal("\(yes) (\(tally(of: whole).counts)): decide approve, revise or defer, or vote on it again")
        }
        if let whole, saysNo(whole) { return whole }
        if let motion = votes.last(where: saysNo) { return motion }
        if let motion = votes.last(where: { !tally(of: $0).hasQuorum }) { throw whyNotYes(motion) }
        if let motion = votes.last(where: { $0.isCarried == false }) {
            throw Refusal(
                "nobody voted no on \(motion.question.spoken) (\(tally(of: motion).counts)): "
                    + "decide revise, defer or withdraw, or vote on it again")
        }
        guard let last = votes.last else { return nil }
        if item.agenda.isTopic {
            throw Refusal(
                "\(last.question.spoken) was carried (\(tally(of: last).counts)): decide approve, revise or defer")
        }
        throw onlyPartVoted(last)
    }

    /// The vote or ruling that says what becomes of an approved proposal; nil if none was carried and none asked this.
    private func motionBehind(
        _ verdict: Decision.Verdict, aboutOutcomeOf item: Item
    ) throws(Refusal) -> Motion? {
        let votes = standingVotes(on: item)
        if let motion = votes.last(where: \.awaitsRuling) { throw isWithTheChair(motion) }
        let asked = votes.filter { $0.question.outcomeVerdict != nil }
        if let carried = asked.last(where: { $0.isCarried == true }), let answer = carried.question.outcomeVerdict {
            guard answer != verdict else { return carried }
            let yes =
                carried.ruling == nil
                ? "\(carried.question.spoken) was carried" : "the chair ruled yes on \(carried.question.spoken)"
            throw Refusal(
                "\(yes) (\(tally(of: carried).counts)): decide \(answer.rawValue) or defer, "
                    + "or put `motion \(verdict.rawValue)`")
        }
        if let motion = asked.last(where: { $0.question.outcomeVerdict == verdict }) { throw whyNotYes(motion) }
        return nil
    }

    private func onlyPartVoted(_ motion: Motion) -> Refusal {
        Refusal(
            "the council voted on \(motion.question.spoken) and not on the proposal: `motion proposal` puts it")
    }

    private func isWithTheChair(_ motion: Motion) -> Refusal {
        let question = motion.question.spoken
        let matter = motion.escalation == nil ? "the council is tied on \(question)" : "\(question) is with the chair"
        return Refusal("\(matter) (\(tally(of: motion).counts)): `\(rulingForm(on: motion))` comes first")
    }

    /// Why a vote is no yes to rest an approval on.
    private func whyNotYes(_ motion: Motion) -> Refusal {
        if motion.awaitsRuling { return isWithTheChair(motion) }
        let question = motion.question.spoken
        let counts = tally(of: motion).counts
        if !tally(of: motion).hasQuorum {
            return Refusal("the vote on \(question) had no quorum (\(counts)): vote again with a quorum, or defer")
        }
        let no = motion.ruling == nil ? "\(question) was lost" : "the chair ruled no on \(question)"
        let others =
            motion.question.outcomeVerdict.map { lost in
                listed(Decision.Verdict.ofOutcomes.filter { $0 != lost }.map(\.rawValue) + ["defer"], "or")
            } ?? (saysNo(motion) ? "revise, defer or reject" : "revise or defer")
        return Refusal("\(no) (\(counts)): decide \(others), or vote on it again")
    }
}
