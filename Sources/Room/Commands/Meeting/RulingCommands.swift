import Council
import Screen

extension Command {
    static let rule = Command(
        "rule", "yes|no|OPTION because TEXT", key: "t", label: "tie-break", footer: 10, group: .voting,
        completes: [.choice(["yes", "no"]), .choice(["because"]), .text],
        help: "Records the chair's ruling on a tie or an escalation. OPTION is one of those that are tied.",
        probe: { .rule(answer: .yes, reason: "…", option: $0.tiedOptions.first) },
        onKey: .opens(Form.ruling),
        line: {
            guard case .rule(let answer, let reason, let option) = $0 else { return nil }
            return "rule \(option ?? answer.rawValue)\(because(reason))"
        }
    ) { words, meeting throws(Refusal) in
        if !meeting.tiedOptions.isEmpty, words.peek != nil {
            let option = words.untilReason()
            return .ask(.rule(answer: .yes, reason: try words.reasonOrEmpty(), option: option))
        }
        return .ask(.rule(answer: try words.requireChoice(Ruling.Answer.self), reason: try words.reasonOrEmpty()))
    }

    static let escalate = Command(
        "escalate", "because TEXT", label: "escalate", group: .voting,
        completes: [.choice(["because"]), .text],
        help: "Escalates a question to the chair if the council disagrees on it.",
        probe: { _ in .escalate(reason: "…") },
        line: { if case .escalate(let reason) = $0 { "escalate\(because(reason))" } else { nil } }
    ) { words, _ throws(Refusal) in .ask(.escalate(reason: try words.reasonOrEmpty())) }
}

extension Form {
    /// The chair's answer to a tie or an escalation.
    static func ruling(in room: Model) -> Form {
        Form(
            title: "The chair decides",
            fields: [
                .answer("Ruling", room.meeting.tiedOptions.isEmpty ? ["yes", "no"] : room.meeting.tiedOptions),
                .text("Because"),
            ],
            facts: { room in
                guard let motion = room.meeting.current?.motionAwaitingRuling else { return [] }
                var lines = [
                    Line(motion.question.title, Style(.strong, on: .dialog, .bold)),
                    Line(room.meeting.tally(of: motion).sentence, Style(.tied, on: .dialog)),
                ]
                if let escalation = motion.escalation {
                    lines.append(Line("escalated: \(escalation.reason)", Style(.warning, on: .dialog)))
                }
                let who = room.meeting.roster.name(of: room.meeting.presiding)
                let office = room.meeting.actingChair == nil ? "chair" : "acting chair"
                lines.append(Line("\(who) rules as \(office)", Style(.label, on: .dialog)))
                return lines
            }
        ) { fields, room throws(Refusal) in
            let tied = room.meeting.tiedOptions
            if let first = tied.first {
                guard tied.contains(fields[0].value) else {
                    throw Refusal("no option is chosen yet: ←→ or a letter, such as \(first.prefix(1)), chooses one")
                }
                return .rule(answer: .yes, reason: fields[1].value, option: fields[0].value)
            }
            guard let answer = Ruling.Answer(rawValue: fields[0].value) else {
                throw Refusal("no ruling is chosen yet: y or n chooses one")
            }
            return .rule(answer: answer, reason: fields[1].value)
        }
    }
}

extension Meeting {
    /// The options among which the chair chooses now; none if no choice is tied.
    fileprivate var tiedOptions: [String] { current?.motionAwaitingRuling.map { tally(of: $0).leaders } ?? [] }
}
