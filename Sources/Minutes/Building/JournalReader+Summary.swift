import Council

extension JournalReader {
    /// The items by verdict, the most important verdict first, each in the order of the agenda.
    var itemsByVerdict: [(verdict: SummaryVerdict, items: [Item])] {
        let groups = Dictionary(grouping: meeting.items, by: SummaryVerdict.init)
        return SummaryVerdict.inOrder.compactMap { verdict in groups[verdict].map { (verdict, $0) } }
    }

    /// `[ML Review] Approved: fraud rings, 2 hires; prep time sent back`.
    var subject: String {
        let prefix = roster.subjectPrefix
        let notes = [
            meeting.revision > 1 ? "(revision \(meeting.revision))" : nil,
            meeting.phase == .closed ? nil : "(not closed)",
        ].compactMap { $0 }.joined(separator: " ")
        let groups = itemsByVerdict.map { verdict, items in
            let openings = items.map { verdict == .decided(.approve) ? hires(of: $0) : nil }
            return SubjectLine.Group(
                verdict: verdict.past, names: zip(items, openings).filter { $1 == nil }.map { shortName(of: $0.0) },
                hires: openings.compactMap { $0 }.reduce(0, +), isMinor: verdict.isMinor)
        }
        guard !groups.isEmpty else {
            return [prefix, "\(meeting.agenda.date.withoutWeekday): nothing on the agenda", notes]
                .filter { !$0.isEmpty }.joined(separator: " ")
        }
        return SubjectLine(prefix: prefix, groups: groups, suffix: notes).text
    }

    private func shortName(of item: Item) -> String {
        meeting.effectiveProposal(of: item)?.shortTitle?.onOneLine ?? meeting.title(of: item).onOneLine
    }

    /// How many people an approved opening is for; nil for other items.
    private func hires(of item: Item) -> Int? {
        guard let proposal = meeting.effectiveProposal(of: item), proposal.kind == .hiring, proposal.shortTitle == nil
        else {
            return nil
        }
        return proposal.opening?.count
    }
}

/// What became of an item: a decision, none, or off the agenda.
enum SummaryVerdict: Hashable {
    case decided(Decision.Verdict)
    case undecided
    case dropped

    init(_ item: Item) {
        if let decision = item.decision {
            self = .decided(decision.verdict)
        } else {
            self = item.dropped == nil ? .undecided : .dropped
        }
    }

    /// The most important first: what begins, what changes or ends, what has to come back, and the rest.
    static let inOrder: [SummaryVerdict] =
        [.approve, .changed, .stopped, .reject, .revise, .confirmed, .defer, .withdraw, .noted].map(Self.decided)
        + [.undecided, .dropped]

    /// Whether a subject without room for it may leave it out.
    var isMinor: Bool {
        switch self {
        case .decided(.noted), .decided(.withdraw), .undecided, .dropped: true
        case .decided: false
        }
    }

    /// `Sent back`, as a heading.
    var title: String { self == .undecided ? "No decision" : past.capitalizedFirst }

    /// `approved`, `sent back`, `undecided`.
    var past: String {
        switch self {
        case .decided(let verdict): verdict.past
        case .undecided: "undecided"
        case .dropped: "off the agenda"
        }
    }
}

extension JournalReader {
    var summary: SummaryModel {
        let money = money
        let deadlines = deadlines
        return SummaryModel(
            subject: subject, preheader: preheader(money: money, deadlines: deadlines), money: money,
            deadlines: deadlines,
            groups: itemsByVerdict.map { verdict, items in
                VerdictModel(title: verdict.title, items: items.map(summaryItem))
            })
    }

    /// `3 projects approved: 3.24 M USD/year …. First due Wed 2 Dec: Lena Ortiz, report shadow mode.`
    private func preheader(money: String?, deadlines: [DeadlineModel]) -> String {
        let first = deadlines.first.flatMap { first in
            first.due.map { due in
                "First due \(due): \(first.owner.map { "\($0), " } ?? "")\(first.text.onOneLine.withFullStop)"
            }
        }
        let parts = [money, first].compactMap { $0 }
        guard parts.isEmpty else { return parts.joined(separator: " ") }
        return "Reasons, votes and open points of \(meeting.agenda.date.long)."
    }

    private var deadlines: [DeadlineModel] {
        inOrder(meeting.actions.filter { !$0.isDone }).map { action in
            DeadlineModel(
                due: action.due.map { withoutYear($0.day) },
                owner: meeting.actions.first { $0.number == action.number }?.owner.map(name),
                text: action.text, item: action.item?.number)
        }
    }

    /// `Fri 4 Dec`; with the year if it is another than the meeting's.
    private func withoutYear(_ day: CalendarDay) -> String {
        let year = meeting.agenda.date.description.prefix(4)
        return day.long.hasSuffix(" \(year)") ? String(day.long.dropLast(5)) : day.long
    }

    // MARK: Items

    private func summaryItem(_ item: Item) -> SummaryItemModel {
        let decision = item.decision
        let resolution = decision?.resolved
        return SummaryItemModel(
            number: meeting.number(of: item), anchor: anchor(item), title: meeting.title(of: item),
            owner: ownerInShort(of: item), isOvertaken: decision != nil && item.isDecisionOvertaken,
            until: decision?.until.map(Day.init), resolution: resolution.map(\.withFullStop),
            amounts: decision.flatMap { amounts(of: item, in: $0) },
            reason: decision?.reason.map(\.onOneLine.withFullStop),
            rulingReason: rulingReason(of: item).map(\.onOneLine.withFullStop),
            tally: decision.flatMap { tally(behind: $0, on: item) }.map(\.capitalizedFirst.withFullStop),
            setAside: decision.flatMap(setAside).map(\.withFullStop),
            open: item.openConcerns.filter { resolution?.contains($0.text.inShort) != true }.map { concern in
                concern.text.inShort + (concern.speaker.map { " (\(name($0)))" } ?? "")
            },
            dropped: decision == nil ? item.dropped : nil)
    }

    private func ownerInShort(of item: Item) -> String {
        let proposal = meeting.effectiveProposal(of: item)
        if let proposal, !proposal.techLeads.isEmpty { return listed(proposal.techLeads.map(\.name)) }
        if let sponsor = proposal?.sponsor { return "sponsor \(Mailbox.displayName(of: sponsor))" }
        return item.agenda.presenter.map { "presented by \(name($0))" } ?? "no owner"
    }

    /// `4.2 M USD/year; build 450 k USD → 520 k USD; upkeep 150 k USD`, without what a composed resolution says already.
    private func amounts(of item: Item, in decision: Decision) -> String? {
        guard decision.verdict.isApproval, let now = meeting.effectiveProposal(of: item), now.kind != .hiring else {
            return nil
        }
        let before = meeting.baseProposal(of: item)
        let isComposed = decision.resolution.map { $0.edited == nil } ?? false
        var parts: [String] = []
        func add(_ name: String, _ then: String?, _ value: String?) {
            guard let value else { return }
            parts.append(name + (then.map { $0 == value ? value : "\($0) → \(value)" } ?? value))
        }
        if !(isComposed && before?.impact != now.impact) {
            add("", before?.impact.map(amount), now.impact.map(amount))
        }
        if !isComposed, choosesWhatWasProposed(item, now) {
            add(
                "build ", before?.cost.flatMap { amount($0.build, $0.unit) },
                now.cost.flatMap { amount($0.build, $0.unit) })
            add(
                "upkeep ", before?.cost.flatMap { amount($0.maintenance, $0.unit) },
                now.cost.flatMap { amount($0.maintenance, $0.unit) })
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ").withFullStop
    }

    private func amount(_ impact: Impact) -> String { "\(figure(impact.value)) \(impact.unit)" }

    private func amount(_ value: Double?, _ unit: String) -> String? { value.map { "\(figure($0)) \(unit)" } }

    /// Whether the council chose no other option than the one whose figures the proposal states.
    private func choosesWhatWasProposed(_ item: Item, _ proposal: Proposal) -> Bool {
        let choice = item.motions.last { $0.chosen != nil && item.isLatest($0) }?.chosen
        return choice == nil || choice == proposal.recommend
    }

    /// What was approved, added up in the unit that most of it has.
    private var money: String? {
        var projects: [(number: Int, units: [String]?, impact: Double, build: Double, upkeep: Double)] = []
        for (place, item) in meeting.items.enumerated() where item.decision?.verdict == .approve {
            guard let proposal = meeting.effectiveProposal(of: item), proposal.kind != .hiring else { continue }
            let isCounted = choosesWhatWasProposed(item, proposal)
            let units =
                isCounted ? proposal.impact.flatMap { impact in proposal.cost.map { [impact.unit, $0.unit] } } : nil
            projects.append(
                (
                    place + 1, units, proposal.impact?.value ?? 0, proposal.cost?.build ?? 0,
                    proposal.cost?.maintenance ?? 0
                ))
        }
        let counts = projects.compactMap(\.units).reduce(into: [[String]: Int]()) { $0[$1, default: 0] += 1 }
        // Of several that are as frequent, the one that comes first on the agenda.
        let most = counts.values.max() ?? 0
        guard let units = projects.compactMap(\.units).first(where: { counts[$0] == most }) else { return nil }
        let summed = projects.filter { $0.units == units }
        let others = projects.filter { $0.units != units }.map { String($0.number) }
        func sum(_ part: (Double, unit: String?), _ what: String) -> String {
            "\(spoken(amount: part.0))\(part.unit.map { " \($0)" } ?? "")\(what)"
        }
        // The unit of the impact says that of the cost, if it is the same in a year.
        let unit = units[0] == "\(units[1])/year" ? nil : units[1]
        let build = summed.reduce(0) { $0 + $1.build }
        let upkeep = summed.reduce(0) { $0 + $1.upkeep }
        let impact = sum((summed.reduce(0) { $0 + $1.impact }, units[0]), "")
        let rest =
            others.isEmpty
            ? ""
            : " Not in the sum: \(others.count == 1 ? "item" : "items") \(listed(others)), in other units or without."
        return "\(counted(summed.count, "project")) approved: \(impact) for \(sum((build, unit), " to build")) and "
            + "\(sum((upkeep, unit), " a year to run")).\(rest)"
    }

    // MARK: Votes

    /// How it was decided, in few words: `5–0, 1 abstention`; nil if that needs no vote.
    private func tally(behind decision: Decision, on item: Item) -> String? {
        switch decision.basis {
        case _ where decision.verdict == .withdraw || decision.verdict == .noted: return nil
        case .consensus, .withoutQuorum: return basis(of: decision, on: item)
        case .consentLane(let number, let approvals):
            let votes = number.flatMap(meeting.motion).map { self.votes(of: $0) } ?? "no vote"
            return "consent lane: \(votes); approved in writing by \(counted(approvals.count, "member"))"
        case .motion(let number):
            guard let motion = meeting.motion(number) else { return nil }
            let isOnTheWhole = motion.question == .proposal || motion.question.isConsent || motion.chosen != nil
            return votes(of: motion) + (isOnTheWhole ? "" : ", on \(motion.question.spoken)")
                + laterAmendments(than: motion, in: decision, on: item)
        case .ruling(let number):
            guard let motion = meeting.motion(number), let ruling = motion.ruling else { return nil }
            let who =
                (ruling.isActing ? "ruling of \(name(ruling.by)), acting chair," : "chair's ruling")
                + (ruling.option.map { " for \($0)" } ?? "")
            let votes = self.votes(of: motion)
            return (ruling.cause == .tie ? "\(who) after a tie, \(votes)" : "\(who) on an escalation, after \(votes)")
                + laterAmendments(than: motion, in: decision, on: item)
        }
    }

    /// `5–0, 1 abstention`; `Managed 5, Our cluster 3, 1 recused`.
    private func votes(of motion: Motion) -> String {
        let tally = meeting.tally(of: motion)
        var parts = tally.options?.map { "\($0) \(tally.count(of: $0))" } ?? ["\(tally.yes)–\(tally.no)"]
        if tally.options != nil, tally.no > 0 { parts.append("none \(tally.no)") }
        if tally.abstained > 0 { parts.append(counted(tally.abstained, "abstention")) }
        if tally.recused > 0 { parts.append("\(tally.recused) recused") }
        return parts.joined(separator: ", ")
    }
}

extension String {
    /// With a full stop, unless it ends as a sentence does.
    var withFullStop: String { last.map { ".?!…".contains($0) } ?? true ? self : self + "." }
}
