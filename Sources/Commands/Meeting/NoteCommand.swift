import Council

extension Command {
    static let note = Command(
        "note", "[@WHO] [KIND:] TEXT", key: "n", label: "note", group: .debate,
        completes: [.person, .choice(Note.Kind.spoken.map { $0.rawValue + ":" }), .text],
        help: "Takes a note. KIND: concern, question, idea, data, reuse, private; none is a plain note.",
        probe: { _ in .note(speaker: nil, kind: .plain, text: "…") }
    ) { words, meeting in
        var speaker: Handle?
        if let word = words.peek, word.hasPrefix("@"), Handle.isWellFormed(word.dropFirst().trimmingColon) {
            _ = words.next()
            speaker = meeting.roster.spelling(of: Handle(String(word.dropFirst().trimmingColon)))
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

extension Command {
    /// What looks mistyped in a note that was recorded: no word is lost over it, and it is said at once.
    public static func doubt(of speaker: Handle?, _ kind: Note.Kind, _ text: String, in meeting: Meeting) -> String? {
        if let speaker, meeting.roster.person(speaker) == nil {
            let known = meeting.roster.everybody.map(\.handle.rawValue)
            let hint = nearest(to: speaker.rawValue, among: known).map { ": did you mean @\($0)?" } ?? ", a guest?"
            return "recorded, and nobody on the roster has the handle \(speaker)\(hint)"
        }
        guard kind == .plain, let first = text.split(separator: " ").first, first.hasSuffix(":"), first.count > 4,
            let meant = nearest(to: String(first.dropLast()), among: Note.Kind.spoken.map(\.rawValue))
        else { return nil }
        return "recorded as a plain note: did you mean `\(meant):`?"
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
