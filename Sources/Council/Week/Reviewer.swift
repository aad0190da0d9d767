/// Somebody who reviews proposals as a lead: by the role, or by name and address, as proposals have them.
public enum Reviewer: Equatable, Sendable {
    case role(LeadReview.Role)
    case person(name: String, email: String?)

    /// The roles in which they are asked for a review of a proposal.
    public func roles(in proposal: Proposal) -> [LeadReview.Role] {
        switch self {
        case .role(let role): return [role]
        case .person:
            let named = proposal.reviews.filter(isNamed)
            return named.map(\.role)
        }
    }

    private func isNamed(in review: LeadReview) -> Bool {
        guard case .person(let name, let email) = self else { return false }
        if let email, let theirs = review.email, email.lowercased() == theirs.lowercased() { return true }
        return review.name.map { $0.folded == name.folded } ?? false
    }

    /// As sentences name them.
    public var spoken: String {
        switch self {
        case .role(let role): "the \(role.spoken) lead"
        case .person(let name, _): name
        }
    }
}

/// A review that a proposal waits for.
public struct AwaitedReview: Equatable, Encodable, Sendable {
    public let id: String
    public let title: String
    public let role: LeadReview.Role
    /// Nil if nobody is named.
    public let name: String?
    /// The day of the first lead's word; nil if there is none.
    public let since: CalendarDay?
    public let days: Int?
    /// `pending`, `asked for changes: holdout too short`, `approved an earlier version (cost: 500 k → 660 k USD)`,
    /// `approved before it was sent back on Wed 25 Nov 2026`.
    public let state: String
}

extension Library {
    /// The reviews that proposals wait for, oldest first.
    ///
    /// - Parameter reviewer: Whose; nil for everybody's.
    public func awaitedReviews(of reviewer: Reviewer?, on day: CalendarDay) -> [AwaitedReview] {
        let open = drafts.keys.sorted().compactMap { id -> (draft: Draft, since: CalendarDay?)? in
            guard let draft = drafts[id], isAwaitingReviews(id, on: day) else { return nil }
            return (draft, draft.proposal.leads.compactMap(\.date).min())
        }
        let reviews = open.flatMap { draft, since in
            let proposal = draft.proposal
            return awaitedReviews(of: draft).filter { review in
                reviewer.map { $0.roles(in: proposal).contains(review.role) } ?? true
            }.map { review in
                AwaitedReview(
                    id: proposal.id, title: proposal.title, role: review.role, name: review.name, since: since,
                    days: since.flatMap { $0 <= day ? day.daysSinceEpoch - $0.daysSinceEpoch : nil },
                    state: state(of: review, in: proposal))
            }
        }
        // What nobody has said a word on yet is the newest.
        return reviews.enumerated().sorted {
            ($0.element.since?.daysSinceEpoch ?? .max, $0.offset) < (
                $1.element.since?.daysSinceEpoch ?? .max, $1.offset
            )
        }.map(\.element)
    }

    /// Whether a lead's word could still move the proposal on.
    private func isAwaitingReviews(_ id: String, on day: CalendarDay) -> Bool {
        switch stage(of: id, on: day) {
        case .draft, .leads, .onAgenda, .undecided, .deferred, .sentBack: true
        case .ready, .approved, .measured, .done, .stopped, .rejected, .withdrawn, .revised, nil: false
        }
    }

    func state(of review: LeadReview, in proposal: Proposal) -> String {
        switch review.verdict {
        case .pending: return "pending"
        case .changes: return "asked for changes" + (review.note.map { ": \($0)" } ?? "")
        case .approved:
            let changed = proposal.changes(since: review)
            if changed.isEmpty, let hearing = sendingBack(of: proposal) {
                return "approved before it was sent back on \(hearing.date.long)"
            }
            return "approved an earlier version (\(proposal.spoken(changed, changedSince: review)))"
        }
    }
}
