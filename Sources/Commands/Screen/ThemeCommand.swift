import Council

extension Command {
    static let theme = Command(
        "theme", "[NAME]", label: "theme", group: .screen, completes: [.text],
        help: "Changes the colours; without a name, shows them while one moves through the list."
    ) { words, _ in .screen(.theme(words.isEmpty ? nil : words.remainder())) }
}
