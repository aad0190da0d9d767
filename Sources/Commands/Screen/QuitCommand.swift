import Council

extension Command {
    static let quit = Command(
        "quit", key: "q", label: "leave", group: .screen,
        help: "Leaves; the meeting stays open."
    ) { _, _ in .screen(.quit) }
}
