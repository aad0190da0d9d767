import Council

extension Command {
    static let publish = Command(
        "publish", "[keep|replace]", label: "publish", group: .screen,
        completes: [.choice(ScreenIntent.EditedFiles.allCases.map(\.rawValue))],
        help:
            "Writes minutes and mail of a closed meeting again. A file that was edited by hand stays, and what differs "
            + "is shown; keep takes it into the record, replace writes over it."
    ) { words, _ throws(Refusal) in
        .screen(.publish(words.isEmpty ? nil : try words.requireChoice(ScreenIntent.EditedFiles.self)))
    }
}
