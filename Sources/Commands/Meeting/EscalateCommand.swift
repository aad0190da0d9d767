import Council

extension Command {
    static let escalate = Command(
        "escalate", "because TEXT", label: "escalate", group: .voting,
        completes: [.choice(["because"]), .text],
        help: "The council disagrees and hands the question to the chair.",
        probe: { _ in .escalate(reason: "…") }
    ) { words, _ throws(Refusal) in .ask(.escalate(reason: try words.reasonOrEmpty())) }
}
