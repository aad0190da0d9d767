import Foundation

/// How well a typed word fits a candidate; the smaller the better.
enum Match: Int, Comparable, Sendable {
    case whole
    case beginning
    /// The beginning of a word within it, such as a part of a field.
    case beginningOfWord
    /// The beginning of a word of its explanation, such as a surname.
    case beginningInDetail
    case inside
    /// The letters in order, with others between them.
    case scattered
    case insideDetail

    /// The most letters of a text that are compared, and the most bytes of a typed word.
    private static let most = 240

    static func < (left: Match, right: Match) -> Bool { left.rawValue < right.rawValue }

    /// How `typed`, in lower case and without accents, fits a word or its explanation; nil if it does not.
    ///
    /// Long texts are compared by their beginning alone: this runs with every key.
    init?(of typed: String, with text: String, detail: String = "") {
        guard typed.utf8.count <= Self.most else { return nil }
        let text = Self.folded(String(text.prefix(Self.most)))
        let detail = Self.folded(String(detail.prefix(Self.most)))
        if text == typed {
            self = .whole
        } else if text.hasPrefix(typed) {
            self = .beginning
        } else if Self.hasWord(text, beginningWith: typed) {
            self = .beginningOfWord
        } else if Self.hasWord(detail, beginningWith: typed) {
            self = .beginningInDetail
        } else if text.contains(typed) {
            self = .inside
        } else if Self.hasLetters(of: typed, in: text) {
            self = .scattered
        } else if detail.contains(typed) {
            self = .insideDetail
        } else {
            return nil
        }
    }

    /// A text in lower case and without accents, so that `hak` finds Håkansson.
    static func folded(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 0x80 }
            ? text.lowercased() : text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }

    private static func hasWord(_ text: String, beginningWith typed: String) -> Bool {
        text.split { !$0.isLetter && !$0.isNumber }.contains { $0.hasPrefix(typed) }
    }

    private static func hasLetters(of typed: String, in text: String) -> Bool {
        var rest = typed[...]
        for letter in text where letter == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }
}
