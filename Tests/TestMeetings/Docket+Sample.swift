import Council

extension Docket {
    package static let sample = Docket(
        roster: .sample,
        agenda: Agenda(
            date: CalendarDay(daysSinceEpoch: 20_782), start: "10:00", minutes: 75,
            place: "https://meet.example.com/ml-review", scribe: "tomas",
            items: [
                item(
                    "fraud-ring-graph", 14, presenter: "noor", interested: ["payments-risk@example.com"],
                    again: "the pilot's figures are in"),
                item("prep-time", 15, presenter: "lena"),
                item(
                    "promo-uplift", 10, presenter: "emre", interested: ["finance-partners@example.com"],
                    continues: CalendarDay("2026-11-11")),
                item("vector-store", 12, presenter: "wen"),
                item("hire-senior-mle", 8, presenter: "bo"),
                AgendaItem(
                    id: ItemID("topic-1"),
                    subject: .topic(
                        title: "Chair rotation",
                        text:
                            "My term ends on 1 March 2027. I suggest:\n\n- names by **16 December**;\n- a vote on *13 January*."
                    ),
                    minutes: 6, presenter: "priya"),
            ]),
        proposals: [
            "fraud-ring-graph": .fraudRingGraph, "prep-time": .prepTime, "promo-uplift": .promoUplift,
            "vector-store": .vectorStore, "hire-senior-mle": .hireSeniorMLE,
        ],
        digests: ["prep-time": String(repeating: "1f", count: 32), "promo-uplift": String(repeating: "2e", count: 32)])

    private static func item(
        _ id: String, _ minutes: Int, presenter: Handle, interested: [String] = [], continues: CalendarDay? = nil,
        again: String? = nil
    ) -> AgendaItem {
        AgendaItem(
            id: ItemID(id), subject: .proposal(id: id), minutes: minutes, presenter: presenter, interested: interested,
            continues: continues, again: again)
    }
}

extension Roster {
    package static let sample = Roster(
        name: "ML Council", timeZone: "America/Los_Angeles",
        chair: Chair(member: "priya", since: CalendarDay("2026-03-01"), termMonths: 12),
        members: [
            Member(handle: "priya", name: "Priya Raman", email: "priya@example.com", discipline: .engineering),
            Member(handle: "bo", name: "Bo Håkansson", email: "bo@example.com", discipline: .engineering),
            Member(handle: "idris", name: "Idris Bello", email: "idris@example.com", discipline: .engineering),
            Member(handle: "tomas", name: "Tomás Vidal", email: "tomas@example.com", discipline: .dataScience),
            Member(handle: "mei", name: "陳美玲 (Mei Chen)", email: "mei@example.com", discipline: .dataScience),
            Member(handle: "anais", name: "Anaïs Lefèvre", email: "anais@example.com", discipline: .dataScience),
            Member(handle: "wen", name: "Wen Li", email: "wen@example.com", discipline: .infrastructure),
            Member(handle: "zsofia", name: "Zsófia Kertész", email: "zsofia@example.com", discipline: .infrastructure),
            Member(handle: "jonas", name: "Jonas Müller", email: "jonas@example.com", discipline: .infrastructure),
        ],
        practitioners: [
            Member(handle: "lena", name: "Lena Ortiz", email: "lena@example.com", discipline: .engineering),
            Member(handle: "noor", name: "Noor Haddad", email: "noor@example.com", discipline: .dataScience),
            Member(handle: "emre", name: "Emre Yıldız", email: "emre@example.com", discipline: .dataScience),
        ],
        interested: ["ml-review@example.com", "pod-leads@example.com"],
        mail: MailSettings(
            from: "ML Council <ml-council@example.com>", replyTo: "ml-council@example.com",
            listID: "ml-review.example.com", subject: "[ML Review]"))
}

extension Proposal {
    package static let fraudRingGraph = Proposal(
        id: "fraud-ring-graph", title: "Fraud ring graph", pod: "Payments", sponsor: "Noor Haddad <noor@example.com>",
        techLeads: [TeamMember(name: "Noor Haddad", role: .dataScientist)], blocker: .statistical,
        team: [
            TeamMember(name: "Noor Haddad", role: .dataScientist), TeamMember(name: "Kofi Mensah", role: .mlEngineer),
        ],
        impact: Impact(value: 1_900_000, unit: "USD/year"),
        cost: Cost(build: 300_000, maintenance: 90_000, unit: "USD"),
        baseline: Baseline(method: "velocity rules", share: 35), thirdParty: "two vendors, neither sees our payouts",
        platform: ["feature-store"], leads: approved,
        outcome: MeasuredOutcome(
            on: CalendarDay(daysSinceEpoch: 20_775), value: 412_500.5, unit: "USD/year",
            note: "three months of the pilot"),
        body: body)

    package static let prepTime = Proposal(
        id: "prep-time", title: "Dispatch by predicted prep time", pod: "Dispatch",
        sponsor: "Lena Ortiz <lena@example.com>", techLeads: [TeamMember(name: "Lena Ortiz", role: .mlEngineer)],
        blocker: .production,
        team: [
            TeamMember(name: "Lena Ortiz", role: .mlEngineer),
            TeamMember(name: "Sam Okafor", role: .dataScientist, email: "sam@example.com"),
        ],
        impact: Impact(value: 4_200_000, unit: "USD/year", note: "from the 3-city holdout"),
        cost: Cost(build: 450_000, maintenance: 150_000, unit: "USD", note: "maintenance per year"),
        baseline: Baseline(method: "oldest order first", share: 25), thirdParty: "none under 20 ms",
        engineeringAlone: false, data: ["store-events", "courier-gps"], platform: ["feature-store", "model-serving"],
        reuse: ["batching"],
        leads: approved.filter { $0.role != .dataScience } + [
            LeadReview(
                role: .dataScience, name: "Ravi Das", verdict: .changes, date: CalendarDay("2026-11-20"),
                note: "holdout too short",
                email: "ravi@example.com")
        ],
        interested: ["dispatch-leads@example.com"], priority: .high, minutes: 15,
        followUp: FollowUp(after: CalendarDay(daysSinceEpoch: 20_910), measure: "orders an hour"), body: body)

    package static let promoUplift = Proposal(
        id: "promo-uplift", title: "Promotions by predicted uplift", pod: "Growth",
        techLeads: [TeamMember(name: "Emre Yıldız", role: .dataScientist)], blocker: .production,
        team: [TeamMember(name: "Emre Yıldız", role: .dataScientist)],
        impact: Impact(value: 6_000_000, unit: "USD/year"),
        cost: Cost(build: 700_000, maintenance: 200_000, unit: "USD"),
        baseline: Baseline(method: "recency rule", share: 55), leads: approved, revises: "promo-blast", body: body)

    package static let vectorStore = Proposal(
        id: "vector-store", title: "A vector store for search & support", kind: .technology, pod: "Platform",
        techLeads: [TeamMember(name: "Wen Li", role: .engineer)],
        team: [TeamMember(name: "Wen Li", role: .engineer), TeamMember(name: "Farah Aziz", role: .engineer)],
        impact: Impact(value: 800_000, unit: "USD/year"),
        cost: Cost(build: 120_000, maintenance: 150_000, unit: "USD"), platform: ["search"], leads: approved,
        options: [
            TechnologyOption(name: "build", choice: .build, cost: "400 k USD", runBy: "Platform"),
            TechnologyOption(name: "managed", choice: .buy, cost: "150 k USD/year", runBy: "the vendor"),
        ], recommend: "managed", body: body + "\n## Effect on the platform\nOne store for three uses.\n")

    package static let hireSeniorMLE = Proposal(
        id: "hire-senior-mle", title: "Senior ML engineer: description and process", kind: .hiring, pod: "Platform",
        sponsor: "Bo Håkansson <bo@example.com>", techLeads: [TeamMember(name: "Bo Håkansson", role: .engineer)],
        leads: approved,
        opening: Opening(role: .mlEngineer, level: "senior", count: 2),
        body: "## Job description\nRuns models in production.\n## Process\nFour talks.\n")

    private static let approved = [
        LeadReview(role: .product, name: "Kim Park", verdict: .approved),
        LeadReview(role: .engineering, name: "Ola Berg", verdict: .approved),
        LeadReview(role: .dataScience, name: "Ravi Das", verdict: .approved),
        LeadReview(role: .analytics, name: "Mia Chen", verdict: .approved),
    ]

    private static let body = "## Business problem\nIt costs.\n## Solution\nLess of it.\n"
}
