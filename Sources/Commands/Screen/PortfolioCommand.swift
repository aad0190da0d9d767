import Council

extension Command {
    static let portfolio = Command(
        "portfolio", label: "portfolio", group: .screen,
        help: "The week's proposals, impact against cost."
    ) { _, _ in .screen(.portfolio) }
}
