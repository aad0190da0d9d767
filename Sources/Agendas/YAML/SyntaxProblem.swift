/// Why a text can't be read as YAML, and where.
struct SyntaxProblem: Error {
    let place: Place
    /// What is wrong, and what would be right.
    let message: String

    init(_ message: String, at place: Place) {
        self.message = message
        self.place = place
    }

    /// A problem in libyaml's words, with what a person can do about it.
    ///
    /// - Parameter context: What libyaml was reading, such as `while scanning a quoted scalar`.
    init(_ problem: String, while context: String?, at place: Place) {
        let words = [context ?? "", problem].filter { !$0.isEmpty }.joined(separator: ", ")
        let advice = Self.advice.first { problem.contains($0.problem) }.map { "; \($0.advice)" } ?? ""
        self.init("this is not YAML: \(visible(words, atMost: 200))\(advice)", at: place)
    }

    private static let advice: [(problem: String, advice: String)] = [
        ("mapping values are not allowed", "put a text that has `: ` in it in quotes, or fix the indentation"),
        ("cannot start any token", "put a text that begins with this character in quotes; indent by spaces, not tabs"),
        ("unexpected end of stream", "close the quote that opens here"),
        ("expected ',' or ']'", "separate the entries by commas and close the list with `]`"),
        ("expected ',' or '}'", "separate the keys by commas and close the mapping with `}`"),
        ("expected ':'", "write `key: value`, with a space after the colon"),
        ("did not find expected key", "fix the indentation; keys of one mapping begin in one column"),
        ("expected '-' indicator", "fix the indentation; the entries of one list begin in one column"),
        ("block sequence entries are not allowed", "begin the list on a line of its own"),
        ("tab character", "indent by spaces, not tabs"),
        ("block mapping", "fix the indentation; keys of one mapping begin in one column"),
        ("unknown escape", "write a backslash twice, or use single quotes"),
    ]
}
