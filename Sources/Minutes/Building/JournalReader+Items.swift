import Council
import Foundation

extension JournalReader {
    func itemModel(_ item: Item, number: Int) -> ItemModel {
        // A private note belongs to the scribe alone, and a struck one was taken back.
        let notes = item.notes.filter { !$0.isStruck && $0.kind != .private }
        return ItemModel(
            number: number, anchor: anchor(item), title: meeting.title(of: item),
            presenter: item.agenda.presenter.map(name), lacksPresenter: lacksPresenter(item),
            proposal: proposal(of: item), topic: topic(of: item),
            amendments: item.amendments.map { amendmentModel($0, of: item) },
            concerns: notes.filter { $0.kind == .concern }.map { concern($0, on: item) },
            notes: notes.map(note), votes: item.motions.map { vote($0, on: item) },
            decision: item.decision.map { decision($0, on: item) }, time: time(of: item))
    }

    private func lacksPresenter(_ item: Item) -> Bool {
        guard let presenter = item.agenda.presenter, meeting.openedAt != nil else { return false }
        return !(meeting.attendance[presenter]?.hasAttended ?? false)
    }

    private func proposal(of item: Item) -> ProposalModel? {
        guard let proposal = meeting.effectiveProposal(of: item) else { return nil }
        let findings = meeting.findings(on: item)
        return ProposalModel(
            id: proposal.id, kind: proposal.kind.rawValue, asksForTeam: proposal.kind != .hiring,
            asksForImpact: proposal.kind != .hiring, pod: proposal.pod,
            sponsor: proposal.sponsor.map(Mailbox.displayName),
            technicalLeads: proposal.techLeads.map(\.spoken), team: proposal.team.map(\.spoken),
            impact: proposal.impact?.spoken, impactNote: proposal.impact?.note, cost: proposal.cost?.spoken,
            costNote: proposal.cost?.note, options: proposal.options.map(option), recommendation: proposal.recommend,
            opening: proposal.opening?.spoken,
            gate: findings.filter { $0.weight == .gate }.map(\.sentence),
            // Open concerns stand with the other concerns.
            advice: findings.filter { $0.weight == .advice && $0.field != "notes" }.map(\.line))
    }

    private func option(_ option: TechnologyOption) -> OptionModel {
        OptionModel(
            name: option.name, choice: option.choice?.rawValue, cost: option.cost, runBy: option.runBy,
            note: option.note)
    }

    private func topic(of item: Item) -> MarkdownBlock? {
        guard case .topic(_, let text) = item.agenda.subject else { return nil }
        return MarkdownReader.block(of: text)
    }

    func amendmentModel(_ amendment: Amendment, of item: Item) -> AmendmentModel {
        let (before, after) = Difference.shortened(amendment.before.onOneLine, amendment.after.onOneLine)
        let standing =
            switch item.standing(of: amendment) {
            case .byConsent: "by consent"
            case .carried: "carried"
            case .lost: "lost"
            case .voting: "vote not finished"
            }
        let field = amendment.field
        return AmendmentModel(
            number: amendment.number, name: field.spoken, field: field.rawValue,
            isNamedOtherwise: field.spoken != field.rawValue, before: before.isEmpty ? nil : before,
            after: after.isEmpty ? nil : after, reason: amendment.reason, standing: standing)
    }

    private func note(_ note: Note) -> NoteModel {
        NoteModel(
            number: note.number, at: clock.moment(note.at), speaker: note.speaker.map(name),
            kind: note.kind == .plain ? nil : note.kind.rawValue, isConcern: note.kind == .concern,
            lines: note.text.cleanLines)
    }

    private func concern(_ note: Note, on item: Item) -> ConcernModel {
        ConcernModel(
            number: note.number, at: clock.moment(note.at), speaker: note.speaker.map(name),
            lines: note.text.cleanLines, isResolved: note.resolution != nil,
            resolvedAt: note.resolution.map { clock.moment($0.at) }, resolution: note.resolution?.reason,
            wasDecidedOver: item.decision?.overConcerns.contains(note.number) ?? false)
    }

    func decision(_ decision: Decision, on item: Item) -> DecisionModel {
        DecisionModel(
            spoken: decision.spoken, verdict: decision.verdict.rawValue, at: item.decidedAt.map(clock.moment),
            until: decision.until.map(Day.init), reason: decision.reason, basis: basis(of: decision, on: item),
            overrodeGate: decision.overriddenGate.isEmpty ? nil : item.decidedAt.map { name(presiding(at: $0)) },
            overriddenGate: decision.overriddenGate.map(\.sentence), overConcerns: decision.overConcerns,
            amendments: decision.amendments, isOvertaken: item.isDecisionOvertaken,
            earlier: item.earlierDecisions.map(\.spoken))
    }

    private func time(of item: Item) -> TimeModel {
        let seconds = Int(item.clock.used(at: end).rounded())
        let excess = max(0, item.timeBox.map { seconds - $0 * 60 } ?? 0)
        return TimeModel(
            used: item.clock.hasStarted ? "\(seconds / 60):\(twoDigits(seconds % 60))" : nil, box: item.timeBox,
            added: item.clock.addedMinutes == 0 ? nil : item.clock.addedMinutes,
            over: excess > 0 ? (excess + 59) / 60 : nil,
            seconds: item.clock.hasStarted ? seconds : nil, boxSeconds: item.timeBox.map { $0 * 60 },
            overSeconds: excess > 0 ? excess : nil)
    }
}

extension Opening {
    /// `ML engineer, senior, 2 openings`, as far as the parts are known.
    var spoken: String? {
        let parts = [role?.spoken, level, count.map { counted($0, "opening") }].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

extension JournalReader {
    func vote(_ motion: Motion, on item: Item) -> VoteModel {
        let tally = meeting.tally(of: motion)
        let closed = tallied[motion.number]
        let again = item.motions.first { $0.number > motion.number && $0.question == motion.question }
        return VoteModel(
            number: motion.number, question: motion.question.title, at: clock.moment(motion.at),
            tallied: closed.map(clock.moment), outcome: motion.tally?.outcome.rawValue, tally: tally.sentence,
            rule: tally.rule.summary, yes: tally.yes, no: tally.no, abstained: tally.abstained,
            recused: tally.recused, seats: tally.seats, couldVote: inRosterOrder(tally.eligible).map(name),
            ballots: inRosterOrder(motion.order).map { ballot(of: $0, in: tally, at: closed ?? end) },
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

    private func ballot(of handle: Handle, in tally: Tally, at moment: Date) -> BallotModel {
        guard let ballot = tally.ballots.first(where: { $0.who == handle }) else {
            let without = wasInRoom(handle, at: moment) ? "presides" : "absent"
            return BallotModel(
                who: name(handle), choice: nil, without: tally.eligible.contains(handle) ? nil : without, reason: nil)
        }
        return BallotModel(
            who: name(handle), choice: ballot.choice == .recuse ? "recused" : ballot.choice.rawValue, without: nil,
            reason: ballot.reason)
    }

    private func ruling(_ ruling: Ruling, on motion: Motion) -> RulingModel {
        RulingModel(
            answer: ruling.answer.rawValue, by: name(ruling.by), isActing: ruling.isActing,
            at: ruled[motion.number].map(clock.moment), cause: ruling.cause == .tie ? "a tie" : "an escalation",
            reason: ruling.reason, earlierBallot: ruling.earlierBallot?.rawValue,
            tally: meeting.tally(of: motion).sentence)
    }
}
