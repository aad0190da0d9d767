import Council

extension JournalReader {
    /// Actions by owner, in the order of the roster; what nobody owns comes last.
    var owners: [OwnerModel] {
        let byOwner = Dictionary(grouping: meeting.actions, by: \.owner)
        let ranked = roster.everybody.map(\.handle).filter { byOwner[$0] != nil }
        let strangers = byOwner.keys.compactMap { $0 }.filter { !ranked.contains($0) }.sorted()
        let owned = (ranked + strangers).map { handle in
            OwnerModel(name: name(handle), actions: (byOwner[handle] ?? []).map(action))
        }
        guard let unowned = byOwner[nil] else { return owned }
        return owned + [OwnerModel(name: nil, actions: unowned.map(action))]
    }

    private func action(_ action: ActionItem) -> ActionModel {
        ActionModel(
            number: action.number, text: action.text, due: action.due.map(Day.init), isDone: action.isDone,
            item: action.item.flatMap(reference))
    }
}
