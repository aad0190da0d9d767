import Council

extension Command {
    static let close = Command(
        "close", key: "C", label: "close", group: .meeting,
        help: "The closing checklist, then the minutes and the mail.",
        probe: { _ in .close }
    ) { _, _ in .ask(.close) }
}
