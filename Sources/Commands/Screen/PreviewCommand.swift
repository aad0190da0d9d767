import Council

extension Command {
    static let preview = Command(
        "preview", "[minutes|summary|ID]", label: "preview", group: .screen,
        completes: [.document],
        help: "Shows the minutes, the summary, or the notice on a proposal, as they would be if the meeting closed now."
    ) { words, _ in .screen(.preview(words.next())) }
}
