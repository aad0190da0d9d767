import Council
import Screen

extension Command {
    static let help = Command(
        "help", "[COMMAND]", key: "?", label: "help", group: .screen, completes: [.command],
        help: "Lists commands and keys, and says why one is not to be had."
    ) { words, _ throws(Refusal) in
        let name = words.next()
        if let name, named(name) == nil {
            throw Refusal("there is no command `\(name)`: \(guess(name) ?? "`help` lists them")")
        }
        return .screen { room in
            room.layers.append(HelpPage(name?.lowercased()))
            return []
        } console: { narrator in
            guard let command = name.flatMap(named) else { return all.map { "\($0.usage): \($0.help)" } }
            let refusal = command.whyUnavailable(in: narrator.journal, at: narrator.now)
            return ["\(command.usage): \(command.help)"] + (refusal.map { ["not now: \($0.sentence)"] } ?? [])
        }
    }
}
