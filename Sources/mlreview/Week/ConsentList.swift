import Council

/// The consent lane of a day, in lines and as JSON.
struct ConsentList: Encodable {
    let date: CalendarDay
    /// How many approvals each item needs.
    let needed: Int
    let items: [Item]

    struct Item: Encodable {
        let number: Int
        let id: ItemID
        let title: String
        let isInLane: Bool
        /// What it costs to build.
        let cost: Double?
        let unit: String?
        let approvals: [Handle]
        /// Of the proposal's own people, which don't count.
        let ownApprovals: [Handle]
        let objections: [Objection]
        let missing: [ConsentObstacle]
    }

    struct Objection: Encodable {
        let who: Handle?
        let word: String
        let because: String?
    }

    private let lane: ConsentLane
    private let roster: Roster

    init(of date: CalendarDay, in library: Library) throws(Refusal) {
        lane = try library.consentLane(on: date)
        (self.date, roster) = (date, library.roster)
        needed = lane.needed
        items = lane.items.map { item in
            Item(
                number: item.number, id: item.id, title: item.title, isInLane: item.missing.isEmpty,
                cost: item.cost?.value, unit: item.cost?.unit, approvals: item.approvals,
                ownApprovals: item.ownApprovals,
                objections: item.objections.compactMap { voice in
                    voice.objection.map { Objection(who: voice.who, word: $0.kind.rawValue, because: $0.reason) }
                }, missing: item.missing)
        }
    }

    private enum CodingKeys: CodingKey { case date, needed, items }

    var lines: [String] {
        guard !lane.items.isEmpty else {
            return ["no item on the agenda of \(date.long) is of a kind for the consent lane"]
        }
        let approvals = counted(needed, "approval")
        return [
            "consent lane of \(date.long): \(lane.ready.count) of \(counted(lane.items.count, "item")), \(approvals) each"
        ]
            + lane.items.flatMap(lines)
    }

    private func lines(of item: ConsentItem) -> [String] {
        let cost = item.cost.map { ", \($0.spoken) to build" } ?? ""
        let own = item.ownApprovals.isEmpty ? nil : "not counted, as it is their own: \(names(item.ownApprovals))"
        return [
            "\(item.number)  \(item.title)\(cost)", "   \(item.whatIsMissing ?? "\(item.id.spoken) is in the lane")",
        ]
            + [item.approvals.isEmpty ? nil : "approved by \(names(item.approvals))", own].compactMap { $0 }.map {
                "   \($0)"
            }
    }

    private func names(_ handles: [Handle]) -> String { listed(handles.map { roster.name(of: $0) }) }
}
