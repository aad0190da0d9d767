import Council

extension Command {
    static let copy = Command(
        "copy", "[item|decision]", key: "y", label: "copy", group: .screen,
        completes: [.choice(ScreenIntent.Copied.allCases.map(\.rawValue))],
        help: "Copies the item's decision, or the item where there is none yet, to the terminal's clipboard."
    ) { words, _ throws(Refusal) in
        .screen(.copy(words.isEmpty ? nil : try words.requireChoice(ScreenIntent.Copied.self)))
    }
}
