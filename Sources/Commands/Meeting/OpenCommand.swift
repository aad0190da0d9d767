import Council

extension Command {
    static let open = Command(
        "open", key: "o", label: "open", group: .meeting,
        help: "Calls the meeting to order.",
        probe: { _ in .open }
    ) { _, _ in .ask(.open) }
}
