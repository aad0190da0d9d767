import Council
import Screen

extension Command {
    static let vote = Command(
        "vote", "WHO yes|no|abstain|recuse [because TEXT]", key: "v", label: "vote", footer: 30,
        group: .voting,
        completes: [.member, .choice(Ballot.Choice.allCases.map(\.rawValue)), .choice(["because"]), .text],
        help: "A ballot; it can be changed until the tally.",
        probe: ballot,
        // The key puts a motion first.
        keyProbe: { $0.openMotion == nil ? motion.probe($0) : ballot(in: $0) },
        onKey: .does { room in
            guard room.meeting.openMotion != nil else { return putToVote(in: &room) }
            room.lookBack()
            room.focus = .votes
            room.layers.append(Voting(in: room))
            return []
        },
        line: { request in
            guard case .vote(let who, let choice, let reason) = request else { return nil }
            return "vote \(who) \(choice.rawValue)\(because(reason))"
        }
    ) { words, _ throws(Refusal) in
        .ask(
            .vote(
                who: try words.requireHandle(), choice: try words.requireChoice(Ballot.Choice.self),
                reason: try words.reason()))
    }

    static let tally = Command(
        "tally", key: "T", label: "tally", group: .voting,
        help: "Closes the vote.",
        probe: { _ in .tally },
        line: { $0 == .tally ? "tally" : nil }
    ) { _, _ in .ask(.tally) }

    /// A ballot that somebody could give now.
    private static func ballot(in meeting: Meeting) -> Request {
        let member = meeting.membersInRoom.first { !meeting.isKeptFromVoting($0.handle) }
        return member.map { .vote(who: $0.handle, choice: .yes, reason: nil) } ?? .tally
    }

    /// Puts the proposal to the vote; asks for the question if it had its vote, if there is no proposal, and about an
    /// outcome.
    private static func putToVote(in room: inout Model) -> [Effect] {
        guard let item = room.meeting.current, item.motions.isEmpty, room.meeting.baseProposal(of: item) != nil,
            !item.agenda.isForOutcome
        else {
            room.open(Form.motion(in: room))
            return []
        }
        return room.ask(.motion(.proposal))
    }
}

/// Takes ballots by keyboard in the votes pane: one key a member, in roll-call order.
struct Voting: Layer {
    /// The member whose ballot the next key sets.
    var highlighted: Handle?
    /// Whether Enter was pressed while somebody had not voted.
    private var asksToTally = false

    init(in room: Model) {
        highlighted = room.meeting.openMotion.flatMap { room.meeting.nextToVote(on: $0) ?? $0.order.first }
    }

    var pane: Pane? { .votes }

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        guard let motion = room.meeting.openMotion else { return [.close] }
        let wasAsking = asksToTally
        asksToTally = false
        switch key {
        case .escape, .character("q"): return [.close]
        case .character("y"): return ballot(.yes, on: motion, in: room)
        case .character("n"): return ballot(.no, on: motion, in: room)
        case .character("a"): return ballot(.abstain, on: motion, in: room)
        case .character("r"): return ballot(.recuse, on: motion, in: room)
        case .up, .character("k"): move(-1, on: motion, in: room)
        case .down, .character("j"): move(1, on: motion, in: room)
        case .character("b"):
            guard let highlighted else { return [] }
            return [
                .open(
                    Form.ballotReason(
                        of: highlighted, named: room.meeting.roster.name(of: highlighted), on: motion))
            ]
        case .character("u"): return [.run("undo")]
        case .character("l"): return [.open(RollCall(forLatecomerIn: room))]
        case .enter, .character("T"): return tally(motion, wasAsking: wasAsking, in: room)
        case .character(":"): return [.open(CommandEntry(""))]
        case .character("N"): return [.open(NotesPage(in: room))]
        default: return [.doesNothing(key, "while ballots are taken: Esc leaves, and the vote stays open")]
        }
        return []
    }

    private mutating func ballot(_ choice: Ballot.Choice, on motion: Motion, in room: Model) -> [Reaction] {
        guard let who = highlighted else { return [] }
        let request = Request.vote(who: who, choice: choice, reason: nil)
        // A refused ballot leaves the highlight, so that the next key does not go to another member by mistake.
        if (try? room.journal.consider(request, at: room.now)) != nil {
            highlighted = following(who, on: motion, in: room)
        }
        return [.ask(request, thenClose: false)]
    }

    /// After somebody has come in, the next one who can vote and has not.
    mutating func welcome(in room: Model) {
        guard let motion = room.meeting.openMotion, highlighted.map({ motion.ballots[$0] != nil }) ?? true else {
            return
        }
        highlighted = room.meeting.nextToVote(on: motion) ?? highlighted
    }

    /// The next member who has not voted; the same one if everybody else has.
    private func following(_ who: Handle, on motion: Motion, in room: Model) -> Handle? {
        let next = room.meeting.nextToVote(on: motion, after: who)
        return next ?? who
    }

    private mutating func move(_ step: Int, on motion: Motion, in room: Model) {
        guard !motion.order.isEmpty else { return }
        let place = highlighted.flatMap { motion.order.firstIndex(of: $0) } ?? 0
        highlighted = motion.order[(place + step + motion.order.count) % motion.order.count]
    }

    private mutating func tally(_ motion: Motion, wasAsking: Bool, in room: Model) -> [Reaction] {
        let silent = room.meeting.liveTally(of: motion).silent
        if silent > 0, !wasAsking {
            asksToTally = true
            let who = "\(counted(silent, "member")) \(silent == 1 ? "has" : "have") not voted"
            return [.notify(Notice("\(who): Enter again closes the vote without them"))]
        }
        return [.ask(.tally)]
    }

    func hints(in room: Model) -> [Hint] {
        [
            Hint("y", "yes"), Hint("n", "no"), Hint("a", "abstain"), Hint("r", "recuse"), Hint("b", "because"),
            Hint("Enter", "tally"), Hint("j k", "move"), Hint("Esc", "leave"), Hint("l", "late arrival"),
        ]
    }
}

extension Form {
    /// The reason for a ballot. A ballot already given stays chosen, and the cursor is in the reason.
    static func ballotReason(of who: Handle, named name: String, on motion: Motion) -> Form {
        let given = motion.ballots[who]
        let choices = Ballot.Choice.allCases
        var form = Form(
            title: "Ballot of \(name)",
            fields: [
                .answer(
                    "Ballot", choices.map(\.rawValue), given: given.flatMap { choices.firstIndex(of: $0.choice) }),
                .text("Because", given?.reason ?? ""),
            ]
        ) { fields, _ throws(Refusal) in
            guard let choice = Ballot.Choice(rawValue: fields[0].value) else {
                throw Refusal("no ballot is given yet: y, n, a or r chooses one")
            }
            return .vote(who: who, choice: choice, reason: fields[1].value)
        }
        if given != nil { form.focus = 1 }
        return form
    }
}
