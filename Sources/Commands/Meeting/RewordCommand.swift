import Council

extension Command {
    static let reword = Command(
        "reword", "N TEXT", label: "reword", group: .debate, completes: [.note, .text],
        help: "Corrects note N of this item. The record keeps what was there.",
        probe: { meeting in .reword(note: meeting.current?.notes.last { !$0.isStruck }?.number ?? 1, text: "…") }
    ) { words, meeting throws(Refusal) in
        let number = try words.requireNumber()
        let text = words.remainder()
        guard let note = meeting.current?.notes.first(where: { $0.number == number }),
            case .ask(.note(let speaker, let kind, let rest))? = try named("note")?.parse(text, in: meeting),
            speaker != nil || kind != .plain
        else { return .ask(.reword(note: number, text: text)) }
        // Whoever types the note anew, speaker and kind included, means its words.
        guard speaker == nil || speaker == note.speaker, kind == .plain || kind == note.kind else {
            throw Refusal(
                "`reword` changes the words of a note, not who said it or its kind: `strike \(number)`, and note it again"
            )
        }
        return .ask(.reword(note: number, text: rest))
    }
}
