import Council
import Foundation

extension HeldMeeting {
    /// What later weeks have to know of a meeting, taken from the meeting itself and not from a text.
    static func expected(of journal: Journal) -> HeldMeeting {
        let meeting = journal.meeting
        let closing = journal.effective.first { if case .closed = $0.act { true } else { false } }
        let items = meeting.items.enumerated().map { HeldItem.expected($0.element, number: $0.offset + 1, of: journal) }
        let ids = Dictionary(zip(meeting.items.map(\.id), items)) { first, _ in first }
        var held = HeldMeeting(
            date: meeting.agenda.date, revision: meeting.revision, openedAt: meeting.openedAt?.toTheSecond,
            closedAt: closing?.at.toTheSecond, minutes: meeting.agenda.minutes, items: items,
            actions: meeting.actions.map { action in
                let item = action.item.flatMap { ids[$0] }
                return HeldAction(
                    reference: ActionReference(meeting: meeting.agenda.date, number: action.number),
                    owner: action.owner.map(meeting.person), due: action.due, text: action.text, isDone: action.isDone,
                    item: item?.id, itemTitle: item?.title)
            }, updates: meeting.earlier?.updates ?? [])
        for person in meeting.roster.members + meeting.roster.practitioners {
            held.attended[person.handle] = meeting.attendance[person.handle].flatMap { attendance in
                attendance.changes.last { $0.presence.isInRoom && $0.at >= (meeting.openedAt ?? .distantPast) }?
                    .presence
                    ?? attendance.changes.last { $0.at <= (meeting.openedAt ?? .distantFuture) }.map(\.presence)
            }.flatMap { $0.isInRoom ? $0 : nil }
        }
        return held
    }
}

extension HeldItem {
    fileprivate static func expected(_ item: Item, number: Int, of journal: Journal) -> HeldItem {
        let meeting = journal.meeting
        let proposal = meeting.effectiveProposal(of: item)
        var held = HeldItem(
            id: item.id, number: number, title: meeting.title(of: item), proposal: proposal.map(\.withoutAddresses),
            digest: proposal.flatMap { meeting.docket.digests?[$0.id] },
            presenter: item.agenda.presenter.map(meeting.person),
            purpose: item.agenda.isForOutcome ? .outcome : nil, box: item.timeBox,
            notes: item.notes.filter { !$0.isStruck && $0.kind != .private }.map { note in
                HeldNote(
                    number: note.number, at: note.at.toTheSecond, speaker: note.speaker.map(meeting.person),
                    kind: note.kind,
                    text: note.text.lines.map(\.trimmed).filter { !$0.isEmpty }.joined(separator: "\n"),
                    isResolved: note.resolution != nil, resolution: note.resolution?.reason)
            },
            amendments: item.amendments.map { amendment in
                HeldAmendment(
                    number: amendment.number, field: amendment.field.rawValue,
                    before: amendment.before.isEmpty ? nil : amendment.before,
                    after: amendment.after.isEmpty ? nil : amendment.after, reason: amendment.reason,
                    isAccepted: item.standing(of: amendment).isAccepted)
            },
            votes: item.motions.map { HeldVote.expected($0, of: meeting) },
            objections: item.objections.compactMap { voice in
                voice.objection.map { meeting.spoken($0, of: voice.who) }
            },
            decision: item.decision.map { decision in
                HeldDecision(
                    verdict: decision.verdict, spoken: decision.spoken, at: item.decidedAt?.toTheSecond,
                    until: decision.until, reason: decision.reason, resolution: decision.resolved,
                    overConcerns: decision.overConcerns, conditions: decision.conditions ?? [],
                    approvals: decision.approvals.map(meeting.person))
            })
        if case .topic(let title, let text) = item.agenda.subject {
            held.id = ItemID("topic:" + title.lowercased().split { !$0.isLetter }.joined(separator: "-"))
            held.text = text
        }
        let end = meeting.closedAt ?? journal.effective.last?.at ?? .distantPast
        if item.clock.hasStarted { held.seconds = Int(item.clock.used(at: end).rounded()) }
        return held
    }
}

extension HeldVote {
    fileprivate static func expected(_ motion: Motion, of meeting: Meeting) -> HeldVote {
        let tally = meeting.tally(of: motion)
        let report = meeting.report(of: motion)
        let seats = meeting.roster.members.map(\.handle)
        return HeldVote(
            number: motion.number, question: motion.question.title, outcome: motion.tally?.outcome,
            tally: report.prefix(1).uppercased() + report.dropFirst() + ".", yes: tally.yes, no: tally.no,
            ballots: seats.compactMap { seat in tally.ballots.first { $0.who == seat } }.map { ballot in
                HeldBallot(
                    who: meeting.person(ballot.who), choice: ballot.choice, reason: ballot.reason,
                    options: ballot.options ?? [])
            },
            escalation: motion.escalation?.reason,
            ruling: motion.ruling.map {
                HeldRuling(answer: $0.answer, by: meeting.person($0.by), reason: $0.reason, option: $0.option)
            })
    }
}

extension Meeting {
    fileprivate func person(_ handle: Handle) -> HeldPerson {
        HeldPerson(name: roster.name(of: handle), handle: roster.isGuest(handle) ? nil : roster.person(handle)?.handle)
    }
}

extension Proposal {
    /// Without what minutes leave out: addresses and the body.
    var withoutAddresses: Proposal {
        var proposal = self
        proposal.body = ""
        proposal.interested = []
        proposal.sponsor = sponsor.map { NamedAddress($0).name }
        for place in techLeads.indices { proposal.techLeads[place].email = nil }
        for place in team.indices { proposal.team[place].email = nil }
        for place in leads.indices { proposal.leads[place].email = nil }
        return proposal
    }
}

extension Date {
    fileprivate var toTheSecond: Date { Date(timeIntervalSince1970: timeIntervalSince1970.rounded(.down)) }
}
