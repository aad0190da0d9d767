import Council

extension Command {
    static let rule = Command(
        "rule", "yes|no because TEXT", key: "t", label: "tie-break", group: .voting,
        completes: [.choice(["yes", "no"]), .choice(["because"]), .text],
        help: "The chair's decision on a tie or an escalation.",
        probe: { _ in .rule(answer: .yes, reason: "…") }
    ) { words, _ throws(Refusal) in
        .ask(.rule(answer: try words.requireChoice(Ruling.Answer.self), reason: try words.reasonOrEmpty()))
    }
}
