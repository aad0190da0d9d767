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
    /// Nobody is asked what came of it if `due` is nil, since nothing was estimated and no day was named.
    case approved(at: CalendarDay, due: CalendarDay?)
    /// What came of an approved proposal is in its file, and the council has not heard it.
    case measured(at: CalendarDay, MeasuredOutcome)
    /// The council has heard what came of it, and it goes on. Nothing may have been measured.
    case done(at: CalendarDay, MeasuredOutcome?)
    /// The council has heard what came of it, and it does not go on.
    case stopped(at: CalendarDay)
    case rejected(at: CalendarDay)
    case withdrawn(at: CalendarDay)
    /// Another proposal has taken its place.
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
        case .done: "done"
        case .stopped: "stopped"
        case .rejected: "rejected"
        case .withdrawn: "withdrawn"
        case .revised: "revised"
        }
    }

    /// Whether somebody still has to do something about it.
    public var isOpen: Bool {
        switch self {
        case .draft, .leads, .ready, .onAgenda, .undecided, .deferred, .sentBack, .measured: true
        case .approved(_, let due): due != nil
        case .done, .stopped, .rejected, .withdrawn, .revised: false
        }
    }
}

extension Library {
    /// Where a proposal is on a day; nil if it has no file and was never heard.
    ///
    /// - Parameter except: A day whose agenda does not count.
    public func stage(of id: String, on day: CalendarDay, except: CalendarDay? = nil) -> Stage? {
        let heard = hearings(of: ItemID(id))
        guard let proposal = proposal(id) else { return nil }
        if let newer = replacement(for: id) { return .revised(by: newer) }
        if drafts[id] != nil, let agenda = nextAgenda(with: ItemID(id), from: day, except: except) {
            return .onAgenda(agenda.date)
        }
        // An outcome on which nothing was decided takes no approval back.
        let left = undecidedOutcome(of: id)
        guard let last = left == nil ? heard.last : heard.last(where: { !$0.isUndecidedOutcome }) else {
            return stage(ofUnheard: proposal)
        }
        switch last.verdict {
        case nil, .noted: return .undecided(at: last.date)
        case .defer: return .deferred(at: last.date, until: last.item.decision?.until)
        case .reject: return .rejected(at: last.date)
        case .withdraw: return .withdrawn(at: last.date)
        case .revise: return stage(of: drafts[id], sentBackAt: last)
        case .approve: return stage(of: proposal, approvedAt: approval(of: id) ?? last, last: last)
        case .confirmed, .changed:
            return stage(of: proposal, approvedAt: approval(of: id) ?? last, outcomeHeardAt: last.date)
        case .stopped: return .stopped(at: last.date)
        }
    }

    /// The hearing at which the approval that stands was given; nil if none stands. Later hearings, such as that of the
    /// outcome, may have approved or confirmed it once more.
    public func approval(of id: String) -> Hearing? {
        decisions(on: id).last?.verdict == .stopped ? nil : approvalOrStopped(of: id)
    }

    /// The hearing at which the approval was given, whether it stands or was stopped since.
    public func approvalOrStopped(of id: String) -> Hearing? {
        decisions(on: id).reversed().drop { $0.verdict == .stopped }.prefix { $0.verdict?.isApproval ?? false }.last
    }

    /// The last hearing of an approved proposal, if it was there for its outcome and nothing was decided.
    func undecidedOutcome(of id: String) -> Hearing? {
        guard let last = hearings(of: ItemID(id)).last, last.isUndecidedOutcome, approval(of: id) != nil else {
            return nil
        }
        return last
    }

    /// The hearings at which more was decided than to wait.
    private func decisions(on id: String) -> [Hearing] {
        hearings(of: ItemID(id)).filter { $0.verdict != nil && $0.verdict != .defer }
    }

    /// The proposal that has taken this one's place. An approved one keeps its place until one that follows it is
    /// approved too, so that its outcome is not forgotten.
    private func replacement(for id: String) -> String? {
        guard approval(of: id) != nil else { return revisions(of: id).last }
        var (waiting, seen) = (revisions(of: id), Set([id]))
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            if approval(of: next) != nil { return next }
            waiting += revisions(of: next)
        }
        return nil
    }

    /// A proposal that was never heard. One that replaces what the council sent back needs approvals of its own.
    private func stage(ofUnheard proposal: Proposal) -> Stage {
        let missing = Charter.gate(proposal).filter { $0.field != "leads" }
        if !missing.isEmpty { return .draft(missing: missing) }
        if let old = sendingBack(of: proposal) { return stage(of: proposal, reviewedAfter: old) }
        let awaited = proposal.awaitedReviews
        return awaited.isEmpty ? .ready(since: proposal.readySince) : .leads(awaited)
    }

    /// A proposal that the council sent back waits for a changed file, and for approvals that are newer than the hearing.
    private func stage(of draft: Draft?, sentBackAt hearing: Hearing) -> Stage {
        guard let draft, draft.digest != hearing.item.digest else {
            return .sentBack(at: hearing.date, waitsFor: "a changed file")
        }
        let missing = Charter.gate(draft.proposal).filter { $0.field != "leads" }
        if !missing.isEmpty { return .draft(missing: missing) }
        return stage(of: draft.proposal, reviewedAfter: hearing)
    }

    private func stage(of proposal: Proposal, reviewedAfter hearing: Hearing) -> Stage {
        let awaited = reviews(of: proposal, awaitedAfter: hearing)
        guard awaited.isEmpty else {
            return .sentBack(at: hearing.date, waitsFor: "new approvals by \(listed(awaited.map(\.spoken)))")
        }
        return .ready(since: proposal.readySince)
    }

    /// The hearing that has sent a proposal back, or the one that it revises if it was never heard itself.
    func sendingBack(of proposal: Proposal) -> Hearing? {
        let last = hearings(of: ItemID(proposal.id)).last ?? proposal.revises.flatMap { hearings(of: ItemID($0)).last }
        return last?.verdict == .revise ? last : nil
    }

    /// The reviews that a proposal still needs once the council has sent it back.
    ///
    /// An approval is new if its day is later than the meeting's, or if the council did not have it: a meeting may be
    /// held before its day, and a lead may approve on that day.
    func reviews(of proposal: Proposal, awaitedAfter hearing: Hearing) -> [LeadReview] {
        let required = Charter.requiredReviews(for: proposal.kind)
        let heard = hearing.item.proposal?.leads
        return proposal.reviews.filter { review in
            guard proposal.stands(review) else { return true }
            let isLater = review.date.map { $0 > hearing.date } ?? false
            return required.contains(review.role) && !isLater
                && heard.map { review.approvals(in: proposal.leads) <= review.approvals(in: $0) } ?? true
        }
    }

    /// The reviews that a proposal waits for. What the council sent back needs new ones once its file is changed.
    public func awaitedReviews(of draft: Draft) -> [LeadReview] {
        guard let hearing = sendingBack(of: draft.proposal), isChanged(draft, sinceHearingOf: draft.proposal.id) else {
            return draft.proposal.awaitedReviews
        }
        return reviews(of: draft.proposal, awaitedAfter: hearing)
    }

    /// Whether a proposal's file is another than the council last heard.
    func isChanged(_ draft: Draft, sinceHearingOf id: String) -> Bool {
        hearings(of: ItemID(id)).last.map { $0.item.digest != draft.digest } ?? true
    }

    private func stage(of proposal: Proposal, approvedAt approval: Hearing, last: Hearing) -> Stage {
        if let outcome = proposal.outcome, outcome.on >= approval.date {
            let wasHeard = last.date > approval.date && last.date >= outcome.on
            return wasHeard ? .done(at: last.date, outcome) : .measured(at: approval.date, outcome)
        }
        return .approved(at: approval.date, due: proposal.outcomeDue(approvedAt: last.date))
    }

    /// A later figure than the one that the council has heard brings the proposal back.
    private func stage(of proposal: Proposal, approvedAt approval: Hearing, outcomeHeardAt day: CalendarDay) -> Stage {
        guard let outcome = proposal.outcome, outcome.on > day else { return .done(at: day, proposal.outcome) }
        return .measured(at: approval.date, outcome)
    }
}

extension LeadReview {
    /// How many approvals of the same lead and day there are among some words.
    fileprivate func approvals(in words: [LeadReview]) -> Int {
        words.count { $0.role == role && $0.date == date && $0.verdict == .approved }
    }
}
