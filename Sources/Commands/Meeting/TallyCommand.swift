import Council

extension Command {
    static let tally = Command(
        "tally", key: "T", label: "tally", group: .voting,
        help: "Closes the vote.",
        probe: { _ in .tally }
    ) { _, _ in .ask(.tally) }
}
