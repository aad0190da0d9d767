extension Proposal {
    /// The last word of each lead. One whose review the charter asks for, and who has not reviewed, is pending.
    public var reviews: [LeadReview] {
        let required = Charter.requiredReviews(for: kind)
        let extra = LeadReview.Role.allCases.filter { role in
            !required.contains(role) && leads.contains { $0.role == role }
        }
        return (required + extra).map { role in
            leads.last { $0.role == role } ?? LeadReview(role: role, verdict: .pending)
        }
    }

    /// What leads have said, each word of each lead. That one had not reviewed it yet is no word once there is another.
    public var words: [LeadReview] {
        leads.enumerated().filter { place, review in
            review.verdict != .pending || review.note != nil
                || !leads[(place + 1)...].contains { $0.role == review.role }
        }.map(\.element)
    }

    /// The reviews that keep the gate shut.
    public var awaitedReviews: [LeadReview] { reviews.filter { !stands($0) } }

    /// The day of the last approval; nil if one is missing or none has a date.
    public var readySince: CalendarDay? {
        guard awaitedReviews.isEmpty else { return nil }
        return reviews.compactMap(\.date).max()
    }

    /// Whether a review is an approval of the proposal as it is now.
    public func stands(_ review: LeadReview) -> Bool {
        review.verdict == .approved && changes(since: review).isEmpty
    }

    /// Makes a change that takes back nobody's approval: what the council changes at a meeting, it answers for itself.
    mutating func keepingApprovals(_ change: (inout Proposal) -> Void) {
        let standing = leads.indices.filter { leads[$0].of != nil && stands(leads[$0]) }
        change(&self)
        guard !standing.isEmpty else { return }
        let version = version
        for index in standing { leads[index].of = version }
    }
}

extension LeadReview {
    /// `Ola Berg (engineering)`, or `the engineering lead` if nobody is named.
    public var spoken: String { name.map { "\($0) (\(role.spoken))" } ?? "the \(role.spoken) lead" }
}
