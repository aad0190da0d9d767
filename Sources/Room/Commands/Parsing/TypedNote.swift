import Council

/// A note as it is typed: `@WHO`, a kind with its colon, and the words. Only the words must be there.
///
/// The colon may have blanks around it, or none: a missing blank must not make a private note public.
struct TypedNote: Equatable {
    private(set) var speaker: Handle?
    private(set) var kind = Note.Kind.plain
    private(set) var text: String

    init(_ typed: String) {
        var rest = Substring(typed.trimmed)
        if let (name, behind) = Self.speaker(in: rest) {
            speaker = Handle(String(name))
            rest = behind
        }
        if let (named, behind) = Self.kind(in: rest) {
            kind = named
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
