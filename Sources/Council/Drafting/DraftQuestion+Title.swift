extension DraftQuestion {
    static let title = DraftQuestion(
        .title, "What is the proposal called?", why: "It stands in the agenda, the minutes and the file's name.",
        example: "Dispatch by predicted prep time",
        help: "A few words that say what would be different. It can be changed later; the name of the file stays.")

    /// What is asked of a kind of proposal, in the order in which the charter weighs it.
    static func questions(for kind: Proposal.Kind) -> [DraftQuestion] {
        switch kind {
        case .application:
            [
                problem, impact, cost, baseline, thirdParty, solution, blocker, leadAndTeam(), platform, data, priority,
            ]
        case .technology:
            [
                problem, impact, cost, options, recommend, solution, platformEffect, blocker, leadAndTeam(), platform,
                priority,
            ]
        case .hiring: [opening, description, process, leadAndTeam("hiring"), priority]
        }
    }

    /// What the questions ask for, as files call it.
    public static func keys(for kind: Proposal.Kind) -> [String] { ([title] + questions(for: kind)).map(\.key) }

    // MARK: Every kind

    /// One question, so that with the title there are twelve.
    private static func leadAndTeam(_ kind: String = "technical") -> DraftQuestion {
        DraftQuestion(
            "people",
            kind == "technical"
                ? "Who leads it technically, and who else is on the team?"
                : "Who leads the hiring, and who else takes part?",
            why: "One person is accountable: the first. A team of one has no cover.",
            example: "lena, ml-engineer; sam, data-scientist; Joon Baek, engineer",
            help:
                "People with `;` between them, the \(kind) lead first. Each is a handle, a name that other proposals have, or "
                + "a new person's full name, then the role: ml-engineer, data-scientist, engineer, analyst or "
                + "product-manager. The role may be left out if it is known."
                + (kind == "technical"
                    ? " If production is the biggest blocker, an ML engineer should lead; if statistics are, a data scientist."
                    : ""),
            completing: .people
        ) { answer, proposal, people throws(Refusal) in
            guard let first = answer.split(separator: ";", omittingEmptySubsequences: false).first?.trimmed,
                !first.isEmpty
            else { throw Refusal("`\(answer)` names no lead: write the \(kind) lead first, then `;` and the others") }
            try proposal.amend(.team, to: answer)
            var team: [TeamMember] = []
            for member in proposal.team {
                let person = try people.known(member)
                if !team.contains(where: { $0.name == person.name }) { team.append(person) }
            }
            proposal.techLeads = Array(team.prefix(1))
            // Who leads alone is no team yet.
            proposal.team = team.count > 1 ? team : []
        }
    }

    private static let priority = DraftQuestion(
        "priority", "How soon is an answer needed?", why: "It orders the next agenda.", example: "high",
        help: "high, normal or low. Without an answer, normal.",
        completing: .word(Proposal.Priority.allCases.map(\.rawValue))
    ) { answer, proposal, _ throws(Refusal) in
        guard let priority = Proposal.Priority(rawValue: answer.lowercased()) else {
            throw Refusal("`\(answer)` is not a priority: write high, normal or low")
        }
        proposal.priority = priority
    }

    // MARK: Applications and technology

    private static let problem = DraftQuestion(
        .problem, "What is the business problem?",
        why: "Everything else is weighed against it. It is finished once it has a number.",
        example: "Couriers wait 4.1 minutes at the store for the average order, and we pay for it.",
        help: "A sentence or two; the editor comes later. Say who has the problem, how often, and what it costs now.")

    private static let impact = DraftQuestion(
        .impact, "What would solving it be worth?",
        why: "The gate asks for an estimate: impact is weighed against cost.",
        example: "1.2M USD/year",
        help:
            "A number and its unit. The number may end in k, M or B. Say how you got it under the business problem.",
        completing: .unit(.impact))

    private static let cost = DraftQuestion(
        "cost", "What does it cost to build, and to run for a year?",
        why: "The gate asks for both; upkeep is easily forgotten.", example: "450k + 150k/year USD",
        help:
            "Two numbers with + between them, and a currency; without one, that of the impact. The build alone may be "
            + "given.",
        completing: .unit(.cost)
    ) { answer, proposal, _ throws(Refusal) in try proposal.estimate(answer) }

    private static let solution = DraftQuestion(
        .solution, "What is the solution?",
        why: "The leads and the council approve this; if it changes, they review it again.",
        example: "Predict each order's prep time, and offer it to a courier so that both are ready together.",
        help:
            "A sentence or two; the editor comes later. Say what is predicted or decided, from what, and what happens when "
            + "it fails.")

    private static let blocker = DraftQuestion(
        .blocker, "What is the biggest blocker to success?", why: "It decides who should lead.",
        example: "production",
        help:
            "production: it must be fast, cheap and reliable where it runs. statistical: it is not known whether the data "
            + "can tell what is asked.",
        completing: .word(Proposal.Blocker.allCases.map(\.rawValue)))

    private static let platform = DraftQuestion(
        .platform, "Which parts of the ML platform does it use?",
        why: "Platform parts are supported; infrastructure learns here what is missing.",
        example: "feature-store, model-serving",
        help: "Separate them by commas. Name missing parts, too.", completing: .used(.platform))

    // MARK: Applications

    private static let baseline = DraftQuestion(
        "baseline", "What share of that would rules or simple analytics reach?",
        why: "ML pays between 10 % and 40 %: below that, the problem is not understood; above, rules are enough.",
        example: "oldest order first, 25%",
        help:
            "The simple method, then a comma and its share of the impact. The share may be left out if nobody has tried."
    ) { answer, proposal, _ throws(Refusal) in
        try proposal.takeBaseline(answer)
    }

    private static let thirdParty = DraftQuestion(
        .thirdParty, "What could be bought instead, and is it the answer?",
        why: "Buying is faster, if it will do.",
        example: "two routing vendors estimate prep time, at 180 and 240 ms: too slow",
        help: "Say whom you looked at. `none` is an answer if it says where you looked.")

    private static let data = DraftQuestion(
        .data, "Which data does it read?", why: "It shows which proposals share data.",
        example: "orders, store-events", help: "Separate them by commas; use the names in other proposals.",
        completing: .used(.data))
}

extension Proposal {
    /// Takes `oldest order first, 25%`, `oldest order first 25%`, or the method alone.
    ///
    /// A number at the end that is neither would be lost in the name of the method.
    mutating func takeBaseline(_ answer: String) throws(Refusal) {
        let end = answer.trimmed.replacing(" %", with: "%")
        let last = end.split { $0 == "," || $0.isWhitespace }.last.map(String.init) ?? ""
        let method = end.dropLast(last.count).trimmed
        let isNumber = Double(last.hasSuffix("%") ? String(last.dropLast()) : last) != nil
        guard isNumber else { return try amend(.baseline, to: answer) }
        let named = (method.hasSuffix(",") ? String(method.dropLast()) : method).trimmed
        guard last.hasSuffix("%"), !named.isEmpty else {
            throw Refusal(
                "`\(answer)` is not a method with a share: write METHOD, SHARE, such as oldest order first, 25%")
        }
        try amend(.baseline, to: named)
        try amend(.baselineShare, to: last)
    }
}
