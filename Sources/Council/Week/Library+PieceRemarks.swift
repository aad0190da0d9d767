extension Library {
    /// What proposals that are still to be decided have to be told of the names that they use: of a part that is retired,
    /// and of a name that is probably misspelt.
    func pieceRemarks(on today: CalendarDay) -> [Remark] {
        guard !platform.parts.isEmpty else { return [] }
        let drafts = drafts.values.map(\.proposal).sorted { $0.id < $1.id }
        var proposals: [PieceName: Int] = [:]
        for proposal in drafts {
            let names = (proposal.data + proposal.platform + proposal.reuse).compactMap { PieceName($0) }
            for name in Set(names) { proposals[name, default: 0] += 1 }
        }
        return drafts.filter { stage(of: $0.id, on: today)?.isUndecided ?? false }.flatMap { proposal in
            [("data", proposal.data), ("platform", proposal.platform), ("reuse", proposal.reuse)].flatMap {
                key, names in
                names.enumerated().compactMap { place, text -> Remark? in
                    guard let name = PieceName(text) else { return nil }
                    // A name that several proposals have is no slip of one hand.
                    let isShared = proposals[name, default: 0] > 1
                    guard let sentence = remark(on: text, name, isShared: isShared) else { return nil }
                    return Remark(.entry(proposal.id, key: key, place), sentence)
                }
            }
        }
    }

    private func remark(on text: String, _ name: PieceName, isShared: Bool) -> String? {
        if let part = platform[name], part.state == .retired {
            let other = PieceName(part.name) == name ? "" : ", another name of `\(part.name)`,"
            let note = part.note.map { " (\($0))" } ?? ""
            let owner = part.owner.map { "ask \($0) what takes its place" } ?? "name what takes its place"
            return "`\(text)`\(other) is retired\(note); \(owner)"
        }
        guard !isShared, let meant = platform.misspelt(name) else { return nil }
        return "platform.yaml has no `\(text)`; did you mean `\(meant)`?"
    }
}

extension Stage {
    /// Whether the council has still to decide.
    fileprivate var isUndecided: Bool {
        switch self {
        case .draft, .leads, .ready, .onAgenda, .undecided, .deferred, .sentBack: true
        case .approved, .measured, .done, .stopped, .rejected, .withdrawn, .revised: false
        }
    }
}
