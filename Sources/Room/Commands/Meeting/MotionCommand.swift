import Council
import Screen

extension Command {
    static let motion = Command(
        "motion", "[proposal|solution|team|lead|amendment N|TEXT]", key: "m", label: "motion", footer: 130,
        group: .voting,
        completes: [.question, .amendment],
        help: "Puts a question to the council; the proposal if nothing is named. Of an outcome: confirmed, changed or "
            + "stopped.",
        probe: { meeting in
            // A topic has no proposal, and takes questions in a person's own words.
            let hasProposal = meeting.current.flatMap { meeting.baseProposal(of: $0) } != nil
            return .motion(hasProposal ? .first(on: meeting.current) : .text("…"))
        },
        onKey: .opens(Form.motion),
        line: { request in
            switch request {
            case .motion(.amendment(let number)): "motion amendment \(number)"
            case .motion(.text(let text)): "motion \(text)"
            case .motion(let question): Question.named.first { $0.question == question }.map { "motion \($0.word)" }
            default: nil
            }
        }
    ) { words, meeting throws(Refusal) in
        let text = words.remainder()
        if text.isEmpty { return .ask(.motion(.first(on: meeting.current))) }
        if let named = Question.named.first(where: { $0.word == text.lowercased() }) {
            return .ask(.motion(named.question))
        }
        let parts = text.split(whereSeparator: \.isWhitespace)
        if parts.count == 2, parts[0].lowercased() == "amendment", let number = Int(parts[1]) {
            return .ask(.motion(.amendment(number: number)))
        }
        if parts.count == 1, parts[0].lowercased() == "amendment" {
            throw Refusal("which amendment? write `motion amendment N`")
        }
        return .ask(.motion(.text(text)))
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
        return named.filter { ($0.question.outcomeVerdict != nil) == isForOutcome }.map(\.word) + ["amendment"]
    }

    /// What is put if nothing is named.
    fileprivate static func first(on item: Item?) -> Question {
        item?.agenda.isForOutcome ?? false ? .confirmed : .proposal
    }
}

extension Form {
    /// Puts a question to the council.
    static func motion(in room: Model) -> Form {
        let item = room.meeting.current
        // A topic takes questions in a person's own words alone.
        guard item.flatMap({ room.meeting.baseProposal(of: $0) }) != nil else {
            return Form(title: "Motion", fields: [.text("Question")], facts: motionFacts) { fields, _ throws(Refusal) in
                .motion(.text(fields[0].value))
            }
        }
        var words = Array(Question.words(on: item).dropLast())
        var shown = words
        for amendment in item?.amendments ?? [] {
            words.append("amendment \(amendment.number)")
            shown.append("amendment \(amendment.number)")
        }
        words.append("text")
        shown.append("own words")
        return Form(
            title: "Motion", fields: [.choice("Question", words, shown: shown), .text("Own words")],
            facts: motionFacts
        ) { fields, _ throws(Refusal) in
            if !fields[1].value.isEmpty || fields[0].value == "text" { return .motion(.text(fields[1].value)) }
            let word = fields[0].value
            if word.hasPrefix("amendment ") {
                return .motion(.amendment(number: Int(word.dropFirst("amendment ".count)) ?? 0))
            }
            return .motion(Question.named.first { $0.word == word }?.question ?? .proposal)
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
