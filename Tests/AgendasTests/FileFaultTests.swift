import Testing

/// The faults that any file can have.
@Suite struct FileFaultTests {
    @Test(arguments: files)
    func areFound(_ broken: Broken) throws { try broken.check() }

    @Test func noneAreInAFaultlessFolder() throws {
        #expect(try TemporaryFolder().faults() == [])
    }

    private static let files: [Broken] = [
        .proposal(
            "an open quote", "pod: \"abc\nteam: x",
            "3:6: error: this is not YAML: while scanning a quoted scalar, found unexpected end of stream; "
                + "close the quote that opens here"),
        .proposal(
            "an open list", "data: [a, b",
            "3:7: error: this is not YAML: while parsing a flow sequence, did not find expected ',' or ']'; "
                + "separate the entries by commas and close the list with `]`"),
        .proposal(
            "a colon in a text", "pod: a: b",
            "3:7: error: this is not YAML: mapping values are not allowed in this context; "
                + "put a text that has `: ` in it in quotes, or mend the indentation"),
        .proposal(
            "a reserved letter", "pod: @abc",
            "3:6: error: this is not YAML: while scanning for the next token, found character that cannot start any "
                + "token; put a text that begins with this character in quotes; indent by spaces, not tabs"),
        .proposal(
            "a merge key", "cost: &c { unit: USD }\nimpact:\n  <<: *c\n  value: 1\n  unit: USD",
            "5:3: error: `<<` is not read here; write the keys out"),
        .proposal("a tag", "pod: !env HOME", "3:6: error: the tag `!env` is not read here; remove it"),
        .proposal("a tag that names no type", "pod: ! a\ndata: ! [a]\ncost: ! { unit: USD }\nreuse: !!seq [a]"),
        .proposal("a list as a key", "? [a]\n: b", "3:3: error: a key must be a word, not a list"),
        .proposal(
            "an alias of nothing", "data: &d [a]\nreuse: *e",
            "4:8: error: nothing before `*e` is named `&e`; name a value so, or put the text in quotes"),
        .agenda(
            "two documents", "date: 2026-11-25\nitems: []\n---\ndate: 2026-11-25\n",
            "3:1: error: a second document begins here; keep one document in a file, and remove this `---`"),
        .agenda(
            "comments alone", "# Later.\n",
            "1:1: error: there are no keys here; begin with one, such as `date: 2026-11-25`"),
        .agenda("a list", "- a\n", "1:1: error: an agenda must be keys and values, such as `name: …`, not a list"),
    ]
}
