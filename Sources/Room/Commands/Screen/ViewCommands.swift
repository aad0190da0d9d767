import Council

extension Command {
    static let presenter = Command(
        "presenter", key: "p", label: "presenter", group: .screen,
        help:
            "Shows a large view for the shared screen: one thought at a time, and the clock; no notes. The key also leaves it."
    ) { _, _ in
        .screen { room in
            if room.isPresenting { room.leavePresenter() } else { room.isPresenting = true }
            return []
        }
    }

    static let mouse = Command(
        "mouse", key: "M", label: "mouse", group: .screen,
        help: "Gives the mouse to the program, or back to the terminal's own selection."
    ) { _, _ in .screen { room in [.mouse(!room.isMouseOn)] } }

    static let quit = Command(
        "quit", key: "q", label: "leave", footer: 140, group: .screen,
        help: "Leaves; the meeting stays open."
    ) { _, _ in .effect(.quit) }
}
