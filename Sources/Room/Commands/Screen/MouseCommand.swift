import Council

extension Command {
    static let mouse = Command(
        "mouse", key: "M", label: "mouse", group: .screen,
        help: "Clicks and the wheel reach the program, or, once more, the terminal's own selection again."
    ) { _, _ in .screen { room in [.mouse(!room.isMouseOn)] } }
}
