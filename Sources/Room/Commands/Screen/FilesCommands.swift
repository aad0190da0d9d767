import Council

extension Command {
    static let reload = Command(
        "reload", label: "reload", group: .screen,
        help: "Takes in agenda, proposals and council as their files are now."
    ) { _, _ in .effect(.loadFiles) }

    static let record = Command(
        "record", "[FOLDER]", label: "record", group: .screen, completes: [.text],
        help:
            "Records in FOLDER/.mlreview from here on, with everything so far; without FOLDER, makes a lost record anew "
            + "where it was."
    ) { words, _ in
        let folder = words.remainder()
        return .effect(.moveRecord(to: folder.isEmpty ? nil : folder))
    }
}
