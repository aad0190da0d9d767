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
        let groups = SummaryVerdict.inOrder.filter { $0 != .approvedOnCondition }.compactMap { verdict in
            let items = meeting.items.filter { SummaryVerdict($0).inSubject == verdict }
            guard !items.isEmpty else { return nil as SubjectLine.Group? }
            let openings = items.map { verdict == .decided(.approve) ? hires(of: $0) : nil }
            return SubjectLine.Group(
                verdict: verdict.past, names: zip(items, openings).filter { $1 == nil }.map { name(of: $0.0) },
                hires: openings.compactMap { $0 }.reduce(0, +), isMinor: verdict.isMinor)
        }
        guard !groups.isEmpty else {
            return [prefix, "\(meeting.agenda.date.withoutWeekday): nothing on the agenda", notes]
                .filter { !$0.isEmpty }.joined(separator: " ")
        }
        return SubjectLine(prefix: prefix, groups: groups, suffix: notes).text
    }

    private func name(of item: Item) -> SubjectLine.Name {
        SubjectLine.Name(
            meeting.effectiveProposal(of: item)?.shortTitle?.onOneLine ?? meeting.title(of: item).onOneLine,
            mark: SummaryVerdict(item) == .approvedOnCondition ? "conditional" : nil)
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

extension JournalReader {
    var summary: SummaryModel {
        let money = money
        let deadlines = deadlines
        return SummaryModel(
            subject: subject, isDraft: roster.minutes == .draft, preheader: preheader(deadlines), money: money,
            deadlines: deadlines, dated: deadlines.filter { $0.due != nil },
            undated: deadlines.filter { $0.due == nil },
            groups: itemsByVerdict.map { verdict, items in
                VerdictModel(title: verdict.title, items: items.map(summaryItem))
            })
    }

    /// `First due Wed 2 Dec: Lena Ortiz, report shadow mode.` A list of mails goes on with the first line of the mail.
    private func preheader(_ deadlines: [DeadlineModel]) -> String {
        deadlines.first.flatMap { first in
            first.due.map { due in
                "First due \(due): \(first.owner.map { "\($0), " } ?? "")\(first.text.onOneLine.withFullStop)"
            }
        } ?? "Reasons, votes and open points of \(meeting.agenda.date.long)."
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
        let resolution = decision == nil ? whatFollows(on: item) : decision?.resolved
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
                concern.speaker.map { concern.text.quoted(from: name($0)) } ?? concern.text.quoted()
            },
            dropped: decision == nil ? item.dropped : nil)
    }

    private func ownerInShort(of item: Item) -> String {
        let proposal = meeting.effectiveProposal(of: item)
        if let proposal, !proposal.techLeads.isEmpty { return listed(proposal.techLeads.map(\.name)) }
        if let sponsor = proposal?.sponsor { return "sponsor \(Mailbox.displayName(of: sponsor))" }
        return item.agenda.presenter.map { "presented by \(name($0))" } ?? "no owner"
    }

    // MARK: Votes

    /// How it was decided, in few words: `5–0, 1 abstention`; nil if that needs no vote.
    private func tally(behind decision: Decision, on item: Item) -> String? {
        switch decision.basis {
        case _ where decision.verdict == .withdraw || decision.verdict == .noted: return nil
        case .consensus:
            // What was chosen is said in the resolution; how, in the counts.
            let choice = item.motions.last { $0.chosen != nil && $0.ruling == nil && item.isLatest($0) }
            return choice.map { "the choice: \(meeting.tally(of: $0).votesAlone); approved by consensus" }
                ?? basis(of: decision, on: item)
        case .withoutQuorum: return basis(of: decision, on: item)
        case .consentLane(let number, let approvals):
            let votes = number.flatMap(meeting.motion).map { meeting.tally(of: $0).votesAlone } ?? "no vote"
            return "consent lane: \(votes); approved in writing by \(counted(approvals.count, "member"))"
        case .motion(let number):
            guard let motion = meeting.motion(number) else { return nil }
            let isOnTheWhole = motion.question == .proposal || motion.question.isConsent || motion.chosen != nil
            return "vote: " + meeting.tally(of: motion).votesAlone
                + (isOnTheWhole ? "" : ", on \(motion.question.spoken)")
                + laterAmendments(than: motion, in: decision, on: item)
        case .ruling(let number):
            guard let motion = meeting.motion(number), let ruling = motion.ruling else { return nil }
            let who =
                (ruling.isActing ? "ruling of \(name(ruling.by)), acting chair," : "chair's ruling")
                + (ruling.option.map { " for \($0)" } ?? "")
            let votes = meeting.tally(of: motion).votesAlone
            return (ruling.cause == .tie ? "\(who) after a tie, \(votes)" : "\(who) on an escalation, after \(votes)")
                + laterAmendments(than: motion, in: decision, on: item)
        }
    }
}
