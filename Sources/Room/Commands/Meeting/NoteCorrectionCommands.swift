import Council

extension Command {
    static let reword = Command(
        "reword", "N TEXT", label: "reword", group: .debate, completes: [.note, .text],
        help: "Corrects note N of this item. The record keeps what was there.",
        probe: { meeting in .reword(note: meeting.current?.notes.last { !$0.isStruck }?.number ?? 1, text: "…") },
        line: { if case .reword(let number, let text) = $0 { "reword \(number) \(text)" } else { nil } }
    ) { words, meeting throws(Refusal) in
        let number = try words.requireNumber()
        let text = words.remainder()
        guard let note = meeting.current?.notes.first(where: { $0.number == number }),
            case .ask(.note(let speaker, let kind, let rest))? = try named("note")?.parse(text, in: meeting),
            speaker != nil || kind != .plain
        else { return .ask(.reword(note: number, text: text)) }
        // A person who types speaker and kind again means the words behind them.
        guard speaker == nil || speaker == note.speaker, kind == .plain || kind == note.kind else {
            throw Refusal(
                "`reword` changes the words of a note, not who said it or its kind: `strike \(number)`, and note it again"
            )
        }
        return .ask(.reword(note: number, text: rest))
    }

    static let strike = Command(
        "strike", "N", label: "strike", group: .debate, completes: [.note],
        help: "Withdraws note N of this item. The record keeps it.",
        probe: { meeting in .strike(note: meeting.current?.notes.last { !$0.isStruck }?.number ?? 1) },
        line: { if case .strike(let number) = $0 { "strike \(number)" } else { nil } }
    ) { words, _ throws(Refusal) in .ask(.strike(note: try words.requireNumber())) }

    static let resolve = Command(
        "resolve", "N [because TEXT]", label: "resolve", group: .debate,
        completes: [.concern, .choice(["because"]), .text],
        help: "Resolves concern N of this item.",
        probe: { meeting in .resolve(note: meeting.current?.openConcerns.first?.number ?? 1, reason: nil) },
        line: { if case .resolve(let number, let reason) = $0 { "resolve \(number)\(because(reason))" } else { nil } }
    ) { words, _ throws(Refusal) in
        .ask(.resolve(note: try words.requireNumber(), reason: try words.reason()))
    }
}
