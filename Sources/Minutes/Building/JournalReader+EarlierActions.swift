import Council

extension JournalReader {
    /// What became of the actions of earlier meetings; nil if none was open.
    var earlierActions: EarlierActionsModel? {
        guard let earlier = meeting.earlier, !earlier.actions.isEmpty else { return nil }
        let standings = earlier.standings(on: meeting.agenda.date)
        let open = standings.filter { $0.state == .open }
        let byOwner = Dictionary(grouping: open, by: \.owner)
        let owners = byOwner.sorted { place($0.key, $0.value) < place($1.key, $1.value) }.map { owner, standings in
            EarlierOwnerModel(
                name: owner?.name, handle: owner?.handle?.rawValue, actions: standings.map(model))
        }
        return EarlierActionsModel(
            summary: summary(of: standings),
            settled: earlier.updates.compactMap { settled($0, among: earlier.actions) },
            owners: owners)
    }

    private func place(_ owner: HeldPerson?, _ open: [EarlierActions.Standing]) -> (Int, Int, String) {
        (owner == nil ? 1 : 0, open.contains { $0.daysOverdue != nil } ? 0 : 1, owner?.name ?? "")
    }

    private func summary(of standings: [EarlierActions.Standing]) -> String {
        let open = standings.filter { $0.state == .open }
        let overdue = open.filter { $0.daysOverdue != nil }
        let names = Set(overdue.compactMap { $0.owner?.name }).sorted()
        let who = names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
        let parts = [
            (standings.count { $0.state == .done }, "done"), (standings.count { $0.state == .dropped }, "dropped"),
            (open.count, "still open"),
        ]
        return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
            + (overdue.isEmpty
                ? "" : ", \(overdue.count == open.count ? "all" : "\(overdue.count)") of them overdue\(who)")
    }

    private func model(_ standing: EarlierActions.Standing) -> EarlierActionModel {
        EarlierActionModel(
            reference: standing.action.reference.description, text: standing.action.text,
            due: standing.due.map(Day.init), daysOverdue: standing.daysOverdue,
            overdue: standing.daysOverdue.map { counted($0, "day") }, item: standing.action.item?.rawValue,
            title: standing.action.title)
    }

    private func settled(_ update: ActionUpdate, among actions: [EarlierAction]) -> SettledActionModel? {
        guard let action = actions.first(where: { $0.reference == update.action }) else { return nil }
        let outcome =
            switch update.word {
            case .done: "Done"
            case .later: "Put off\(update.until.map { " to \($0.long)" } ?? "")"
            case .drop: "Dropped"
            case .reassign: "Handed to \(update.to?.name ?? "nobody")"
            }
        return SettledActionModel(
            reference: update.action.description, text: action.text, owner: action.owner?.name,
            ownerHandle: action.owner?.handle?.rawValue, item: action.item?.rawValue, title: action.title,
            word: update.word.rawValue, outcome: outcome, until: update.until.map(Day.init), to: update.to?.name,
            toHandle: update.to?.handle?.rawValue, on: Day(update.on), because: update.because, by: update.by?.name,
            byHandle: update.by?.handle?.rawValue,
            said: update.by.map { "\($0.name), \(update.on.long)" })
    }
}
