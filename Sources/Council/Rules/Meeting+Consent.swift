/// How the consent items are decided together.
public enum ConsentForm: String, Codable, CaseIterable, Sendable {
    /// By a vote on all of them.
    case vote
    /// By consensus, if nobody asks for a vote.
    case approve
}

extension Meeting {
    /// Puts one motion on all items of the lane, or approves them by consensus.
    ///
    /// The motion belongs to the first of the items, which the council takes up for it.
    func consent(_ form: ConsentForm, earlier: [ItemID: [EarlierConcern]]) throws(Refusal) -> [Act] {
        try requireInSession("decide the consent items")
        try requireNoOpenVote(before: "the next motion")
        guard let lane = consentLane(earlier: earlier) else { throw Refusal(noConsentLane) }
        let ready = lane.ready
        guard let first = ready.first else { throw Refusal(nothingReady(in: lane)) }
        switch form {
        case .approve:
            try requireNoVote(on: ready)
            try requireQuorum()
            return ready.map { decided($0, by: nil) }
        case .vote:
            let question = Question.consent(ready.map { ConsentPlace(number: $0.number, item: $0.id) })
            let went: [Act] = first.id == currentID ? [] : [.went(Act.Went(item: first.id))]
            return went + [.moved(newMotion(on: first.id, question))]
        }
    }

    private func nothingReady(in lane: ConsentLane) -> String {
        let missing = lane.items.filter { item in !item.missing.contains { $0.kind == .taken } }
        guard !missing.isEmpty else {
            return "no item is left for the consent lane: `go N` takes one up"
        }
        let sentences = missing.compactMap(\.whatIsMissing).joined(separator: "; ")
        return "no item is in the consent lane (\(sentences)): `go N` takes one up"
    }

    /// What a vote has left undecided is not approved by consensus.
    private func requireNoVote(on items: [ConsentItem]) throws(Refusal) {
        let ids = Set(items.map(\.id))
        let asked = motions.last { motion in motion.question.consentItems.contains { ids.contains($0.item) } }
        // What had left the lane before a carried vote was not asked in the end.
        guard let asked, asked.isCarried != true else { return }
        let tally = tally(of: asked)
        throw Refusal(
            "the vote on \(asked.question.spoken) was \(tally.outcome.rawValue) (\(tally.counts)): "
                + "`consent` puts them again, and `go N` takes one up")
    }

    /// The decisions that a carried vote on the consent items makes: on each that nothing has kept out meanwhile.
    func decisions(by motion: Motion, _ tally: Tally) -> [Act] {
        guard tally.outcome == .carried, let lane = consentLane() else { return [] }
        let asked = Set(motion.question.consentItems.map(\.item))
        return lane.ready.filter { asked.contains($0.id) }.map { decided($0, by: motion.number) }
    }

    /// The items that a carried vote does not decide, since something keeps them out.
    func leftOut(by number: Int, _ tally: Tally) -> [LeftOut] {
        guard tally.outcome == .carried, let motion = motion(number), let lane = consentLane() else { return [] }
        return motion.question.consentItems.compactMap { place in
            guard let item = lane.items.first(where: { $0.id == place.item }) else {
                return LeftOut(
                    item: place.item, sentence: "\(place.item.spoken) is not of a kind for the lane any more")
            }
            return item.whatIsMissing.map { LeftOut(item: place.item, sentence: $0) }
        }
    }

    private func decided(_ item: ConsentItem, by motion: Int?) -> Act {
        let basis = Decision.Basis.consentLane(motion: motion, approvals: item.approvals)
        let decision = Decision(verdict: .approve, basis: basis)
        let resolved = self.item(item.id).map { decision.saying(resolution(for: decision, on: $0)) }
        return .decided(Act.Decided(item: item.id, decision: resolved ?? decision))
    }

    /// What became of the items of a vote that was closed and did not approve them.
    func leftUndecided(by motion: Motion) -> [String] {
        guard let tally = motion.tally, motion.question.isConsent else { return [] }
        guard tally.outcome == .carried else {
            return ["nothing is decided: `go N` takes up an item, and `consent` puts the question again"]
        }
        let lane = consentLane()
        return motion.question.consentItems.compactMap { place in
            guard item(place.item)?.decision == nil else { return nil }
            return lane?.items.first { $0.id == place.item }?.wayOut
        }
    }
}
