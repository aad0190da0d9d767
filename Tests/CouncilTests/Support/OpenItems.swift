@testable import Council

/// What is open in a half-year, by rules written a second time: from what happened, and not from what the library says.
struct OpenItems {
    private(set) var open: Set<ItemID> = []
    private(set) var closed = 0

    private let year: RandomHalfYear
    private let today: CalendarDay
    /// Every hearing and what it decided, oldest first.
    private var heard: [ItemID: [(day: CalendarDay, item: HeldItem)]] = [:]

    init(_ year: RandomHalfYear, for date: CalendarDay, on today: CalendarDay) {
        self.year = year
        self.today = today
        for meeting in year.history {
            for item in meeting.items { heard[item.id, default: []].append((meeting.date, item)) }
        }
        let listed = year.agendas.flatMap { $0.items.map(\.id) }
        for id in Set(year.drafts.keys.map { ItemID($0) }).union(heard.keys).union(listed) {
            let waiting = year.agendas.filter { agenda in
                agenda.date != date && !year.history.contains { $0.date == agenda.date }
                    && agenda.items.contains { $0.id == id }
            }
            if id.topicName == nil ? isOpen(proposal: id, waiting) : isOpen(topic: id, waiting) {
                open.insert(id)
            } else {
                closed += 1
            }
        }
    }

    /// - Parameter waiting: The agendas with the item whose meetings were not held, the day's own aside.
    private func isOpen(proposal id: ItemID, _ waiting: [Agenda]) -> Bool {
        let draft = year.drafts[id.rawValue]
        guard let proposal = draft?.proposal ?? heard[id]?.last?.item.proposal else { return false }
        if skipped(id, waiting)?.items.contains(where: { $0.id == id && $0.again != nil }) == true { return true }
        let approved = approval(of: id)
        if approved == nil ? !heirs(of: id).isEmpty : heirs(of: id).contains(where: hasApprovedHeir) { return false }
        if draft != nil, waiting.contains(where: { $0.date >= today }) { return true }
        guard let last = heard[id]?.last else { return true }
        switch last.item.decision?.verdict {
        case .reject, .withdraw, .stopped: return false
        case .confirmed, .changed: return proposal.outcome.map { $0.on > last.day } ?? false
        case .approve:
            guard let approved, let outcome = proposal.outcome, outcome.on >= approved else {
                return proposal.impact != nil || (proposal.followUp.map { $0.after > last.day } ?? false)
            }
            return last.day == approved || last.day < outcome.on
        default: return true
        }
    }

    private func isOpen(topic id: ItemID, _ waiting: [Agenda]) -> Bool {
        if waiting.contains(where: { $0.date >= today }) || skipped(id, waiting) != nil { return true }
        guard let last = heard[id]?.last else { return false }
        return [nil, .defer, .revise].contains(last.item.decision?.verdict)
    }

    /// The last agenda with the item that came after every hearing of it, and was not held.
    private func skipped(_ id: ItemID, _ waiting: [Agenda]) -> Agenda? {
        guard let first = year.history.first?.date else { return nil }
        let past = waiting.filter { $0.date > first && $0.date < today }.sorted { $0.date < $1.date }.last
        guard let past, past.date > heard[id]?.last?.day ?? first else { return nil }
        return past
    }

    private func approval(of id: ItemID) -> CalendarDay? {
        var day: CalendarDay?
        for hearing in heard[id] ?? [] {
            switch hearing.item.decision?.verdict {
            case .approve, .confirmed, .changed: day = day ?? hearing.day
            case .defer, nil: break
            default: day = nil
            }
        }
        return day
    }

    private func heirs(of id: ItemID) -> [ItemID] {
        year.drafts.values.filter { $0.proposal.revises == id.rawValue }.map { ItemID($0.proposal.id) }
    }

    private func hasApprovedHeir(_ id: ItemID) -> Bool {
        approval(of: id) != nil || heirs(of: id).contains(where: hasApprovedHeir)
    }
}
