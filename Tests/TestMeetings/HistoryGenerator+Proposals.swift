import Council

extension HistoryGenerator {
    mutating func madeUpProposal(id: String, title: String) -> Proposal {
        let kind: Proposal.Kind = random.pick([.application, .application, .application, .technology, .hiring])
        let team = (0..<random.number(1...4)).map { _ in
            TeamMember(
                name: random.pick(Self.people), role: random.chance(80) ? random.pick(TeamMember.Role.allCases) : nil,
                email: random.chance(30) ? "somebody@example.com" : nil)
        }
        var proposal = Proposal(
            id: id, title: title, kind: kind, pod: random.pick(Self.pods), sponsor: random.pick(Self.people),
            techLeads: Array(team.prefix(1)), blocker: random.pick(Proposal.Blocker.allCases), team: team,
            impact: Impact(
                value: Double(random.number(1...900)) * random.pick([0.01, 1, 1000, 12_345.67]), unit: "USD/year",
                note: random.chance(30) ? text.sentence(&random) : nil),
            cost: Cost(
                build: random.chance(90) ? Double(random.number(1...900)) * 1000 : nil,
                maintenance: random.chance(80) ? Double(random.number(1...90)) * 1000 : nil, unit: "USD"),
            baseline: Baseline(
                method: text.sentence(&random), share: random.chance(80) ? Double(random.number(0...100)) : nil),
            thirdParty: text.sentence(&random), engineeringAlone: random.chance(50) ? random.chance(50) : nil,
            data: names(0...3), platform: names(0...3), reuse: names(0...2), leads: reviews(),
            interested: ["somebody@example.com"], priority: random.chance(50) ? random.pick(priorities) : nil,
            minutes: random.chance(30) ? random.number(5...20) : nil,
            followUp: random.chance(20)
                ? FollowUp(after: CalendarDay(daysSinceEpoch: random.number(20_800...24_000)), measure: "orders") : nil,
            body: "## Business problem\n\(text.sentence(&random))\n## Solution\n\(text.sentence(&random))\n"
                + "## Effect on the platform\nIt grows.\n## Job description\nRuns models.\n## Process\nFour talks.\n")
        if kind == .technology {
            proposal.options = Proposal.vectorStore.options
            proposal.recommend = proposal.options.first?.name
        }
        if kind == .hiring {
            proposal.opening = Opening(
                role: random.pick(TeamMember.Role.allCases), level: random.chance(70) ? "senior" : nil,
                count: random.number(1...3))
        }
        return proposal
    }

    private var priorities: [Proposal.Priority] { Proposal.Priority.allCases }

    /// What a few proposals share.
    private mutating func names(_ count: ClosedRange<Int>) -> [String] {
        (0..<random.number(count)).map { _ in "\(random.pick(Self.pods).lowercased())-\(text.word(&random))" }
    }

    private mutating func reviews() -> [LeadReview] {
        LeadReview.Role.allCases.map { role in
            let verdict: LeadReview.Verdict = random.chance(92) ? .approved : random.pick([.changes, .pending])
            return LeadReview(
                role: role, name: random.pick(Self.people), verdict: verdict,
                date: random.chance(80) ? CalendarDay(daysSinceEpoch: random.number(20_700...24_000)) : nil,
                note: verdict == .changes ? text.sentence(&random) : nil)
        }
    }

    private static let people = [
        "Lena Ortiz", "Noor Haddad", "Emre Yıldız", "Sam Okafor", "Kofi Mensah", "Farah Aziz", "Ravi Das", "Mia Chen",
        "Ola Berg", "Kim Park", "Zoë van Dam", "李雷",
    ]

    private static let pods = ["Dispatch", "Payments", "Growth", "Search", "Platform", "Forecast", "Support", "Maps"]
}
