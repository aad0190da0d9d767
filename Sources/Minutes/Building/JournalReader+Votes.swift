import Council
import Foundation

extension JournalReader {
    func vote(_ motion: Motion, on item: Item) -> VoteModel {
        let tally = meeting.tally(of: motion)
        let isSealed = meeting.isSealed(motion)
        let closed = tallied[motion.number]
        let again = item.motions.first { $0.number > motion.number && $0.question == motion.question }
        return VoteModel(
            number: motion.number, question: motion.question.title(on: meeting.effectiveProposal(of: item)),
            movedBy: motion.by.map(name),
            secondedBy: motion.second.map(name),
            options: (tally.options ?? []).map { VoteOptionModel(name: $0, votes: isSealed ? 0 : tally.count(of: $0)) },
            chosen: motion.chosen, at: clock.moment(motion.at),
            tallied: closed.map(clock.moment), outcome: motion.tally?.outcome.rawValue,
            tally: (meeting.report(of: motion) + (motion.whatIsLeftOut.map { "; \($0)" } ?? "")).capitalizedFirst
                .withFullStop,
            rule: tally.rule.summary, isUnderOtherRule: tally.rule != roster.voting, yes: isSealed ? 0 : tally.yes,
            no: isSealed ? 0 : tally.no,
            abstained: isSealed ? 0 : tally.abstained,
            recused: tally.recused, seats: tally.seats, couldVote: inRosterOrder(tally.eligible).map(name),
            ballots: inRosterOrder(motion.order).map {
                ballot(of: $0, in: tally, at: closed ?? end, isSealed: isSealed)
            },
            putAgain: again?.number,
            escalation: motion.escalation.map { EscalationModel(at: clock.moment($0.at), reason: $0.reason) },
            ruling: motion.ruling.map { ruling($0, on: motion) },
            awaitsRuling: motion.awaitsRuling && item.isLatest(motion))
    }

    /// In the order of the roster, so that votes can be compared. The call itself begins with another member each time.
    private func inRosterOrder(_ handles: [Handle]) -> [Handle] {
        let ranked = roster.members.map(\.handle).filter(handles.contains)
        return ranked + handles.filter { !ranked.contains($0) }
    }

    private func ballot(
        of handle: Handle, in tally: Tally, at moment: Date, isSealed: Bool
    ) -> BallotModel {
        guard let ballot = tally.ballots.first(where: { $0.who == handle }), !isSealed else {
            let without = wasInRoom(handle, at: moment) ? "presiding" : "absent"
            return BallotModel(
                who: name(handle), whoHandle: known(handle), choice: nil, options: [],
                without: tally.eligible.contains(handle) ? nil : without, reason: nil, byVoice: nil)
        }
        return BallotModel(
            who: name(handle), whoHandle: known(handle),
            choice: choice(of: ballot), options: ballot.options ?? [], without: nil, reason: ballot.reason,
            byVoice: ballot.isByVoice ? ballot.by.map(name) : nil)
    }

    private func choice(of ballot: Ballot) -> String {
        switch ballot.choice {
        case .recuse: "recused"
        case .no where ballot.options != nil: "none"
        default: ballot.choice.rawValue
        }
    }

    private func ruling(_ ruling: Ruling, on motion: Motion) -> RulingModel {
        RulingModel(
            answer: ruling.answer.rawValue, option: ruling.option, by: name(ruling.by), byHandle: known(ruling.by),
            isActing: ruling.isActing,
            at: ruled[motion.number].map(clock.moment), cause: ruling.cause == .tie ? "a tie" : "an escalation",
            reason: ruling.reason, earlierBallot: ruling.earlierBallot?.rawValue,
            tally: meeting.tally(of: motion).report)
    }
}
