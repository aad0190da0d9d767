@testable import Council

/// Half a year of weekly meetings in which anything may happen: files are written, changed and deleted, leads approve,
/// agendas are written by the plan and changed by a person, and meetings are held or not.
struct RandomHalfYear {
    var random: SeededGenerator
    private(set) var drafts: [String: Library.Draft] = [:]
    private(set) var agendas: [Agenda] = []
    private(set) var history: [HeldMeeting] = []
    /// The first meeting is on a Wednesday, and one is due each week.
    private(set) var day = CalendarDay(daysSinceEpoch: 20_783)
    private(set) var promises = RandomPromises()
    /// Half of the councils have a consent lane.
    let consent: ConsentRule?
    private var written = 0

    static let weeks = 26

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        let rule = ConsentRule(
            approvals: random.chance(50) ? 2 : nil, upTo: random.chance(50) ? ConsentRule.Limit(2, "USD") : nil,
            kinds: random.chance(50) ? [.application, .hiring] : [.application])
        consent = random.chance(50) ? rule : nil
    }

    private var roster: Roster {
        let plain = Weeks.roster
        return Roster(
            name: plain.name, timeZone: plain.timeZone, chair: plain.chair, members: plain.members,
            practitioners: plain.practitioners, voting: plain.voting, consent: consent)
    }

    /// The folder as it is now, its parts in any order.
    mutating func library() -> Library {
        Library(
            roster: roster, drafts: drafts.values.shuffled(using: &random),
            agendas: agendas.shuffled(using: &random), history: history.shuffled(using: &random),
            people: promises.people.values.sorted { $0.handle < $1.handle })
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private func day(after days: Int) -> CalendarDay { CalendarDay(daysSinceEpoch: day.daysSinceEpoch + days) }

    // MARK: Between two meetings

    mutating func nextWeek() {
        day = day(after: 7)
        for _ in 0..<number(0...1) { write() }
        for id in drafts.keys.sorted() where random.chance(45) { change(id) }
        if random.chance(40) { promises.say(on: day(after: number(-2...0)), &random) }
    }

    private mutating func write() {
        written += 1
        var proposal = Weeks.proposal("p\(written)")
        proposal.kind = random.pick([.application, .application, .application, .technology, .hiring])
        proposal.options = ["a", "b"].map { TechnologyOption(name: $0, cost: "1", runBy: "us") }
        if proposal.kind == .hiring { proposal.impact = nil }
        if proposal.kind == .hiring { proposal.body += "\n## Job description\nx\n## Process\nx\n" }
        if random.chance(20) { proposal.cost = nil }
        if random.chance(40) { proposal.minutes = number(1...30) }
        if random.chance(30) { proposal.priority = random.pick(Proposal.Priority.allCases) }
        if random.chance(20) { proposal.followUp = FollowUp(after: day(after: number(-10...60))) }
        if random.chance(15) { proposal.revises = drafts.keys.sorted().randomElement(using: &random) }
        drafts[proposal.id] = Library.Draft(proposal, digest: "0")
        if random.chance(60) { approve(proposal.id) }
    }

    private mutating func approve(_ id: String) {
        guard var draft = drafts[id] else { return }
        let date = random.chance(90) ? day(after: number(-6...0)) : nil
        for role in Charter.requiredReviews(for: draft.proposal.kind) where random.chance(92) {
            draft.proposal.leads.append(
                LeadReview(
                    role: role, verdict: random.chance(95) ? .approved : .changes, date: date,
                    of: random.chance(50) ? draft.proposal.version : nil))
        }
        draft.digest += "a"
        drafts[id] = draft
    }

    private mutating func change(_ id: String) {
        switch number(0...9) {
        case 0...4: approve(id)
        case 5: drafts[id]?.digest += "c"
        case 6:
            let (build, unit) = (Double(number(1...4)), random.chance(90) ? "USD" : "EUR")
            drafts[id]?.proposal.cost = Cost(build: build, maintenance: 1, unit: unit)
        case 7:
            let on = day(after: number(-8...8))
            if random.chance(40) { drafts[id]?.proposal.outcome = MeasuredOutcome(on: on, value: 1, unit: "USD/year") }
        case 8:
            let minutes = random.chance(50) ? nil : number(1...30)
            drafts[id]?.proposal.minutes = minutes
        default: if random.chance(15) { drafts[id] = nil }
        }
    }

    // MARK: Agendas and meetings

    /// A person takes the plan, and does with it as they like.
    mutating func write(_ plan: AgendaPlan) {
        var items = plan.items.map(\.item)
        if random.chance(15), !items.isEmpty { items.remove(at: number(0...items.count - 1)) }
        if random.chance(20) {
            let topic = ItemID(topic: "Topic \(number(1...6))")
            if !items.contains(where: { $0.id == topic }) {
                items.append(AgendaItem(id: topic, subject: .topic(title: "Topic", text: "Words."), minutes: 5))
            }
        }
        if random.chance(8), let id = drafts.keys.sorted().randomElement(using: &random),
            !items.contains(where: { $0.id.rawValue == id })
        {
            items.append(AgendaItem(id: ItemID(id), subject: .proposal(id: id), again: "Asked for."))
        }
        agendas.removeAll { $0.date == plan.date }
        agendas.append(Agenda(date: plan.date, minutes: plan.minutes, items: items))
    }

    /// What somebody put together without a plan.
    mutating func agendaByHand() -> Agenda {
        let ids = drafts.keys.sorted().shuffled(using: &random).prefix(4)
        agendas.removeAll { $0.date == day }
        agendas.append(
            Agenda(date: day, items: ids.map { AgendaItem(id: ItemID($0), subject: .proposal(id: $0), minutes: 10) }))
        return agendas[agendas.count - 1]
    }

    mutating func hold(_ agenda: Agenda) {
        let recalled = library().recall(for: agenda.date)
        var items: [HeldItem] = []
        for item in agenda.items {
            var proposal: Proposal?
            if case .proposal(let id) = item.subject {
                // A file that is gone by then is not on the meeting's docket.
                guard let draft = drafts[id] else { continue }
                proposal = draft.proposal
            }
            let isTaken = random.chance(85)
            items.append(
                HeldItem(
                    id: item.id, number: items.count + 1, title: proposal?.title ?? "Topic", proposal: proposal,
                    text: proposal == nil ? "Words." : nil, digest: drafts[item.id.rawValue]?.digest,
                    purpose: item.purpose,
                    seconds: isTaken ? number(30...2400) : nil, box: item.minutes,
                    notes: isTaken ? concerns() : [],
                    decision: isTaken ? decision(on: item) : nil))
        }
        var meeting = HeldMeeting(date: agenda.date, minutes: agenda.minutes, items: items)
        promises.hold(&meeting, recalling: recalled, &random)
        history.append(meeting)
    }

    private mutating func concerns() -> [HeldNote] {
        random.chance(70) ? [] : [HeldNote(number: 1, kind: .concern, text: "But", isResolved: random.chance(50))]
    }

    private mutating func decision(on item: AgendaItem) -> HeldDecision? {
        let aboutOutcomes: [Decision.Verdict?] = [.confirmed, .confirmed, .changed, .stopped, .defer, nil]
        let verdict: Decision.Verdict? = random.pick(
            item.isForOutcome
                ? aboutOutcomes : [.approve, .approve, .revise, .defer, .defer, .reject, .withdraw, nil])
        return verdict.map {
            let until = $0 == .defer && random.chance(60) ? day(after: number(1...30)) : nil
            return HeldDecision(verdict: $0, spoken: $0.rawValue, until: until)
        }
    }
}
