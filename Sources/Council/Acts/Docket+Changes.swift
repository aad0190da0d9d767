import Foundation

extension Docket {
    /// What is different from an earlier docket, a few words each: `prep-time: cost to build 450000 → 520000`.
    public func changes(since old: Docket) -> [String] {
        agendaChanges(since: old) + proposals.keys.sorted().flatMap { proposalChanges($0, since: old) }
            + councilChanges(since: old)
    }

    private func agendaChanges(since old: Docket) -> [String] {
        var changes: [String] = []
        let (before, after) = (old.agenda.items, agenda.items)
        for (place, item) in after.enumerated() {
            guard let known = before.first(where: { $0.id == item.id }) else {
                changes.append("item \(place + 1), \(title(of: item)), is new")
                continue
            }
            if known == item { continue }
            if known.minutes != item.minutes {
                let box = item.minutes.map { counted($0, "minute") } ?? "no time box"
                changes.append("item \(place + 1), \(title(of: item)), has \(box)")
            } else {
                changes.append("item \(place + 1), \(title(of: item)), has a new text")
            }
        }
        changes += before.filter { item in !after.contains { $0.id == item.id } }.map {
            "\(old.title(of: $0)) is no longer in the agenda's file"
        }
        let (was, now) = (
            before.map(\.id).filter(after.map(\.id).contains), after.map(\.id).filter(before.map(\.id).contains)
        )
        if was != now { changes.append("the items have a new order") }
        if agenda.with([]) != old.agenda.with([]) {
            changes.append("the agenda has a new time, place, scribe or `not` list")
        }
        return changes
    }

    private func proposalChanges(_ id: String, since old: Docket) -> [String] {
        guard let before = old.proposals[id], let after = proposals[id], before != after else { return [] }
        var changes = ProposalField.allCases.compactMap { field -> String? in
            let (was, now) = (before.value(of: field), after.value(of: field))
            guard was != now else { return nil }
            // A whole is named by its parts, and a text by its name.
            if field == .cost || field == .description && before.body != after.body { return nil }
            let isLong = was.contains("\n") || now.contains("\n") || was.count + now.count > 60
            return isLong
                ? field.spoken : "\(field.spoken) \(was.isEmpty ? "none" : was) → \(now.isEmpty ? "none" : now)"
        }
        let said = after.leads.filter { !before.leads.contains($0) }
        changes += said.map { "the \($0.role.spoken) lead: \($0.verdict.rawValue)" }
        return ["\(id): \(changes.isEmpty ? "its file has changed" : changes.joined(separator: ", "))"]
    }

    private func councilChanges(since old: Docket) -> [String] {
        guard roster != old.roster else { return consent == old.consent ? [] : ["words on the consent lane"] }
        let (before, after) = (old.roster.everybody, roster.everybody)
        let came = after.filter { person in !before.contains { $0.handle == person.handle } }.map(\.name)
        let left = before.filter { person in !after.contains { $0.handle == person.handle } }.map(\.name)
        var changes = came.isEmpty ? [] : ["\(listed(came)) joined the council's file"]
        if !left.isEmpty { changes.append("\(listed(left)) left the council's file") }
        if roster.voting != old.roster.voting { changes.append("the voting rule has changed") }
        if roster.chair != old.roster.chair { changes.append("the chair is \(roster.name(of: roster.chair.member))") }
        return changes.isEmpty ? ["council.yaml has changed"] : changes
    }
}

extension Journal {
    /// What the docket taken in last changed; nothing if it was the first.
    public var changesOfReload: [String] {
        let dockets = effective.compactMap { if case .docket(let docket) = $0.act { docket } else { nil } }
        guard let new = dockets.last, dockets.count > 1 else { return [] }
        return new.changes(since: dockets[dockets.count - 2])
    }
}
