import Council

extension Command {
    static let reopen = Command(
        "reopen", "because TEXT", label: "reopen", group: .meeting,
        completes: [.choice(["because"]), .text],
        help: "Corrects a closed meeting: the minutes get a revision number.",
        probe: { _ in .reopen(reason: "…") }
    ) { words, _ throws(Refusal) in .ask(.reopen(reason: try words.reasonOrEmpty())) }
}
