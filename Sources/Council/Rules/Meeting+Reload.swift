extension Meeting {
    /// Takes in changed files, unless they would change something under the council's feet; no act where they change
    /// nothing here.
    func reload(_ new: Docket) throws(Refusal) -> [Act] {
        try requireNotClosed("take in changed files")
        var changed = self
        changed.replaceDocket(new)
        if changed == self { return [] }
        try requireNoOpenVote(before: "changed files are taken in")
        for item in items where item.agenda.isTopic && item.hasRecord {
            guard let other = new.agenda.items.first(where: { $0.id == item.id }) else { continue }
            let (was, would) = (title(of: item), new.title(of: other))
            guard was == would else {
                throw Refusal(
                    "the changed agenda has “\(would)” where the record has “\(was)”: "
                        + "leave the topics as they are and add new ones after them")
            }
        }
        return [.docket(new)]
    }
}
