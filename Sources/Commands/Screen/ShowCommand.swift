import Council

extension Command {
    static let show = Command(
        "show", "[agenda|proposal|notes|votes|roll|actions]", label: "show", group: .screen,
        completes: [.choice(ScreenIntent.Section.allCases.map(\.rawValue))],
        help: "Goes to a pane; on the console, prints it. Without a name, the item before the council."
    ) {
        words, _ throws(Refusal) in
        .screen(.show(words.isEmpty ? .proposal : try words.requireChoice(ScreenIntent.Section.self)))
    }
}
