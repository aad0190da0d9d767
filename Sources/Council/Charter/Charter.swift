/// What the charter asks of a proposal: the gate, which blocks approval, and advice, which never does.
public enum Charter {
    /// Everything the charter finds in a proposal: the gate's findings first.
    ///
    /// - Parameter openConcerns: numbers of the item's concerns that are not resolved.
    public static func findings(on proposal: Proposal, openConcerns: [Int] = []) -> [Finding] {
        gate(proposal) + advice(on: proposal) + concerns(openConcerns)
    }

    /// What blocks approval.
    public static func gate(_ proposal: Proposal) -> [Finding] {
        let own: [Finding] =
            switch proposal.kind {
            case .application: problemAndSolution(proposal) + impact(proposal) + cost(proposal) + lead(proposal)
            case .technology:
                problemAndSolution(proposal) + impact(proposal) + cost(proposal) + options(proposal) + lead(proposal)
            case .hiring: opening(proposal) + lead(proposal)
            }
        return own + reviews(of: proposal)
    }

    /// What the council should know before it decides.
    public static func advice(on proposal: Proposal) -> [Finding] {
        switch proposal.kind {
        case .application:
            leadFit(proposal) + thirdParty(proposal) + sufficiency(proposal) + baseline(proposal) + team(proposal)
                + platform(proposal)
        case .technology: leadFit(proposal) + buying(proposal) + team(proposal) + platform(proposal)
        case .hiring: openingAdvice(proposal)
        }
    }

    /// The lead reviews that a proposal of this kind needs.
    ///
    /// A technology is used by both crafts, and a hiring process is reviewed by both disciplines; product and
    /// analytics leads may review those too, and what they say then counts like any review.
    public static func requiredReviews(for kind: Proposal.Kind) -> [LeadReview.Role] {
        switch kind {
        case .application: [.product, .engineering, .dataScience, .analytics]
        case .technology, .hiring: [.engineering, .dataScience]
        }
    }

    /// Whether the chair's term has run out on a day.
    public static func advice(on chair: Chair, named name: String, at day: CalendarDay) -> Finding? {
        guard let ends = chair.termEnds, ends <= day else { return nil }
        return Finding(
            .advice, .rotation, field: "chair",
            "the term of \(name) as chair ran out on \(ends.long): choose the next chair")
    }

    static func concerns(_ open: [Int]) -> [Finding] {
        guard !open.isEmpty else { return [] }
        let numbers = listed(open.map(String.init))
        let sentence =
            open.count == 1
            ? "concern \(numbers) is open: resolve it, or decide over it"
            : "concerns \(numbers) are open: resolve them, or decide over them"
        return [Finding(.advice, .review, field: "notes", sentence)]
    }

    // MARK: The gate

    private static func problemAndSolution(_ proposal: Proposal) -> [Finding] {
        [ProposalField.problem, .solution].compactMap { missing($0, in: proposal, principle: .review) }
    }

    private static func missing(_ field: ProposalField, in proposal: Proposal, principle: Principle) -> Finding? {
        guard let heading = field.section, proposal.section(heading) == nil else { return nil }
        return Finding(
            .gate, principle, field: field.rawValue,
            "no \(heading.lowercased()): write a section `## \(heading)`")
    }

    private static func impact(_ proposal: Proposal) -> [Finding] {
        proposal.impact == nil
            ? [Finding(.gate, .review, field: "impact", "no impact is estimated: give impact a value and a unit")] : []
    }

    private static func cost(_ proposal: Proposal) -> [Finding] {
        guard let cost = proposal.cost else {
            let sentence = "no cost is estimated: give cost build, maintenance and a unit"
            return [Finding(.gate, .review, field: "cost", sentence)]
        }
        var findings: [Finding] = []
        if cost.build == nil {
            findings.append(Finding(.gate, .review, field: "cost.build", "no cost to build is given: give cost.build"))
        }
        if cost.maintenance == nil {
            let sentence = "no cost of maintenance is given: give cost.maintenance"
            findings.append(Finding(.gate, .review, field: "cost.maintenance", sentence))
        }
        return findings
    }

    private static func lead(_ proposal: Proposal) -> [Finding] {
        let title = proposal.leadTitle.lowercased()
        return switch proposal.techLeads.count {
        case 1: []
        case 0:
            [Finding(.gate, .accountability, field: "tech_lead", "no \(title): name exactly one")]
        default:
            [
                Finding(
                    .gate, .accountability, field: "tech_lead",
                    "\(inWords(proposal.techLeads.count)) \(title)s "
                        + "(\(listed(proposal.techLeads.map(\.name)))): name exactly one")
            ]
        }
    }

    private static func reviews(of proposal: Proposal) -> [Finding] {
        proposal.reviewsWithChanges.compactMap { review, changes in
            guard proposal.leads.contains(where: { $0.role == review.role }) else {
                return Finding(.gate, .review, field: "leads", "the \(review.role.spoken) lead has not reviewed it")
            }
            let who = "the \(review.role.spoken) lead" + (review.name.map { " (\($0))" } ?? "")
            return switch review.verdict {
            case .approved: stale(changes, of: review, in: proposal, who)
            case .pending: Finding(.gate, .review, field: "leads", "the review of \(who) is pending")
            case .changes:
                Finding(
                    .gate, .review, field: "leads",
                    "\(who) asks for changes" + (review.note.map { ": \($0)" } ?? ""))
            }
        }
    }

    /// An approval of an earlier version.
    private static func stale(
        _ changed: [ProposalField], of review: LeadReview, in proposal: Proposal, _ who: String
    ) -> Finding? {
        guard !changed.isEmpty else { return nil }
        let what = proposal.spoken(changed, changedSince: review)
        return Finding(.gate, .review, field: "leads", "\(who) approved an earlier version (\(what)): ask again")
    }

    private static func options(_ proposal: Proposal) -> [Finding] {
        var findings: [Finding] = []
        if proposal.options.count < 2 {
            findings.append(
                Finding(.gate, .speed, field: "options", "fewer than two options: compare building with buying"))
        }
        for option in proposal.options {
            if option.cost == nil {
                findings.append(Finding(.gate, .review, field: "options", "no cost is given for \(option.name)"))
            }
            if option.runBy == nil {
                findings.append(
                    Finding(.gate, .accountability, field: "options", "nobody is named who would run \(option.name)"))
            }
        }
        if let effect = missing(.platformEffect, in: proposal, principle: .platform) { findings.append(effect) }
        return findings
    }

    private static func opening(_ proposal: Proposal) -> [Finding] {
        [ProposalField.description, .process].compactMap { missing($0, in: proposal, principle: .talent) }
    }

    // MARK: Advice

    private static func leadFit(_ proposal: Proposal) -> [Finding] {
        guard let blocker = proposal.blocker, proposal.techLeads.count == 1, let lead = proposal.techLeads.first,
            let role = lead.role
        else { return [] }
        let fitting: TeamMember.Role = blocker == .production ? .mlEngineer : .dataScientist
        guard role != fitting else { return [] }
        return [
            Finding(
                .advice, .lead, field: "tech_lead",
                "\(blocker.rawValue) performance is the biggest blocker, so \(article(fitting)) should lead; "
                    + "\(lead.name) is \(article(role))")
        ]
    }

    private static func article(_ role: TeamMember.Role) -> String {
        ([.mlEngineer, .engineer, .analyst].contains(role) ? "an " : "a ") + role.spoken
    }

    private static func thirdParty(_ proposal: Proposal) -> [Finding] {
        proposal.thirdParty == nil
            ? [
                Finding(
                    .advice, .speed, field: "third_party",
                    "no word on third-party solutions: what exists, and why not?")
            ] : []
    }

    private static func sufficiency(_ proposal: Proposal) -> [Finding] {
        proposal.engineeringAlone == true
            ? [
                Finding(
                    .advice, .sufficiency, field: "engineering_alone",
                    "engineering alone can build something good enough, so it should")
            ] : []
    }

    private static func baseline(_ proposal: Proposal) -> [Finding] {
        guard let share = proposal.baseline?.share else { return [] }
        let reached = "simple rules reach \(short(share)) % of the impact"
        if share > 40 {
            return [
                Finding(
                    .advice, .incrementality, field: "baseline.share",
                    "\(reached), more than the 40 % up to which ML pays: are they enough?")
            ]
        }
        if share < 10 {
            return [
                Finding(
                    .advice, .incrementality, field: "baseline.share",
                    "\(reached), less than the 10 % from which ML has ground to stand on: is the problem understood?")
            ]
        }
        return []
    }

    private static func team(_ proposal: Proposal) -> [Finding] {
        proposal.team.count == 1
            ? [
                Finding(
                    .advice, .platform, field: "team",
                    "a team of one: who supports it when \(proposal.team[0].name) is away?")
            ] : []
    }

    private static func platform(_ proposal: Proposal) -> [Finding] {
        proposal.platform.isEmpty
            ? [Finding(.advice, .platform, field: "platform", "no part of the ML platform is named")] : []
    }

    private static func buying(_ proposal: Proposal) -> [Finding] {
        var findings: [Finding] = []
        if !proposal.options.isEmpty, !proposal.options.contains(where: { $0.choice == .buy }) {
            findings.append(Finding(.advice, .speed, field: "options", "no option to buy is compared"))
        }
        if proposal.recommend == nil {
            findings.append(Finding(.advice, .accountability, field: "recommend", "no option is recommended"))
        }
        return findings
    }

    private static func openingAdvice(_ proposal: Proposal) -> [Finding] {
        proposal.opening?.role == nil
            ? [Finding(.advice, .talent, field: "opening", "the role of the opening is not named")] : []
    }
}
