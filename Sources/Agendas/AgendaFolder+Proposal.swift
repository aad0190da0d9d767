import Council

extension AgendaFolder {
    /// A proposal that no agenda need name, and the digest of its file.
    ///
    /// - Throws: its first error, or that there is none of this id.
    public func proposal(_ id: String) throws(Refusal) -> (proposal: Proposal, digest: String) {
        let shelf = Shelf(folder: agendas, today: today)
        let known = shelf.proposalIDs() ?? []
        guard known.contains(id) else {
            let beginning = id.isEmpty ? [] : known.filter { $0.hasPrefix(id) }.sorted()
            let hint =
                (1...9).contains(beginning.count)
                ? "\(listed(beginning.map { "`\($0)`" })) \(beginning.count == 1 ? "begins" : "begin") so"
                : nearest(to: id, among: known.sorted()).map { "did you mean `\($0)`?" }
            throw Refusal(
                "there is no proposal `\(visible(id))` in \(shelf.path(Shelf.proposals)): "
                    + (hint ?? "`mlreview pipeline` lists them"))
        }
        shelf.roster()
        let proposal = shelf.proposal(id)
        let errors = shelf.faults.filter { $0.severity == .error }
        guard errors.isEmpty, let proposal else {
            throw Refusal(errors.first?.description ?? "the proposal `\(id)` can't be read: `mlreview check` says why")
        }
        return (proposal, shelf.digests["\(Shelf.proposals)/\(id).md"] ?? "")
    }
}
