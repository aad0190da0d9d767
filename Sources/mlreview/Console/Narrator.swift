import Commands
import Council
import Foundation
import Room

/// Says what happens at a meeting in lines of plain text: one fact a line, no colour, no drawing.
struct Narrator {
    let meeting: Meeting
    private let clock: LocalTime

    init(meeting: Meeting) {
        self.meeting = meeting
        clock = LocalTime(zone: meeting.roster.timeZone)
    }

    private func name(_ handle: Handle) -> String { meeting.roster.name(of: handle) }

    // MARK: Where the meeting stands

    var opening: [String] {
        let state =
            switch meeting.phase {
            case .gathering: "not opened yet"
            case .inSession: "open"
            case .closed: "closed"
            }
        var lines = ["ML Review of \(meeting.agenda.date.long), \(counted(meeting.items.count, "item")), \(state)"]
        lines.append(meeting.quorumLine)
        if let finding = meeting.chairFinding { lines.append("advice: \(finding.line)") }
        if meeting.current != nil { lines += item }
        return lines
    }

    /// What the week's proposals promise against what they cost, a line for each.
    var portfolio: [String] {
        let portfolio = Portfolio(of: meeting)
        guard !portfolio.entries.isEmpty else { return ["portfolio: no proposal names both an impact and a cost"] }
        var lines = ["portfolio: impact in \(portfolio.impactUnit) for the first year's cost in \(portfolio.costUnit)"]
        lines += portfolio.entries.map { entry in
            "item \(entry.number), \(entry.title): \(entry.spoken)\(entry.decision.map { ", \($0.spoken)" } ?? "")"
        }
        if !portfolio.others.isEmpty {
            lines.append("without impact or cost in these units: \(listed(portfolio.others.map { "item \($0)" }))")
        }
        return lines
    }

    /// The item before the council: what it is, what the charter finds, and the vote that is open.
    var item: [String] {
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
        if let motion = item.openMotion { lines += meeting.standing(of: motion) }
        if let decision = item.decision { lines.append("decision: \(decision.spoken)") }
        return lines
    }

    /// What is asked about before closing: printed, and then the console closes.
    var checklist: [String] {
        let gaps = meeting.gaps
        if gaps.isEmpty { return ["checklist: nothing is left open"] }
        return ["checklist: \(counted(gaps.count, "thing")) left open"] + gaps.map { "left open: \($0.sentence)" }
    }

    /// Notes that were left half-typed on the screen.
    func drafts(_ drafts: [ItemID?: String]) -> [String] {
        let withoutItem = drafts[ItemID?.none].map { ["draft of a note: \($0)"] } ?? []
        return withoutItem
            + meeting.items.enumerated().compactMap { place, item in
                drafts[item.id].map { "draft of a note on item \(place + 1): \($0)" }
            }
    }

    // MARK: What happened

    /// What an act did, with what the console says beside it: the screen shows that in its panes.
    func tell(_ act: Act, in journal: Journal) -> [String] {
        let lines = act.told(in: journal)
        switch act {
        case .went, .undone, .redone: return lines + item
        case .noted(let noted):
            let doubt = Command.doubt(of: noted.speaker, noted.kind, noted.text, in: meeting)
            return lines + (doubt.map { ["in doubt: \($0)"] } ?? [])
        case .reworded(let reworded):
            let doubt = Command.doubt(ofRewording: reworded.number, reworded.text, in: meeting)
            return lines + (doubt.map { ["in doubt: \($0)"] } ?? [])
        default: return lines
        }
    }

    // MARK: What a person asks to see

    func show(_ section: ScreenIntent.Section) -> [String] {
        switch section {
        case .agenda:
            return meeting.items.enumerated().map { index, item in
                let mark = item.id == meeting.currentID ? ", before the council" : ""
                return "\(index + 1): \(meeting.title(of: item)): \(item.decision?.spoken ?? "no decision")\(mark)"
            }
        case .proposal: return item + proposalText
        case .notes: return notes
        case .votes:
            guard let motions = meeting.current?.motions, !motions.isEmpty else { return ["no votes on this item"] }
            return motions.flatMap(vote)
        case .roll:
            return meeting.roster.everybody.map {
                "\($0.handle): \($0.name): \(meeting.presence(of: $0.handle)?.rawValue ?? "not called")"
            } + [meeting.quorumLine]
        case .actions:
            if meeting.actions.isEmpty { return ["no actions"] }
            return meeting.actions.map { action in
                let owner = action.owner.map(name) ?? "no owner"
                let due = action.due.map { "by \($0)" } ?? "no date"
                return "action \(action.number): \(owner), \(due): \(action.text)\(action.isDone ? " (done)" : "")"
            }
        }
    }

    private var proposalText: [String] {
        guard let item = meeting.current else { return [] }
        if let proposal = meeting.effectiveProposal(of: item) { return [proposal.body] }
        if case .topic(_, let text) = item.agenda.subject { return [text] }
        return []
    }

    private var notes: [String] {
        guard let item = meeting.current, !item.notes.isEmpty else { return ["no notes on this item"] }
        return item.notes.filter { !$0.isStruck }.map { note in
            let who = note.speaker.map { " \(name($0))" } ?? ""
            let kind = note.kind == .plain ? "" : " \(note.kind.rawValue)"
            let state = note.kind == .concern ? (note.isOpenConcern ? ", open" : ", resolved") : ""
            return "\(note.number) \(clock.time(note.at))\(who)\(kind)\(state): \(note.text)"
        }
    }

    private func vote(_ motion: Motion) -> [String] {
        var lines = meeting.standing(of: motion)
        lines += motion.order.compactMap { motion.ballots[$0] }.map { ballot in
            "\(name(ballot.who)): \(ballot.choice.rawValue)\(ballot.reason.map { " because \($0)" } ?? "")"
        }
        if let ruling = motion.ruling { lines.append("ruling: \(ruling.answer.rawValue): \(ruling.reason)") }
        return lines
    }

    /// Lines of the item's proposal and notes that hold a text.
    func find(_ text: String) -> [String] {
        let wanted = Self.searched(text)
        guard wanted.count > 1 else { return ["find what? `find TEXT`"] }
        let lines = (proposalText.flatMap { $0.lines.map(String.init) } + notes)
            // By characters, a long text in a long line takes minutes.
            .filter { strstr(Self.searched($0), wanted) != nil }
        return lines.isEmpty ? ["“\(text)” does not stand in this item"] : lines
    }

    /// A text as it is compared: in small letters, each accent in its letter where Unicode has one with it.
    ///
    /// A zero ends it, and stands nowhere else in it.
    private static func searched(_ text: String) -> [CChar] {
        let small = text.lowercased()
        let isASCII = small.utf8.allSatisfy { $0 < 0x80 }
        let composed = isASCII ? small : small.precomposedStringWithCanonicalMapping
        return composed.utf8.map { $0 == 0 ? 1 : CChar(bitPattern: $0) } + [0]
    }

    func help(_ name: String?, in journal: Journal, at moment: Date) -> [String] {
        let commands = name.flatMap(Command.named).map { [$0] } ?? Command.all
        return commands.flatMap { command in
            let refusal = command.whyUnavailable(in: journal, at: moment)
            return ["\(command.usage): \(command.help)"]
                + (name == nil ? [] : refusal.map { ["not now: \($0.sentence)"] } ?? [])
        }
    }
}
