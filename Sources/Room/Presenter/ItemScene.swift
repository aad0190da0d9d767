import Council
import Screen

/// What is before the council: its title, who presents it, its figures, and whether it may be approved.
struct ItemScene {
    let item: Item
    let room: Model
    let easel: Easel

    var blocks: [PresenterBlock] {
        let meeting = room.meeting
        return [
            easel.strip("\(meeting.roster.name)  \(meeting.agenda.date.long)", meeting.placeOnAgenda(of: item)),
            easel.large(meeting.numberedTitle(of: item), .title, rank: 0),
        ] + floor + who + figures + gate + lastVote
    }

    /// Who speaks, with their clock, and who comes next.
    private var floor: [PresenterBlock] {
        let (queue, roster) = (room.meeting.queue, room.meeting.roster)
        let speaker = queue.speaking.map {
            easel.large(
                "\(roster.name(of: $0.turn.who))  \(minutesAndSeconds($0.used(at: room.now).rounded(.down)))", .accent,
                rank: 1, most: 1, upTo: easel.sizes().suffix(2).first)
        }
        let names = queue.waiting.map { roster.shortName(of: $0.who) }
        let next = names.isEmpty ? nil : easel.fine("next: \(listed(names))", rank: 2, most: 1)
        return [speaker, next].compactMap { $0 }
    }

    private var who: [PresenterBlock] {
        let lead = room.meeting.effectiveProposal(of: item)?.techLeads.map(\.name) ?? []
        if let presenter = item.agenda.presenter {
            return [small("\(room.meeting.roster.name(of: presenter)) presents", .text, rank: 3)]
        }
        return lead.isEmpty ? [] : [small("led by \(listed(lead))", .text, rank: 3)]
    }

    private var figures: [PresenterBlock] {
        guard let proposal = room.meeting.effectiveProposal(of: item) else { return [] }
        if item.agenda.isForOutcome {
            let comparison = OutcomeComparison(
                of: proposal, approved: item.agenda.approved, heard: room.meeting.agenda.date)
            return [small(comparison.figures, .accent, rank: 1), easel.fine("what came of it", .muted, rank: 4)]
        }
        return [
            proposal.impact.map { small("impact \($0.spoken)", .accent, rank: 1) },
            proposal.cost.map { small("cost: \($0.spoken)", .accent, rank: 1) },
        ].compactMap { $0 }
    }

    /// In words: what keeps the proposal from approval.
    private var gate: [PresenterBlock] {
        guard room.meeting.effectiveProposal(of: item) != nil, !item.agenda.isForOutcome else { return [] }
        let findings = room.meeting.gate(on: item)
        guard !findings.isEmpty else { return [small("gate: clear", .yes, rank: 3)] }
        let text = findings.map(\.sentence).joined(separator: "; ")
        return [
            easel.fine("gate: \(counted(findings.count, "finding"))", .warning, rank: 3, most: 1),
            easel.fine(text, rank: 4),
        ]
    }

    /// The item is talked about after a vote on it.
    private var lastVote: [PresenterBlock] {
        guard let motion = item.motions.last else { return [] }
        return [easel.fine(motion.resultSentence(in: room.meeting), motion.role(in: room.meeting), rank: 3)]
    }

    private func small(_ text: String, _ role: Role, rank: Int) -> PresenterBlock {
        easel.large(text, role, rank: rank, most: 2, upTo: easel.sizes().suffix(3).first)
    }
}
