import Council

extension Command {
    static let quit = Command(
        "quit", key: "q", label: "leave", footer: 140, group: .screen,
        help: "Leaves; the meeting stays open."
    ) { _, _ in .effect(.quit) }
}
