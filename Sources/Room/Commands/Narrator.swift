import Council
import Foundation

/// Says where a meeting stands and what happens at it in lines of plain text: one fact a line, no colour, no drawing.
public struct Narrator: Sendable {
    let journal: Journal
    let now: Date
    private let clock: LocalTime

    public init(_ journal: Journal, at now: Date) {
        self.journal = journal
        self.now = now
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
        lines.append(quorum)
        if let finding = meeting.chairFinding { lines.append("advice: \(finding.line)") }
        if meeting.current != nil { lines += item }
        return lines
    }

    var quorum: String {
        meeting.hasQuorum
            ? "quorum: \(meeting.membersInRoom.count) of \(counted(meeting.roster.seats, "seat")) in the room, \(meeting.quorumNeeded) needed"
            : "no quorum: \(meeting.quorumSentence(or: nil))"
    }

    /// The item before the council: what it is, what the charter finds, and the vote that is open.
    public var item: [String] {
        guard let item = meeting.current, let index = meeting.currentIndex else {
            return ["no item is before the council"]
        }
        var lines = ["item \(index + 1) of \(meeting.items.count): \(meeting.title(of: item))"]
        if let proposal = meeting.effectiveProposal(of: item) {
            lines.append("kind: \(proposal.kind.rawValue)")
            if let pod = proposal.pod { lines.append("pod: \(pod)") }
            lines += proposal.techLeads.map { "technical lead: \($0.spoken)" }
            if let impact = proposal.impact { lines.append("impact: \(impact.spoken)") }
            if let cost = proposal.cost { lines.append("cost: \(cost.spoken)") }
        } else {
            lines.append("topic")
        }
        if let minutes = item.timeBox { lines.append("time box: \(counted(minutes, "minute"))") }
        lines += meeting.findings(on: item).map { "\($0.weight == .advice ? "advice: " : "")\($0.line) [\($0.field)]" }
        if let motion = item.openMotion { lines += standing(of: motion) }
        if let decision = item.decision { lines.append("decision: \(decision.spoken)") }
        return lines
    }

    private func standing(of motion: Motion) -> [String] {
        let tally = meeting.tally(of: motion)
        var lines = ["vote \(motion.isOpen ? "open" : "closed") on \(motion.question.title): \(tally.sentence)"]
        if motion.isOpen {
            let waiting = tally.eligible.filter { motion.ballots[$0] == nil }
            if !waiting.isEmpty {
                lines.append("to vote: \(listed(motion.order.filter(waiting.contains).map(\.rawValue)))")
            }
        }
        return lines
    }

    /// What a meeting leaves open: the console prints it, and then closes.
    public var checklist: [String] {
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

    public func tell(_ act: Act, in journal: Journal) -> [String] {
        switch act {
        case .docket: return ["agenda, proposals and council taken in as their files are now"]
        case .rolled(let who, let presence): return ["\(name(who)) \(presence.rawValue)", quorum]
        case .opened: return ["the meeting is open", quorum]
        case .chaired(let who, let reason): return ["\(name(who)) presides: \(reason)"]
        case .went: return item
        case .noted(_, let number, let speaker, let kind, let text):
            let who = speaker.map { " \(name($0)):" } ?? ""
            let what = kind == .plain ? "note" : kind.rawValue
            let doubt = Command.doubt(of: speaker, kind, text, in: meeting).map { ["in doubt: \($0)"] } ?? []
            return ["\(what) \(number) recorded:\(who) \(text)"] + doubt
        case .reworded(_, let number, let text):
            let doubt = Command.doubt(ofRewording: number, text, in: meeting).map { ["in doubt: \($0)"] } ?? []
            return ["note \(number) now says: \(text)"] + doubt
        case .struck(_, let number): return ["note \(number) struck"]
        case .resolved(_, let number, let reason):
            return ["concern \(number) resolved\(reason.map { ": \($0)" } ?? "")"]
        case .moved, .balloted: return tellVote(act)
        case .tallied(_, let tally):
            return ["tally: \(tally.sentence)"] + (tally.outcome == .tied ? [dueRuling] : [])
        case .escalated(_, let reason): return ["escalated to the chair: \(reason)", dueRuling]
        case .ruled(_, let ruling):
            let office = ruling.isActing ? "acting chair" : "chair"
            return ["ruling: \(ruling.answer.rawValue), by \(name(ruling.by)), \(office): \(ruling.reason)"]
        case .amended(let id, let amendment): return tellAmendment(amendment, of: id)
        case .decided(let id, let decision): return tellDecision(decision, on: id)
        case .assigned(let action):
            let owner = action.owner.map(name) ?? "no owner"
            let due = action.due.map { "by \($0)" } ?? "no date"
            return ["action \(action.number): \(owner), \(due): \(action.text)"]
        case .finished(let number): return ["action \(number) done"]
        case .clocked: return [clockLine]
        case .closed: return ["the meeting is closed"]
        case .reopened(let reason): return ["open again for revision \(meeting.revision): \(reason)"]
        case .undone(let number): return ["undone: \(spoken(number, in: journal))"] + item
        case .redone(let number): return ["done again: \(spoken(number, in: journal))"] + item
        }
    }

    private func spoken(_ number: Int, in journal: Journal) -> String {
        journal.entries.first { $0.number == number }?.act.spoken(in: meeting) ?? "an act"
    }

    private func tellVote(_ act: Act) -> [String] {
        switch act {
        case .moved(_, let number, let question, _):
            let motion = meeting.motion(number)
            return ["motion \(number): \(question.title)", "rule: \(meeting.roster.voting.summary)"]
                + (motion.map(standing) ?? [])
        case .balloted(let number, let ballot):
            let reason = ballot.reason.map { " because \($0)" } ?? ""
            return ["\(name(ballot.who)): \(ballot.choice.rawValue)\(reason)"]
                + (meeting.motion(number).map { ["stands at \(meeting.tally(of: $0).sentence)"] } ?? [])
        default: return []
        }
    }

    private var dueRuling: String {
        if let refusal = meeting.whyNoRuling { return "no ruling yet: \(refusal.sentence)" }
        return "\(name(meeting.presiding)) decides: `rule yes|no because TEXT`"
    }

    private func tellAmendment(_ amendment: Amendment, of id: ItemID) -> [String] {
        [
            "amendment \(amendment.number) of \(amendment.field.rawValue), by consent unless a vote is asked for",
            "before: \(amendment.before.isEmpty ? "nothing" : amendment.before)", "after: \(amendment.after)",
        ]
    }

    private func tellDecision(_ decision: Decision, on id: ItemID) -> [String] {
        var lines = [
            "decision: \(decision.spoken)", "rests on: \(decision.basis(spokenIn: meeting, on: meeting.item(id)))",
        ]
        if let reason = decision.reason { lines.append("because: \(reason)") }
        lines += decision.overriddenGate.map { "the chair overrides the gate: \($0.sentence)" }
        if !decision.overConcerns.isEmpty {
            lines.append(
                "decided over open \(decision.overConcerns.count == 1 ? "concern" : "concerns") \(listed(decision.overConcerns.map(String.init)))"
            )
        }
        return lines
    }

    private var clockLine: String {
        guard let item = meeting.current else { return "no clock" }
        let box = item.timeBox.map { " of \(counted($0, "minute"))" } ?? ""
        let state = item.clock.isPaused ? "stands" : "runs"
        return "the clock \(state)\(box)"
    }

    // MARK: What a person asks to see

    var proposalText: [String] {
        guard let item = meeting.current else { return [] }
        if let proposal = meeting.effectiveProposal(of: item) { return [proposal.body] }
        if case .topic(_, let text) = item.agenda.subject { return [text] }
        return []
    }

    var notes: [String] {
        guard let item = meeting.current, !item.notes.isEmpty else { return ["no notes on this item"] }
        return item.notes.filter { !$0.isStruck }.map { note in
            let who = note.speaker.map { " \(name($0))" } ?? ""
            let kind = note.kind == .plain ? "" : " \(note.kind.rawValue)"
            let state = note.kind == .concern ? (note.isOpenConcern ? ", open" : ", resolved") : ""
            return "\(note.number) \(clock.time(note.at))\(who)\(kind)\(state): \(note.text)"
        }
    }

    var votes: [String] {
        guard let motions = meeting.current?.motions, !motions.isEmpty else { return ["no votes on this item"] }
        return motions.flatMap(vote)
    }

    private func vote(_ motion: Motion) -> [String] {
        var lines = standing(of: motion)
        lines += motion.order.compactMap { motion.ballots[$0] }.map { ballot in
            "\(name(ballot.who)): \(ballot.choice.rawValue)\(ballot.reason.map { " because \($0)" } ?? "")"
        }
        if let ruling = motion.ruling { lines.append("ruling: \(ruling.answer.rawValue): \(ruling.reason)") }
        return lines
    }

    var agenda: [String] {
        meeting.items.enumerated().map { index, item in
            let mark = item.id == meeting.currentID ? ", before the council" : ""
            return "\(index + 1): \(meeting.title(of: item)): \(item.decision?.spoken ?? "no decision")\(mark)"
        }
    }

    var roll: [String] {
        meeting.roster.everybody.map {
            "\($0.handle): \($0.name): \(meeting.presence(of: $0.handle)?.rawValue ?? "not called")"
        } + [quorum]
    }

    var actions: [String] {
        if meeting.actions.isEmpty { return ["no actions"] }
        return meeting.actions.map { action in
            let owner = action.owner.map(name) ?? "no owner"
            let due = action.due.map { "by \($0)" } ?? "no date"
            return "action \(action.number): \(owner), \(due): \(action.text)\(action.isDone ? " (done)" : "")"
        }
    }
}
