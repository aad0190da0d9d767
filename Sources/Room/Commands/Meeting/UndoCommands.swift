import Council

extension Command {
    static let undo = Command(
        "undo", key: "u", label: "undo", footer: 110, group: .deciding,
        help: "Takes back what was asked for last, with all that it brought; the record keeps both.",
        probe: { _ in .undo },
        line: { $0 == .undo ? "undo" : nil }
    ) { _, _ in .ask(.undo) }

    static let redo = Command(
        "redo", key: "Ctrl-R", label: "redo", group: .deciding,
        help: "Brings back what was undone last.",
        probe: { _ in .redo },
        line: { $0 == .redo ? "redo" : nil }
    ) { _, _ in .ask(.redo) }
}
