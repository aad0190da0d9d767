import Council

extension Command {
    static let presenter = Command(
        "presenter", key: "p", label: "presenter", group: .screen,
        help:
            "A large view for the shared screen: one thought at a time, and the clock; no notes. The key leaves it, too."
    ) { _, _ in
        .screen { room in
            if room.isPresenting { room.leavePresenter() } else { room.isPresenting = true }
            return []
        }
    }

    static let mouse = Command(
        "mouse", key: "M", label: "mouse", group: .screen,
        help: "Clicks and the wheel reach the program, or, once more, the terminal's own selection again."
    ) { _, _ in .screen { room in [.mouse(!room.isMouseOn)] } }

    static let quit = Command(
        "quit", key: "q", label: "leave", footer: 140, group: .screen,
        help: "Leaves; the meeting stays open."
    ) { _, _ in .effect(.quit) }
}
