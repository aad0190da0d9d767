import Council

extension Command {
    static let publish = Command(
        "publish", label: "publish", group: .screen,
        help: "Writes minutes and mail of a closed meeting again."
    ) { _, _ in .screen(.publish) }
}
