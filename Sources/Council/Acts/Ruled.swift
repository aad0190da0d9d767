import Foundation

extension Act {
    /// The chair answered a question on which the council was tied, or which it had escalated.
    public struct Ruled: ActKind {
        public let motion: Int
        public let ruling: Ruling

        public static let name = "ruled"

        public var act: Act { .ruled(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.updateMotion(motion) { $0.ruling = ruling }
            meeting.overtakeDecision(byMotion: motion)
        }

        public func rests(on other: Act) -> Bool { other.moved(motion) || other.asked(motion) }

        public func spoken(in meeting: Meeting) -> String { "the ruling, \(ruling.said)" }

        public func told(in journal: Journal) -> [String] {
            let office = ruling.isActing ? "acting chair" : "chair"
            let name = journal.meeting.roster.name(of: ruling.by)
            return ["ruling: \(ruling.said), by \(name), \(office): \(ruling.reason)"]
        }

        public func correction(in meeting: Meeting) -> String? {
            "vote \(motion): the chair ruled \(ruling.said)"
        }
    }
}

extension Meeting {
    /// The chair's answer, on a tie or an escalation.
    ///
    /// - Parameter option: The option that the chair chooses, if options were tied.
    func rule(_ answer: Ruling.Answer, option: String?, because reason: String) throws(Refusal) -> Act {
        let motion = try motionToRule()
        let option = try tiedOption(option, as: answer, on: motion)
        let reason = try requireReason(reason, for: "a ruling")
        var ruling = Ruling(
            answer: answer, reason: reason, by: presiding, isActing: actingChair != nil,
            earlierBallot: motion.ballots[presiding]?.choice, cause: motion.escalation != nil ? .escalation : .tie)
        ruling.option = option
        return .ruled(Act.Ruled(motion: motion.number, ruling: ruling))
    }

    /// The option that the chair means; nil if the question is one of yes and no.
    private func tiedOption(
        _ option: String?, as answer: Ruling.Answer, on motion: Motion
    ) throws(Refusal) -> String? {
        let tied = tally(of: motion).leaders
        guard motion.question.options != nil else {
            guard let option else { return nil }
            throw Refusal("“\(option)” is not an answer to \(motion.question.spoken): write `rule yes|no because TEXT`")
        }
        guard let option, answer == .yes else {
            throw Refusal(
                "\(listed(tied)) are tied, and the chair chooses one: write `rule \(tied.first ?? "A") because TEXT`")
        }
        return try self.option(named: option, among: tied)
    }

    /// The motion that waits for the chair, if nothing keeps the chair from ruling on it.
    private func motionToRule() throws(Refusal) -> Motion {
        let item = try requireCurrent("rule")
        guard
            let motion = item.openMotion ?? item.motionAwaitingRuling
                ?? item.motions.last(where: { !$0.question.isPoll })
        else {
            throw Refusal("no question was put on this item, so there is nothing to rule on: `motion` puts one")
        }
        let question = motion.question.spoken
        if motion.question.isPoll {
            throw Refusal("nothing rests on \(question), so there is nothing to rule on: `tally` closes it")
        }
        if motion.isOpen {
            throw Refusal("the vote on \(question) is open: `tally` or `escalate because TEXT` first")
        }
        if motion.question.isConsent {
            throw Refusal(
                "the chair does not rule on \(question): `go N` takes up an item, where the council can vote on it")
        }
        try requireNoRuling(on: motion)
        let tally = tally(of: motion)
        if !tally.hasQuorum {
            throw Refusal(noQuorumSentence(on: question, tally))
        }
        guard motion.awaitsRuling else {
            if motion.question.options != nil {
                throw Refusal(
                    "\(question) was \(tally.outcome.rawValue) (\(tally.counts)): the chair chooses only among equal leaders"
                )
            }
            if tally.yes + tally.no == 0 {
                throw Refusal("nobody voted yes or no on \(question) (\(tally.counts)): vote on it again, or decide")
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
        try requireNoBallot(ofChairOn: motion)
        return motion
    }

    /// Nobody decides a question twice. Only a chair who votes as any member has the casting vote besides.
    private func requireNoBallot(ofChairOn motion: Motion) throws(Refusal) {
        guard let choice = motion.ballots[presiding]?.choice, choice == .yes || choice == .no,
            actingChair != nil || roster.voting.chair == .tieBreak
        else { return }
        throw Refusal(
            "\(roster.name(of: presiding)) has voted on \(motion.question.spoken) (\(choice.rawValue)), and nobody decides "
                + "twice: `chair WHO because TEXT` names an acting chair who has not voted")
    }

    /// Why a ruling can't be made now; nil if it is due.
    public var whyNoRuling: Refusal? {
        do throws(Refusal) {
            _ = try motionToRule()
            return nil
        } catch {
            return error
        }
    }

    /// The line that answers a motion: `rule yes|no because TEXT`, or the options that are tied.
    func rulingForm(on motion: Motion) -> String {
        let tied = tally(of: motion).leaders
        return "rule \(tied.isEmpty ? "yes|no" : tied.joined(separator: "|")) because TEXT"
    }

    /// Who has to rule, or why nobody can now.
    var dueRulingLine: String {
        if let refusal = whyNoRuling { return "no ruling yet: \(refusal.sentence)" }
        let form = current?.motionAwaitingRuling.map(rulingForm) ?? "rule yes|no because TEXT"
        return "\(roster.name(of: presiding)) decides: `\(form)`"
    }
}
