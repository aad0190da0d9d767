/// The events of one item: of its files, and of each hearing.
struct ItemHistory {
    private let id: ItemID
    private let library: Library

    init(_ id: ItemID, in library: Library) {
        (self.id, self.library) = (id, library)
    }

    /// Things of one day in the order in which they are told.
    var events: [PastEvent] {
        let heard = library.hearings(of: id)
        return reviews + leadAmendments + revisions + listings(without: Set(heard.map(\.date))) + heard.flatMap(events)
            + outcome
    }

    private func event(_ kind: PastEvent.Kind, on date: CalendarDay?, _ parts: String?...) -> PastEvent {
        PastEvent(kind, of: id, on: date, parts.compactMap { $0 }.joined())
    }

    // MARK: Files

    /// Each word of each lead once, also one that the file has lost since. A review that nobody has begun is no word.
    private var reviews: [PastEvent] {
        var seen: Set<[String?]> = []
        return library.versions(of: id.rawValue).flatMap(\.leads).compactMap { review in
            let key = [
                review.role.rawValue, review.name, review.verdict.rawValue, review.date?.description, review.note,
            ]
            guard review.verdict != .pending || review.date != nil || review.note != nil, seen.insert(key).inserted
            else { return nil }
            return event(.review, on: review.date, "\(review.spoken): \(review.verdict.spoken)", because(review.note))
        }
    }

    /// What leads changed before a meeting.
    private var leadAmendments: [PastEvent] {
        (library.versions(of: id.rawValue).last?.amended ?? []).map { change in
            event(
                .amendment, on: change.on, "\(change.by) amended \(change.field.rawValue): ",
                "\(change.before.nilIfEmpty ?? "nothing") → \(change.after.nilIfEmpty ?? "nothing")",
                because(change.because))
        }
    }

    private var revisions: [PastEvent] {
        let older = library.versions(of: id.rawValue).compactMap(\.revises).last
        let back = older.map { event(.revision, on: firstDay(of: id.rawValue), "takes the place of \($0)") }
        return [back].compactMap { $0 }
            + library.revisions(of: id.rawValue).map { newer in
                event(.revision, on: firstDay(of: newer), "\(newer) takes its place")
            }
    }

    /// The first day on which any file or meeting knows a proposal.
    private func firstDay(of id: String) -> CalendarDay? {
        let said = library.versions(of: id).flatMap(\.leads).compactMap(\.date)
        let listed = library.listings(of: ItemID(id)).map(\.date)
        return (said + listed + library.hearings(of: ItemID(id)).map(\.date)).min()
    }

    private func listings(without heard: Set<CalendarDay>) -> [PastEvent] {
        library.listings(of: id).filter { !heard.contains($0.date) }.map { agenda in
            let again = agenda.items.first { $0.id == id }?.again
            return event(
                .agenda, on: agenda.date, "on the agenda",
                library.wasHeld(agenda.date) ? ", and not in the minutes" : nil, because(again))
        }
    }

    private var outcome: [PastEvent] {
        guard let proposal = library.versions(of: id.rawValue).last(where: { $0.outcome != nil }),
            let outcome = proposal.outcome
        else { return [] }
        let measured = Impact(value: outcome.value, unit: outcome.unit).spoken
        let estimated = proposal.impact.map { ", estimated \($0.spoken)" }
        return [event(.outcome, on: outcome.on, "measured \(measured)", estimated, because(outcome.note))]
    }

    // MARK: A hearing

    private func events(of hearing: Library.Hearing) -> [PastEvent] {
        let (item, date) = (hearing.item, hearing.date)
        let notes = item.notes.filter { $0.kind == .concern && $0.wasSaid }.map { note in
            event(
                .concern, on: date, "concern \(note.number)", note.speaker.map { " of \($0.name)" }, ": \(note.text)",
                note.isResolved ? " (resolved\(because(note.resolution) ?? ""))" : " (open)")
        }
        let amendments = item.amendments.map { amendment in
            event(
                .amendment, on: date, "amendment \(amendment.number), \(amendment.field): ",
                "\(amendment.before ?? "nothing") → \(amendment.after ?? "nothing")",
                amendment.isAccepted ? nil : " (not accepted)", because(amendment.reason))
        }
        let stale = item.staleApprovals.map { event(.review, on: date, $0) }
        let objections = item.objections.map { event(.objection, on: date, "not in the consent lane: \($0)") }
        return [event(.heard, on: date, time(of: item))] + stale + objections + notes + amendments
            + item.votes.flatMap { events(of: $0, on: date) }
            + (item.decision.map { [event(of: $0, on: date)] } ?? []) + actions(from: item, on: date)
    }

    /// `heard for 12 of 14 minutes`.
    private func time(of item: HeldItem) -> String {
        guard item.wasTakenUp else { return "on the agenda, and not taken up" }
        guard let seconds = item.seconds else { return "taken up" }
        let minutes = (seconds + 30) / 60
        return item.box.map { "heard for \(minutes) of \(counted($0, "minute"))" }
            ?? "heard for \(counted(minutes, "minute"))"
    }

    private func events(of vote: HeldVote, on date: CalendarDay) -> [PastEvent] {
        let ballot = event(
            .vote, on: date, "vote \(vote.number) on \(Question.spoken(vote.question)): \(vote.tally)",
            vote.escalation.map { "; escalated: \($0)" })
        guard let ruling = vote.ruling else { return [ballot] }
        return [
            ballot,
            event(
                .ruling, on: date, "\(ruling.by.name) ruled \(ruling.said) on vote \(vote.number)",
                because(ruling.reason)),
        ]
    }

    private func event(of decision: HeldDecision, on date: CalendarDay) -> PastEvent {
        let over = decision.verdict.spoken(overConcerns: decision.overConcerns, conditions: decision.conditions)
        let basis = [decision.basis, over ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
        return event(
            .decision, on: date, decision.sentenceWithReason, basis.isEmpty ? nil : " (\(basis))")
    }

    /// The actions that a hearing handed out, and what was said of them since.
    private func actions(from item: HeldItem, on date: CalendarDay) -> [PastEvent] {
        let fates = library.actionFates.filter { $0.action.reference.meeting == date && $0.action.item == item.id }
        return fates.flatMap { fate in
            let action = fate.action
            let handedOut = event(
                .action, on: date, "action \(action.reference)", action.owner.map { " of \($0.name)" },
                action.due.map { ", due on \($0.long)" }, ": \(action.text)", action.isDone ? " (done)" : nil)
            return [handedOut]
                + fate.updates.map { update in
                    event(
                        .action, on: update.on, "action \(action.reference)", update.by.map { " (\($0.name))" },
                        " \(update.spoken)")
                }
        }
    }

    /// `: the reason`; nil if there is none.
    private func because(_ reason: String?) -> String? { reason.flatMap { $0.isEmpty ? nil : ": \($0)" } }
}

extension LeadReview.Verdict {
    fileprivate var spoken: String {
        switch self {
        case .approved: "approved"
        case .changes: "wants changes"
        case .pending: "pending"
        }
    }
}
