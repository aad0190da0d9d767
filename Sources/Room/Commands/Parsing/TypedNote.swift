import Council

/// A note as it is typed: `@WHO`, a kind with its colon, and the words. Only the words must be there.
///
/// The colon may have blanks around it, or none: a missing blank must not make a private note public.
struct TypedNote: Equatable {
    private(set) var speaker: Handle?
    private(set) var kind = Note.Kind.plain
    private(set) var text: String

    init(_ typed: String, in meeting: Meeting) {
        var rest = Substring(typed.trimmed)
        if let (name, behind) = Self.speaker(in: rest) {
            speaker = meeting.roster.spelling(of: Handle(String(name)))
            rest = behind
        } else if let (who, behind) = Self.namedSpeaker(in: rest, meeting) {
            speaker = who
            rest = behind
        } else if let (note, behind) = Self.continued(in: rest, meeting) {
            speaker = note.speaker
            kind = note.kind == .private ? .private : .plain
            rest = behind
        }
        if let (named, behind) = Self.kind(in: rest) {
            // What goes on with a private note stays private.
            kind = kind == .private ? .private : named
            rest = behind
        }
        text = rest.trimmed
    }

    /// `@lena`, `@lena:` or `@lena :`, and the rest of the text.
    private static func speaker(in text: Substring) -> (name: Substring, behind: Substring)? {
        guard text.hasPrefix("@") else { return nil }
        let name = text.dropFirst().prefix { !$0.isWhitespace && !isColon($0) }
        guard Handle.isWellFormed(name) else { return nil }
        let behind = text[name.endIndex...]
        if let first = behind.first, isColon(first) { return (name, behind.dropFirst().drop { $0.isWhitespace }) }
        let next = behind.drop { $0.isWhitespace }
        // A colon by itself counts; `:)` and the like are words.
        guard let first = next.first, isColon(first), next.dropFirst().first?.isWhitespace ?? false else {
            return (name, next)
        }
        return (name, next.dropFirst().drop { $0.isWhitespace })
    }

    /// `lena: text`, as scribes of the W3C write it, if somebody of the meeting has that handle.
    private static func namedSpeaker(in text: Substring, _ meeting: Meeting) -> (who: Handle, behind: Substring)? {
        let name = text.prefix { !$0.isWhitespace && !isColon($0) }
        let behind = text[name.endIndex...]
        guard let colon = behind.first, isColon(colon), Handle.isWellFormed(name),
            !"/:=)".contains(behind.dropFirst().first ?? " ")
        else { return nil }
        let word = Match.folded(String(name))
        guard !Note.Kind.allCases.contains(where: { $0.rawValue == word }) else { return nil }
        guard let who = meeting.roster.known.first(where: { $0.handle.rawValue.lowercased() == word }) else {
            return nil
        }
        return (who.handle, behind.dropFirst().drop { $0.isWhitespace })
    }

    /// `…continues` or `... continues`: the speaker of the last note goes on.
    private static func continued(in text: Substring, _ meeting: Meeting) -> (note: Note, behind: Substring)? {
        let dots = text.hasPrefix("…") ? 1 : text.hasPrefix("...") ? 3 : 0
        let behind = text.dropFirst(dots).drop { $0.isWhitespace }
        guard dots > 0, !behind.isEmpty, behind.first != ".",
            let last = meeting.current?.notes.last(where: { !$0.isStruck }),
            last.speaker != nil || last.kind == .private
        else { return nil }
        return (last, behind)
    }

    /// A kind with its colon, and the rest of the text.
    private static func kind(in text: Substring) -> (kind: Note.Kind, behind: Substring)? {
        guard let (word, behind) = beforeColon(text),
            let kind = Note.Kind.spoken.first(where: { $0.rawValue == word.lowercased() })
        else { return nil }
        // `data://bucket` is an address. A text that is called private is private, whatever follows.
        if kind != .private, let first = behind.first, "/:=".contains(first) { return nil }
        return (kind, behind.drop { $0.isWhitespace })
    }

    /// The first word, if a colon follows it.
    static func wordBeforeColon(_ text: String) -> String? { beforeColon(text[...]).map { String($0.word) } }

    private static func beforeColon(_ text: Substring) -> (word: Substring, behind: Substring)? {
        let word = text.prefix(while: \.isLetter)
        let next = text[word.endIndex...].drop { $0.isWhitespace && !$0.isNewline }
        guard !word.isEmpty, let first = next.first, isColon(first) else { return nil }
        return (word, next.dropFirst())
    }

    /// A colon, or the wide one that some keyboards type.
    private static func isColon(_ character: Character) -> Bool { character == ":" || character == "：" }

    /// Whether a text begins like a private note without being one: `private the budget`, `(private) the budget`.
    static func soundsPrivate(_ text: String) -> Bool {
        let letters = text.drop { !$0.isLetter }.prefix(while: \.isLetter)
        return letters.lowercased() == Note.Kind.private.rawValue
    }
}
