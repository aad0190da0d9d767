/// What an approval depends on is a task of its lead, so that later meetings ask for it until it is done.
extension Meeting {
    /// The decision, with a task for each of its conditions that has none yet.
    func withTasks(_ act: Act) -> [Act] {
        guard case .decided(let decided) = act, let item = item(decided.item) else { return [act] }
        let owner = lead(of: item)
        let concerns = item.notes.filter { decided.decision.conditions?.contains($0.number) == true }
        let number = nextActionNumber
        let tasks = concerns.filter { task(toAnswer: $0, of: item) == nil }.enumerated().map { place, concern in
            Act.assigned(
                Act.Assigned(
                    action: ActionItem(
                        number: number + place, item: item.id, owner: owner, due: nil,
                        text: Self.beginning(of: concern) + said(concern))))
        }
        return [act] + tasks
    }

    /// The task to meet a condition; nil for concerns that are none, and in records from before conditions had tasks.
    public func task(toAnswer concern: Note, of item: Item) -> ActionItem? {
        actions.first { $0.item == item.id && $0.text.hasPrefix(Self.beginning(of: concern)) }
    }

    private static func beginning(of concern: Note) -> String { "Answer concern \(concern.number), a condition: " }

    /// The technical lead, else who presents it, if the meeting knows them.
    private func lead(of item: Item) -> Handle? {
        let names = (effectiveProposal(of: item)?.techLeads ?? []).map(\.name.folded)
        return roster.everybody.first { names.contains($0.name.folded) }?.handle
            ?? item.agenda.presenter.flatMap { roster.person($0) == nil ? nil : $0 }
    }
}
