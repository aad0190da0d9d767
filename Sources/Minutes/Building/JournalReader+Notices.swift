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
        let conditions = conditions(of: item)
        return NoticeModel(
            council: roster.name, date: Day(meeting.agenda.date), revision: meeting.revision,
            correction: meeting.corrections.last, isClosed: meeting.phase == .closed, number: number,
            anchor: anchor(item), title: meeting.title(of: item), proposal: proposal.id,
            decision: item.decision.map { decision($0, on: item) },
            basis: item.decision.map { fullBasis(of: $0, on: item) }, rulingReason: rulingReason(of: item),
            owner: owner(of: item), amendments: item.amendments.map { amendmentModel($0, of: item) },
            conditions: conditions, actions: actions(of: item),
            link: link.map { "\($0)#\(anchor(item))" },
            next: next(for: proposal, item, isConditional: !conditions.isEmpty),
            record: RecordModel(of: journal, heads: heads))
    }

    private func conditions(of item: Item) -> [String] {
        let gate = item.decision?.overriddenGate.map { "The chair set this aside: \($0.sentence)" } ?? []
        return gate
            + item.openConcerns.map { concern in
                let speaker = concern.speaker.map { " of \(name($0))" } ?? ""
                return "Concern \(concern.number)\(speaker) is open: \(concern.text.onOneLine)"
            }
    }

    private func actions(of item: Item) -> [NoticeActionModel] {
        inOrder(meeting.actions.filter { $0.item == item.id }).map { action in
            let owner = meeting.actions.first { $0.number == action.number }?.owner
            return NoticeActionModel(owner: owner.map(name), action: action)
        }
    }

    private func next(for proposal: Proposal, _ item: Item, isConditional: Bool) -> [String] {
        let file = "agendas/proposals/\(proposal.id).md"
        guard let decision = item.decision else {
            let ruling = item.motionAwaitingRuling == nil ? [] : ["The chair has not ruled yet."]
            return ruling + ["Nothing was decided: the proposal has to come back to a later ML Review."]
        }
        switch decision.verdict {
        case .approve:
            var next: [String] = []
            if !proposal.techLeads.isEmpty {
                next.append(
                    "\(listed(proposal.techLeads.map(\.name))), the technical lead, takes it from here and decides.")
            } else if let owner = owner(of: item) {
                next.append("\(owner) takes it from here.")
            }
            if !decision.amendments.isEmpty {
                next.append("\(file) still says what was proposed: bring it in line with the amendments.")
            }
            if isConditional { next.append("Answer the open points, and tell a later ML Review.") }
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
                    ? [] : ["\(file) still says what was proposed: bring it in line with the amendments."])
        case .stopped: return ["It goes no further: take out of service what serves nothing else."]
        case .revise:
            return [
                "Revise \(file), have the pod's leads review it again, and ask for a place on a later agenda."
            ]
        case .defer:
            return [
                decision.until.map { "The council takes it up again on \($0.long)." }
                    ?? "No day was set: ask the chair, \(name(roster.chair.member)), for one."
            ]
        case .reject: return ["It goes no further. A changed proposal can be made at any time."]
        case .withdraw: return ["It is off the agenda, and can be proposed again at any time."]
        case .noted: return ["Nothing is to be decided."]
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
