import Council
import Screen

/// What the council has decided on an item, and on what condition.
struct DecisionScene {
    let item: Item
    let room: Model
    let easel: Easel

    var blocks: [PresenterBlock] {
        let meeting = room.meeting
        guard let decision = item.decision else { return [] }
        let verdict = decision.verdict
        let band = easel.band(verdict.past, sign: verdict.largeSign, verdict.role)
        let title = easel.large(
            meeting.numberedTitle(of: item), .title, rank: 2, most: 2, upTo: easel.sizes().suffix(2).first)
        let strip = easel.strip("\(meeting.roster.name)  \(meeting.agenda.date.long)", meeting.placeOnAgenda(of: item))
        return [strip, band] + condition(decision) + [title] + basis
    }

    private func condition(_ decision: Decision) -> [PresenterBlock] {
        return [
            decision.until.map {
                easel.large("until \($0.long)", .text, rank: 1, most: 2, upTo: easel.sizes().suffix(3).first)
            },
            decision.resolved.map { easel.fine($0, .added, rank: 3) },
            decision.reason.map { easel.fine($0, rank: 1) },
            decision.overriddenGate.isEmpty
                ? nil : easel.fine("the chair set the gate aside", .warning, rank: 3),
        ].compactMap { $0 }
    }

    /// The vote that the council knew of.
    private var basis: [PresenterBlock] {
        // Where there is little room, what was decided comes before how.
        let isNarrow = easel.columns < 60 && item.decision?.resolved != nil
        guard !isNarrow, let motion = room.meeting.lastVote(before: item) else { return [] }
        return [easel.fine(room.meeting.spokenAnswer(to: motion), .muted, rank: 3)]
    }
}

extension Decision.Verdict {
    /// The sign in letters that are drawn large.
    var largeSign: String {
        switch self {
        case .approve, .confirmed: "✓"
        case .reject, .stopped: "✗"
        case .revise, .changed: "<"
        case .defer: "…"
        case .withdraw, .noted: "–"
        }
    }
}
