extension Meeting {
    func move(_ question: Question) throws(Refusal) -> Act {
        let item = try requireCurrent("put a motion")
        try requireNoOpenVote(before: "the next motion")
        var question = question
        switch question {
        case .amendment(let number):
            guard item.amendments.contains(where: { $0.number == number }) else {
                throw Refusal(
                    item.amendments.isEmpty
                        ? "there is no amendment \(number): `amend FIELD = VALUE` proposes one"
                        : "there is no amendment \(number): \(extent(item.amendments.count, "amendment"))")
            }
        case .proposal, .solution, .team, .lead:
            guard baseProposal(of: item) != nil else {
                throw Refusal("a topic has no \(question.noun) to vote on: `motion TEXT` puts a question of your own")
            }
        case .text(let text): question = .text(try requireText(text, for: "a motion"))
        }
        let number = (motions.map(\.number).max() ?? 0) + 1
        return .moved(item: item.id, motion: number, question: question, order: callingOrder(for: number))
    }

    /// The roster's members, beginning one seat later with each motion, so that nobody always speaks first.
    private func callingOrder(for motion: Int) -> [Handle] {
        let handles = roster.members.map(\.handle)
        guard !handles.isEmpty else { return [] }
        let first = (motion - 1) % handles.count
        return Array(handles[first...] + handles[..<first])
    }

    func vote(_ who: Handle, _ choice: Ballot.Choice, because reason: String?) throws(Refusal) -> [Act] {
        try requireInSession("vote")
        guard let motion = openMotion else {
            throw Refusal("no vote is open: `motion` puts a question to the council")
        }
        let person = try requirePerson(who)
        guard roster.isMember(who), motion.order.contains(who) else {
            throw Refusal("\(person.name) has no seat on the council and no vote: the members are \(memberList("and"))")
        }
        guard isInRoom(who) else {
            throw Refusal("\(person.name) is not in the room: `roll \(who) present` or `roll \(who) remote` first")
        }
        if choice != .recuse, isKeptFromVoting(who) {
            throw Refusal(
                "\(person.name) presides and votes only to break a tie: `rule yes|no because TEXT` "
                    + "when the tally is tied")
        }
        // Who says the same again without a reason keeps the one they gave.
        let earlier = motion.ballots[who]
        let kept = earlier?.choice == choice ? earlier?.reason : nil
        let ballot = Ballot(who: who, choice: choice, reason: reason?.trimmed.nilIfEmpty ?? kept)
        return ballot == earlier ? [] : [.balloted(motion: motion.number, ballot: ballot)]
    }

    func tallyOpenMotion() throws(Refusal) -> Act {
        try requireInSession("tally")
        guard let motion = openMotion else {
            throw Refusal("no vote is open: `motion` puts a question to the council")
        }
        return .tallied(motion: motion.number, tally: liveTally(of: motion))
    }

    /// Hands the question to the chair; an open vote is closed by it.
    func escalate(because reason: String) throws(Refusal) -> [Act] {
        let item = try requireCurrent("escalate")
        guard let motion = item.motions.last else {
            throw Refusal("no question was put on this item: `motion` puts one, and a divided council can escalate it")
        }
        let question = motion.question.spoken
        guard motion.ruling == nil else {
            throw Refusal("the chair has ruled on \(question) already: decide, or put it again")
        }
        guard motion.escalation == nil else {
            throw Refusal("\(question) is with the chair already: `rule yes|no because TEXT` answers it")
        }
        let tally = tally(of: motion)
        guard tally.hasQuorum else {
            throw Refusal(motion.isOpen ? quorumSentence(or: "defer") : noQuorumSentence(on: question, tally))
        }
        guard tally.isDivided else {
            throw Refusal(
                "nobody dissents on \(question) (\(tally.counts)): the chair decides only where the council disagrees, "
                    + "so \(motion.isOpen ? "tally and decide" : "decide")")
        }
        let reason = try requireReason(reason, for: "an escalation")
        let closing: [Act] = motion.isOpen ? [.tallied(motion: motion.number, tally: tally)] : []
        return closing + [.escalated(motion: motion.number, reason: reason)]
    }

    /// The chair's answer, on a tie or an escalation.
    func rule(_ answer: Ruling.Answer, because reason: String) throws(Refusal) -> Act {
        let motion = try motionToRule()
        let reason = try requireReason(reason, for: "a ruling")
        return .ruled(
            motion: motion.number,
            ruling: Ruling(
                answer: answer, reason: reason, by: presiding, isActing: actingChair != nil,
                earlierBallot: motion.ballots[presiding]?.choice,
                cause: motion.escalation != nil ? .escalation : .tie))
    }

    /// The motion that waits for the chair, where nothing keeps the chair from ruling on it.
    private func motionToRule() throws(Refusal) -> Motion {
        let item = try requireCurrent("rule")
        guard let motion = item.openMotion ?? item.motionAwaitingRuling ?? item.motions.last else {
            throw Refusal("no question was put on this item, so there is nothing to rule on: `motion` puts one")
        }
        let question = motion.question.spoken
        if motion.isOpen {
            throw Refusal("the vote on \(question) is open: `tally` or `escalate because TEXT` first")
        }
        if motion.ruling != nil { throw Refusal("the chair has ruled on \(question) already: decide, or put it again") }
        let tally = tally(of: motion)
        if !tally.hasQuorum {
            throw Refusal(noQuorumSentence(on: question, tally))
        }
        guard motion.awaitsRuling else {
            if tally.yes + tally.no == 0 {
                throw Refusal("nobody voted yes or no on \(question) (\(tally.counts)): put it again, or decide")
            }
            if !tally.isDivided {
                throw Refusal(
                    "the vote on \(question) was unanimous (\(tally.counts)), so there is nothing to rule on: decide")
            }
            throw Refusal(
                "\(question) was \(tally.outcome.rawValue) (\(tally.counts)): "
                    + "the chair rules on a tie, or after `escalate because TEXT`")
        }
        try requireChair(for: motion)
        return motion
    }

    private func noQuorumSentence(on question: String, _ tally: Tally) -> String {
        "the vote on \(question) had no quorum (\(tally.inRoom) of \(counted(tally.seats, "seat")), "
            + "\(tally.quorumNeeded) needed): roll more members and put the motion again"
    }

    /// Whoever presides acts as chair only from within the room, and not on what they recused themselves from.
    func requireChair(for motion: Motion?) throws(Refusal) {
        let name = roster.name(of: presiding)
        let actingHelps = "`chair WHO because TEXT` names an acting chair"
        guard isInRoom(presiding) else {
            throw Refusal("\(name) presides and is not in the room: \(actingHelps)")
        }
        if let motion, motion.ballots[presiding]?.choice == .recuse {
            throw Refusal("\(name) presides and is recused from \(motion.question.spoken): \(actingHelps)")
        }
    }

    /// Why a ruling is not to be had now; nil where it is due.
    public var whyNoRuling: Refusal? {
        do throws(Refusal) {
            _ = try motionToRule()
            return nil
        } catch {
            return error
        }
    }
}

extension Question {
    var noun: String {
        switch self {
        case .proposal: "proposal"
        case .solution: "solution"
        case .team: "team"
        case .lead: "technical lead"
        case .amendment: "amendment"
        case .text: "question"
        }
    }
}
