import Council

extension Command {
    static let open = Command(
        "open", key: "o", label: "open", footer: 80, group: .meeting,
        help: "Calls the meeting to order.",
        probe: { _ in .open },
        line: { $0 == .open ? "open" : nil }
    ) { _, _ in .ask(.open) }
}

extension Command {
    static let chair = Command(
        "chair", "WHO because TEXT", label: "acting chair", group: .meeting,
        completes: [.member, .choice(["because"]), .text],
        help: "An acting chair takes over; naming the chair hands it back.",
        probe: { meeting in
            meeting.membersInRoom.first { $0.handle != meeting.presiding }.map { .chair(who: $0.handle, reason: "…") }
        },
        line: { if case .chair(let who, let reason) = $0 { "chair \(who)\(because(reason))" } else { nil } }
    ) { words, _ throws(Refusal) in
        .ask(.chair(who: try words.requireHandle(), reason: try words.reasonOrEmpty()))
    }
}

extension Command {
    static let close = Command(
        "close", key: "C", label: "close", footer: 120, group: .meeting,
        help: "The closing checklist, then the minutes and the mail.",
        probe: { _ in .close },
        // The checklist names an open vote and everything else that is left.
        keyProbe: { $0.phase == .inSession ? nil : .close },
        onKey: .opens { _ in ClosingChecklist() },
        line: { $0 == .close ? "close" : nil }
    ) { _, _ in .ask(.close) }
}

extension Command {
    static let reopen = Command(
        "reopen", "because TEXT", label: "reopen", group: .meeting,
        completes: [.choice(["because"]), .text],
        help: "Corrects a closed meeting: the minutes get a revision number.",
        probe: { _ in .reopen(reason: "…") },
        line: { if case .reopen(let reason) = $0 { "reopen\(because(reason))" } else { nil } }
    ) { words, _ throws(Refusal) in .ask(.reopen(reason: try words.reasonOrEmpty())) }
}
