import Council

extension Command {
    static let reword = Command(
        "reword", "N TEXT", label: "reword", group: .debate, completes: [.note, .text],
        help: "Corrects note N of this item. The record keeps what was there.",
        probe: { meeting in .reword(note: meeting.current?.notes.last { !$0.isStruck }?.number ?? 1, text: "…") }
    ) { words, _ throws(Refusal) in
        .ask(.reword(note: try words.requireNumber(), text: words.remainder()))
    }
}
