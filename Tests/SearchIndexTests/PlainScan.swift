import Council
import Foundation

/// Finds texts by looking at each of them, as slowly and simply as can be.
struct PlainScan {
    private let texts: [(key: String, words: [String])]

    init(_ past: MadeUpPast) {
        var texts: [(String, String)] = []
        for meeting in past.meetings {
            for subject in meeting.searchSubjects {
                texts += subject.entries.map { (Self.key($0, subject.item, meeting.date), $0.text) }
            }
        }
        for draft in past.drafts {
            texts += draft.searchSubject.entries.map { (Self.key($0, ItemID(draft.id), nil), $0.text) }
        }
        self.texts = texts.map { ($0, Self.words($1)) }
    }

    static func key(_ entry: SearchEntry, _ item: ItemID?, _ date: CalendarDay?) -> String {
        "\(date.map(\.description) ?? "file") \(item?.rawValue ?? "") \(entry.kind) \(entry.number ?? 0) "
            + (entry.who?.name ?? "")
    }

    static func key(_ hit: SearchHit) -> String {
        "\(hit.date.map(\.description) ?? "file") \(hit.item?.rawValue ?? "") \(hit.kind) \(hit.number ?? 0) "
            + (hit.who ?? "")
    }

    /// What fits, sorted. The query is read here once more, and otherwise.
    func keys(for query: String) -> [String] {
        let phrases = Self.phrases(query)
        return texts.filter { text in
            phrases.allSatisfy { phrase in
                text.words.indices.contains { start in
                    let rest = text.words[start...].prefix(phrase.words.count)
                    guard rest.count == phrase.words.count else { return false }
                    return zip(rest, phrase.words).enumerated().allSatisfy { place, pair in
                        let mayGoOn = phrase.isBeginning && place == phrase.words.count - 1
                        return mayGoOn ? pair.0.hasPrefix(pair.1) : pair.0 == pair.1
                    }
                }
            }
        }.map(\.key).sorted()
    }

    private static func phrases(_ query: String) -> [(words: [String], isBeginning: Bool)] {
        // Every second part stands between quotes.
        let parts = query.split(omittingEmptySubsequences: false) { "\"“”„«»".contains($0) }
        var phrases: [(words: [String], isBeginning: Bool)] = []
        for (place, part) in parts.enumerated() {
            var part = String(part)
            if place % 2 == 0, place > 0, part.hasPrefix("*"), !words(String(parts[place - 1])).isEmpty {
                phrases[phrases.count - 1].isBeginning = true
                part.removeFirst()
            }
            let pieces = place % 2 == 1 ? [part] : part.split(whereSeparator: \.isWhitespace).map(String.init)
            for piece in pieces {
                let found = words(piece)
                let trimmed = piece.trimmingCharacters(in: .whitespacesAndNewlines)
                if !found.isEmpty { phrases.append((found, trimmed.hasSuffix("*"))) }
            }
        }
        return phrases
    }

    private static let strokes: [Character: String] = [
        "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th",
    ]

    static func words(_ text: String) -> [String] {
        var spaced = ""
        for scalar in text.unicodeScalars {
            let isOwnWord = scalar.properties.isIdeographic || scalar.properties.isEmojiPresentation
            let isInWord = CharacterSet.alphanumerics.contains(scalar) || isMark(scalar)
            spaced += isOwnWord ? " \(scalar) " : isInWord ? String(scalar) : " "
        }
        return spaced.unicodeScalars.split(separator: " ").map { scalars in
            // A mark without a letter before it is none.
            let word = String(String.UnicodeScalarView(scalars.drop(while: isMark)))
            let plain = word.folding(
                options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            return plain.map { strokes[$0] ?? String($0) }.joined()
        }.filter { !$0.isEmpty }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        [.nonspacingMark, .spacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
    }
}
