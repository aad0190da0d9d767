/// Where a proposal is between the first idea and the figure that was measured.
public enum Stage: Equatable, Sendable {
    /// The file lacks something that the gate asks for, leads' reviews aside.
    case draft(missing: [Finding])
    /// Leads have still to approve it.
    case leads([LeadReview])
    /// Nothing keeps the council from approving it.
    case ready(since: CalendarDay?)
    case onAgenda(CalendarDay)
    /// It was on an agenda, and nothing was decided.
    case undecided(at: CalendarDay)
    case deferred(at: CalendarDay, until: CalendarDay?)
    /// The council wants changes, and the file or the leads' reviews are not newer.
    case sentBack(at: CalendarDay, waitsFor: String)
    case approved(at: CalendarDay, due: CalendarDay)
    case measured(at: CalendarDay, MeasuredOutcome)
    case rejected(at: CalendarDay)
    case withdrawn(at: CalendarDay)
    case revised(by: String)

    /// One or two words for a list.
    public var word: String {
        switch self {
        case .draft: "draft"
        case .leads: "leads"
        case .ready: "ready"
        case .onAgenda: "on agenda"
        case .undecided: "undecided"
        case .deferred: "deferred"
        case .sentBack: "sent back"
        case .approved: "approved"
        case .measured: "measured"
        case .rejected: "rejected"
        case .withdrawn: "withdrawn"
        case .revised: "revised"
        }
    }

    /// Whether somebody still has to do something about it.
    public var isOpen: Bool {
        switch self {
        case .draft, .leads, .ready, .onAgenda, .undecided, .deferred, .sentBack, .approved: true
        case .measured, .rejected, .withdrawn, .revised: false
        }
    }
}

extension Library {
    /// Where a proposal is on a day; nil if it has no file and was never heard.
    public func stage(of id: String, on day: CalendarDay) -> Stage? {
        let last = hearings(of: ItemID(id)).last
        guard let draft = drafts[id] else { return last.map(stage(after:)) }
        if let newer = revisions(of: id).last { return .revised(by: newer) }
        if let agenda = nextAgenda(with: ItemID(id), from: day) { return .onAgenda(agenda.date) }
        guard let last else { return stage(of: draft.proposal) }
        switch last.item.decision?.verdict {
        case .revise: return stage(of: draft, sentBackAt: last)
        case .approve:
            if let outcome = draft.proposal.outcome, outcome.on >= last.date {
                return .measured(at: last.date, outcome)
            }
            return .approved(at: last.date, due: outcomeDue(of: draft.proposal, approvedAt: last.date))
        default: return stage(after: last)
        }
    }

    private func stage(after hearing: Hearing) -> Stage {
        guard let decision = hearing.item.decision else { return .undecided(at: hearing.date) }
        switch decision.verdict {
        case .approve:
            let due = hearing.item.proposal.map { outcomeDue(of: $0, approvedAt: hearing.date) }
            return .approved(at: hearing.date, due: due ?? hearing.date.adding(months: 6))
        case .revise: return .sentBack(at: hearing.date, waitsFor: "a changed file")
        case .defer: return .deferred(at: hearing.date, until: decision.until)
        case .reject: return .rejected(at: hearing.date)
        case .withdraw: return .withdrawn(at: hearing.date)
        }
    }

    /// A proposal that was never heard.
    private func stage(of proposal: Proposal) -> Stage {
        let missing = Charter.gate(proposal).filter { $0.field != "leads" }
        if !missing.isEmpty { return .draft(missing: missing) }
        let awaited = proposal.awaitedReviews
        return awaited.isEmpty ? .ready(since: proposal.readySince) : .leads(awaited)
    }

    /// A proposal that the council sent back waits for a changed file, and for approvals by the leads that are not older
    /// than the hearing.
    private func stage(of draft: Draft, sentBackAt hearing: Hearing) -> Stage {
        let proposal = draft.proposal
        if hearing.item.digest == draft.digest {
            return .sentBack(at: hearing.date, waitsFor: "a changed file")
        }
        if !Charter.gate(proposal).allSatisfy({ $0.field == "leads" }) { return stage(of: proposal) }
        let awaited =
            proposal.awaitedReviews
            + proposal.reviews.filter { $0.verdict == .approved && ($0.date ?? hearing.date) <= hearing.date }
        guard awaited.isEmpty else {
            return .sentBack(at: hearing.date, waitsFor: "new approvals by \(listed(awaited.map(\.spoken)))")
        }
        return .ready(since: proposal.readySince)
    }

    /// The day from which the council wants to know what came of an approved proposal.
    public func outcomeDue(of proposal: Proposal, approvedAt day: CalendarDay) -> CalendarDay {
        proposal.followUp?.after ?? day.adding(months: 6)
    }
}

extension Proposal {
    /// The last word of each lead whose review the charter asks for; one who has not reviewed is pending.
    public var reviews: [LeadReview] {
        Charter.requiredReviews(for: kind).map { role in
            leads.last { $0.role == role } ?? LeadReview(role: role, verdict: .pending)
        }
    }

    /// The reviews that keep the gate shut.
    public var awaitedReviews: [LeadReview] { reviews.filter { $0.verdict != .approved } }

    /// The day of the last approval that the charter asks for; nil if one is missing or none has a date.
    public var readySince: CalendarDay? {
        guard awaitedReviews.isEmpty else { return nil }
        return reviews.compactMap(\.date).max()
    }
}

extension LeadReview {
    /// `Ola Berg (engineering)`, or `the engineering lead` if nobody is named.
    public var spoken: String { name.map { "\($0) (\(role.spoken))" } ?? "the \(role.spoken) lead" }
}
