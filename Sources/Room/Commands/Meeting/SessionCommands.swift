import Council

extension Command {
    static let open = Command(
        "open", key: "o", label: "open", footer: 80, group: .meeting,
        help: "Calls the meeting to order.",
        probe: { _ in .open },
        line: { $0 == .open ? "open" : nil }
    ) { _, _ in .ask(.open) }

    static let chair = Command(
        "chair", "WHO because TEXT", label: "acting chair", group: .meeting,
        completes: [.member, .choice(["because"]), .text],
        help: "Names an acting chair; naming the chair hands it back.",
        probe: { meeting in
            meeting.membersInRoom.first { $0.handle != meeting.presiding }.map { .chair(who: $0.handle, reason: "…") }
        },
        line: { if case .chair(let who, let reason) = $0 { "chair \(who)\(because(reason))" } else { nil } }
    ) { words, _ throws(Refusal) in
        .ask(.chair(who: try words.requireHandle(), reason: try words.reasonOrEmpty()))
    }

    static let reopen = Command(
        "reopen", "because TEXT", label: "reopen", group: .meeting,
        completes: [.choice(["because"]), .text],
        help: "Opens a closed meeting for corrections; its minutes get a new revision.",
        probe: { _ in .reopen(reason: "…") },
        line: { if case .reopen(let reason) = $0 { "reopen\(because(reason))" } else { nil } }
    ) { words, _ throws(Refusal) in .ask(.reopen(reason: try words.reasonOrEmpty())) }

    static let undo = Command(
        "undo", key: "u", label: "undo", footer: 110, group: .deciding,
        help: "Undoes the last request and all that it caused; the record keeps both.",
        probe: { _ in .undo },
        line: { $0 == .undo ? "undo" : nil }
    ) { _, _ in .ask(.undo) }

    static let redo = Command(
        "redo", key: "Ctrl-R", label: "redo", group: .deciding,
        help: "Redoes what was last undone.",
        probe: { _ in .redo },
        line: { $0 == .redo ? "redo" : nil }
    ) { _, _ in .ask(.redo) }
}
