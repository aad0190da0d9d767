import Council
import Testing

/// What happened to one item over some weeks, told in a line, such as
/// `leads 20 Nov; 25 Nov revise; changed; leads 27 Nov`.
///
/// - `leads DAY` all leads approve; `leads` without a day: they approve and name none
/// - `pending ROLE`, `changes ROLE` what one lead says last
/// - `DAY none|approve|revise|reject|withdraw|defer [DAY]` a meeting heard it; `in MINUTES` how long; `box MINUTES`
/// - `awaits NAME` the analytics lead of that name has not read it
/// - `DAY confirmed|changed|stopped`, `DAY outcome none|defer [DAY]` a meeting heard what came of it
/// - `changed` the file is changed; `gone` it is deleted; `incomplete` it names no cost
/// - `on DAY [again|outcome]` an agenda has it
/// - `follow up DAY` and then `by MEASURE`, `measured DAY`, `minutes N`, `high`, `low`, `technology`, `hiring`, `revises ID`, `lead NAME`
/// - `topic TITLE` instead of a proposal
struct Story {
    let id: String
    let text: String

    init(_ id: String, _ text: String) {
        self.id = id
        self.text = text
    }

    /// The 25th of November 2026, a Wednesday, is the first meeting of most stories.
    static func day(_ words: [Substring]) -> CalendarDay? {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard words.count >= 2, let day = Int(words[0]), let month = months.firstIndex(of: String(words[1])) else {
            return nil
        }
        return CalendarDay(year: words.count > 2 ? Int(words[2]) ?? 2026 : 2026, month: month + 1, day: day)
    }
}

/// A council's folder in which some stories have happened.
struct Weeks {
    private var drafts: [String: Library.Draft] = [:]
    private var agendas: [CalendarDay: [AgendaItem]] = [:]
    private var history: [CalendarDay: [HeldItem]] = [:]
    private var actions: [HeldAction] = []

    static let roster = Roster(
        name: "ML Council", chair: Chair(member: Handle("priya")),
        members: [
            Member(handle: Handle("priya"), name: "Priya Raman"), Member(handle: Handle("tomas"), name: "Tomás Vidal"),
        ],
        practitioners: [Member(handle: Handle("lena"), name: "Lena Ortiz")])

    init(_ stories: [Story], held: [String] = [], actions: [HeldAction] = []) {
        self.actions = actions
        for text in held {
            if let day = Story.day(text.split(separator: " ")) { history[day, default: []] += [] }
        }
        for story in stories { tell(story) }
    }

    var library: Library {
        Library(
            roster: Self.roster, drafts: Array(drafts.values),
            agendas: agendas.map { Agenda(date: $0, minutes: 60, items: $1) },
            history: history.map { day, items in
                HeldMeeting(date: day, items: items, actions: actions.filter { $0.reference.meeting == day })
            })
    }

    private mutating func tell(_ story: Story) {
        if story.text.hasPrefix("topic ") { return tell(topic: story) }
        var draft = Library.Draft(Self.proposal(story.id), digest: "0")
        var isThere = true
        for event in story.text.split(separator: ";").map({ $0.split(separator: " ") }) {
            if let day = Story.day(event) {
                hear(event, on: day, as: ItemID(story.id), title: story.id, draft)
                continue
            }
            let rest = Array(event.dropFirst())
            let word = rest.first.map(String.init) ?? ""
            switch event.first {
            case "leads":
                for role in Charter.requiredReviews(for: draft.proposal.kind) {
                    draft.proposal.leads.append(LeadReview(role: role, verdict: .approved, date: Story.day(rest)))
                }
            case "pending", "changes":
                let role = LeadReview.Role(rawValue: word)
                #expect(role != nil, "\(event)")
                draft.proposal.leads.append(
                    LeadReview(role: role ?? .product, verdict: event.first == "pending" ? .pending : .changes))
            case "awaits":
                draft.proposal.leads.append(
                    LeadReview(role: .analytics, name: rest.joined(separator: " "), verdict: .pending))
            case "changed": draft.digest += "1"
            case "gone": isThere = false
            case "incomplete": draft.proposal.cost = nil
            case "on":
                let day = Story.day(rest) ?? CalendarDay(daysSinceEpoch: 0)
                agendas[day, default: []].append(
                    AgendaItem(
                        id: ItemID(story.id), subject: .proposal(id: story.id),
                        again: rest.last == "again" ? "asked for" : nil,
                        purpose: rest.last == "outcome" ? .outcome : nil))
            case "follow": draft.proposal.followUp = Story.day(Array(rest.dropFirst())).map { FollowUp(after: $0) }
            case "by": draft.proposal.followUp?.measure = word
            case "measured":
                draft.proposal.outcome = Story.day(rest).map { MeasuredOutcome(on: $0, value: 1, unit: "USD/year") }
            case "minutes": draft.proposal.minutes = Int(word)
            case "high", "low", "normal": draft.proposal.priority = Proposal.Priority(rawValue: String(event[0]))
            case "technology":
                draft.proposal.kind = .technology
                draft.proposal.options = ["a", "b"].map { TechnologyOption(name: $0, cost: "1", runBy: "us") }
            case "hiring":
                draft.proposal.kind = .hiring
                draft.proposal.impact = nil
                draft.proposal.body += "\n## Job description\nx\n## Process\nx\n"
            case "revises": draft.proposal.revises = word
            case "lead": draft.proposal.techLeads = [TeamMember(name: rest.joined(separator: " "))]
            default: Issue.record("\(story.text): \(event)")
            }
        }
        if isThere { drafts[story.id] = draft }
    }

    private mutating func tell(topic story: Story) {
        let events = story.text.split(separator: ";").map { $0.split(separator: " ") }
        let title = events[0].dropFirst().joined(separator: " ")
        for event in events.dropFirst() {
            if let day = Story.day(event) {
                hear(event, on: day, as: ItemID(story.id), title: title, nil)
            } else if event.first == "on", let day = Story.day(Array(event.dropFirst())) {
                let item = AgendaItem(id: ItemID(story.id), subject: .topic(title: title, text: ""))
                agendas[day, default: []].append(item)
            } else {
                Issue.record("\(story.text): \(event)")
            }
        }
    }

    private mutating func hear(
        _ event: [Substring], on day: CalendarDay, as id: ItemID, title: String, _ draft: Library.Draft?
    ) {
        var words = event.dropFirst(event.count > 2 && Int(event[2]) ?? 0 > 1000 ? 3 : 2)
        var item = HeldItem(
            id: id, number: (history[day]?.count ?? 0) + 1, title: title, proposal: draft?.proposal,
            text: draft == nil ? "Words." : nil, digest: draft?.digest)
        while let word = words.popFirst() {
            switch word {
            case "in": item.seconds = words.popFirst().flatMap { Int($0) }.map { $0 * 60 }
            case "box": item.box = words.popFirst().flatMap { Int($0) }
            case "none": break
            case "outcome": item.purpose = .outcome
            default:
                let verdict = Decision.Verdict(rawValue: String(word))
                #expect(verdict != nil, "\(event)")
                if verdict?.isOfOutcome == true { item.purpose = .outcome }
                let until = Story.day(Array(words))
                if until != nil { words = [] }
                item.decision = HeldDecision(verdict: verdict ?? .defer, spoken: "\(word)", until: until)
            }
        }
        history[day, default: []].append(item)
    }

    /// A faultless application that no lead has read.
    static func proposal(_ id: String) -> Proposal {
        Proposal(
            id: id, title: id, techLeads: [TeamMember(name: "Lena Ortiz")], impact: Impact(value: 1, unit: "USD/year"),
            cost: Cost(build: 1, maintenance: 1, unit: "USD"),
            body: "## Business problem\n1\n## Solution\nx\n## Effect on the platform\nx\n")
    }
}

extension CalendarDay {
    /// `2 Dec`, or `2 Dec 2027` in another year than most.
    static func of(_ text: String) -> CalendarDay {
        Story.day(text.split(separator: " ")) ?? CalendarDay(daysSinceEpoch: 0)
    }
}
