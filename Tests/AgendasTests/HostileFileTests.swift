import Testing

/// Files that are made to cost much time or memory. Each is refused at its place, within a moment.
@Suite(.serialized) struct HostileFileTests {
    @Test(.timeLimit(.minutes(10)), arguments: files)
    func areRefusedWithinAMoment(_ broken: Broken) throws {
        let folder = try TemporaryFolder()
        try folder.write(broken.file, broken.text)
        let faults = folder.faults([folder.path(broken.file)])
        #expect(faults.first == broken.faults.first.map { "\(broken.file):\($0)" })
    }

    @Test func aliasesInModestUseAreRead() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "proposals/prep-time.md",
            """
            ---
            title: T
            data: &data [orders, "*data is a word here"]
            reuse: *data
            platform: *data
            third_party: "the R&D team: *data, *d and *R&D"
            ---
            """)
        let docket = try folder.folder.load(path: folder.path("2026-11-25.yaml"))
        let proposal = try #require(docket.proposals["prep-time"])
        #expect(proposal.data == ["orders", "*data is a word here"])
        #expect(proposal.reuse == proposal.data && proposal.platform == proposal.data)
        #expect(proposal.thirdParty == "the R&D team: *data, *d and *R&D")
    }

    private static let files: [Broken] = [
        .agenda("aliases that double", bomb, "6:10: error: aliases repeat more than 100000 values; use fewer"),
        .agenda(
            "aliases that double in a key", bomb + "? *a11\n: x\n",
            "6:10: error: aliases repeat more than 100000 values; use fewer"),
        .agenda("aliases that deepen", ladder, "14:16: error: \(tooDeep)"),
        .agenda(
            "many aliases", "a: &a b\nc: [" + String(repeating: "*a,", count: 2000) + "]",
            "2:3005: error: more than 1000 aliases; use fewer"),
        .agenda("lists in lists", "x: " + repeated("[", 100) + repeated("]", 100), "1:67: error: \(tooDeep)"),
        .agenda("mappings in mappings", "x: " + repeated("{a: ", 100) + repeated("}", 100), "1:253: error: \(tooDeep)"),
        .agenda("dashes after dashes", repeated("- ", 100) + "a", "1:129: error: \(tooDeep)"),
        .agenda("brackets without end", repeated("[", 900_000), "1:65: error: \(tooDeep)"),
        .agenda("dashes without end", repeated("- ", 400_000), "1:129: error: \(tooDeep)"),
        .agenda("keys in keys", repeated("? ", 400_000), "1:129: error: \(tooDeep)"),
        .agenda(
            "very many keys that are lists", repeated("? [a, b]\n: c\n", 20_000),
            "1:3: error: a key must be a word, not a list"),
        .agenda(
            "very many values", "x: [" + repeated("a,", 400_000) + "]",
            "1:199999: error: more than 100000 values; split the file"),
        .agenda(
            "very many unknown keys", (0..<40_000).map { "key\($0): b\n" }.joined(),
            "1:1: error: `date` is missing; write `date: 2026-11-25`"),
        .agenda(
            "one key very many times", "date: 2026-11-25\nitems: []\n" + repeated("a: b\n", 40_000),
            "4:1: error: `a` is already here on line 3; keep one of the two"),
        .agenda(
            "a quote without end", "x: \"" + repeated("a", 900_000),
            "1:4: error: this is not YAML: while scanning a quoted scalar, found unexpected end of stream; "
                + "close the quote that opens here"),
        .agenda(
            "1 MB and a byte", repeated("#", 1_000_001),
            "1:1: error: the file is larger than 1 MB, the most that is read; shorten it"),
    ]

    private static let tooDeep = "nested too deeply here; 64 levels are read at most"

    private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    /// Every line has nine times as many values as the one before.
    private static let bomb =
        "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
        + (1..<12).map { "a\($0): &a\($0) [" + repeated("*a\($0 - 1),", 9) + "]\n" }.joined()

    /// Every line is five levels deeper than the one before.
    private static let ladder =
        "a0: &a0 [x]\n" + (1..<40).map { "a\($0): &a\($0) [[[[[*a\($0 - 1)]]]]]\n" }.joined()
}
