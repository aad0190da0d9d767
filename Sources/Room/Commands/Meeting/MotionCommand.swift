import Council
import Screen

extension Command {
    static let motion = Command(
        "motion", "[solution|team|lead|amendment N|choose A | B|TEXT]", key: "m",
        label: "motion", footer: 130,
        group: .voting,
        completes: [.question, .amendment],
        help: "Puts a question to the council, by default the proposal. For an outcome: confirmed, changed or "
            + "stopped. `choose` lets members name as many options as they approve of. `by WHO second WHO` may follow.",
        probe: { meeting in
            // A topic has no proposal, and takes questions in a person's own words.
            let hasProposal = meeting.current.flatMap { meeting.baseProposal(of: $0) } != nil
            return .motion(hasProposal ? .first(on: meeting.current) : .text("…"))
        },
        onKey: .opens(Form.motion),
        line: { request in
            guard case .motion(let question, let by, let second) = request else { return nil }
            let who = (by.map { " by @\($0)" } ?? "") + (second.map { " second @\($0)" } ?? "")
            return switch question {
            case .amendment(let number): "motion amendment \(number)\(who)"
            case .text(let text): "motion \(text)\(who)"
            case .choice(let options): "motion choose \(options.joined(separator: " | "))\(who)"
            // It has a command of its own.
            case .poll: nil
            case let question: Question.named.first { $0.question == question }.map { "motion \($0.word)\(who)" }
            }
        }
    ) { words, meeting throws(Refusal) in
        let moved = Movers(in: words.remainder(), of: meeting.roster)
        let question = try Question(typed: moved.text, on: meeting.current)
        return .ask(.motion(question, by: moved.by, second: moved.second))
    }

    static let poll = Command(
        "poll", "TEXT", label: "poll", group: .voting,
        completes: [.text],
        help: "Takes a straw poll: its ballots are minuted, but nothing can rest on it.",
        probe: { _ in .motion(.poll("…")) },
        line: { if case .motion(.poll(let text), nil, nil) = $0 { "poll \(text)" } else { nil } }
    ) { words, _ in .ask(.motion(.poll(words.remainder()))) }

    static let withdraw = Command(
        "withdraw", "motion [because TEXT]", label: "withdraw", group: .voting,
        completes: [.choice(["motion"]), .choice(["because"]), .text],
        help: "Takes the open motion back before its tally; the minutes say that it was withdrawn.",
        probe: { _ in .withdraw(reason: nil) },
        line: { if case .withdraw(let reason) = $0 { "withdraw motion\(because(reason))" } else { nil } }
    ) { words, _ throws(Refusal) in
        _ = words.take("motion")
        return .ask(.withdraw(reason: try words.reason()))
    }
}

/// Who put a motion, as it stands behind its words: `by wen second bo`.
///
/// Words that only look like it, such as `done by friday`, belong to the motion.
struct Movers {
    let text: String
    private(set) var by: Handle?
    private(set) var second: Handle?

    init(in line: String, of roster: Roster) {
        var words = line.split(separator: " ")
        func take(_ sign: String) -> Handle? {
            guard words.count > 1, words[words.count - 2].lowercased() == sign, let last = words.last else {
                return nil
            }
            let name = String(last.hasPrefix("@") ? last.dropFirst() : last)
            let handle = roster.spelling(of: Handle(name))
            // With its sign a name is meant as one, and the rules say whom they don't know.
            guard roster.person(handle) != nil || last.hasPrefix("@") && Handle.isWellFormed(name) else { return nil }
            words.removeLast(2)
            return handle
        }
        second = take("second")
        by = take("by")
        text = by == nil && second == nil ? line : words.joined(separator: " ")
    }
}

extension Question {
    /// A question as it is typed behind `motion`.
    init(typed text: String, on item: Item?) throws(Refusal) {
        let parts = text.split(whereSeparator: \.isWhitespace)
        let first = parts.first?.lowercased()
        if parts.isEmpty {
            self = .first(on: item)
        } else if let named = Question.named.first(where: { $0.word == text.lowercased() }) {
            self = named.question
        } else if parts.count == 2, first == "amendment", let number = Int(parts[1]) {
            self = .amendment(number: number)
        } else if parts.count == 1, first == "amendment" {
            throw Refusal("which amendment? write `motion amendment N`")
        } else if first == "choose", parts.count == 1 || text.contains("|") {
            self = .choice(Self.options(in: String(text.drop { !$0.isWhitespace })))
        } else {
            self = .text(text)
        }
    }

    /// `A | B`; none if nothing is named.
    static func options(in text: String) -> [String] {
        text.trimmed.isEmpty ? [] : text.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
    }
}

extension Question {
    /// The questions that one word names.
    fileprivate static let named: [(word: String, question: Question)] = [
        ("proposal", .proposal), ("solution", .solution), ("team", .team), ("lead", .lead),
        ("confirmed", .confirmed), ("changed", .changed), ("stopped", .stopped),
    ]

    /// The words of the questions that can be put on an item.
    static func words(on item: Item?) -> [String] {
        let isForOutcome = item?.agenda.isForOutcome ?? false
        return named.filter { ($0.question.outcomeVerdict != nil) == isForOutcome }.map(\.word) + [
            "choose", "amendment",
        ]
    }

    /// What is put if nothing is named.
    fileprivate static func first(on item: Item?) -> Question {
        item?.agenda.isForOutcome ?? false ? .confirmed : .proposal
    }
}

extension Question {
    /// The question of a dialog on a proposal: the word that is chosen, and what stands under it.
    fileprivate init(chosen word: String, ownWords text: String) {
        if word == "choose" {
            self = .choice(Question.options(in: text))
        } else if word == "poll" {
            self = .poll(text)
        } else if !text.isEmpty || word == "text" {
            self = .text(text)
        } else if word.hasPrefix("amendment ") {
            self = .amendment(number: Int(word.dropFirst("amendment ".count)) ?? 0)
        } else {
            self = Question.named.first { $0.word == word }?.question ?? .proposal
        }
    }
}

extension Form {
    /// Puts a question to the council. Who put it and who seconded it come last, so that nobody has to name them.
    static func motion(in room: Model) -> Form {
        let item = room.meeting.current
        let movers: [FormField] = [
            .text("Moved by", completing: .member), .text("Seconded", completing: .member),
        ]
        // A topic takes questions in a person's own words alone.
        guard item.flatMap({ room.meeting.baseProposal(of: $0) }) != nil else {
            let kinds = ["motion", "choose", "poll"]
            return Form(
                title: "Motion",
                fields: [.text("Question"), .choice("As", kinds, shown: ["yes or no", "choose A | B", "straw poll"])]
                    + movers,
                facts: motionFacts
            ) { fields, _ throws(Refusal) in
                let text = fields[0].value
                let question: Question =
                    switch fields[1].value {
                    case "choose": .choice(Question.options(in: text))
                    case "poll": .poll(text)
                    default: .text(text)
                    }
                return .motion(question, by: fields[2].person, second: fields[3].person)
            }
        }
        var words = Array(Question.words(on: item).dropLast())
        var shown = words
        for amendment in item?.amendments ?? [] {
            words.append("amendment \(amendment.number)")
            shown.append("amendment \(amendment.number)")
        }
        words += ["text", "poll"]
        shown += ["own words", "straw poll"]
        return Form(
            title: "Motion", fields: [.choice("Question", words, shown: shown), .text("Own words")] + movers,
            facts: motionFacts
        ) { fields, _ throws(Refusal) in
            let question = Question(chosen: fields[0].value, ownWords: fields[1].value)
            return .motion(question, by: fields[2].person, second: fields[3].person)
        }
    }

    @Sendable private static func motionFacts(in room: Model) -> [Line] {
        guard let item = room.meeting.current else { return [] }
        return [
            Line(room.meeting.title(of: item), Style(.strong, on: .dialog, .bold)),
            Line(room.meeting.roster.voting.summary, Style(.muted, on: .dialog)),
        ]
    }
}
