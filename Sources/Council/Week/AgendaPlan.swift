/// The agenda that follows from what earlier meetings left and from what is ready.
///
/// Every open item is either in `items` or, with its reason, in `left`.
public struct AgendaPlan: Equatable, Sendable {
    public var date: CalendarDay
    /// How long the meeting is meant to take.
    public var minutes: Int
    public var items: [Item]
    public var left: [Left]

    /// An item with the reason why it is on the agenda.
    public struct Item: Equatable, Sendable {
        public var item: AgendaItem
        public var title: String
        public var why: String
    }

    /// An open proposal or topic that is not on the agenda, and why.
    public struct Left: Equatable, Sendable {
        public var id: ItemID
        public var title: String
        public var why: String
    }

    /// Minutes that stay unplanned, since a meeting never begins and ends on time.
    static let slack = 3
}

extension Library {
    /// Plans the meeting of a day.
    ///
    /// First comes what the last hearing left undecided, then what was deferred to this day or an earlier one, outcomes
    /// that are due, what a full agenda has left over, ready applications by priority and waiting time, technology and
    /// hiring. Items are added as long as their time boxes fit.
    public func plan(for date: CalendarDay, minutes: Int) -> AgendaPlan {
        // The day's own agenda, if there is one already, has no say in what belongs on it.
        let others = agendas.filter { $0.date != date }
        return Library(roster: roster, drafts: Array(drafts.values), agendas: others, history: history)
            .planFromTheRest(for: date, minutes: minutes)
    }

    private func planFromTheRest(for date: CalendarDay, minutes: Int) -> AgendaPlan {
        var plan = AgendaPlan(date: date, minutes: minutes, items: [], left: [])
        var free = minutes - AgendaPlan.slack
        for candidate in candidates(for: date) {
            switch candidate.claim {
            case .waits(let why):
                plan.left.append(AgendaPlan.Left(id: candidate.id, title: candidate.title, why: why))
            case .due(_, let why):
                let box = candidate.box
                guard box <= free else {
                    let sentence = "\(why); it needs \(counted(box, "minute")), and \(max(0, free)) are left"
                    plan.left.append(AgendaPlan.Left(id: candidate.id, title: candidate.title, why: sentence))
                    continue
                }
                free -= box
                plan.items.append(AgendaPlan.Item(item: candidate.agendaItem, title: candidate.title, why: why))
            }
        }
        return plan
    }

    /// Everything open, in the order in which it has a claim to the agenda.
    private func candidates(for date: CalendarDay) -> [Candidate] {
        let proposals = Set(drafts.keys).union(heardItems.filter { isProposal($0) }.map(\.rawValue)).sorted()
        let topics = heardItems.filter { !isProposal($0) }
        let all = proposals.compactMap { candidate(for: $0, on: date) } + topics.compactMap { topic($0, on: date) }
        return all.sorted { left, right in
            (left.claim.rank, left.priority, left.since, left.id.rawValue)
                < (right.claim.rank, right.priority, right.since, right.id.rawValue)
        }
    }

    private func isProposal(_ id: ItemID) -> Bool {
        drafts[id.rawValue] != nil || hearings(of: id).last?.item.isTopic == false
    }

    /// Nil if nothing is open about it, or if another agenda has it.
    private func candidate(for id: String, on date: CalendarDay) -> Candidate? {
        let last = hearings(of: ItemID(id)).last
        guard let stage = stage(of: id, on: history.last?.date ?? date), stage.isOpen,
            let proposal = drafts[id]?.proposal ?? last?.item.proposal
        else { return nil }
        let claim = claim(of: proposal, in: stage, on: date)
        guard let claim else { return nil }
        let continued = last ?? proposal.revises.flatMap { hearings(of: ItemID($0)).last }
        let item = AgendaItem(
            id: ItemID(id), subject: .proposal(id: id), minutes: box(for: proposal, last: last?.item),
            presenter: presenter(of: proposal, last: last?.item), continues: continued?.date, again: claim.again)
        return Candidate(
            agendaItem: item, title: proposal.title, claim: claim, priority: proposal.priority ?? .normal,
            since: claim.rank < 40 ? last?.date ?? date : proposal.readySince ?? date)
    }

    private func claim(of proposal: Proposal, in stage: Stage, on date: CalendarDay) -> Claim? {
        switch stage {
        case .undecided(let day): .due(rank: 10, why: "undecided on \(day.long)")
        case .deferred(let day, let until?) where until > date: .waits("deferred on \(day.long) until \(until.long)")
        case .deferred(let day, let until):
            .due(rank: 20, why: "deferred on \(day.long)\(until.map { " until \($0.long)" } ?? "")")
        case .approved(let day, let due):
            due > date
                ? nil
                : .due(rank: 30, why: "approved on \(day.long), and its outcome is due since \(due.long)")
        case .ready(let since):
            readyClaim(of: proposal, since: since)
        case .draft(let missing): .waits("a draft: \(missing[0].sentence)")
        case .leads(let awaited): .waits("waits for \(listed(awaited.map(\.spoken)))")
        case .sentBack(let day, let awaited): .waits("sent back on \(day.long), waits for \(awaited)")
        case .onAgenda(let other): .waits("on the agenda of \(other.long)")
        case .measured, .rejected, .withdrawn, .revised: nil
        }
    }

    private func readyClaim(of proposal: Proposal, since: CalendarDay?) -> Claim {
        let why = since.map { "ready since \($0.long)" } ?? "ready"
        // A meeting has been held since, and had no room for it.
        if let since, let last = history.last?.date, since < last { return .due(rank: 40, why: why) }
        return .due(rank: proposal.kind == .application ? 50 : 60, why: why)
    }

    /// A topic on which nothing was decided, or which was deferred.
    private func topic(_ id: ItemID, on date: CalendarDay) -> Candidate? {
        guard let last = hearings(of: id).last else { return nil }
        let claim: Claim
        switch (last.item.decision?.verdict, last.item.decision?.until) {
        case (nil, _): claim = .due(rank: 10, why: "undecided on \(last.date.long)")
        case (.defer, let until?) where until > date:
            claim = .waits("deferred on \(last.date.long) until \(until.long)")
        case (.defer, _): claim = .due(rank: 20, why: "deferred on \(last.date.long)")
        default: return nil
        }
        let item = AgendaItem(
            id: id, subject: .topic(title: last.item.title, text: last.item.text ?? ""), minutes: last.item.box,
            presenter: last.item.presenter?.handle, continues: last.date)
        return Candidate(agendaItem: item, title: last.item.title, claim: claim, priority: .normal, since: last.date)
    }

    // MARK: The time box

    /// As the proposal asks; else as it had last time; else the median of what its kind took lately.
    private func box(for proposal: Proposal, last: HeldItem?) -> Int {
        proposal.minutes ?? last?.box ?? usualBox(of: proposal.kind)
    }

    private func usualBox(of kind: Proposal.Kind) -> Int {
        let times = history.reversed().flatMap(\.items).filter { $0.proposal?.kind == kind }.compactMap(\.seconds)
        let lately = times.prefix(12).sorted()
        guard !lately.isEmpty else { return Candidate.usualBox }
        return max(1, (lately[lately.count / 2] + 59) / 60)
    }

    private func presenter(of proposal: Proposal, last: HeldItem?) -> Handle? {
        let lead = proposal.techLeads.first?.name
        return roster.everybody.first { $0.name == lead }?.handle ?? last?.presenter?.handle
    }
}

/// Something open, with its claim to a place on the agenda.
private struct Candidate {
    let agendaItem: AgendaItem
    let title: String
    let claim: Claim
    let priority: Proposal.Priority
    let since: CalendarDay

    /// Minutes for an item about whose kind nothing is known yet.
    static let usualBox = 12

    var id: ItemID { agendaItem.id }
    var box: Int { agendaItem.minutes ?? Self.usualBox }
}

private enum Claim {
    case due(rank: Int, why: String)
    case waits(String)

    /// Lower comes first.
    var rank: Int {
        switch self {
        case .due(let rank, _): rank
        case .waits: 100
        }
    }

    /// Why the council hears again what it has decided.
    var again: String? {
        if case .due(30, let why) = self { why } else { nil }
    }
}

extension Proposal.Priority: Comparable {
    /// What is needed sooner comes first.
    public static func < (left: Proposal.Priority, right: Proposal.Priority) -> Bool { left.place < right.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
