import Council

extension Command {
    static let edit = Command(
        "edit", "minutes|summary|ID", label: "edit", group: .screen,
        completes: [.document],
        help: "Opens the minutes of a closed meeting, its summary or a notice in your editor, and keeps what you write."
    ) { words, _ throws(Refusal) in
        .screen(.edit(try words.require("what to edit, minutes, summary or a proposal's id,")))
    }
}
