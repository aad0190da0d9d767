/// Everything that has a claim to the agenda of a day, or is open and has none, in the order of the claims.
struct Candidates {
    private let library: Library
    private let date: CalendarDay
    private let today: CalendarDay
    private let boxes: TimeBoxes
    private var all: [Candidate] = []

    init(_ library: Library, for date: CalendarDay, on today: CalendarDay) {
        self.library = library
        self.date = date
        self.today = today
        boxes = TimeBoxes(library.history)
        let topics = library.knownItems.filter { $0.topicName != nil }
        let known =
            library.proposalIDs.compactMap { candidate(forProposal: $0) }
            + topics.compactMap { candidate(forTopic: $0) }
        let minutes = library.draftMinutes(before: date).map(Self.candidate(forMinutesOf:))
        all = (known + minutes.filter { draft in !known.contains { $0.id == draft.id } })
            .sorted { $0.place < $1.place }
    }

    // MARK: Packing

    /// Adds items in their order as long as they fit into so many minutes. Outcomes may fill a third of them; what is
    /// free in the end is theirs too.
    ///
    /// - Parameter isSettled: Whether an item is on the agenda already, or a person has kept it off.
    func pack(
        into minutes: Int, without isSettled: (ItemID) -> Bool = { _ in false }
    ) -> (items: [AgendaPlan.Item], left: [AgendaPlan.Left]) {
        let open = all.filter { !isSettled($0.id) }
        var chosen: Set<ItemID> = []
        var free = minutes
        func choose(_ candidate: Candidate) {
            guard candidate.box <= free, chosen.insert(candidate.id).inserted else { return }
            free -= candidate.box
        }
        var forOutcomes = minutes / 3
        for candidate in open {
            guard let group = candidate.claim.group else { continue }
            if group == .outcome {
                guard candidate.box <= forOutcomes || forOutcomes == minutes / 3 else { continue }
                forOutcomes -= candidate.box
            }
            choose(candidate)
        }
        for candidate in open where candidate.claim.group == .outcome { choose(candidate) }
        return (
            open.filter { chosen.contains($0.id) }.map(\.planned),
            open.filter { !chosen.contains($0.id) }.map { $0.left(free: max(0, free)) }
        )
    }

    /// The minutes that an item without a time box takes.
    func box(of id: ItemID) -> Int {
        let candidate = all.first { $0.id == id }
        return candidate?.box ?? boxes.usual(for: library.drafts[id.rawValue]?.proposal.kind)
    }

    /// The items of an agenda that have no claim to it, as far as the agenda does not say why it has them.
    func settled(on agenda: Agenda) -> [AgendaPlan.Left] {
        agenda.items.filter { $0.again == nil }.compactMap { item in
            if let candidate = all.first(where: { $0.id == item.id }) {
                guard case .none(let reason, let why) = candidate.claim else { return nil }
                // A person may put what is not ready before the council, and say nothing of it.
                guard reason == .elsewhere || !library.hearings(of: item.id).isEmpty else { return nil }
                return AgendaPlan.Left(id: item.id, title: candidate.title, reason: reason, why: why)
            }
            guard let why = ended(item) else { return nil }
            let title = library.drafts[item.id.rawValue]?.proposal.title ?? item.id.rawValue
            return AgendaPlan.Left(id: item.id, title: title, reason: .waits, why: why)
        }
    }

    /// Why nothing is open about an item; nil for a topic that the council has yet to hear.
    private func ended(_ item: AgendaItem) -> String? {
        if item.isTopic {
            guard let last = library.hearings(of: item.id).last, let decision = last.item.decision else { return nil }
            return "\(decision.spoken) on \(last.date.long)"
        }
        return switch library.stage(of: item.id.rawValue, on: today, except: date) {
        case .rejected(let day): "rejected on \(day.long)"
        case .withdrawn(let day): "withdrawn on \(day.long)"
        case .done(let day, _): "its outcome was heard on \(day.long)"
        case .stopped(let day): "stopped on \(day.long)"
        case .revised(let newer): "replaced by \(newer)"
        default: nil
        }
    }

    // MARK: Proposals

    /// Nil if nothing is open about it.
    private func candidate(forProposal id: String) -> Candidate? {
        let heard = library.hearings(of: ItemID(id))
        guard let stage = library.stage(of: id, on: today, except: date),
            let proposal = library.proposal(id)
        else { return nil }
        let skipped = library.skippedAgenda(with: ItemID(id), before: today)
        let again = skipped?.items.first { $0.id == ItemID(id) }?.again
        guard
            let (claim, since) = leftOutcome(of: id, in: stage) ?? claim(of: proposal, in: stage)
                ?? revisit(again, of: skipped)
        else { return nil }
        let last = heard.last
        let continued = last ?? proposal.revises.flatMap { library.hearings(of: ItemID($0)).last }
        let listing = library.lastAgenda(with: ItemID(id), before: date)?.items.first { $0.id == ItemID(id) }
        let purpose = library.purpose(of: id, in: stage)
        let item = AgendaItem(
            id: ItemID(id), subject: .proposal(id: id), minutes: boxes.box(for: proposal, last: last?.item),
            presenter: presenter(of: proposal) ?? known(listing?.presenter ?? last?.item.presenter?.handle),
            interested: listing?.interested ?? [], continues: continued?.date,
            again: again, purpose: purpose,
            approved: purpose == .outcome ? library.approval(of: id)?.date : nil)
        let isThere = library.drafts[id] != nil
        return Candidate(
            item: item, title: proposal.title, claim: isThere ? claim : claim.waiting(forFileOf: id),
            priority: proposal.priority ?? .normal, since: since, number: last?.item.number ?? 0,
            hearings: heard.count { $0.item.purpose == purpose },
            lane: claim.group == .outcome ? nil : library.laneComment(on: proposal, in: item, before: date))
    }

    /// An outcome for which a meeting had no time comes again, even before it is due.
    private func leftOutcome(of id: String, in stage: Stage) -> (Claim, CalendarDay)? {
        switch stage {
        case .approved, .measured, .done:
            library.undecidedOutcome(of: id).map { (.due(.undecided, "undecided on \($0.date.long)"), $0.date) }
        default: nil
        }
    }

    /// What an open proposal claims, and the day by which it is ranked among its equals.
    private func claim(of proposal: Proposal, in stage: Stage) -> (Claim, CalendarDay)? {
        let measure = proposal.followUp?.measure.map { "; measure: \($0)" } ?? ""
        return switch stage {
        case .undecided(let day): (.due(.undecided, "undecided on \(day.long)"), day)
        case .deferred(let day, let until): (deferred(at: day, until: until), until ?? day)
        case .approved(let day, let due?):
            due > date
                ? (.none(.outcome, "its outcome is due on \(due.long)"), due)
                : (.due(.outcome, "approved on \(day.long), and its outcome is due since \(due.long)" + measure), due)
        case .measured(let day, let outcome):
            outcome.on > date
                ? (.none(.outcome, "its outcome is dated \(outcome.on.long)"), outcome.on)
                : (.due(.outcome, "approved on \(day.long), and measured on \(outcome.on.long)" + measure), outcome.on)
        case .ready(let since): (ready(proposal, since: since), since ?? date)
        case .draft(let missing): (.none(.waits, "a draft: \(missing[0].sentence)"), date)
        case .leads(let awaited): (.none(.waits, "waits for \(listed(awaited.map(\.spoken)))"), date)
        case .sentBack(let day, let awaited):
            (.none(.waits, "sent back on \(day.long), waits for \(awaited)"), day)
        case .onAgenda(let other): (.none(.elsewhere, "on the agenda of \(other.long)"), other)
        case .approved(_, nil), .done, .stopped, .rejected, .withdrawn, .revised: nil
        }
    }

    private func deferred(at day: CalendarDay, until: CalendarDay?) -> Claim {
        let words = "deferred on \(day.long)" + (until.map { " until \($0.long)" } ?? "")
        return until.map { $0 > date } ?? false ? .none(.waits, words) : .due(.deferred, words)
    }

    private func ready(_ proposal: Proposal, since: CalendarDay?) -> Claim {
        let why = since.map { "ready since \($0.long)" } ?? "ready, on a day that no lead has given"
        // A meeting has been held since, and had no room for it.
        if let since, let last = library.history.last?.date, since < last { return .due(.overflow, why) }
        return .due(proposal.kind == .application ? .application : .other, why)
    }

    /// What the council had decided, and was to hear again at a meeting that was not held.
    private func revisit(_ again: String?, of skipped: Agenda?) -> (Claim, CalendarDay)? {
        guard again != nil, let skipped else { return nil }
        return (.due(.outcome, Self.notHeld(skipped.date)), skipped.date)
    }

    private static func notHeld(_ day: CalendarDay) -> String {
        "on the agenda of \(day.long), and no meeting was held that day"
    }

    private func presenter(of proposal: Proposal) -> Handle? {
        let lead = proposal.techLeads.first?.name
        return library.roster.everybody.first { $0.name == lead }?.handle
    }

    /// The handle, if somebody still has it.
    private func known(_ handle: Handle?) -> Handle? {
        handle.flatMap { library.roster.person($0) == nil ? nil : $0 }
    }

    // MARK: Minutes

    /// Minutes that are a draft come first: nothing else is decided on them.
    private static func candidate(forMinutesOf day: CalendarDay) -> Candidate {
        let item = Library.item(toApproveMinutesOf: day)
        return Candidate(
            item: item, title: "Minutes of \(day.long)",
            claim: .due(.minutes, "these minutes are a draft until a meeting approves them"), priority: .normal,
            since: day, number: 0, hearings: 0)
    }

    // MARK: Topics

    /// A topic on which nothing is settled.
    private func candidate(forTopic id: ItemID) -> Candidate? {
        let last = library.hearings(of: id).last
        let agenda = library.lastAgenda(with: id, before: date)
        guard let (claim, since) = claim(ofTopic: id, last: last) else { return nil }
        let listing = agenda?.items.first { $0.id == id }
        let isNewer = agenda.map { $0.date > last?.date ?? $0.date } ?? false
        let heard = last.map { AgendaItem.Subject.topic(title: $0.item.title, text: $0.item.text ?? "") }
        guard let subject = isNewer ? listing?.subject : heard ?? listing?.subject else { return nil }
        guard case .topic(let title, _) = subject else { return nil }
        let box = last?.item.box ?? listing?.minutes ?? boxes.usual(for: nil)
        let item = AgendaItem(
            id: id, subject: subject, minutes: TimeBoxes.clamped(box),
            presenter: known(listing?.presenter ?? last?.item.presenter?.handle),
            interested: listing?.interested ?? [], continues: last?.date, again: isNewer ? listing?.again : nil)
        return Candidate(
            item: item, title: title, claim: claim, priority: .normal, since: since, number: last?.item.number ?? 0,
            hearings: library.hearings(of: item.id).count)
    }

    private func claim(ofTopic id: ItemID, last: Library.Hearing?) -> (Claim, CalendarDay)? {
        if let other = library.nextAgenda(with: id, from: today, except: date) {
            return (.none(.elsewhere, "on the agenda of \(other.date.long)"), other.date)
        }
        if let skipped = library.skippedAgenda(with: id, before: today) {
            return (.due(.topic, Self.notHeld(skipped.date)), skipped.date)
        }
        guard let last else { return nil }
        switch last.verdict {
        case nil:
            let group = id.minutesDay == nil ? Claim.Group.undecided : .minutes
            return (.due(group, "undecided on \(last.date.long)"), id.minutesDay ?? last.date)
        case .defer:
            let until = last.item.decision?.until
            return (deferred(at: last.date, until: until), until ?? last.date)
        case .revise: return (.none(.waits, "sent back on \(last.date.long), waits for a new text"), last.date)
        case .approve, .reject, .withdraw, .noted, .confirmed, .changed, .stopped: return nil
        }
    }
}
