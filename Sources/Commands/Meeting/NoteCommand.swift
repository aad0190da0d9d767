import Council

extension Command {
    static let note = Command(
        "note", "[@WHO] [KIND:] TEXT", key: "n", label: "note", group: .debate,
        completes: [.person, .choice(Note.Kind.spoken.map { $0.rawValue + ":" }), .text],
        help: "Takes a note. KIND: concern, question, idea, data, reuse, private; none is a plain note.",
        probe: { _ in .note(speaker: nil, kind: .plain, text: "…") }
    ) { words, _ in
        var speaker: Handle?
        if let word = words.peek, word.hasPrefix("@"), Handle.isWellFormed(word.dropFirst().trimmingColon) {
            _ = words.next()
            speaker = Handle(String(word.dropFirst().trimmingColon))
        }
        var kind = Note.Kind.plain
        if let word = words.peek, word.hasSuffix(":"),
            let named = Note.Kind.spoken.first(where: { $0.rawValue == word.dropLast().lowercased() })
        {
            _ = words.next()
            kind = named
        }
        return .ask(.note(speaker: speaker, kind: kind, text: words.remainder()))
    }
}

extension Note.Kind {
    /// The kinds that a person can name; a plain note is one without.
    public static var spoken: [Note.Kind] { allCases.filter { $0 != .plain } }
}

extension Substring {
    /// Without a colon at its end, as in `@lena: what she said`.
    fileprivate var trimmingColon: Substring { hasSuffix(":") ? dropLast() : self }
}
