import Council
import Screen

extension Pane {
    /// The proposal as the council sees it: in brief, with the charter's findings, the amendments, and its text.
    static let proposal: Pane = Pane(
        "proposal", at: .main, state: { "\($0.lookups)" }, spoken: { $0.item + $0.related + $0.proposalText }
    ) { room, width in
        room.shownItem.map { ProposalPane.lines(of: $0, in: room, width: width) } ?? PaneLines([.noItems])
    }
}

private enum ProposalPane {
    static func lines(of item: Item, in room: Model, width: Int) -> PaneLines {
        guard let proposal = room.meeting.effectiveProposal(of: item) else {
            return topic(item, in: room, width: width)
        }
        var lines = Line.wrap(proposal.title, Style(.title, on: .page, .bold), width: width)
        lines += outcome(of: item, in: room, width: width)
        lines += brief(proposal, width: width)
        for finding in room.meeting.findings(on: item) {
            lines += Line.wrap(finding.shownLine.spans, width: width, restIndent: 2)
        }
        lines += amendments(of: item, width: width)
        lines += decision(on: item, in: room, width: width)
        lines += ProposalFacts(proposal, related: room.related[proposal.id] ?? []).lines(width: width)
        lines.append(Line())
        return PaneLines(lines, above: MarkdownLines.lines(of: proposal.body, width: width))
    }

    private static func topic(_ item: Item, in room: Model, width: Int) -> PaneLines {
        guard case .topic(let title, let text) = item.agenda.subject else { return PaneLines([]) }
        var lines = Line.wrap(title, Style(.title, on: .page, .bold), width: width)
        let presenter = item.agenda.presenter.map { " · \(room.meeting.roster.name(of: $0))" } ?? ""
        lines.append(Line("topic\(presenter)", Style(.muted)))
        lines += decision(on: item, in: room, width: width)
        lines.append(Line())
        return PaneLines(lines, above: MarkdownLines.lines(of: text, width: width))
    }

    /// What was estimated and what came of it, if that is what the council hears.
    private static func outcome(of item: Item, in room: Model, width: Int) -> [Line] {
        guard let outcome = room.meeting.outcome(of: item) else { return [] }
        let head = [
            Span("Outcome ", Style(.label, on: .page, .bold)),
            Span(outcome.figures, Style(.strong, on: .page, .bold)),
        ]
        return Line.wrap(head, width: width, restIndent: 2)
            + outcome.lines.dropFirst().flatMap {
                Line.wrap($0, .plain, width: width, firstIndent: 2, restIndent: 4)
            }
    }

    private static func brief(_ proposal: Proposal, width: Int) -> [Line] {
        var facts: [[String]] = [[proposal.kind.rawValue]]
        if let pod = proposal.pod { facts[0].append(pod) }
        if !proposal.techLeads.isEmpty {
            facts[0].append("lead " + listed(proposal.techLeads.map(\.spoken)))
        }
        if let sponsor = proposal.sponsor { facts[0].append("sponsor " + sponsor.prefix { $0 != "<" }.trimmed) }
        var numbers: [String] = []
        if let impact = proposal.impact { numbers.append("impact \(impact.spoken)") }
        if let cost = proposal.cost { numbers.append(cost.spoken) }
        if let share = proposal.baseline?.share { numbers.append("rules reach \(percent(share))") }
        if let opening = proposal.opening {
            let parts = [opening.count.map(String.init), opening.level, opening.role?.spoken].compactMap { $0 }
            numbers.append("opening: " + parts.joined(separator: " "))
        }
        facts.append(numbers)
        // Of a lead with several lines, the last one counts.
        let last = proposal.leads.enumerated().filter { place, review in
            !proposal.leads[(place + 1)...].contains { $0.role == review.role }
        }
        let reviews = last.map { _, review in
            let glyph =
                switch review.verdict {
                case .approved where !proposal.stands(review): "↻"
                case .approved: "✓"
                case .changes: "✗"
                case .pending: "…"
                }
            return "\(glyph) \(review.role.spoken)"
        }
        if !reviews.isEmpty { facts.append(["leads: " + reviews.joined(separator: "  ")]) }
        var lines = facts.filter { !$0.isEmpty }.flatMap {
            Line.wrap($0.joined(separator: " · "), Style(.muted), width: width, restIndent: 2)
        }
        for option in proposal.options {
            let isWanted = option.name == proposal.recommend
            let parts = [option.choice?.rawValue, option.cost, option.runBy.map { "run by \($0)" }].compactMap { $0 }
            lines += Line.wrap(
                [
                    Span(isWanted ? "▸ " : "· ", Style(.accent)), Span(option.name, Style(.strong, on: .page, .bold)),
                    Span(": " + parts.joined(separator: " · "), .plain),
                ], width: width, restIndent: 2)
        }
        return lines
    }

    private static func percent(_ share: Double) -> String {
        share == share.rounded() ? "\(Int(share)) %" : "\(share) %"
    }

    /// Before and after, as a difference.
    private static func amendments(of item: Item, width: Int) -> [Line] {
        item.amendments.flatMap { amendment -> [Line] in
            let standing =
                switch item.standing(of: amendment) {
                case .byConsent: "by consent"
                case .voting: "to be voted on"
                case .carried: "✓ carried"
                case .lost: "✗ lost"
                }
            var lines = Line.wrap(
                [
                    Span("Amendment \(amendment.number) ", Style(.label, on: .page, .bold)),
                    Span("\(amendment.field.rawValue), \(standing)", Style(.label)),
                    Span(amendment.reason.map { ": \($0)" } ?? "", Style(.muted)),
                ], width: width, restIndent: 2)
            if !amendment.before.isEmpty {
                lines += Line.wrap(
                    "- \(amendment.before)", Style(.removed), width: width, firstIndent: 2, restIndent: 4)
            }
            lines += Line.wrap("+ \(amendment.after)", Style(.added), width: width, firstIndent: 2, restIndent: 4)
            return lines
        }
    }

    private static func decision(on item: Item, in room: Model, width: Int) -> [Line] {
        guard let decision = item.decision else { return [] }
        let reason = decision.reason.map { ": \($0)" } ?? ""
        let basis = decision.basis(spokenIn: room.meeting, on: item)
        let lines =
            Line.wrap(
                [
                    Span(
                        "\(decision.verdict.glyph) \(decision.spokenInBrief)",
                        Style(decision.verdict.role, on: .page, .bold)),
                    Span(basis + reason, .plain),
                ], width: width, restIndent: 2)
            + (decision.resolved.map { Line.wrap("  \($0)", Style(.text), width: width, restIndent: 2) } ?? [])
        guard item.isDecisionOvertaken else { return lines }
        let warning = [
            Span("! overtaken", Style(.warning, on: .page, .bold)),
            Span(" by what was amended, voted or ruled since: decide again", .plain),
        ]
        return lines + Line.wrap(warning, width: width, restIndent: 2)
    }
}
