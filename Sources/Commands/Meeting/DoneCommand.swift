import Council

extension Command {
    static let done = Command(
        "done", "N", label: "done", group: .debate, completes: [.action],
        help: "Action N is done.",
        probe: { meeting in .done(action: meeting.actions.first { !$0.isDone }?.number ?? 1) }
    ) { words, _ throws(Refusal) in .ask(.done(action: try words.requireNumber())) }
}
