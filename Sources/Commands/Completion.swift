import Council

/// What could stand at the end of a line being typed.
public struct Completion: Equatable, Sendable {
    /// Replaces the word that is being typed.
    public let text: String
    /// Says what it is, such as a person's name; may be empty.
    public let detail: String

    /// Completions for the last word of a line, best first.
    public static func complete(_ line: String, in meeting: Meeting) -> [Completion] {
        let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let typed = words.last ?? ""
        let before = words.dropLast().filter { !$0.isEmpty }
        guard let name = before.first else {
            return rank(Command.all.map { Completion(text: $0.name, detail: $0.help) }, by: typed)
        }
        guard let command = Command.named(name), let last = command.completes.last else { return [] }
        let place = before.count - 1
        let argument = place < command.completes.count ? command.completes[place] : last
        return rank(candidates(for: argument, typed: typed, in: meeting), by: typed)
    }

    /// Completions of the word being typed in a note: `@who`, or a kind.
    public static func completeNote(_ line: String, in meeting: Meeting) -> [Completion] {
        let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let typed = words.last ?? ""
        if typed.hasPrefix("@") { return rank(candidates(for: .person, typed: typed, in: meeting), by: typed) }
        guard words.count <= 2 else { return [] }
        let kinds = Note.Kind.spoken.map { Completion(text: $0.rawValue + ":", detail: "") }
        return typed.isEmpty ? [] : rank(kinds, by: typed)
    }

    private static func candidates(for argument: Argument, typed: String, in meeting: Meeting) -> [Completion] {
        let sign = typed.hasPrefix("@") ? "@" : ""
        switch argument {
        case .person:
            return meeting.roster.everybody.map { Completion(text: sign + $0.handle.rawValue, detail: $0.name) }
        case .member:
            return meeting.roster.members.map { Completion(text: sign + $0.handle.rawValue, detail: $0.name) }
        case .item:
            let numbers = meeting.items.enumerated().map {
                Completion(text: String($0.offset + 1), detail: meeting.title(of: $0.element))
            }
            return [Completion(text: "next", detail: ""), Completion(text: "back", detail: "")] + numbers
        case .note: return notes(meeting.current?.notes.filter { !$0.isStruck } ?? [])
        case .concern: return notes(meeting.current?.openConcerns ?? [])
        case .amendment:
            return (meeting.current?.amendments ?? []).map {
                Completion(text: String($0.number), detail: "\($0.field.rawValue): \($0.after)")
            }
        case .action:
            return meeting.actions.filter { !$0.isDone }.map { Completion(text: String($0.number), detail: $0.text) }
        case .field: return ProposalField.allCases.map { Completion(text: $0.rawValue, detail: $0.form) }
        case .command: return Command.all.map { Completion(text: $0.name, detail: $0.help) }
        case .choice(let words): return words.map { Completion(text: $0, detail: "") }
        case .text: return []
        }
    }

    private static func notes(_ notes: [Note]) -> [Completion] {
        notes.reversed().map { Completion(text: String($0.number), detail: $0.kind == .private ? "private" : $0.text) }
    }

    /// Those that begin with what was typed first, then those that have its letters in order, in either text.
    private static func rank(_ candidates: [Completion], by typed: String) -> [Completion] {
        let letters = typed.lowercased()
        func hasLetters(_ text: String) -> Bool {
            var rest = letters[...]
            for letter in text.lowercased() where letter == rest.first { rest = rest.dropFirst() }
            return rest.isEmpty
        }
        let beginning = candidates.filter { $0.text.lowercased().hasPrefix(letters) }
        let further = candidates.filter { candidate in
            !beginning.contains(candidate)
                && (hasLetters(candidate.text) || candidate.detail.lowercased().contains(letters))
        }
        return beginning + (letters.isEmpty ? [] : further)
    }
}
