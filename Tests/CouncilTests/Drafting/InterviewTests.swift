import Testing

@testable import Council

/// What the answers to the questions make of a proposal.
@Suite struct InterviewTests {
    private static let library: Library = {
        var prepTime = TestCouncil.prepTime
        prepTime.leads = [
            LeadReview(
                role: .product, name: "Kim Park", verdict: .approved, date: TestCouncil.day, email: "kim@example.com"),
            LeadReview(role: .product, name: "Kim Older", verdict: .approved, date: CalendarDay("2026-01-01")),
            LeadReview(role: .engineering, verdict: .pending),
        ]
        var other = TestCouncil.vectorStore
        other.team = [TeamMember(name: "Lena Berg", role: .analyst)]
        return Library(
            roster: TestCouncil.roster(), drafts: [Library.Draft(prepTime), Library.Draft(other)],
            platform: PlatformBook([
                PlatformPart(name: "Feature Store", kind: .platform, state: .live),
                PlatformPart(name: "gpu-pool", kind: .platform, state: .planned),
                PlatformPart(name: "grid", kind: .platform, state: .retired),
                PlatformPart(name: "gps", kind: .data, state: .live),
            ]))
    }()

    private func interview(_ kind: Proposal.Kind = .application, _ answers: [String: String] = [:]) throws -> Interview
    {
        var interview = Interview(
            kind: kind, title: "New", in: Self.library, addressProblem: { $0.contains("!") ? "it shouts" : nil })
        while let question = interview.question {
            if let answer = answers[question.key] { try interview.answer(answer) }
            if interview.question?.key == question.key { try interview.answer("") }
        }
        return interview
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let kind: Proposal.Kind
        let key: String
        let answer: String
        /// What the proposal says then, or the refusal.
        let result: String
        var testDescription: String { "\(key): \(answer)" }

        init(_ key: String, _ answer: String, _ result: String, _ kind: Proposal.Kind = .application) {
            (self.kind, self.key, self.answer, self.result) = (kind, key, answer, result)
        }
    }

    @Test(arguments: [
        Row("impact", "1.2M USD/year", "1.2 M USD/year"), Row("impact", "1,200,000 USD", "1.2 M USD"),
        Row("impact", "2 million EUR/year", "2 M EUR/year"),
        Row("impact", "1.2M", "refused: `1.2M` is not a value for impact: write NUMBER UNIT, such as 4200000 USD/year"),
        Row(
            "impact", "a lot", "refused: `a lot` is not a value for impact: write NUMBER UNIT, such as 4200000 USD/year"
        ),
        Row("cost", "450k + 150k/year USD", "build 450 k, upkeep 150 k USD"),
        Row("cost", "450k + 150k USD/year", "build 450 k, upkeep 150 k USD"),
        Row("cost", "450k EUR + 150k a year", "build 450 k, upkeep 150 k EUR"),
        Row("cost", "450k USD", "build 450 k USD"), Row("cost", "500K + 160k/yr USD", "build 500 k, upkeep 160 k USD"),
        Row("cost", "500000 + 150000/year USD", "build 500 k, upkeep 150 k USD"),
        Row(
            "cost", "1M USD, 200k USD a year",
            "refused: `1M USD, 200k USD a year` is not a value for cost: write BUILD + UPKEEP UNIT, such as 450000 + 150000 USD"
        ),
        Row(
            "cost", "150k/year USD",
            "refused: `150k/year USD` is not a value for cost: write BUILD + UPKEEP UNIT, such as 450000 + 150000 USD"),
        Row(
            "impact", "1e3 USD/year",
            "refused: `1e3 USD/year` is not a value for impact: write NUMBER UNIT, such as 4200000 USD/year"),
        Row("cost", "450k + 150k/year", "refused: `450k + 150k/year` has no currency: write it as 450k + 150k USD"),
        Row(
            "cost", "1 + 2 + 3 USD",
            "refused: `1 + 2 + 3 USD` is not a value for cost: write BUILD + UPKEEP UNIT, such as 450000 + 150000 USD"),
        Row("baseline", "oldest, first, 25%", "oldest, first 25.0"),
        Row("baseline", "oldest first", "oldest first nil"), Row("baseline", "rules 25%", "rules 25.0"),
        Row("baseline", "rules, 25 %", "rules 25.0"),
        Row(
            "baseline", "25",
            "refused: `25` is not a method with a share: write METHOD, SHARE, such as oldest order first, 25%"),
        Row(
            "baseline", "25 %",
            "refused: `25 %` is not a method with a share: write METHOD, SHARE, such as oldest order first, 25%"),
        Row(
            "baseline", "0.25",
            "refused: `0.25` is not a method with a share: write METHOD, SHARE, such as oldest order first, 25%"),
        Row(
            "baseline", "rules, 0.25",
            "refused: `rules, 0.25` is not a method with a share: write METHOD, SHARE, such as oldest order first, 25%"),
        Row(
            "baseline", "rules, 250%",
            "refused: `250%` is not a value for baseline.share: write a percentage, such as 25%"
        ),
        Row("blocker", "statistical", "statistical"),
        Row("blocker", "stats", "refused: `stats` is not a value for blocker: write production or statistical"),
        Row("people", "tomas", "Tomás Vidal leads "), Row("people", "@wen, engineer", "Wen Li, engineer leads "),
        Row("people", "Sam Okafor", "Sam Okafor, data scientist leads "),
        Row("people", "okafor", "Sam Okafor, data scientist leads "),
        Row("people", "Ada King <ada@example.com>, analyst", "Ada King, analyst leads "),
        Row(
            "people", "bo; Ada <!>",
            "refused: `Ada <!>` is not a mail address: it shouts: write it as Lena Ortiz <lena@example.com>"),
        Row("people", "tomaz", "refused: nobody is called `tomaz`: did you mean `tomas`?"),
        Row("people", "Zzz", "refused: nobody is called `Zzz`: write a new person's full name"),
        Row("people", "bo; wen", "Bo Berg leads Bo Berg; Wen Li"), Row("people", "bo; Bo Berg", "Bo Berg leads "),
        Row("people", "; bo", "refused: `; bo` names no lead: write the technical lead first, then `;` and the others"),
        Row("people", "berg", "refused: `berg` may be Bo Berg or Lena Berg: write the full name or the handle"),
        Row("people", "lena, enginer", "refused: `enginer` is not a role: did you mean `engineer`?"),
        Row("people", "bo, engineer; Ada King", "Bo Berg, engineer leads Bo Berg, engineer; Ada King"),
        Row("platform", "feature-store, , serving", "feature-store, serving"), Row("priority", "HIGH", "high"),
        Row("priority", "soon", "refused: `soon` is not a priority: write high, normal or low"),
        Row("options", "Own, build, 2 M USD, Search", "Own: build, 2 M USD, Search", .technology),
        Row("options", "Own, keep", "Own: keep, nil, nil", .technology),
        Row("options", "Own", "refused: `Own` is not an option: write NAME, build|buy|keep, COST, RUN BY", .technology),
        Row(
            "options", "Own, rent", "refused: `rent` is not a way to get Own: write build, buy or keep after its name",
            .technology),
        Row("opening", "ml-engineer, senior, 2", "ML engineer senior 2", .hiring),
        Row("description", "## Builds", "\\## Builds", .hiring), Row("problem", "```", "\\```"),
    ])
    func anAnswerIsTakenOrRefused(row: Row) throws {
        var interview = Interview(
            kind: row.kind, title: "New", in: Self.library, addressProblem: { $0.contains("!") ? "it shouts" : nil })
        while interview.question?.key != row.key { try interview.answer("") }
        let before = interview
        do throws(Refusal) {
            try interview.answer(row.answer)
            #expect(Self.said(interview.proposal, row.key) == row.result)
        } catch {
            #expect("refused: \(error.description)" == row.result)
            // It is asked again.
            #expect(interview.position == before.position && interview.answers == before.answers)
        }
    }

    private static func said(_ proposal: Proposal, _ key: String) -> String {
        switch key {
        case "impact": proposal.impact?.spoken ?? ""
        case "cost": proposal.cost?.spoken ?? ""
        case "baseline": "\(proposal.baseline?.method ?? "") \(proposal.baseline?.share.map { "\($0)" } ?? "nil")"
        case "people":
            [proposal.techLeads, proposal.team].map { $0.map(\.spoken).joined(separator: "; ") }
                .joined(separator: " leads ")
        case "priority": proposal.priority?.rawValue ?? ""
        case "opening":
            "\(proposal.opening?.role?.spoken ?? "") \(proposal.opening?.level ?? "") \(proposal.opening?.count ?? 0)"
        case "options":
            proposal.options.map {
                "\($0.name): \($0.choice?.rawValue ?? ""), \($0.cost ?? "nil"), \($0.runBy ?? "nil")"
            }
            .joined(separator: "; ")
        default: ProposalField(rawValue: key).map(proposal.value) ?? ""
        }
    }

    @Test func nothingIsSaidThatNobodySaid() throws {
        for kind in Proposal.Kind.allCases {
            let interview = try interview(kind)
            #expect(interview.questions.count <= 12, "with the title")
            var expected = Proposal(id: "", title: "New", kind: kind)
            expected.leads = Charter.requiredReviews(for: kind).map { LeadReview(role: $0, verdict: .pending) }
            #expect(interview.proposal == expected)
        }
    }

    /// Everything answered, a file needs nothing but its leads' approval.
    @Test func theGateAsksForNothingThatIsNotAsked() throws {
        for kind in Proposal.Kind.allCases {
            var interview = Interview(
                kind: kind, title: "New", in: Self.library, addressProblem: { $0.contains("!") ? "it shouts" : nil })
            while let question = interview.question {
                let position = interview.position
                try interview.answer(question.key == "recommend" ? "Managed service" : question.example)
                if question.isRepeated {
                    try interview.answer("Own cluster, build, 2M USD, infrastructure"); try interview.answer("")
                }
                #expect(interview.position == position + 1)
            }
            let findings = Charter.findings(on: interview.proposal).filter { $0.field != "leads" }
            #expect(findings == [], "\(kind)")
        }
    }

    @Test func thePodAndItsLeadsFollowFromWhoLeads() throws {
        let proposal = try interview(.application, ["people": "Lena Ortiz"]).proposal
        #expect(proposal.pod == "Dispatch")
        #expect(proposal.techLeads == [TeamMember(name: "Lena Ortiz", role: .mlEngineer)])
        // The newest name of a role counts.
        #expect(
            proposal.leads[0]
                == LeadReview(role: .product, name: "Kim Park", verdict: .pending, email: "kim@example.com"))
        #expect(
            proposal.leads[1...].allSatisfy { $0.name == nil && $0.verdict == .pending } && proposal.leads.count == 4)
        #expect(
            Interview(
                kind: .application, title: "T", pod: "Ads", in: Self.library,
                addressProblem: { $0.contains("!") ? "it shouts" : nil }
            ).proposal.pod == "Ads")
        #expect(try interview().proposal.pod == nil)
    }

    @Test func anAnswerCanBeChanged() throws {
        var interview = Interview(
            kind: .application, title: nil, in: Self.library, addressProblem: { $0.contains("!") ? "it shouts" : nil })
        #expect(throws: Refusal.self) { try interview.answer("") }
        for answer in ["T", "Why", "1 M USD", "2k + 1k"] { try interview.answer(answer) }
        interview.back()
        interview.back()
        try interview.answer("3 M EUR")
        #expect(interview.question?.key == "cost")
        interview.skip()
        #expect(interview.proposal.cost == Cost(build: 2000, maintenance: 1000, unit: "EUR"))
        // What was begun is gone on with behind the last answer.
        let later = Interview(
            kind: .application, title: nil, answers: interview.answers, in: Self.library,
            addressProblem: { $0.contains("!") ? "it shouts" : nil })
        #expect(later.question?.key == "baseline" && later.proposal == interview.proposal)
        let older = Interview(
            kind: .application, title: "T", answers: ["tech_lead": "bo", "team": "wen; Ada King"], in: Self.library,
            addressProblem: { _ in nil })
        #expect(older.answers["people"] == "bo; wen; Ada King" && older.question?.key == "platform")
        // An empty answer opens it again.
        interview.back()
        try interview.answer("")
        #expect(interview.proposal.cost == nil)
        #expect(throws: Refusal.self) { try interview.answer(String(repeating: "x", count: 40_000)) }
    }

    @Test func optionsAreAskedUntilThereAreNoMore() throws {
        var interview = Interview(
            kind: .technology, title: "T", in: Self.library, addressProblem: { $0.contains("!") ? "it shouts" : nil })
        while interview.question?.key != "options" { try interview.answer("") }
        try interview.answer("A, build")
        #expect(throws: Refusal("A is already among the options: give each a name of its own")) {
            try interview.answer("A, buy")
        }
        try interview.answer("B, buy")
        try interview.answer("")
        #expect(interview.question?.key == "recommend" && interview.proposal.options.map(\.name) == ["A", "B"])
        #expect(interview.completions(of: "b").words == ["B"])
        #expect(throws: Refusal.self) { try interview.answer("C") }
        try interview.answer("B")
        #expect(interview.proposal.recommend == "B")
    }

    @Test(arguments: [
        ("people", "le", 2, ["Lena Ortiz", "Lena Berg"]), ("people", "tom", 3, ["Tomás Vidal"]),
        ("people", "Lena Ortiz, ml", 2, ["ml-engineer"]), ("people", "Wen Li, engineer; ana", 3, ["Ana Ruiz"]),
        // An impact is most often of the unit of other impacts, and behind a number nothing else can come.
        ("impact", "1.2M us", 2, ["USD/year", "USD"]), ("impact", "1.2M", 0, [" USD/year"]), ("impact", "", 0, []),
        ("impact", "much", 0, []), ("cost", "2k + 1k", 0, [" USD"]), ("cost", "2k + 1k/year", 0, [" USD"]),
        ("platform", "feat", 4, ["feature-store"]), ("platform", "feature-store, feat", 4, []),
        ("platform", "g", 1, ["gpu-pool"]), ("data", "gp", 2, ["gps"]),
        ("blocker", "st", 2, ["statistical"]), ("problem", "any", 0, []),
        ("priority", "", 0, ["high", "normal", "low"]),
    ])
    func whatIsTypedIsCompleted(_ key: String, _ typed: String, _ replaced: Int, _ words: [String]) throws {
        var interview = Interview(
            kind: .application, title: "T", in: Self.library, addressProblem: { $0.contains("!") ? "it shouts" : nil })
        while interview.question?.key != key { try interview.answer("") }
        let completions = interview.completions(of: typed)
        #expect(completions.words == words)
        if !words.isEmpty { #expect(completions.replaced == replaced) }
    }
}
