import Council

extension Command {
    static let presenter = Command(
        "presenter", key: "p", label: "presenter", group: .screen,
        help: "A large view for the shared screen: question, tally, clock; no notes."
    ) { _, _ in
        .screen { room in
            room.isPresenting.toggle()
            return []
        }
    }
}
