import Council
import Screen

/// Everything that a proposal's file says and that its brief leaves out, a labelled line for each: the council votes on
/// the team, the lead and the solution, so it has to see them.
struct ProposalFacts {
    private let proposal: Proposal

    private let related: [RelatedProposal]

    /// - Parameter related: Earlier proposals that are near to it.
    init(_ proposal: Proposal, related: [RelatedProposal] = []) {
        self.proposal = proposal
        self.related = related
    }

    func lines(width: Int) -> [Line] {
        labelled.flatMap { label, text in
            Line.wrap(
                [Span("\(label): ", Style(.label)), Span(text, .plain)], width: width, restIndent: 2)
        } + related.map { relatedLine($0, width: width) }
    }

    /// One line, whatever is in it: the proposal at hand needs the room.
    private func relatedLine(_ related: RelatedProposal, width: Int) -> Line {
        let label = "related: "
        let text = TextWidth.truncated(related.line, to: max(0, width - label.count))
        return Line([Span(label, Style(.label)), Span(text, .plain)])
    }

    /// The same for the console.
    var text: [String] { labelled.map { "\($0.label): \($0.text)" } }

    private var labelled: [(label: String, text: String)] {
        let facts: [(String, String?)] = [
            ("revises", proposal.revises),
            ("priority", proposal.priority.flatMap { $0 == .normal ? nil : $0.rawValue }),
            ("team", list(proposal.team.map(\.spoken), by: "; ")),
            ("biggest blocker", proposal.blocker?.rawValue),
            ("about the impact", proposal.impact?.note),
            ("about the cost", proposal.cost?.note),
            ("without ML", proposal.baseline?.method),
            ("third party", proposal.thirdParty),
            ("data", list(proposal.data)),
            ("platform", list(proposal.platform)),
            ("reuse", list(proposal.reuse)),
            ("follow-up", proposal.followUp.map { "after \($0.after.long)\($0.measure.map { ": \($0)" } ?? "")" }),
            ("outcome", proposal.outcome.map(spoken)),
        ]
        return facts.compactMap { label, text in text.map { (label, $0) } }
            + proposal.options.compactMap { option in option.note.map { (option.name, $0) } }
            + proposal.amended.map { ("amended", $0.spoken) }
            + proposal.words.filter { ($0.note != nil || $0.name != nil) && !isOutdated($0) }
            .map { ("\($0.role.spoken) lead", spoken($0)) }
    }

    /// Whether somebody asks for changes who is no longer the lead: nobody waits for them to be content.
    private func isOutdated(_ review: LeadReview) -> Bool {
        let lead = proposal.reviews.first { $0.role == review.role }?.name
        return review.verdict == .changes && review.name != nil && lead != nil && review.name != lead
    }

    private func list(_ words: [String], by separator: String = ", ") -> String? {
        words.isEmpty ? nil : words.joined(separator: separator)
    }

    /// `Ravi Das asks for changes, Fri 20 Nov 2026: holdout too short`.
    private func spoken(_ review: LeadReview) -> String {
        let verdict =
            switch review.verdict {
            case .approved where !proposal.stands(review): "approved an earlier version"
            case .approved: "approves"
            case .changes: "asks for changes"
            case .pending: "has not reviewed it"
            }
        let who = review.name.map { "\($0) \(verdict)" } ?? verdict
        return who + (review.date.map { ", \($0.long)" } ?? "") + (review.note.map { ": \($0)" } ?? "")
    }

    private func spoken(_ outcome: MeasuredOutcome) -> String {
        let measured = Impact(value: outcome.value, unit: outcome.unit).spoken
        let estimated = proposal.impact.map { ", estimated \($0.spoken)" } ?? ""
        return "\(measured) measured on \(outcome.on.long)\(estimated)\(outcome.note.map { ": \($0)" } ?? "")"
    }
}
