import Council
import Foundation

/// Says where a meeting stands and what happens at it in lines of plain text: one fact a line, no colour, no drawing.
public struct Narrator: Sendable {
    let journal: Journal
    let now: Date
    let past: Past
    private let clock: LocalTime

    /// - Parameter past: What is told of earlier meetings to somebody who asks.
    public init(_ journal: Journal, at now: Date, past: Past = .none) {
        self.journal = journal
        self.now = now
        self.past = past
        clock = LocalTime(zone: journal.meeting.roster.timeZone)
    }

    var meeting: Meeting { journal.meeting }

    private func name(_ handle: Handle) -> String { meeting.roster.name(of: handle) }

    // MARK: Where the meeting stands

    public var opening: [String] {
        let state =
            switch meeting.phase {
            case .gathering: "not opened yet"
            case .inSession: "open"
            case .closed: "closed"
            }
        var lines = ["ML Review of \(meeting.agenda.date.long), \(counted(meeting.items.count, "item")), \(state)"]
        lines.append(meeting.quorumLine)
        if meeting.recess != nil { lines.append("in recess: `resume` goes on") }
        if let finding = meeting.chairFinding { lines.append("advice: \(finding.line)") }
        if meeting.current != nil { lines += item }
        return lines
    }

    /// The item before the council: what it is, what the charter finds, and the vote that is open.
    public var item: [String] {
        guard let item = meeting.current, let index = meeting.currentIndex else {
            return ["no item is before the council"]
        }
        var lines = ["item \(index + 1) of \(meeting.items.count): \(meeting.title(of: item))"]
        if let proposal = meeting.effectiveProposal(of: item) {
            if let outcome = meeting.outcome(of: item) { lines += ["here for its outcome"] + outcome.lines }
            lines.append("kind: \(proposal.kind.rawValue)")
            if let pod = proposal.pod { lines.append("pod: \(pod)") }
            lines += proposal.techLeads.map { "\(proposal.leadTitle.lowercased()): \($0.spoken)" }
            if let impact = proposal.impact { lines.append("impact: \(impact.spoken)") }
            if let cost = proposal.cost { lines.append("cost: \(cost.spoken)") }
            lines += ProposalFacts(proposal).text
        } else {
            lines.append("topic")
        }
        if let minutes = item.timeBox { lines.append("time box: \(counted(minutes, "minute"))") }
        lines += meeting.findings(on: item).map { "\($0.weight == .advice ? "advice: " : "")\($0.line) [\($0.field)]" }
        if let motion = item.openMotion { lines += meeting.standing(of: motion) }
        if let decision = item.decision { lines.append("decision: \(decision.sentence)") }
        return lines
    }

    /// What a meeting leaves open: the console prints it before it closes, or says why it does not. Empty if the meeting
    /// can't be closed.
    public var checklist: [String] {
        guard journal.refusal(of: .close, at: now) == nil else { return [] }
        let gaps = meeting.gaps
        if gaps.isEmpty { return ["checklist: nothing is left open"] }
        return ["checklist: \(counted(gaps.count, "thing")) left open"] + gaps.map { "left open: \($0.sentence)" }
    }

    /// Notes that were left half-typed on the screen.
    public func drafts(_ drafts: [ItemID?: String]) -> [String] {
        let withoutItem = drafts[ItemID?.none].map { ["draft of a note: \($0)"] } ?? []
        return withoutItem
            + meeting.items.enumerated().compactMap { place, item in
                drafts[item.id].map { "draft of a note on item \(place + 1): \($0)" }
            }
    }

    // MARK: What happened

    /// What an act did, with what the console says beside it: the screen shows that in its panes.
    ///
    /// - Parameter isLast: Whether no other act of the same request follows, so that the item stands as it is told.
    public func tell(_ act: Act, in journal: Journal, isLast: Bool = true) -> [String] {
        let lines = act.told(in: journal)
        switch act {
        case .went, .undone, .redone: return lines + (isLast ? item : [])
        case .noted(let noted):
            let doubt = Command.doubt(of: noted.speaker, noted.kind, noted.text, in: meeting)
            return lines + (doubt.map { ["in doubt: \($0)"] } ?? [])
        case .reworded(let reworded):
            let doubt = Command.doubt(ofRewording: reworded, in: meeting)
            return lines + (doubt.map { ["in doubt: \($0)"] } ?? [])
        default: return lines
        }
    }

    // MARK: What a person asks to see

    var proposalText: [String] {
        guard let item = meeting.current else { return [] }
        if let proposal = meeting.effectiveProposal(of: item) { return [proposal.body] }
        if case .topic(_, let text) = item.agenda.subject { return [text] }
        return []
    }

    var related: [String] {
        guard let item = meeting.current, let proposal = meeting.effectiveProposal(of: item) else { return [] }
        return past.related(proposal).map { "related: \($0.line)" }
    }

    var notes: [String] {
        guard let item = meeting.current, !item.notes.isEmpty else { return ["no notes on this item"] }
        let hidden = item.privateNotes.count
        let shown = item.notes.filter { !$0.isStruck && $0.kind != .private }.map(line)
        return shown
            + (hidden > 0
                ? ["\(counted(hidden, "private note")): `private` prints \(hidden == 1 ? "it" : "them")"] : [])
    }

    /// The item's private notes, for a person who asks for them.
    var privateNotes: [String] {
        let notes = meeting.current?.privateNotes ?? []
        return notes.isEmpty ? ["no private notes on this item"] : notes.map(line)
    }

    /// All notes of the meeting that are not private, item by item.
    var allNotes: [String] {
        let lines = meeting.items.enumerated().flatMap { place, item in
            item.notes.filter(\.isMinuted).map { "\(place + 1)/\(line($0))" }
        }
        return lines.isEmpty ? ["nothing noted yet"] : lines
    }

    private func line(_ note: Note) -> String {
        let who = note.speaker.map { " \(name($0))" } ?? ""
        let kind = note.kind == .plain ? "" : " \(note.kind.rawValue)"
        let state = note.kind == .concern ? (note.isOpenConcern ? ", open" : ", resolved") : ""
        let later = note.isLater == true ? ", entered later" : ""
        let when = note.since.map { "of \($0.short)" } ?? clock.time(note.at)
        return "\(note.number) \(when)\(who)\(kind)\(state)\(later): \(note.text)"
    }

    var votes: [String] {
        guard let motions = meeting.current?.motions, !motions.isEmpty else { return ["no votes on this item"] }
        return motions.flatMap(vote)
    }

    private func vote(_ motion: Motion) -> [String] {
        var lines = meeting.standing(of: motion)
        lines += motion.order.compactMap { meeting.shownBallot(of: $0, on: motion) }.map { ballot in
            "\(name(ballot.who)): \(ballot.options == nil && ballot.isSealed != true ? ballot.choice.rawValue : ballot.spoken)\(ballot.reason.map { " because \($0)" } ?? "")"
        }
        if let ruling = motion.ruling { lines.append("ruling: \(ruling.said): \(ruling.reason)") }
        return lines
    }

    var agenda: [String] {
        meeting.items.enumerated().map { index, item in
            let mark = item.id == meeting.currentID ? ", before the council" : ""
            return
                "\(index + 1): \(meeting.title(of: item)): \(item.decision?.spoken ?? (item.dropped.map { "off the agenda, \($0)" } ?? "no decision"))\(mark)"
        }
    }

    var roll: [String] {
        meeting.roster.everybody.map {
            "\($0.handle): \($0.name): \(meeting.presence(of: $0.handle)?.rawValue ?? "not called")"
        } + [meeting.quorumLine]
    }

    var actions: [String] {
        if meeting.actions.isEmpty { return ["no actions"] }
        return meeting.actions.map { action in
            let owner = action.owner.map(name) ?? "no owner"
            let due = action.due.map { "by \($0)" } ?? "no date"
            return
                "action \(action.number): \(owner), \(due): \(action.text)\(action.isDone ? " (done\(action.reason.map { ": \($0)" } ?? ""))" : "")"
        }
    }
}
