/// An entry of a list as the text of a file.
struct YAMLEntry {
    /// Why it is there; nil if nothing is to be said above it.
    var comment: String?
    /// Keys with their values, such as `minutes: 10`.
    let keys: [String]
    /// What stands under `text`, after the other keys.
    var text: String?

    init(comment: String? = nil, keys: [String]) {
        self.comment = comment
        self.keys = keys
    }

    /// In braces.
    var flow: String {
        "{ \((keys + (text.map { ["text: \(YAMLText.escaped($0))"] } ?? [])).joined(separator: ", ")) }"
    }

    /// In lines that begin in a column: one in braces if it is not too long and has no text.
    func lines(column: Int) -> [String] {
        let indent = String(repeating: " ", count: column)
        let above = comment.map { ["\(indent)# \(YAMLText.comment($0))"] } ?? []
        let oneLine = "\(indent)- \(flow)"
        if text == nil, oneLine.count <= Self.longestLine { return above + [oneLine] }
        let body = YAMLText.lines(text ?? "").map { $0.isEmpty ? "" : "\(indent)    \($0)" }
        return above + ["\(indent)- \(keys[0])"] + keys.dropFirst().map { "\(indent)  \($0)" }
            + (text == nil ? [] : ["\(indent)  text: |"] + body)
    }

    private static let longestLine = 120
}
