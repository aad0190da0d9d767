import Council

extension JournalReader {
    /// Actions by owner, in the order of the roster; what nobody owns comes last.
    var owners: [OwnerModel] {
        let byOwner = Dictionary(grouping: meeting.actions, by: \.owner)
        let ranked = roster.everybody.map(\.handle).filter { byOwner[$0] != nil }
        let strangers = byOwner.keys.compactMap { $0 }.filter { !ranked.contains($0) }.sorted()
        let owned = (ranked + strangers).map { handle in
            OwnerModel(name: name(handle), actions: inOrder(byOwner[handle] ?? []))
        }
        guard let unowned = byOwner[nil] else { return owned }
        return owned + [OwnerModel(name: nil, actions: inOrder(unowned))]
    }

    /// What is due first comes first, and what has no date last.
    func inOrder(_ actions: [ActionItem]) -> [ActionModel] {
        let dated = actions.filter { $0.due != nil }.sorted { left, right in
            guard let first = left.due, let second = right.due, first != second else {
                return left.number < right.number
            }
            return first < second
        }
        return (dated + actions.filter { $0.due == nil }).map(action)
    }

    private func action(_ action: ActionItem) -> ActionModel {
        ActionModel(
            number: action.number, text: action.text, due: action.due.map(Day.init), isDone: action.isDone,
            item: action.item.flatMap(reference))
    }
}
