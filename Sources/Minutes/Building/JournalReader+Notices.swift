import Council

/// A notice in the making: its recipients and its contents.
struct Notice {
    /// The name of the file.
    let name: Minutes.DocumentName
    let model: NoticeModel
    var recipients: Recipients
    /// The time at which its minutes were closed.
    let at: Moment

    var tree: Fact { Fact(reflecting: model) }

    /// Whether both tell people the same, apart from the revision.
    func saysTheSame(as other: Notice) -> Bool { withoutRevision == other.withoutRevision }

    private var withoutRevision: Fact {
        var model = model
        model.revision = 0
        model.correction = nil
        model.changes = []
        model.record = nil
        return Fact(reflecting: model)
    }
}

extension JournalReader {
    /// One notice for each proposal on the agenda, as of the revision that changed it last: nobody is told twice.
    var notices: [Notice] {
        var latest: [Minutes.DocumentName: Notice] = [:]
        let earlier = meeting.revision > 1 ? journal.earlierRevisions.map { JournalReader($0, heads: heads) } : []
        for reader in earlier + [self] {
            for notice in reader.noticesOfThisRevision {
                guard var kept = latest[notice.name], kept.saysTheSame(as: notice) else {
                    latest[notice.name] = notice
                    continue
                }
                kept.recipients = notice.recipients
                latest[notice.name] = kept
            }
        }
        return latest.values.sorted { $0.model.number < $1.model.number }
    }

    private var noticesOfThisRevision: [Notice] {
        let proposals = meeting.items.map(meeting.effectiveProposal)
        let book = AddressBook(of: meeting, proposals: proposals.compactMap { $0 })
        let at = clock.moment(end)
        return zip(meeting.items, proposals).enumerated().compactMap { place, pair in
            guard let proposal = pair.1 else { return nil }
            return Notice(
                name: .notice(proposal.id, number: place + 1),
                model: notice(of: proposal, pair.0, number: place + 1),
                recipients: Recipients(of: proposal, from: book), at: at)
        }
    }

    private func notice(of proposal: Proposal, _ item: Item, number: Int) -> NoticeModel {
        let changes = changes(of: item, number: number)
        let (duties, next) = (duties(on: item), next(for: proposal, item))
        return NoticeModel(
            council: roster.name, date: Day(meeting.agenda.date), revision: meeting.revision,
            correction: changes.isEmpty ? meeting.corrections.last : nil, changes: changes,
            isClosed: meeting.phase == .closed, number: number,
            anchor: anchor(item), title: meeting.title(of: item), proposal: proposal.id,
            decision: item.decision.map { decision($0, on: item) },
            basis: item.decision.map { fullBasis(of: $0, on: item) }, rulingReason: rulingReason(of: item),
            owner: owner(of: item), amendments: item.amendments.map { amendmentModel($0, of: item) },
            dutiesTitle: mustComeBack(item) ? "Before it comes back" : "To do now", duties: duties,
            conditions: conditions(of: item), actions: actions(of: item),
            link: link.map { "\($0)#\(anchor(item))" },
            preheader: (duties + next).first, next: next,
            record: RecordModel(of: journal, heads: heads))
    }

    /// Whether the item needs another hearing to be decided.
    private func mustComeBack(_ item: Item) -> Bool {
        switch item.decision?.verdict {
        case .revise, .defer, nil: true
        default: false
        }
    }

    /// What its people have to do, with who asked for it: what the council wants answered, then the actions.
    private func duties(on item: Item) -> [String] {
        asked(on: item)
            + actions(of: item).filter { !$0.action.isDone }.map { action in
                let due = action.action.due.map { ", by \($0.day.long)" } ?? ", no date"
                return "\(action.owner ?? "No owner")\(due): \(action.action.text.onOneLine)"
            }
    }

    /// What the council wants answered: the concerns for which the item was sent back, or that are conditions, and if there
    /// are none, why members voted no.
    private func asked(on item: Item) -> [String] {
        guard let decision = item.decision else { return [] }
        let bound = decision.conditions ?? []
        let concerns = item.openConcerns.filter { concern in
            bound.contains(concern.number) && meeting.task(toAnswer: concern, of: item) == nil
                || decision.verdict == .revise && decision.overConcerns.contains(concern.number)
        }
        let answers = concerns.map { concern in
            let what = bound.contains(concern.number) ? "a condition" : "concern \(concern.number)"
            return "Answer: "
                + (concern.speaker.map { concern.text.quoted(from: "asked by \(name($0))", what) }
                    ?? concern.text.quoted(from: what))
        }
        guard answers.isEmpty, decision.verdict == .revise, let motion = lastVote(behind: decision, on: item) else {
            return answers
        }
        return meeting.tally(of: motion).ballots.filter { $0.choice == .no }.compactMap { ballot in
            ballot.reason.map { "Answer: \($0.quoted(from: name(ballot.who), "who voted no"))" }
        }
    }

    private func lastVote(behind decision: Decision, on item: Item) -> Motion? {
        switch decision.basis {
        case .motion(let number), .ruling(let number): meeting.motion(number)
        default: meeting.lastVote(before: item)
        }
    }

    /// Concerns that are open and that nobody has to answer for the decision's sake.
    private func conditions(of item: Item) -> [String] {
        let bound = item.decision?.conditions ?? []
        let asked = item.decision?.verdict == .revise ? item.decision?.overConcerns ?? [] : []
        return item.openConcerns.filter { !(bound + asked).contains($0.number) }.map { concern in
            "Concern \(concern.number): "
                + (concern.speaker.map { concern.text.quoted(from: name($0)) } ?? concern.text.quoted())
        }
    }

    /// What the last revision changed of an item.
    private func changes(of item: Item, number: Int) -> [String] {
        guard let start = entries.lastIndex(where: { $0.act.isReopening }) else { return [] }
        let place = "item \(number): "
        return entries[start...].filter { $0.act.item(in: meeting) == item.id }.compactMap { entry in
            entry.act.correction(in: meeting).map { $0.hasPrefix(place) ? String($0.dropFirst(place.count)) : $0 }
        }
    }

    /// Who sees an approved proposal through. Whoever was recused from the question does not decide on it alone.
    private func nextOwner(of proposal: Proposal, _ item: Item) -> [String] {
        guard !proposal.techLeads.isEmpty else {
            return owner(of: item).map { ["\($0) owns delivery."] } ?? []
        }
        let names = "\(listed(proposal.techLeads.map(\.name))), the \(proposal.leadTitle.lowercased()),"
        let ballots = meeting.motions.filter { motion in
            motion.item == item.id || motion.question.consentItems.contains { $0.item == item.id }
        }.flatMap { meeting.tally(of: $0).ballots }
        let recused = ballots.filter { $0.choice == .recuse }.map { name($0.who).folded }
        guard proposal.techLeads.contains(where: { recused.contains($0.name.folded) }) else {
            return ["\(names) \(proposal.kind == .hiring ? "sees to the hiring" : "owns delivery")."]
        }
        return ["\(names) was recused: what is still to be decided on it comes back to the council."]
    }

    private func actions(of item: Item) -> [NoticeActionModel] {
        inOrder(meeting.actions.filter { $0.item == item.id }).map { action in
            let owner = meeting.actions.first { $0.number == action.number }?.owner
            return NoticeActionModel(owner: owner.map(name), action: action)
        }
    }

    /// What becomes of an item without a decision; nil while there may still be one, and of what is off the agenda.
    func whatFollows(on item: Item) -> String? {
        guard meeting.phase == .closed, item.decision == nil, item.dropped == nil else { return nil }
        let ruling = item.motionAwaitingRuling == nil ? "" : "The chair has not ruled yet. "
        return "\(ruling)Nothing was decided: it comes back on the next agenda."
    }

    private func next(for proposal: Proposal, _ item: Item) -> [String] {
        let file = "agendas/proposals/\(proposal.id).md"
        guard let decision = item.decision else {
            if let why = item.dropped { return ["It was taken off the agenda, because: \(why.onOneLine.withFullStop)"] }
            return [whatFollows(on: item) ?? "Nothing is decided yet."]
        }
        switch decision.verdict {
        case .approve:
            var next = nextOwner(of: proposal, item)
            if !decision.amendments.isEmpty {
                next.append("Update \(file) to match the amendments.")
            }
            if decision.conditions?.isEmpty == false {
                next.append(
                    "The approval holds once its conditions are met. Each is an action that meetings ask for until it is done."
                )
            }
            if let due = outcomeDue(after: decision, on: item) {
                let measure = proposal.followUp?.measure.map { ", by this measure: \($0.onOneLine)" } ?? ""
                next.append("The council looks at it again after \(due.long)\(measure).")
            }
            return next
        case .confirmed: return ["It goes on as it is. A later figure brings it back to the council."]
        case .changed:
            let who = proposal.techLeads.isEmpty ? "Its owner" : listed(proposal.techLeads.map(\.name))
            return ["\(who) changes it as the council decided. What is more than that is a proposal of its own."]
                + (decision.amendments.isEmpty
                    ? [] : ["Update \(file) to match the amendments."])
        case .stopped: return ["It goes no further: take out of service what serves nothing else."]
        case .revise:
            return [
                "Put the revised proposal into a new file: `mlreview propose --revises \(proposal.id)` begins it.",
                "Have the leads review it. `mlreview agenda next` puts it on an agenda once nothing is missing.",
            ]
        case .defer:
            return [
                decision.until.map { "The council takes it up again on \($0.long). Nothing has to be asked for." }
                    ?? "No day was set: ask the chair, \(name(roster.chair.member)), for one."
            ]
        case .reject: return ["A revised proposal is welcome: `mlreview propose --revises \(proposal.id)` begins it."]
        case .withdraw: return ["It is off the agenda, and may be proposed again."]
        case .noted: return ["Nothing is to be decided."]
        }
    }
}

extension Act {
    fileprivate var isReopening: Bool { if case .reopened = self { true } else { false } }

    /// The item that a correction is of; nil for what is of the meeting as a whole.
    fileprivate func item(in meeting: Meeting) -> ItemID? {
        func item(ofMotion number: Int) -> ItemID? { meeting.motion(number)?.item }
        func item(ofAction number: Int) -> ItemID? { meeting.actions.first { $0.number == number }.flatMap(\.item) }
        switch self {
        case .noted(let act): return act.item
        case .reworded(let act): return act.item
        case .corrected(let act): return act.item
        case .struck(let act): return act.item
        case .resolved(let act): return act.item
        case .moved(let act): return act.item
        case .tallied(let act): return item(ofMotion: act.motion)
        case .escalated(let act): return item(ofMotion: act.motion)
        case .ruled(let act): return item(ofMotion: act.motion)
        case .amended(let act): return act.item
        case .leadSpoke(let act): return act.item
        case .decided(let act): return act.item
        case .assigned(let act): return act.action.item
        case .finished(let act): return item(ofAction: act.action)
        case .revised(let act): return act.action.item
        case .dropped(let act): return act.item
        case .added(let act): return act.item.id
        default: return nil
        }
    }
}

extension Minutes {
    /// The meeting as it stood at each of its closings, oldest first, and as it stands now.
    public static func revisions(of journal: Journal) -> [Journal] { journal.earlierRevisions + [journal] }
}

extension Journal {
    /// The meeting as it stood at each close that was followed by a reopening, oldest first.
    var earlierRevisions: [Journal] {
        var revisions: [Journal] = []
        var isClosed = false
        for (place, entry) in entries.enumerated() {
            switch entry.act {
            case .closed: isClosed = true
            case .reopened where isClosed:
                if let revision = Journal(entries: Array(entries[..<place])) { revisions.append(revision) }
                isClosed = false
            default: break
            }
        }
        return revisions
    }
}
