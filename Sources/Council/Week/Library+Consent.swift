/// What earlier meetings have to do with the consent lane.
extension Library {
    /// The concerns that the last meetings before a day that dealt with the items left open; a proposal with which no
    /// meeting has dealt has those of the one that it revises.
    public func openConcerns(on items: [AgendaItem], before day: CalendarDay) -> [ItemID: [EarlierConcern]] {
        var concerns: [ItemID: [EarlierConcern]] = [:]
        for item in items {
            let open = openConcerns(on: item.id, before: day)
            if !open.isEmpty { concerns[item.id] = open }
        }
        return concerns
    }

    func openConcerns(on id: ItemID, before day: CalendarDay) -> [EarlierConcern] {
        let old = drafts[id.rawValue]?.proposal.revises.map { ItemID($0) }
        let last = [id, old].compactMap { $0 }.lazy.compactMap { self.lastDebate(of: $0, before: day) }.first
        guard let last else { return [] }
        return last.item.openConcerns.map {
            EarlierConcern(date: $0.since ?? last.date, speaker: $0.speaker, text: $0.text)
        }
    }

    /// What an item needs to be decided together with others; nil if it can't be, whatever people say of it.
    func laneComment(on proposal: Proposal, in item: AgendaItem, before day: CalendarDay) -> String? {
        guard let rule = roster.consent, let needed = roster.approvalsNeeded else { return nil }
        let concerns = openConcerns(on: item.id, before: day)
        guard rule.obstacles(to: proposal, in: item, earlier: concerns.first).isEmpty else { return nil }
        return "consent lane: needs \(counted(needed, "approval"))"
    }
}
