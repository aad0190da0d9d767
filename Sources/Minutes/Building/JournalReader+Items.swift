import Council
import Foundation

extension JournalReader {
    func itemModel(_ item: Item, number: Int) -> ItemModel {
        // A private note belongs to the scribe alone, and a struck one was taken back.
        let notes = item.notes.filter { !$0.isStruck && $0.kind != .private }
        return ItemModel(
            number: number, id: item.id.rawValue, kind: item.agenda.isTopic ? "topic" : "proposal",
            anchor: anchor(item), title: meeting.title(of: item), presenter: item.agenda.presenter.map(name),
            presenterHandle: item.agenda.presenter.flatMap(known), lacksPresenter: lackOfPresenter(item) != nil,
            lackOfPresenter: lackOfPresenter(item),
            continues: item.agenda.continues.map(Day.init), again: item.agenda.again,
            purpose: item.agenda.isForOutcome ? AgendaItem.Purpose.outcome.rawValue : nil,
            approved: item.agenda.approved.map(Day.init), comparison: meeting.outcome(of: item).map(comparison),
            proposal: proposal(of: item), topic: topic(of: item), topicText: topicText(of: item),
            amendments: item.amendments.map { amendmentModel($0, of: item) },
            concerns: notes.filter { $0.kind == .concern }.map { concern($0, on: item) },
            notes: notes.filter { $0.since == nil }.map(note), votes: item.motions.map { vote($0, on: item) },
            objections: meeting.objections(to: item), decision: item.decision.map { decision($0, on: item) },
            leadWords: (item.leadWords ?? []).map(\.saidInRoom), dropped: item.dropped,
            time: time(of: item))
    }

    private func comparison(_ outcome: OutcomeComparison) -> String {
        [outcome.figures, outcome.dates].compactMap { $0 }.joined(separator: "; ")
    }

    private func lackOfPresenter(_ item: Item) -> String? {
        guard let presenter = item.agenda.presenter, meeting.openedAt != nil else { return nil }
        guard let record = meeting.attendance[presenter] else { return "not on the roll" }
        return record.hasAttended ? nil : "absent"
    }

    private func topic(of item: Item) -> MarkdownBlock? {
        guard case .topic(_, let text) = item.agenda.subject else { return nil }
        return MarkdownReader.block(of: text)
    }

    private func topicText(of item: Item) -> String? {
        guard case .topic(_, let text) = item.agenda.subject, !text.trimmed.isEmpty else { return nil }
        return text
    }

    func amendmentModel(_ amendment: Amendment, of item: Item) -> AmendmentModel {
        let (before, after) = Difference.shortened(amendment.before.onOneLine, amendment.after.onOneLine)
        let said = meeting.spokenValues(of: amendment, on: item)
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
            after: after.isEmpty ? nil : after, saidBefore: said.before?.onOneLine, saidAfter: said.after?.onOneLine,
            change: meeting.change(by: amendment, on: item).onOneLine, wholeBefore: whole(amendment.before),
            wholeAfter: whole(amendment.after),
            section: field.section.flatMap { _ in MarkdownReader.block(of: amendment.after) }, reason: amendment.reason,
            standing: standing)
    }

    private func whole(_ value: String) -> String? { value.trimmed.isEmpty ? nil : value }

    private func note(_ note: Note) -> NoteModel {
        NoteModel(
            number: note.number, at: clock.moment(note.at), speaker: note.speaker.map(name),
            speakerHandle: note.speaker.flatMap(known), kind: note.kind == .plain ? nil : note.kind.rawValue,
            isConcern: note.kind == .concern, lines: note.text.cleanLines, enteredLater: note.isLater)
    }

    private func concern(_ note: Note, on item: Item) -> ConcernModel {
        ConcernModel(
            number: note.number, at: clock.moment(note.at), speaker: note.speaker.map(name),
            speakerHandle: note.speaker.flatMap(known), lines: note.text.cleanLines, since: note.since.map(Day.init),
            isResolved: note.resolution != nil,
            resolvedAt: note.resolution.map { clock.moment($0.at) }, resolution: note.resolution?.reason,
            wasDecidedOver: item.decision?.overConcerns.contains(note.number) ?? false,
            became: item.decision.flatMap { became(note, in: $0) })
    }

    /// What a concern was for the decision.
    private func became(_ note: Note, in decision: Decision) -> String? {
        guard decision.overConcerns.contains(note.number) else { return nil }
        if decision.conditions?.contains(note.number) == true { return "a condition of the decision" }
        return switch decision.verdict {
        case .approve, .confirmed, .changed: "decided over it"
        case .revise, .reject, .stopped: "the item was \(decision.spoken) because of it"
        case .defer, .withdraw, .noted: "the item was \(decision.spoken)"
        }
    }

    func decision(_ decision: Decision, on item: Item) -> DecisionModel {
        let outcomeDue = outcomeDue(after: decision, on: item)
        return DecisionModel(
            spoken: decision.spoken, verdict: decision.verdict.rawValue, at: item.decidedAt.map(clock.moment),
            until: decision.until.map(Day.init), reason: decision.reason,
            resolution: decision.resolved, basis: basis(of: decision, on: item),
            overrodeGate: decision.overriddenGate.isEmpty ? nil : item.decidedAt.map { name(presiding(at: $0)) },
            overrodeGateHandle: decision.overriddenGate.isEmpty
                ? nil : item.decidedAt.flatMap { known(presiding(at: $0)) },
            overriddenGate: decision.overriddenGate.map(\.sentence), overConcerns: decision.overConcerns,
            conditions: decision.conditions ?? [], concerns: decision.spokenConcerns,
            amendments: decision.amendments, approvedInWriting: decision.approvals.map(name),
            approvedInWritingHandles: decision.approvals.map(\.rawValue), isOvertaken: item.isDecisionOvertaken,
            earlier: item.earlierDecisions.map(\.spoken), outcomeDue: outcomeDue.map(Day.init),
            outcomeMeasure: outcomeDue == nil
                ? nil : meeting.effectiveProposal(of: item)?.followUp?.measure?.onOneLine)
    }

    /// The day after which the council wants to know what came of an approval.
    func outcomeDue(after decision: Decision, on item: Item) -> CalendarDay? {
        guard decision.verdict == .approve else { return nil }
        return meeting.effectiveProposal(of: item)?.outcomeDue(approvedAt: meeting.agenda.date)
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
