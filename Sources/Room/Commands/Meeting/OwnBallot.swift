import Council
import Screen

/// A member's own ballot at their own terminal: one key. It opens by itself when a question is put.
struct OwnBallot: Layer {
    private let me: Handle
    private let motion: Int
    /// Options that were chosen so far, if the question is a choice.
    private var named: [String]

    /// - Returns: nil if the person at this terminal has no vote on the open question.
    init?(in room: Model) {
        guard room.mayVoteHere, let me = room.part.author, let open = room.meeting.openMotion else { return nil }
        self.me = me
        motion = open.number
        named = open.ballots[me]?.options ?? []
    }

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        guard let open = room.meeting.openMotion, open.number == motion else { return [.close] }
        let options = open.question.options
        switch key {
        case .escape, .character("q"): return [.close]
        case .character("y") where options == nil: return vote(.yes)
        case .character("n"): return vote(.no, options.map { _ in [] })
        case .character("a"): return vote(.abstain)
        case .character("r"): return vote(.recuse)
        case .character("b") where open.ballots[me] != nil || options == nil:
            return [.close, .open(Form.ballotReason(of: me, after: nil, on: open, in: room.meeting))]
        case .character(let digit) where options != nil && digit.isNumber:
            guard let options, let number = digit.wholeNumberValue, options.indices.contains(number - 1) else {
                return [.notify(Notice("there is no option \(digit): 1 to \(options?.count ?? 0) name one", .refusal))]
            }
            let option = options[number - 1]
            if named.contains(option) { named.removeAll { $0 == option } } else { named.append(option) }
            return []
        case .enter where options != nil:
            guard !named.isEmpty else {
                return [.notify(Notice("an empty ballot says nothing: n is for none of them, a abstains", .refusal))]
            }
            return vote(.yes, named)
        default: return [.doesNothing(key, "on a ballot: Esc leaves, and the vote stays open")]
        }
    }

    private func vote(_ choice: Ballot.Choice, _ options: [String]? = nil) -> [Reaction] {
        [.ask(.vote(who: me, choice: choice, reason: nil, options: options))]
    }

    // MARK: Drawing

    private func lines(in room: Model, width: Int) -> [Line] {
        guard let open = room.meeting.openMotion, open.number == motion else { return [] }
        let title = room.meeting.item(open.item).map { room.meeting.title(of: $0) } ?? ""
        var lines = Line.wrap(title, Style(.muted, on: .dialog), width: width)
        lines += Line.wrap(open.question.shownTitle, Style(.title, on: .dialog, .bold), width: width)
        lines.append(Line())
        for (place, option) in (open.question.options ?? []).enumerated() {
            let isNamed = named.contains(option)
            lines += Line.wrap(
                [
                    Span("\(place + 1) ", Style(.key, on: .dialog, .bold)),
                    Span(isNamed ? "[x] " : "[ ] ", Style(isNamed ? .yes : .muted, on: .dialog, .bold)),
                    Span(option, Style(.text, on: .dialog)),
                ], width: width, restIndent: 6)
        }
        let keys: [(String, String)] =
            open.question.options == nil
            ? [("y", "yes"), ("n", "no"), ("a", "abstain"), ("r", "recuse"), ("b", "with a reason")]
            : [("Enter", "vote"), ("n", "none"), ("a", "abstain"), ("r", "recuse")]
        lines += Line.wrap(
            keys.flatMap {
                [Span("\($0.0) ", Style(.key, on: .dialog, .bold)), Span("\($0.1)   ", Style(.text, on: .dialog))]
            },
            width: width)
        if let ballot = open.ballots[me] {
            let how = ballot.isByVoice ? "entered by \(room.meeting.roster.name(of: ballot.by ?? me))" : "your ballot"
            lines +=
                [Line()]
                + Line.wrap("\(how): \(ballot.spoken)", Style(.strong, on: .dialog, .bold), width: width)
        }
        return lines
    }

    func wantedSize(in room: Model) -> Size {
        let columns = room.dialogColumns(64)
        return Size(rows: lines(in: room, width: columns - 4).count + 2, columns: columns)
    }

    func draw(_ canvas: inout Canvas, in room: Model) {
        canvas.frame("Your vote")
        for (row, line) in lines(in: room, width: canvas.columns - 4).enumerated() {
            canvas.put(line, row: row + 1, column: 2, width: canvas.columns - 4)
        }
    }

    func hints(in room: Model) -> [Hint] {
        let isChoice = room.meeting.openMotion?.question.options != nil
        return (isChoice ? [Hint("1-9", "option"), Hint("Enter", "vote", finishes: true)] : [Hint("y", "yes")])
            + [Hint("n", isChoice ? "none" : "no"), Hint("a", "abstain"), Hint("r", "recuse"), Hint("Esc", "leave")]
    }
}

extension Model {
    /// Opens the ballot of the person at this terminal, unless they are typing something.
    mutating func offerBallot() {
        guard let ballot = OwnBallot(in: self) else { return }
        layers.removeAll { $0 is OwnBallot }
        guard layers.isEmpty else {
            notice = Notice(
                "a vote is open on \(meeting.openMotion?.question.spoken ?? "it"): \(keys.label(of: "vote") ?? ":vote") votes"
            )
            return
        }
        lookBack()
        focus = .votes
        layers.append(ballot)
    }

    /// What the person at this terminal has voted on the open question; nil if they have not, or have no vote.
    var ownBallotLine: String? {
        guard case .joined(let me?) = part, let ballot = meeting.openMotion?.ballots[me] else { return nil }
        let entry = journal.last {
            if case .balloted(let balloted) = $0 { balloted.ballot.who == me } else { false }
        }
        let time = entry.map { " \(clock.time($0.at))" } ?? ""
        return "you: \(ballot.spoken)\(time), changeable until the tally"
    }
}
