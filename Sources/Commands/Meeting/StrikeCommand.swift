import Council

extension Command {
    static let strike = Command(
        "strike", "N", label: "strike", group: .debate, completes: [.note],
        help: "Withdraws note N of this item. The record keeps it.",
        probe: { meeting in .strike(note: meeting.current?.notes.last { !$0.isStruck }?.number ?? 1) }
    ) { words, _ throws(Refusal) in .ask(.strike(note: try words.requireNumber())) }
}
