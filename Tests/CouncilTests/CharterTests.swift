import Testing

@testable import Council

/// What the charter finds in a proposal: the gate, which blocks, and advice, which never does.
@Suite struct CharterTests {
    typealias Change = @Sendable (inout Proposal) -> Void

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let proposal: Proposal
        let lines: [String]

        init(_ name: String, _ proposal: Proposal, _ lines: [String], _ change: Change = { _ in }) {
            self.name = name
            self.lines = lines
            var changed = proposal
            change(&changed)
            self.proposal = changed
        }

        var testDescription: String { name }
    }

    static let application = TestCouncil.prepTime
    static let technology = TestCouncil.vectorStore
    static let hiring = TestCouncil.hiring

    @Test("Findings", arguments: applications + technologies + openings)
    func findings(row: Row) {
        #expect(Charter.findings(on: row.proposal).map(\.line) == row.lines)
    }

    static let applications = [
        Row("complete", application, []),
        Row("no problem", application, ["gate, Review: no business problem: write a section `## Business problem`"]) {
            $0.setSection("Business problem", to: " ")
        },
        Row("no solution", application, ["gate, Review: no solution: write a section `## Solution`"]) {
            $0.body = "## Business problem\nX"
        },
        Row(
            "a heading inside a fence is none", application,
            ["gate, Review: no solution: write a section `## Solution`"]
        ) {
            $0.body = "## Business problem\n```\n## Solution\n```\n"
        },
        Row("no impact", application, ["gate, Review: no impact is estimated: give impact a value and a unit"]) {
            $0.impact = nil
        },
        Row("no cost", application, ["gate, Review: no cost is estimated: give cost build, maintenance and a unit"]) {
            $0.cost = nil
        },
        Row("no cost to build", application, ["gate, Review: no cost to build is given: give cost.build"]) {
            $0.cost?.build = nil
        },
        Row("no upkeep", application, ["gate, Review: no cost of maintenance is given: give cost.maintenance"]) {
            $0.cost?.maintenance = nil
        },
        Row("no lead", application, ["gate, Accountability: no technical lead: name exactly one"]) {
            $0.techLeads = []
        },
        Row("no review", application, ["gate, Review: the data science lead has not reviewed it"]) {
            $0.leads.removeAll { $0.role == .dataScience }
        },
        Row("a pending review", application, ["gate, Review: the review of the analytics lead (Mia Chen) is pending"]) {
            $0.leads[3] = LeadReview(role: .analytics, name: "Mia Chen", verdict: .pending)
        },
        Row("changes", application, ["gate, Review: the product lead asks for changes: holdout too short"]) {
            $0.leads[0] = LeadReview(role: .product, verdict: .changes, note: "holdout too short")
        },
        Row("a lead who came round: the last word counts", application, []) {
            $0.leads.insert(LeadReview(role: .product, verdict: .changes), at: 0)
        },
        Row(
            "a data scientist where production blocks", application,
            [
                "Lead: production performance is the biggest blocker, so an ML engineer should lead; Sam is a data scientist"
            ]
        ) { $0.techLeads = [TeamMember(name: "Sam", role: .dataScientist)] },
        Row(
            "an ML engineer where statistics block", application,
            [
                "Lead: statistical performance is the biggest blocker, so a data scientist should lead; Lena Ortiz is an ML engineer"
            ]
        ) { $0.blocker = .statistical },
        Row("third party", application, ["Speed: no word on third-party solutions: what exists, and why not?"]) {
            $0.thirdParty = nil
        },
        Row(
            "engineering alone", application,
            ["Sufficiency: engineering alone can build something good enough, so it should"]
        ) { $0.engineeringAlone = true },
        Row("rules reach 40 %", application, []) { $0.baseline?.share = 40 },
        Row(
            "rules reach more", application,
            [
                "Incrementality: simple rules reach 40.5 % of the impact, more than the 40 % up to which ML pays: are they enough?"
            ]
        ) { $0.baseline?.share = 40.5 },
        Row("rules reach 10 %", application, []) { $0.baseline?.share = 10 },
        Row(
            "rules reach less", application,
            [
                "Incrementality: simple rules reach 9 % of the impact, less than the 10 % from which ML has ground to "
                    + "stand on: is the problem understood?"
            ]
        ) { $0.baseline?.share = 9 },
        Row("a team of one", application, ["Platform: a team of one: who supports it when Lena Ortiz is away?"]) {
            $0.team.removeLast()
        },
        Row("no platform", application, ["Platform: no part of the ML platform is named"]) { $0.platform = [] },
    ]

    static let technologies = [
        Row("complete", technology, []),
        Row("no impact", technology, ["gate, Review: no impact is estimated: give impact a value and a unit"]) {
            $0.impact = nil
        },
        Row(
            "one option", technology,
            [
                "gate, Speed: fewer than two options: compare building with buying",
                "Speed: no option to buy is compared",
            ]
        ) { $0.options.removeFirst() },
        Row("an option without cost", technology, ["gate, Review: no cost is given for Managed"]) {
            $0.options[0].cost = nil
        },
        Row("nobody runs it", technology, ["gate, Accountability: nobody is named who would run Our cluster"]) {
            $0.options[1].runBy = nil
        },
        Row(
            "no effect on the platform", technology,
            ["gate, Platform: no effect on the platform: write a section `## Effect on the platform`"]
        ) { $0.setSection("Effect on the platform", to: "") },
        Row("nothing recommended", technology, ["Accountability: no option is recommended"]) { $0.recommend = nil },
        Row("not reviewed by data science", technology, ["gate, Review: the data science lead has not reviewed it"]) {
            $0.leads.removeLast()
        },
        Row("what product says counts too", technology, ["gate, Review: the product lead asks for changes"]) {
            $0.leads.append(LeadReview(role: .product, verdict: .changes))
        },
    ]

    static let openings = [
        Row("complete", hiring, []),
        Row("no description", hiring, ["gate, Talent: no job description: write a section `## Job description`"]) {
            $0.setSection("Job description", to: "")
        },
        Row("no process", hiring, ["gate, Talent: no process: write a section `## Process`"]) {
            $0.setSection("Process", to: "")
        },
        Row("no hiring lead", hiring, ["gate, Accountability: no hiring lead: name exactly one"]) {
            $0.techLeads = []
        },
        Row("both disciplines review", hiring, ["gate, Review: the engineering lead has not reviewed it"]) {
            $0.leads.removeFirst()
        },
        Row("no role", hiring, ["Talent: the role of the opening is not named"]) { $0.opening = nil },
    ]

    @Test("A free topic has no findings, whatever is open on it")
    func topic() throws {
        let review = try Review("simple of cast", present: 5, "go 3 / note concern: A")
        #expect(review.meeting.findings(on: review.item) == [])
        #expect(review.refusal(of: "decide approve") == "allowed")
    }

    @Test("Open concerns are advice")
    func concerns() {
        let findings = Charter.findings(on: TestCouncil.prepTime, openConcerns: [1, 4])
        #expect(findings.map(\.line) == ["Review: concerns 1 and 4 are open: resolve them, or decide over them"])
    }
}
