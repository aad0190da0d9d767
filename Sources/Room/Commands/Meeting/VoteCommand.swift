import Council
import Screen

extension Command {
    static let vote = Command(
        "vote", "WHO yes|no|abstain|recuse|A, C [because TEXT]", key: "v", label: "vote", footer: 30,
        group: .voting,
        completes: [.member, .choice(Ballot.Choice.allCases.map(\.rawValue)), .choice(["because"]), .text],
        help: "Records a member's ballot, which can change until the tally. In a choice it names options, or none.",
        probe: { ballot(in: $0, by: nil) },
        // The key puts a motion first.
        keyProbe: { $0.openMotion == nil ? motion.probe($0) : ballot(in: $0, by: $1) },
        onKey: .does { room in
            guard room.meeting.openMotion != nil else { return putToVote(in: &room) }
            if let ballot = OwnBallot(in: room) {
                room.open(ballot)
                return []
            }
            room.lookBack()
            room.focus = .votes
            room.layers.append(Voting(in: room))
            return []
        },
        line: { request in
            guard case .vote(let who, let choice, let reason, let options) = request else { return nil }
            let named = options.flatMap { $0.isEmpty ? nil : $0.joined(separator: " | ") }
            return "vote \(who) \(named ?? choice.rawValue)\(because(reason))"
        }
    ) { words, meeting throws(Refusal) in
        let who = try words.requireHandle()
        guard let offered = meeting.openMotion?.question.options else {
            let choice = try words.requireChoice(Ballot.Choice.self)
            return .ask(.vote(who: who, choice: choice, reason: try words.reason()))
        }
        let said = words.untilReason()
        let reason = try words.reason()
        switch said.lowercased() {
        case "": throw Refusal("no option is named: write `vote \(who) \(offered.prefix(2).joined(separator: ", "))`")
        case "no", "none": return .ask(.vote(who: who, choice: .no, reason: reason))
        case let word where Ballot.Choice(rawValue: word) != nil:
            return .ask(.vote(who: who, choice: Ballot.Choice(rawValue: word) ?? .abstain, reason: reason))
        default:
            let isOne = offered.contains { $0.folded == said.folded }
            let named = isOne ? [said] : said.split(separator: said.contains("|") ? "|" : ",").map(\.trimmed)
            return .ask(.vote(who: who, choice: .yes, reason: reason, options: named.filter { !$0.isEmpty }))
        }
    }

    static let tally = Command(
        "tally", key: "T", label: "tally", group: .voting,
        help: "Closes the vote.",
        probe: { _ in .tally },
        line: { $0 == .tally ? "tally" : nil }
    ) { _, _ in .ask(.tally) }

    /// A ballot that somebody could give now.
    private static func ballot(in meeting: Meeting, by author: Handle?) -> Request {
        if let author, !meeting.isScribe(author) { return .vote(who: author, choice: .abstain, reason: nil) }
        let ballots = meeting.openMotion?.ballots ?? [:]
        let member = meeting.membersInRoom.first { member in
            !meeting.isKeptFromVoting(member.handle) && ballots[member.handle].map { $0.by != member.handle } ?? true
        }
        return member.map {
            .vote(who: $0.handle, choice: meeting.openMotion?.question.isConsent == true ? .yes : .abstain, reason: nil)
        } ?? .tally
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
    /// The member whose ballot the next key sets; nil once everybody has voted, so that no ballot is changed by mistake.
    var highlighted: Handle?
    /// The member who has voted last.
    private var last: Handle?
    /// Whether Enter was pressed while somebody had not voted.
    private var asksToTally = false

    init(in room: Model) {
        highlighted = room.meeting.openMotion.flatMap { room.meeting.nextToVote(on: $0) }
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
            guard let who = highlighted ?? last else {
                return [.notify(Notice("b is the reason for a ballot: k goes back to one"))]
            }
            guard motion.question.options == nil || motion.ballots[who] != nil else {
                let name = room.meeting.roster.name(of: who)
                return [
                    .notify(
                        Notice("\(name) has no ballot yet, and b gives the reason for one: a digit names an option"))
                ]
            }
            return [.open(Form.ballotReason(of: who, after: last, on: motion, in: room.meeting))]
        case .character("u"): return [.run("undo")]
        case .character("l"): return [.open(RollCall(forLatecomerIn: room))]
        case .character(let letter) where motion.question.options != nil && ("0"..."9").contains(letter):
            return toggle(letter, on: motion, in: room)
        case .character(" "), .tab:
            guard motion.question.options != nil, let who = highlighted else { break }
            highlighted = room.meeting.nextToVote(on: motion, after: who)
        case .enter, .character("T"): return tally(motion, wasAsking: wasAsking, in: room)
        case .character("N"): return [.open(NotesPage(in: room))]
        default: return [.doesNothing(key, "while ballots are taken: Esc leaves, and the vote stays open")]
        }
        return []
    }

    private mutating func ballot(_ choice: Ballot.Choice, on motion: Motion, in room: Model) -> [Reaction] {
        guard let who = highlighted else {
            let note = choice == .no ? ", and Esc n takes a note" : ""
            let letter = choice.rawValue.prefix(1)
            return [
                .notify(
                    Notice(
                        "nobody is left to vote, so \(letter) is nobody's ballot: Enter tallies, "
                            + "k goes back to a ballot\(note)"))
            ]
        }
        if choice == .yes, let offered = motion.question.options {
            return [
                .notify(
                    Notice("this asks which, not whether: 1 to \(offered.count) name an option, n is none", .refusal))
            ]
        }
        let request = Request.vote(who: who, choice: choice, reason: nil)
        // A refused ballot leaves the highlight, so that the next key does not go to another member by mistake.
        if (try? room.consider(request)) != nil {
            highlighted = room.meeting.nextToVote(on: motion, after: who)
            last = who
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

    /// Puts an option on the highlighted member's ballot, or takes it off. The cursor stays, since a member may name more.
    private mutating func toggle(_ digit: Character, on motion: Motion, in room: Model) -> [Reaction] {
        guard let who = highlighted, let offered = motion.question.options else {
            return [.notify(Notice("nobody is left to vote, so \(digit) is nobody's ballot: k goes back to a ballot"))]
        }
        guard let number = digit.wholeNumberValue, offered.indices.contains(number - 1) else {
            return [.notify(Notice("there is no option \(digit): 1 to \(offered.count) name one", .refusal))]
        }
        let option = offered[number - 1]
        let given = motion.ballots[who]?.options ?? []
        let named = given.contains(option) ? given.filter { $0 != option } : given + [option]
        guard !named.isEmpty else {
            return [.notify(Notice("an empty ballot says nothing: n is for none of them, a abstains", .refusal))]
        }
        last = who
        return [.ask(.vote(who: who, choice: .yes, reason: nil, options: named), thenClose: false)]
    }

    /// Goes to another ballot, or to the tally below them once everybody has voted.
    private mutating func move(_ step: Int, on motion: Motion, in room: Model) {
        let isComplete = room.meeting.nextToVote(on: motion) == nil
        let places: [Handle?] = motion.order + (isComplete ? [nil] : [])
        guard let place = places.firstIndex(of: highlighted) ?? places.indices.first else { return }
        highlighted = places[(place + step + places.count) % places.count]
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
        let tally = Hint("Enter", "tally", finishes: true)
        let because = (highlighted ?? last).map { Hint("b", "because (\(room.meeting.roster.shortName(of: $0)))") }
        let moves = [Hint("j k", "move"), Hint("Esc", "leave"), Hint("l", "late arrival")]
        if let options = room.meeting.openMotion?.question.options, highlighted != nil {
            return [
                Hint("1-\(options.count)", "option"), Hint("Space", "next"), Hint("n", "none"), Hint("a", "abstain"),
            ]
                + [Hint("r", "recuse")] + [because].compactMap { $0 } + [tally] + moves
        }
        guard highlighted != nil else { return [tally] + [because].compactMap { $0 } + [Hint("u", "undo")] + moves }
        return [Hint("y", "yes"), Hint("n", "no"), Hint("a", "abstain"), Hint("r", "recuse")]
            + [because].compactMap { $0 } + [tally] + moves
    }
}

extension Form {
    /// The reason for a ballot. A ballot already given stays chosen, and the cursor is in the reason.
    ///
    /// - Parameter last: Who has voted last. People mean that ballot if they ask for its reason too late.
    static func ballotReason(of who: Handle, after last: Handle?, on motion: Motion, in meeting: Meeting) -> Form {
        let given = meeting.isSealed(motion) ? nil : motion.ballots[who]
        let choices = Ballot.Choice.allCases
        let before = motion.order.firstIndex(of: who).flatMap { $0 > 0 ? motion.order[$0 - 1] : nil }
        let other = given == nil && last == before ? last.flatMap { motion.ballots[$0] } : nil
        let hint = other.map { other in
            let name = meeting.roster.name(of: other.who)
            return "\(name) has already voted (\(other.choice.spoken)): Esc k b gives the reason for it"
        }
        if let given, motion.question.options != nil {
            return Form(
                title: "Ballot of \(meeting.roster.name(of: who))", fields: [.text("Because", given.reason ?? "")],
                facts: { _ in [Line(given.spoken, Style(.strong, on: .dialog, .bold))] }
            ) { fields, _ throws(Refusal) in
                .vote(who: who, choice: given.choice, reason: fields[0].value, options: given.options)
            }
        }
        var form = Form(
            title: "Ballot of \(meeting.roster.name(of: who))",
            fields: [
                .answer(
                    "Ballot", choices.map(\.rawValue), given: given.flatMap { choices.firstIndex(of: $0.choice) }),
                .text("Because", given?.reason ?? ""),
            ], facts: { _ in hint.map { [Line($0, Style(.muted, on: .dialog))] } ?? [] }
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
