import Council

extension Request {
    /// Reads a line as it is typed at a meeting. The tests' own reader: it knows just what their tables use.
    init(line: String) {
        let (words, reason) = Self.split(line, at: " because ")
        let rest = words.drop { $0 != " " }.trimmed
        let parts = rest.split(separator: " ").map(String.init)
        switch words.prefix(while: { $0 != " " }) {
        case "roll": self = .roll(who: Handle(parts[0]), presence: Presence(rawValue: parts[1])!)
        case "guest":
            self = .guest(
                name: Self.split(rest, at: " of ").0, email: nil, organisation: Self.split(rest, at: " of ").1)
        case "scribe": self = .scribe(who: Handle(rest))
        case "topic": self = .addTopic(rest)
        case "hire": self = .addProposal(TestCouncil.hiring, digest: nil)
        case "move": self = .moveItem(Int(parts[0])!, to: Int(parts[1])!)
        case "leave": self = .dropItem(Int(parts[0])!, reason: reason ?? "")
        case "recess": self = .recess(minutes: Int(rest))
        case "resume": self = .resume
        case "queue" where rest == "close" || rest == "open": self = .closeQueue(rest == "close")
        case "queue":
            self = .queue(who: Handle(parts[0]), kind: parts.count > 1 ? SpeakerQueue.Kind(rawValue: parts[1])! : .new)
        case "next": self = .next
        case "lead":
            self = .lead(
                LeadReview.Role(rawValue: parts[0])!, LeadReview.Verdict(rawValue: parts[1])!, reason: reason)
        case "open": self = .open
        case "chair": self = .chair(who: Handle(parts[0]), reason: reason ?? "")
        case "go": self = .go(rest == "next" ? .next : rest == "back" ? .back : .item(Int(rest)!))
        case "note": self = Self.note(parts, rest)
        case "speaker":
            self = .correct(
                note: NoteReference(parts[0])!, .speaker(parts[1] == "nobody" ? nil : Handle(parts[1])))
        case "kind": self = .correct(note: NoteReference(parts[0])!, .kind(Note.Kind(rawValue: parts[1])!))
        case "refile": self = .correct(note: NoteReference(parts[0])!, .item(Int(parts[2])!))
        case "later" where Int(parts[0]) != nil: self = .revise(action: Int(parts[0])!, .due(CalendarDay(parts[1])!))
        case "reassign" where Int(parts[0]) != nil: self = .revise(action: Int(parts[0])!, .owner(Handle(parts[2])))
        case "reword" where parts[0] == "action":
            self = .revise(action: Int(parts[1])!, .text(parts.dropFirst(2).joined(separator: " ")))
        case "reword": self = .reword(note: NoteReference(parts[0])!, text: parts.dropFirst().joined(separator: " "))
        case "strike": self = .strike(note: NoteReference(rest)!)
        case "resolve": self = .resolve(note: NoteReference(rest)!, reason: reason)
        case "motion":
            let (text, movers) = Self.split(rest, at: " by ")
            let who = movers?.split(separator: " ").map(String.init) ?? []
            self = .motion(
                Self.question(text), by: who.first.map { Handle($0) }, second: who.count > 2 ? Handle(who[2]) : nil)
        case "poll": self = .motion(.poll(rest))
        case "withdraw": self = .withdraw(reason: reason)
        case "vote":
            let said = parts.dropFirst().joined(separator: " ")
            if let choice = Ballot.Choice(rawValue: said == "none" ? "no" : said) {
                self = .vote(who: Handle(parts[0]), choice: choice, reason: reason)
            } else {
                let options = said.split(separator: ",").map(\.trimmed)
                self = .vote(who: Handle(parts[0]), choice: .yes, reason: reason, options: options)
            }
        case "tally": self = .tally
        case "consent": self = .consent(rest == "approve" ? .approve : .vote, earlier: [:])
        case "flag": self = .flag(item: Int(parts[0])!, who: Self.speaker(parts), kind: .flag, reason: reason)
        case "hold": self = .flag(item: Int(parts[0])!, who: Self.speaker(parts), kind: .hold, reason: reason)
        case "unflag": self = .unflag(item: Int(parts[0])!, who: Self.speaker(parts))
        case "escalate": self = .escalate(reason: reason ?? "")
        case "rule":
            let answer = Ruling.Answer(rawValue: rest)
            self = .rule(answer: answer ?? .yes, reason: reason ?? "", option: answer == nil ? rest : nil)
        case "amend":
            let (field, value) = Self.split(rest, at: " =")
            self = .amend(field: ProposalField(spoken: field)!, value: (value ?? "").trimmed, reason: reason)
        case "decide":
            let (head, resolution) = Self.split(rest, at: " as ")
            let (word, numbers) = Self.split(head, at: " if ")
            let words = word.split(separator: " ").map(String.init)
            self = .decide(
                verdict: Decision.Verdict(rawValue: words[0])!,
                until: words.dropFirst().first.flatMap { CalendarDay($0) },
                reason: reason, anyway: words.contains("anyway"),
                conditions: numbers?.split(separator: " ").compactMap { Int($0) } ?? [], resolution: resolution)
        case "action": self = Self.action(parts)
        case "done", "later", "drop":
            if let number = Int(rest) {
                self =
                    words.hasPrefix("drop")
                    ? .retract(action: number, reason: reason ?? "")
                    : .done(action: number, because: reason)
            } else {
                self = .update(
                    action: ActionReference(parts[0])!,
                    word: ActionWord.Word(rawValue: String(words.prefix { $0 != " " }))!,
                    until: parts.count > 1 ? CalendarDay(parts[1]) : nil, reason: reason)
            }
        case "reassign":
            self = .reassign(action: ActionReference(parts[0])!, to: Handle(parts[2]), reason: reason)
        case "recall": self = .recall(EarlierAction.samples, updates: [])
        case "clock":
            self = .clock(parts[0] == "pause" ? .pause : parts[0] == "resume" ? .resume : .add(minutes: Int(parts[1])!))
        case "undo": self = .undo
        case "redo": self = .redo
        case "close": self = rest == "anyway" ? .close : .closeIfComplete
        case "reopen": self = .reopen(reason: reason ?? "")
        default: fatalError("the tests have no command \(line)")
        }
    }

    private static func split(_ text: String, at mark: String) -> (String, String?) {
        guard let range = text.firstRange(of: mark) else { return (text, nil) }
        return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
    }

    private static func speaker(_ parts: [String]) -> Handle? {
        parts.dropFirst().first.map { Handle(String($0.dropFirst())) }
    }

    private static func question(_ text: String) -> Question {
        let words = text.split(separator: " ")
        switch words.first {
        case nil, "proposal": return .proposal
        case "solution": return .solution
        case "team": return .team
        case "lead": return .lead
        case "confirmed": return .confirmed
        case "changed": return .changed
        case "stopped": return .stopped
        case "choose":
            return .choice(words.count == 1 ? [] : text.dropFirst(7).split(separator: "|").map(\.trimmed))
        case "amendment": return .amendment(number: Int(words[1])!)
        default: return .text(text)
        }
    }

    private static func note(_ parts: [String], _ rest: String) -> Request {
        var words = parts
        var speaker: Handle?
        if let first = words.first, first.hasPrefix("@") {
            speaker = Handle(String(first.dropFirst()))
            words.removeFirst()
        }
        var kind = Note.Kind.plain
        if let first = words.first, first.hasSuffix(":"), let named = Note.Kind(rawValue: String(first.dropLast())) {
            kind = named
            words.removeFirst()
        }
        return .note(speaker: speaker, kind: kind, text: words.joined(separator: " "))
    }

    private static func action(_ parts: [String]) -> Request {
        var words = parts
        var owner: Handle?
        if let first = words.first, first.hasPrefix("@") {
            owner = Handle(String(first.dropFirst()))
            words.removeFirst()
        }
        var due: CalendarDay?
        if words.first == "by", words.count > 1 {
            due = CalendarDay(words[1])
            words.removeFirst(2)
        }
        return .action(owner: owner, due: due, text: words.joined(separator: " "))
    }
}
