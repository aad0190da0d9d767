import Council

extension Command {
    static let reload = Command(
        "reload", label: "reload", group: .screen,
        help: "Takes in agenda, proposals and council as their files are now."
    ) { _, _ in .screen(.reload) }
}
