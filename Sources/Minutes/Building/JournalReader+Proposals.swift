import Council

extension JournalReader {
    func proposal(of item: Item) -> ProposalModel? {
        guard let proposal = meeting.effectiveProposal(of: item) else { return nil }
        let findings = meeting.findings(on: item)
        let base = meeting.baseProposal(of: item)
        return ProposalModel(
            id: proposal.id, kind: proposal.kind.rawValue, asksForTeam: proposal.kind != .hiring,
            asksForImpact: proposal.kind != .hiring, pod: proposal.pod,
            sponsor: proposal.sponsor.map(Mailbox.displayName),
            technicalLeads: proposal.techLeads.map(\.spoken), leadTitle: proposal.leadTitle,
            technicalLeadMembers: proposal.techLeads.map(member),
            team: proposal.team.map(\.spoken), teamMembers: proposal.team.map(member),
            impact: proposal.impact?.spoken, impactValue: proposal.impact?.value, impactUnit: proposal.impact?.unit,
            impactNote: proposal.impact?.note, impactWas: was(base?.impact, \.spoken, \.note, now: proposal.impact),
            cost: proposal.cost?.spoken, costBuild: proposal.cost?.build,
            costMaintenance: proposal.cost?.maintenance, costUnit: proposal.cost?.unit, costNote: proposal.cost?.note,
            costWas: was(base?.cost, \.spoken, \.note, now: proposal.cost),
            baseline: proposal.baseline.map { BaselineModel(method: $0.method, share: $0.share) },
            thirdParty: proposal.thirdParty, engineeringAlone: proposal.engineeringAlone,
            blocker: proposal.blocker?.rawValue, data: proposal.data, platform: proposal.platform,
            reuse: proposal.reuse,
            leads: proposal.words.map { lead($0, on: proposal, inRoom: item.leadWords?.contains($0) ?? false) },
            amended: proposal.amended.map(amendment), options: proposal.options.map(option),
            recommendation: proposal.recommend, opening: proposal.opening?.spoken,
            openingRole: proposal.opening?.role?.rawValue, openingLevel: proposal.opening?.level,
            openingCount: proposal.opening?.count, revises: proposal.revises, priority: proposal.priority?.rawValue,
            minutes: proposal.minutes,
            followUp: proposal.followUp.map { FollowUpModel(after: Day($0.after), measure: $0.measure) },
            outcome: proposal.outcome.map {
                OutcomeModel(on: Day($0.on), value: $0.value, unit: $0.unit, note: $0.note)
            },
            digest: meeting.docket.digests?[proposal.id],
            gate: findings.filter { $0.weight == .gate }.map(\.sentence),
            // Open concerns stand with the other concerns.
            advice: findings.filter { $0.weight == .advice && $0.field != "notes" }.map(\.line))
    }

    /// A figure that an amendment replaced, with what was noted on it; nil if it stands.
    private func was<Figure>(
        _ before: Figure?, _ spoken: KeyPath<Figure, String>, _ note: KeyPath<Figure, String?>, now: Figure?
    ) -> String? {
        guard let before, let now, before[keyPath: spoken] != now[keyPath: spoken] else { return nil }
        return before[keyPath: spoken] + (before[keyPath: note].map { " (\($0))" } ?? "")
    }

    private func member(_ member: TeamMember) -> TeamMemberModel {
        TeamMemberModel(name: member.name, role: member.role?.rawValue)
    }

    private func lead(_ review: LeadReview, on proposal: Proposal, inRoom: Bool) -> LeadModel {
        LeadModel(
            role: review.role.rawValue, name: review.name, verdict: review.verdict.rawValue,
            date: review.date.map(Day.init), note: review.note, of: review.of,
            changedSince: proposal.changes(since: review).map(\.rawValue), inRoom: inRoom,
            said: review.saidBefore + changed(since: review, in: proposal))
    }

    private func changed(since review: LeadReview, in proposal: Proposal) -> String {
        let changes = proposal.changes(since: review).map(\.spoken)
        return changes.isEmpty ? "" : "; changed since: \(listed(changes))"
    }

    private func amendment(_ amendment: LeadAmendment) -> LeadAmendmentModel {
        LeadAmendmentModel(
            field: amendment.field.rawValue, before: amendment.before.isEmpty ? nil : amendment.before,
            after: amendment.after.isEmpty ? nil : amendment.after, by: amendment.by, on: Day(amendment.on),
            because: amendment.because)
    }

    private func option(_ option: TechnologyOption) -> OptionModel {
        OptionModel(
            name: option.name, choice: option.choice?.rawValue, cost: option.cost, runBy: option.runBy,
            note: option.note)
    }
}

extension LeadReview {
    /// What the lead's file had before the meeting: `Ola Berg (engineering) approved, Mon 9 Nov 2026: small enough`.
    fileprivate var saidBefore: String {
        let word =
            switch verdict {
            case .approved: "approved"
            case .changes: "asked for changes"
            case .pending: "has not reviewed it"
            }
        return "\(spoken) \(word)\(date.map { ", \($0.long)" } ?? "")\(note.map { ": \($0)" } ?? "")"
    }
}
