/// What a person looks for: words, "phrases" and the beginnings* of words, all of which a text has to have.
///
/// It holds words and nothing else of what was typed, so that no sign in it means anything to a database.
public struct SearchQuery: Equatable, Sendable {
    /// Words that follow one another.
    public struct Phrase: Equatable, Sendable {
        public let words: [String]
        /// Whether the last word may go on.
        public let isBeginning: Bool

        public init(_ words: [String], isBeginning: Bool = false) {
            self.words = words
            self.isBeginning = isBeginning
        }

        /// Whether a word fits the place in the phrase.
        func fits(_ word: String, at place: Int) -> Bool {
            word == words[place] || (isBeginning && place == words.count - 1 && word.hasPrefix(words[place]))
        }
    }

    /// Each once.
    public let phrases: [Phrase]

    /// Nil if there is no word in the text.
    ///
    /// What is written in one piece, such as `prep-time`, is one phrase. A quote that is never closed goes to the end.
    ///
    /// - Parameter isUnfinished: Whether somebody is still typing, so that the last word may go on.
    public init?(_ text: String, isUnfinished: Bool = false) {
        var pieces = Pieces()
        for character in text { pieces.take(character) }
        var phrases = pieces.finished(asBeginning: isUnfinished)
        for (place, phrase) in phrases.enumerated().reversed() where phrases[..<place].contains(phrase) {
            phrases.remove(at: place)
        }
        guard !phrases.isEmpty else { return nil }
        self.phrases = phrases
    }

    /// What is said if there is no word in a text.
    public static let nothing = "search for what? A word, a \"phrase\", or the beginning of a word: `cour*`"
}

extension SearchQuery {
    /// A typed text, cut at its blanks and quotes.
    private struct Pieces {
        private var phrases: [Phrase] = []
        private var piece = ""
        private var isQuoted = false
        private var hasJustClosed = false

        mutating func take(_ character: Character) {
            switch character {
            case "\"", "“", "”", "„", "«", "»":
                let count = phrases.count
                cut()
                hasJustClosed = isQuoted && phrases.count > count
                isQuoted.toggle()
                return
            // A star behind the quotes is for the last word in them.
            case "*" where hasJustClosed: phrases.append(Phrase(phrases.removeLast().words, isBeginning: true))
            case _ where character.isWhitespace && !isQuoted: cut()
            default: piece.append(character)
            }
            hasJustClosed = false
        }

        private mutating func cut(asBeginning: Bool = false) {
            let words = SearchWords.of(piece)
            if !words.isEmpty {
                phrases.append(Phrase(words, isBeginning: asBeginning || piece.trimmed.hasSuffix("*")))
            }
            piece = ""
        }

        mutating func finished(asBeginning: Bool) -> [Phrase] {
            cut(asBeginning: asBeginning && piece.last?.isWhitespace == false)
            return phrases
        }
    }
}
