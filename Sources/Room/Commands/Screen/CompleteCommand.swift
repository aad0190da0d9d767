import Council

extension Command {
    static let complete = Command(
        "complete", "[LINE]", label: "complete", group: .screen, completes: [.command, .text],
        help: "Lists what can come next in a line, as Tab does on the `:` line: `complete item add proposal f`.",
        onKey: .begins { room, text in
            room.layers.append(CommandEntry(text))
            return []
        }
    ) { words, _ in
        let line = words.remainder()
        return .screen { room in
            let next = Completion.isWhole(line, in: room.meeting) ? line + " " : line
            room.layers.append(CommandEntry(next))
            return room.library == nil && Completion.needsLibrary(next) ? room.readLibrary() : []
        } console: { narrator throws(Refusal) in
            try narrator.completions(of: line)
        }
    }
}

extension Narrator {
    /// What can end the last word of a line, or what can follow it if it is whole, each with what it is.
    fileprivate func completions(of line: String) throws(Refusal) -> [String] {
        let next = Completion.isWhole(line, in: meeting) ? try complete(line + " ") : []
        let found = next.isEmpty ? try complete(line) : next
        guard !found.isEmpty else { return ["nothing is known that could come next: `help COMMAND` says what may"] }
        return found.map { $0.detail.isEmpty ? $0.text : "\($0.text): \($0.detail)" }
    }

    private func complete(_ line: String) throws(Refusal) -> [Completion] {
        let library = Completion.needsLibrary(line) ? try past.library() : nil
        return Completion.complete(line, in: meeting, library: library)
    }
}

extension Completion {
    /// Whether the last word of a line is one that could be completed to itself, so that the next one is asked for.
    fileprivate static func isWhole(_ line: String, in meeting: Meeting) -> Bool {
        let last = line.split(separator: " ").last.map { $0.lowercased() }
        return complete(line, in: meeting).contains { $0.text.lowercased() == last }
    }
}
