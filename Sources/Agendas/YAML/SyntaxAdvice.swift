/// What a person can do about a syntax error, in addition to the YAML library's own words for it.
enum SyntaxAdvice {
    /// Begins with `; `, or is empty.
    static func advice(for problem: String) -> String {
        guard let row = table.first(where: { problem.contains($0.problem) }) else { return "" }
        return "; \(row.advice)"
    }

    private static let table: [(problem: String, advice: String)] = [
        ("mapping values are not allowed", "put a text that has `: ` in it in quotes, or mend the indentation"),
        ("cannot start any token", "put a text that begins with this character in quotes; indent by spaces, not tabs"),
        ("unexpected end of stream", "close the quote that opens here"),
        ("expected ',' or ']'", "separate the entries by commas and close the list with `]`"),
        ("expected ',' or '}'", "separate the keys by commas and close the mapping with `}`"),
        ("expected ':'", "write `key: value`, with a space after the colon"),
        ("did not find expected key", "mend the indentation; keys of one mapping begin in one column"),
        ("expected '-' indicator", "mend the indentation; the entries of one list begin in one column"),
        ("block sequence entries are not allowed", "begin the list on a line of its own"),
        ("tab character", "indent by spaces, not tabs"),
        ("block mapping", "mend the indentation; keys of one mapping begin in one column"),
        ("undefined alias", "name it with `&` before it is used with `*`, or put the text in quotes"),
        ("another document", "keep one document in a file; remove the second `---`"),
        ("unknown escape", "write a backslash twice, or use single quotes"),
    ]
}
