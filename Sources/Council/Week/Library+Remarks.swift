extension Library {
    /// What agendas to come, proposals and the council's file have to be told on a day.
    public func remarks(on today: CalendarDay) -> [Remark] {
        let coming = agendas.filter { $0.date >= today && !wasHeld($0.date) }
        var remarks = coming.flatMap { self.remarks(on: $0) }
        if let next = coming.first { remarks += dueActions(before: next) }
        let ids = drafts.keys.sorted()
        for id in ids {
            if let remark = idle(id, on: today) { remarks.append(remark) }
            if let remark = unfoundedOutcome(of: id) { remarks.append(remark) }
            remarks += forgottenAmendments(of: id, on: today) + unfoundedAmendments(of: id)
        }
        return remarks + idleWords(on: coming) + unknownActions + overburdenedLeads(ids, on: today)
            + pieceRemarks(on: today) + councilRemarks(on: today)
    }

    // MARK: Agendas to come

    private func remarks(on agenda: Agenda) -> [Remark] {
        agenda.items.flatMap { remarks(on: $0, of: agenda.date) } + forgotten(on: agenda) + leftOff(of: agenda)
            + minutesRemarks(on: agenda)
    }

    /// What a person has kept off an agenda.
    private func leftOff(of agenda: Agenda) -> [Remark] {
        let known = Set(drafts.keys).union(knownItems.map(\.spoken))
        return (agenda.not ?? []).map { left in
            let place = Remark.Place.leftOff(agenda.date, id: left.id)
            if known.contains(left.id) {
                return Remark(place, "`\(left.id)` is kept off this agenda: \(left.because)", isNote: true)
            }
            let meant = nearest(to: left.id, among: known.sorted()).map { "did you mean `\($0)`?" }
            return Remark(
                place, "nothing is called `\(left.id)`; \(meant ?? "name the proposal or topic that is kept off")")
        }
    }

    private func remarks(on item: AgendaItem, of day: CalendarDay) -> [Remark] {
        let heard = hearings(of: item.id)
        var remarks: [Remark] = []
        if let continued = item.continues, let sentence = wrongContinuation(of: item, with: continued) {
            remarks.append(Remark(.item(day, item.id, key: "continues"), sentence))
        }
        remarks += outcomeRemarks(on: item, of: day)
        guard item.again == nil, let last = heard.last else { return remarks }
        let place = Remark.Place.item(day, item.id, key: "again")
        let often = heard.count { $0.item.purpose == item.purpose }
        if let decision = last.item.decision,
            [.approve, .reject, .withdraw].contains(decision.verdict) || decision.verdict.isOfOutcome
        {
            if isOutcomeAwaited(by: item, on: day) { return remarks }
            let asksForOutcome =
                decision.verdict.isApproval && item.purpose == nil
                ? "write `for: outcome` if the council is to hear what came of it, " : ""
            remarks.append(
                Remark(
                    place,
                    "`\(item.id.spoken)` was \(decision.verdict.past) on \(last.date.long), and is on this agenda again; "
                        + "\(asksForOutcome)say why under `again`, or take it out"))
        } else if often >= 2 {
            remarks.append(
                Remark(
                    place,
                    "`\(item.id.spoken)` was on \(often) agendas and is on this one again; say under `again` what is "
                        + "different this time"))
        }
        return remarks
    }

    /// What does not fit an item that is there for its outcome.
    private func outcomeRemarks(on item: AgendaItem, of day: CalendarDay) -> [Remark] {
        guard item.purpose == .outcome, let first = history.first?.date else { return [] }
        // Nobody knows what was approved before the first meeting that is known.
        if let said = item.approved, said < first { return [] }
        guard let approval = approvalOrStopped(of: item.id.rawValue) else {
            return [
                Remark(
                    .item(day, item.id, key: "for"),
                    "an outcome is what came of an approval, and no meeting has approved `\(item.id.spoken)`; "
                        + "take `for: outcome` out")
            ]
        }
        guard let said = item.approved, said != approval.date else { return [] }
        return [
            Remark(
                .item(day, item.id, key: "approved"),
                "`\(item.id.spoken)` was approved on \(approval.date.long); write `approved: \(approval.date)`")
        ]
    }

    /// Whether the item is there for an outcome that the council has not heard.
    private func isOutcomeAwaited(by item: AgendaItem, on day: CalendarDay) -> Bool {
        guard item.isForOutcome else { return false }
        return switch stage(of: item.id.rawValue, on: day, except: day) {
        case .approved, .measured, .onAgenda: true
        default: false
        }
    }

    private func wrongContinuation(of item: AgendaItem, with day: CalendarDay) -> String? {
        // Nobody knows what was heard before the first meeting that is known.
        guard let first = history.first?.date, day >= first else { return nil }
        guard wasHeld(day) else {
            return "no meeting was held on \(day.long); name the one that heard it last, or take `continues` out"
        }
        var (id, seen): (ItemID?, Set<ItemID>) = (item.id, [])
        while let one = id, seen.insert(one).inserted {
            if hearings(of: one).contains(where: { $0.date == day }) { return nil }
            id = drafts[one.rawValue]?.proposal.revises.map { ItemID($0) }
        }
        let last = hearings(of: item.id).last.map { "; it was heard last on \($0.date)" } ?? ""
        return "the meeting of \(day.long) did not hear this item\(last)"
    }

    /// What was deferred to this very day and is on no agenda.
    private func forgotten(on agenda: Agenda) -> [Remark] {
        let present = Set(agenda.items.map(\.id))
        return knownItems.compactMap { id in
            guard !present.contains(id), !agenda.leavesOff(id), let last = hearings(of: id).last,
                last.verdict == .defer,
                last.item.decision?.until == agenda.date, nextAgenda(with: id, from: agenda.date) == nil
            else { return nil }
            if id.topicName == nil, !isDeferred(id.rawValue, on: agenda.date) { return nil }
            return Remark(
                .agenda(agenda.date, key: "items"),
                "`\(id.topicName ?? id.rawValue)` was deferred on \(last.date.long) to this day, and is not on the agenda; "
                    + "`mlreview agenda refresh \(agenda.date)` adds it, and "
                    + "`not: { \(id.spoken): WHY }` keeps it off")
        }
    }

    private func isDeferred(_ id: String, on day: CalendarDay) -> Bool {
        if case .deferred = stage(of: id, on: day) { true } else { false }
    }

    /// Promises whose day comes before a meeting.
    private func dueActions(before agenda: Agenda) -> [Remark] {
        openActions(on: agenda.date).flatMap(\.actions).filter(\.isOverdue).sorted { $0.reference < $1.reference }.map {
            action in
            let owner = action.owner.map { " of \($0)" } ?? ""
            let due = action.due.map { ", due on \($0.long)" } ?? ""
            return Remark(
                .agenda(agenda.date, key: "date"),
                "action \(action.reference)\(owner) is open\(due): \(action.text)")
        }
    }

    // MARK: People

    /// Words on actions that no meeting handed out.
    private var unknownActions: [Remark] {
        let known = Set(actionFates.map(\.action.reference))
        return people.values.sorted { $0.handle < $1.handle }.flatMap { words in
            words.actions.enumerated().filter { !known.contains($1.action) }.map { place, word in
                Remark(
                    .person(words.handle, list: "actions", place: place, key: "action"),
                    wasHeld(word.action.meeting)
                        ? "the meeting of \(word.action.meeting.long) assigned no action \(word.action.number)"
                        : Self.unknownAction(of: word.action.meeting)
                )
            }
        }
    }

    /// Says that nobody knows of an action, for a meeting without minutes.
    public static func unknownAction(of day: CalendarDay) -> String {
        "no minutes are known of a meeting on \(day.long), so this action is not known"
    }

    // MARK: Proposals

    /// Days after which a proposal that is ready should be on an agenda.
    private static let patience = 14

    private func idle(_ id: String, on today: CalendarDay) -> Remark? {
        guard case .ready(let since?) = stage(of: id, on: today) else { return nil }
        let days = today.daysSinceEpoch - since.daysSinceEpoch
        // What was on an agenda from before the first meeting that is known may have been decided there.
        let known = history.first?.date ?? today
        guard days > Self.patience, lastAgenda(with: ItemID(id), before: known) == nil else { return nil }
        // Somebody has said why.
        if agendas.contains(where: { $0.date >= today && $0.leavesOff(ItemID(id)) }) { return nil }
        return Remark(
            .proposal(id, key: "leads"), "ready since \(since.long), \(days) days, and on no agenda to come")
    }

    /// What a meeting has amended and left undecided or deferred, while the file says what it said before. The next
    /// meeting goes by the file.
    private func forgottenAmendments(of id: String, on today: CalendarDay) -> [Remark] {
        guard let proposal = drafts[id]?.proposal else { return [] }
        switch stage(of: id, on: today) {
        case .undecided, .deferred, .onAgenda: break
        default: return []
        }
        let undecided = hearings(of: ItemID(id)).filter { $0.verdict == nil || $0.verdict == .defer }
        return undecided.flatMap { hearing in
            hearing.item.amendments.filter(\.isAccepted).compactMap { amendment -> Remark? in
                guard let field = ProposalField(rawValue: amendment.field), field.section == nil,
                    let before = amendment.before, let after = amendment.after, proposal.value(of: field) == before
                else { return nil }
                return Remark(
                    .proposal(id, key: String(amendment.field.prefix { $0 != "." })),
                    "the council amended \(amendment.field) on \(hearing.date.long), \(before) → \(after), and this file "
                        + "still says what it said before; `mlreview review \(id) amend \(amendment.field) = \(after) "
                        + "because WHY` takes it over")
            }
        }
    }

    private func unfoundedOutcome(of id: String) -> Remark? {
        guard let outcome = drafts[id]?.proposal.outcome, !history.isEmpty else { return nil }
        let place = Remark.Place.proposal(id, key: "outcome")
        guard let approval = approvalOrStopped(of: id) else {
            return Remark(place, "an outcome is what came of an approval, and no meeting has approved `\(id)`")
        }
        guard outcome.on < approval.date else { return nil }
        return Remark(
            place,
            "the outcome is dated \(outcome.on.long), and the council approved it on \(approval.date.long) only; "
                + "state what was measured after that")
    }

    /// Approved proposals that one lead may have without anything measured.
    private static let mostUnmeasured = 2

    private func overburdenedLeads(_ ids: [String], on today: CalendarDay) -> [Remark] {
        var builds: [String: [(day: CalendarDay, id: String)]] = [:]
        for id in ids {
            guard let proposal = drafts[id]?.proposal, proposal.techLeads.count == 1, proposal.kind != .hiring,
                case .approved(let day, _) = stage(of: id, on: today)
            else { continue }
            builds[proposal.techLeads[0].name, default: []].append((day, id))
        }
        return builds.sorted { $0.key < $1.key }.compactMap { lead, builds in
            let sorted = builds.sorted { $0 < $1 }
            guard sorted.count > Self.mostUnmeasured, let newest = sorted.last else { return nil }
            return Remark(
                .proposal(newest.id, key: "tech_lead"),
                "\(lead) leads \(inWords(sorted.count)) approved builds that are not measured yet: "
                    + listed(sorted.map { "`\($0.id)`" }))
        }
    }
}
