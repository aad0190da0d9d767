import Council

extension Command {
    static let find = Command(
        "find", "TEXT", key: "/", label: "find", group: .screen, completes: [.text],
        help: "Goes to the next place where the text stands in the pane; without a text, to the next one after it."
    ) { words, _ in .screen(.find(words.remainder())) }
}
