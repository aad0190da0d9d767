import Agendas
import Council

/// What a lead types behind a proposal's id.
enum ReviewWords: Equatable {
    case verdict(LeadReview.Verdict, because: String?)
    case amend(ProposalField, to: String, because: String)

    static let usage = "approve|changes|pending [because TEXT], or amend FIELD = VALUE because TEXT"

    init(_ words: [String]) throws {
        let word = words.first?.lowercased() ?? ""
        let rest = words.dropFirst().joined(separator: " ").trimmed
        switch word {
        case "approve", "approved": self = .verdict(.approved, because: try Self.reason(in: rest))
        case "changes": self = .verdict(.changes, because: try Self.reason(in: rest))
        case "pending": self = .verdict(.pending, because: try Self.reason(in: rest))
        case "amend": self = try Self.amendment(rest)
        default:
            throw Complaint(
                word.isEmpty
                    ? "say what you think of it: \(Self.usage)"
                    : "`\(word)` is not a review\(suggestion(for: word, among: ["approve", "changes", "pending", "amend"])); write "
                        + Self.usage)
        }
    }

    private static func reason(in text: String) throws -> String? {
        if text.isEmpty { return nil }
        let word = text.prefix { !$0.isWhitespace }
        let reason = text.dropFirst(word.count).description.writable
        guard word.lowercased() == "because", !reason.isEmpty else {
            throw Complaint("`\(text)` was not expected: a reason is written as `because TEXT`")
        }
        return reason
    }

    private static func amendment(_ text: String) throws -> ReviewWords {
        guard let equals = text.firstIndex(of: "=") else {
            throw Complaint("the = between field and value is missing: write `amend FIELD = VALUE because TEXT`")
        }
        let name = text[..<equals].trimmed
        guard let field = ProposalField(spoken: name) else {
            let known = ProposalField.allCases.map(\.rawValue)
            let hint = nearest(to: name, among: known).map { "did you mean `\($0)`?" }
            throw Complaint("a proposal has no field `\(name)`: \(hint ?? "the fields are " + listed(known))")
        }
        let value = text[text.index(after: equals)...]
        // The last one counts: a value may contain the word, too.
        guard let because = value.ranges(of: " because ").last,
            !value[because.upperBound...].description.writable.isEmpty
        else { throw Complaint("an amendment needs a reason: write `amend FIELD = VALUE because TEXT`") }
        return .amend(
            field, to: value[..<because.lowerBound].description.writable,
            because: value[because.upperBound...].description.writable)
    }
}
