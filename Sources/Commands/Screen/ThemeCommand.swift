import Council

extension Command {
    static let theme = Command(
        "theme", "NAME", label: "theme", group: .screen, completes: [.text],
        help: "Changes the colours."
    ) { words, _ throws(Refusal) in .screen(.theme(try words.require("NAME"))) }
}
