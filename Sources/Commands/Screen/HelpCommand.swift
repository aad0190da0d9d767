import Council

extension Command {
    static let help = Command(
        "help", "[COMMAND]", key: "?", label: "help", group: .screen, completes: [.command],
        help: "Lists commands and keys, and says why one is not to be had."
    ) { words, _ throws(Refusal) in
        guard let name = words.next() else { return .screen(.help(nil)) }
        guard Command.named(name) != nil else {
            let hint = nearest(to: name, among: Command.all.map(\.name)).map { "did you mean `\($0)`?" }
            throw Refusal("there is no command `\(name)`: \(hint ?? "`help` lists them")")
        }
        return .screen(.help(name.lowercased()))
    }
}
