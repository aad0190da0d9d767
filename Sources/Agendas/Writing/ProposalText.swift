import Council

/// A proposal as the text of its file: only what it says, in the order in which the charter asks for it.
public enum ProposalText {
    /// The whole file.
    public static func text(of proposal: Proposal) -> String {
        let body = proposal.body.trimmed
        let lines = ["---"] + keys(of: proposal) + ["---"]
        return lines.map { $0 + "\n" }.joined() + (body.isEmpty ? "" : "\n\(body)\n")
    }

    private static func keys(of proposal: Proposal) -> [String] {
        let line = YAMLText.line
        var keys = ["title: \(line(proposal.title))"]
        func add(_ key: String, _ yaml: String?) { if let yaml { keys.append("\(key): \(yaml)") } }
        func add(_ key: String, _ entries: [String]) {
            if !entries.isEmpty { keys += ["\(key):"] + entries.map { "  - \($0)" } }
        }
        add("short", proposal.shortTitle.map(line))
        if proposal.kind != .application { add("kind", proposal.kind.rawValue) }
        add("revises", proposal.revises.map(line))
        add("pod", proposal.pod.map(line))
        add("sponsor", proposal.sponsor.map(line))
        add("tech_lead", proposal.techLeads.isEmpty ? nil : leads(proposal.techLeads))
        add("blocker", proposal.blocker?.rawValue)
        add("team", proposal.team.map(person))
        add("impact", proposal.impact.map(flow))
        add("cost", proposal.cost.map(flow))
        add("baseline", proposal.baseline.map(flow))
        add("third_party", proposal.thirdParty.map(YAMLText.value))
        add("engineering_alone", proposal.engineeringAlone.map { "\($0)" })
        add("options", proposal.options.map(flow))
        add("recommend", proposal.recommend.map(line))
        add("opening", proposal.opening.map(flow))
        add("data", proposal.data.isEmpty ? nil : list(proposal.data))
        add("platform", proposal.platform.isEmpty ? nil : list(proposal.platform))
        add("reuse", proposal.reuse.isEmpty ? nil : list(proposal.reuse))
        add("priority", proposal.priority?.rawValue)
        add("minutes", proposal.minutes.map { "\($0)" })
        add("follow_up", proposal.followUp.map(flow))
        add("leads", proposal.leads.map(flow))
        add("amended", proposal.amended.map(flow))
        add("interested", proposal.interested.isEmpty ? nil : list(proposal.interested))
        return keys
    }

    // MARK: Values on one line

    static func number(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    }

    /// The reader takes `0.5` for half a percent and asks whether it was meant, and `0.5%` without asking.
    static func percent(_ share: Double) -> String { "\(number(share))%" }

    static func list(_ words: [String]) -> String { "[\(words.map(YAMLText.line).joined(separator: ", "))]" }

    static func people(_ people: [TeamMember]) -> String { "[\(people.map(person).joined(separator: ", "))]" }

    /// One person, unless there are several.
    static func leads(_ people: [TeamMember]) -> String { people.count == 1 ? person(people[0]) : self.people(people) }

    static func person(_ member: TeamMember) -> String {
        braces(("name", YAMLText.line(named(member.name, member.email))), ("role", member.role?.rawValue))
    }

    static func flow(_ review: LeadReview) -> String {
        braces(
            ("role", review.role.rawValue), ("name", review.name.map { YAMLText.line(named($0, review.email)) }),
            ("verdict", review.verdict.rawValue), ("date", review.date.map { "\($0)" }),
            ("note", review.note.map(YAMLText.value)), ("of", review.of))
    }

    static func flow(_ amendment: LeadAmendment) -> String {
        braces(
            ("field", amendment.field.rawValue), ("before", text(amendment.before)), ("after", text(amendment.after)),
            ("by", YAMLText.line(amendment.by)), ("on", "\(amendment.on)"), ("because", text(amendment.because)),
            ("decided", amendment.decided.map { "\($0)" }))
    }

    private static func text(_ text: String) -> String? { text.isEmpty ? nil : YAMLText.value(text) }

    /// `Lena Ortiz <lena@example.com>`.
    private static func named(_ name: String, _ address: String?) -> String {
        address.map { $0 == name ? name : "\(name) <\($0)>" } ?? name
    }

    private static func flow(_ impact: Impact) -> String {
        braces(
            ("value", number(impact.value)), ("unit", YAMLText.line(impact.unit)),
            ("note", impact.note.map(YAMLText.value)))
    }

    private static func flow(_ cost: Cost) -> String {
        braces(
            ("build", cost.build.map(number)), ("maintenance", cost.maintenance.map(number)),
            ("unit", YAMLText.line(cost.unit)), ("note", cost.note.map(YAMLText.value)))
    }

    private static func flow(_ baseline: Baseline) -> String {
        braces(("method", YAMLText.line(baseline.method)), ("share", baseline.share.map(percent)))
    }

    private static func flow(_ option: TechnologyOption) -> String {
        braces(
            ("name", YAMLText.line(option.name)), ("choice", option.choice?.rawValue),
            ("cost", option.cost.map(YAMLText.value)), ("run_by", option.runBy.map(YAMLText.value)),
            ("note", option.note.map(YAMLText.value)))
    }

    private static func flow(_ opening: Opening) -> String {
        braces(
            ("role", opening.role?.rawValue), ("level", opening.level.map(YAMLText.line)),
            ("count", opening.count.map { "\($0)" }))
    }

    private static func flow(_ followUp: FollowUp) -> String {
        braces(("after", "\(followUp.after)"), ("measure", followUp.measure.map(YAMLText.value)))
    }

    static func flow(_ outcome: MeasuredOutcome) -> String {
        braces(
            ("on", "\(outcome.on)"), ("value", number(outcome.value)), ("unit", YAMLText.line(outcome.unit)),
            ("note", outcome.note.map(YAMLText.value)))
    }

    private static func braces(_ keys: (String, String?)...) -> String {
        "{ \(keys.compactMap { key, yaml in yaml.map { "\(key): \($0)" } }.joined(separator: ", ")) }"
    }
}
