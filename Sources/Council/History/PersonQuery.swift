import Foundation

/// Somebody as a person names them on the command line: by handle, by name, or by one word of the name.
///
/// Large and small letters and accents don't count.
public struct PersonQuery: Equatable, Sendable {
    private let word: String
    /// `@lena` is a handle and no name.
    private let isHandle: Bool

    public init(_ text: String) {
        isHandle = text.hasPrefix("@")
        word = (isHandle ? String(text.dropFirst()) : text).folded
    }

    public func matches(_ person: HeldPerson) -> Bool {
        person.handle.map { $0.rawValue.folded == word } ?? false || matches(name: person.name)
    }

    public func matches(name: String) -> Bool {
        guard !isHandle, !word.isEmpty else { return false }
        let name = name.folded
        return name == word || name.split(separator: " ").contains { $0 == word }
    }
}

extension String {
    /// The text in small letters, without accents and width. Foundation takes long for that, and most names need it not.
    var withoutAccents: String {
        utf8.allSatisfy { $0 < 0x80 }
            ? lowercased()
            : folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }

    /// The text without what does not count when two words are compared: case, accents, width.
    public var folded: String {
        let plain = withoutAccents
        return plain.utf8.allSatisfy { $0 < 0x80 } ? plain : plain.map { strokes[$0] ?? String($0) }.joined()
    }
}

/// Letters that have a stroke or no dot, which Unicode does not take for accents, as most keyboards have them.
private let strokes: [Character: String] = [
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th",
]
