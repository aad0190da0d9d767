import Council

/// The council of the tests: up to seven seats, the chair's first, and one practitioner.
enum TestCouncil {
    static let day = CalendarDay("2026-11-25")!

    static let everybody = [
        Member(handle: Handle("priya"), name: "Priya Raman"),
        Member(handle: Handle("tomas"), name: "Tomás Vidal"),
        Member(handle: Handle("wen"), name: "Wen Li"),
        Member(handle: Handle("bo"), name: "Bo Berg"),
        Member(handle: Handle("mei"), name: "Mei Chen"),
        Member(handle: Handle("ana"), name: "Ana Ruiz"),
        Member(handle: Handle("raj"), name: "Raj Das"),
    ]

    static func roster(
        seats: Int = 7, without absentees: Set<String> = [], chair: String = "priya", rule: VotingRule = VotingRule(),
        consent: ConsentRule? = nil
    ) -> Roster {
        Roster(
            name: "ML Council",
            chair: Chair(member: Handle(chair), since: CalendarDay("2026-03-01"), termMonths: 12),
            members: everybody.prefix(seats).filter { !absentees.contains($0.handle.rawValue) },
            practitioners: [Member(handle: Handle("lena"), name: "Lena Ortiz")], voting: rule,
            consent: consent)
    }

    /// Item 1 is a proposal to which the gate has nothing to say, item 2 one that the gate stops, item 3 a topic.
    static func docket(
        roster: Roster = roster(), items: [AgendaItem] = agendaItems, proposals: [Proposal] = [prepTime, bare],
        consent: [Handle: [ConsentWord]]? = nil
    ) -> Docket {
        Docket(
            roster: roster, agenda: Agenda(date: day, items: items),
            proposals: Dictionary(uniqueKeysWithValues: proposals.map { ($0.id, $0) }), consent: consent)
    }

    static let agendaItems = [
        AgendaItem(id: ItemID("prep-time"), subject: .proposal(id: "prep-time"), minutes: 15),
        AgendaItem(id: ItemID("bare"), subject: .proposal(id: "bare")),
        AgendaItem(id: ItemID("topic-1"), subject: .topic(title: "Chair rotation", text: "")),
    ]

    /// A proposal that is complete, and on which the charter has no advice either.
    static let prepTime = Proposal(
        id: "prep-time", title: "Dispatch by predicted prep time", pod: "Dispatch",
        techLeads: [TeamMember(name: "Lena Ortiz", role: .mlEngineer)], blocker: .production,
        team: [
            TeamMember(name: "Lena Ortiz", role: .mlEngineer), TeamMember(name: "Sam Okafor", role: .dataScientist),
        ],
        impact: Impact(value: 4_200_000, unit: "USD/year"),
        cost: Cost(build: 450_000, maintenance: 150_000, unit: "USD"),
        baseline: Baseline(method: "oldest order first", share: 25), thirdParty: "none under 20 ms",
        engineeringAlone: false, platform: ["feature-store"],
        leads: approvals([.product, .engineering, .dataScience, .analytics]),
        body: "## Business problem\nCouriers wait.\n\n## Solution\nPredict.\n")

    /// A draft in which nobody has filled in the cost.
    static let bare: Proposal = {
        var proposal = prepTime
        proposal.id = "bare"
        proposal.title = "A draft"
        proposal.cost = nil
        return proposal
    }()

    static let vectorStore = Proposal(
        id: "vector-store", title: "A vector store", kind: .technology,
        techLeads: [TeamMember(name: "Farah Aziz", role: .engineer)],
        team: [TeamMember(name: "Farah Aziz"), TeamMember(name: "Kofi Mensah")],
        impact: Impact(value: 640_000, unit: "USD/year"),
        cost: Cost(build: 95_000, maintenance: 118_000, unit: "USD"), platform: ["search-cluster"],
        leads: approvals([.engineering, .dataScience]),
        options: [
            TechnologyOption(name: "Managed", choice: .buy, cost: "310 k a year", runBy: "the vendor"),
            TechnologyOption(name: "Our cluster", choice: .build, cost: "95 k", runBy: "Platform"),
        ], recommend: "Our cluster",
        body: "## Business problem\nSlow.\n## Solution\nAn index.\n## Effect on the platform\nOne system fewer.\n")

    static let hiring = Proposal(
        id: "hire", title: "Two senior ML engineers", kind: .hiring,
        techLeads: [TeamMember(name: "Bo Berg", role: .mlEngineer)], leads: approvals([.engineering, .dataScience]),
        opening: Opening(role: .mlEngineer, level: "senior", count: 2),
        body: "## Job description\nServe models.\n## Process\nThree steps.\n")

    static func approvals(_ roles: [LeadReview.Role]) -> [LeadReview] {
        roles.map { LeadReview(role: $0, verdict: .approved) }
    }
}

extension Handle: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(text) }
}
