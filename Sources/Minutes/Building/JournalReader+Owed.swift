import Council

/// What one person owes after a meeting.
struct Owed: Equatable {
    let handle: Handle
    let name: String
    var actions: [Action] = []
    var items: [Item] = []

    var isEmpty: Bool { actions.isEmpty && items.isEmpty }

    struct Action: Equatable {
        let reference: ActionReference
        let text: String
        let due: CalendarDay?
        let isDone: Bool
        /// `item 2, Prep time`; nil if none was before the council.
        let item: String?
        let anchor: String?
    }

    /// An item of theirs that comes back to the council.
    struct Item: Equatable {
        let number: Int
        let anchor: String
        let title: String
        let verdict: Decision.Verdict
        /// `deferred until Wed 2 Dec 2026`.
        let spoken: String
        let until: CalendarDay?
        let reason: String?
        /// The proposal's file, which is to be revised; nil for a topic.
        let file: String?
        /// What the approval is bound to.
        let conditions: [String]
    }
}

extension JournalReader {
    /// What each person owes, by handle: the actions they took on, and what is to be done for an item that they present or
    /// lead.
    var owed: [Handle: Owed] {
        var owed: [Handle: Owed] = [:]
        func owes(_ handle: Handle) -> Owed { owed[handle] ?? Owed(handle: handle, name: name(handle)) }
        for action in meeting.actions {
            guard let owner = action.owner else { continue }
            let item = action.item.flatMap(meeting.item)
            var debt = owes(owner)
            debt.actions.append(
                Owed.Action(
                    reference: ActionReference(meeting: meeting.agenda.date, number: action.number), text: action.text,
                    due: action.due, isDone: action.isDone,
                    item: item.map { "item \(meeting.number(of: $0)), \(meeting.title(of: $0))" },
                    anchor: item.map(anchor)))
            owed[owner] = debt
        }
        for item in meeting.items {
            guard let back = comingBack(item) else { continue }
            for handle in people(of: item) {
                var debt = owes(handle)
                debt.items.append(back)
                owed[handle] = debt
            }
        }
        // Who has done all they took on owes nothing.
        return owed.filter { !$0.value.items.isEmpty || $0.value.actions.contains { !$0.isDone } }
    }

    private func comingBack(_ item: Item) -> Owed.Item? {
        guard let decision = item.decision else { return nil }
        // A condition that has a task is owed as that.
        let bound = (decision.conditions ?? []).filter { number in
            item.notes.first { $0.number == number }.flatMap { meeting.task(toAnswer: $0, of: item) } == nil
        }
        let isOwed: Bool =
            switch decision.verdict {
            case .defer, .revise: true
            case .approve: !bound.isEmpty
            default: false
            }
        guard isOwed else { return nil }
        return Owed.Item(
            number: meeting.number(of: item), anchor: anchor(item), title: meeting.title(of: item),
            verdict: decision.verdict, spoken: decision.spoken, until: decision.until, reason: decision.reason,
            file: meeting.effectiveProposal(of: item).map { "agendas/proposals/\($0.id).md" },
            conditions: item.notes.filter { bound.contains($0.number) }.map(\.text))
    }

    /// Who presents the item, and the proposal's technical leads that the roster knows by name.
    private func people(of item: Item) -> [Handle] {
        let leads = (meeting.effectiveProposal(of: item)?.techLeads ?? []).compactMap { lead in
            roster.everybody.first { $0.name.folded == lead.name.folded }?.handle
        }
        var people = [item.agenda.presenter].compactMap { $0 }
        for lead in leads where !people.contains(lead) { people.append(lead) }
        return people
    }
}
