import Council

extension Command {
    static let record = Command(
        "record", "[FOLDER]", label: "record", group: .screen, completes: [.text],
        help:
            "Records in FOLDER/.mlreview from here on, with everything so far; without FOLDER, makes a lost record anew "
            + "where it was."
    ) { words, _ throws(Refusal) in
        let folder = words.remainder()
        return .screen(.record(folder.isEmpty ? nil : folder))
    }
}
