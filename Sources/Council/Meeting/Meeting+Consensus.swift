extension Meeting {
    /// What a decision on an item by consensus rests on, with the vote that there was before it.
    ///
    /// `by consensus, no vote was asked for`, `without another vote, after vote 1 on the proposal was carried
    /// (2–0, 5 of 7 present)`, `by consensus, after vote 2 on “option”: tied, the chair ruled no`.
    public func consensus(for decision: Decision, on item: Item?) -> String {
        guard var item else { return "by consensus" }
        // A decision that is still to be made knows every vote.
        if item.decision != decision { item.decidedAt = nil }
        if let motion = lastVote(before: item) { return "without another vote, after \(answer(to: motion))" }
        let others = motions.filter { wasPut($0, onPartOf: item) }
        guard let motion = others.max(by: { $0.number < $1.number }) else {
            return "by consensus, no vote was asked for"
        }
        let asked =
            motion.question.options == nil
            ? "vote \(motion.number) on \(motion.question.spoken)" : "the choice of vote \(motion.number)"
        return "by consensus, after \(asked)"
            + (motion.hasLeftOut(item.id) ? ", which did not cover it" : ": \(course(of: motion))")
    }

    /// The last vote on the item as a whole before its decision. The council knew its outcome when it decided.
    public func lastVote(before item: Item) -> Motion? {
        item.motions.last { item.isAboutTheWhole($0.question) && wasClosed($0, before: item) }
    }

    /// Whether a vote that the decision knew of asked less than what becomes of the item, or asked of several together.
    private func wasPut(_ motion: Motion, onPartOf item: Item) -> Bool {
        let isAsked = motion.item == item.id && !motion.question.isConsent && !motion.question.isPoll
        return (isAsked || motion.question.consentItems.contains { $0.item == item.id })
            && wasClosed(motion, before: item)
    }

    private func wasClosed(_ motion: Motion, before item: Item) -> Bool {
        motion.tally != nil && (item.decidedAt.map { motion.at <= $0 } ?? true)
    }

    /// `tied, the chair ruled no`.
    private func course(of motion: Motion) -> String {
        let outcome = tally(of: motion).outcome.rawValue
        if motion.ruling == nil, let chosen = motion.chosen { return "\(outcome), \(chosen)" }
        if let ruling = motion.ruling {
            return "\(outcome), the \(ruling.isActing ? "acting chair" : "chair") ruled \(ruling.said)"
        }
        return motion.escalation == nil ? outcome : "\(outcome), and escalated"
    }

    /// How a vote was answered, by the council or by the chair: `carried 5–3, 8 of 9 present (vote 1)`.
    public func spokenAnswer(to motion: Motion) -> String {
        guard let ruling = motion.ruling else { return spokenTally(of: motion) }
        let acting = ruling.isActing ? "acting chair" : "chair"
        let cause = ruling.cause == .tie ? "a tie" : "an escalation"
        return "\(acting) \(roster.name(of: ruling.by)) ruled \(ruling.said) on \(cause) "
            + "(vote \(motion.number): \(tally(of: motion).counts))"
    }

    /// `vote 1 on the proposal was carried (2–0, 5 of 7 present)`.
    public func answer(to motion: Motion) -> String {
        guard motion.ruling == nil else { return spokenAnswer(to: motion) }
        let tally = tally(of: motion)
        let verb = tally.outcome == .noQuorum ? "had" : "was"
        return "vote \(motion.number) on \(motion.question.spoken) \(verb) \(tally.outcome.rawValue) (\(tally.counts))"
    }

    /// `carried 5–3, 8 of 9 present, on the team (vote 1)`.
    public func spokenTally(of motion: Motion) -> String {
        let tally = tally(of: motion)
        let speaksForItself = motion.question == .proposal || motion.question.isConsent
        let question = speaksForItself ? "" : ", on \(motion.question.spoken)"
        let outcome = motion.chosen.map { "\($0) chosen," } ?? tally.outcome.rawValue
        return "\(outcome) \(tally.counts)\(question) (vote \(motion.number))"
    }
}
