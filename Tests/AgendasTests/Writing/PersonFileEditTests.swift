import Council
import Testing

@testable import Agendas

/// Words added to a file that a person wrote.
@Suite struct PersonFileEditTests {
    typealias Row = AgendaEditTests.Row

    private static let done = PersonalWord.action(
        ActionWord(
            action: ActionReference("2026-11-18/2")!, word: .done, on: CalendarDay("2026-12-01")!, because: "a \"b\": c"
        ))
    private static let entry = "{ action: 2026-11-18/2, word: done, on: 2026-12-01, because: \"a \\\"b\\\": c\" }"
    private static let old = "{ action: 2026-11-11/1, word: done, on: 2026-11-12 }"

    private static let rows = [
        Row("under the last entry", "actions:\n  - \(old)\n", "actions:\n  - \(old)\n  - \(entry)\n"),
        Row(
            "before other keys and comments", "actions:\n- \(old) # mine\n\n# soon\nconsent: []\n",
            "actions:\n- \(old) # mine\n- \(entry)\n\n# soon\nconsent: []\n"),
        Row("without a last line end", "actions:\n  - \(old)", "actions:\n  - \(old)\n  - \(entry)"),
        Row("the line ends of Windows", "actions:\r\n  - \(old)\r\n", "actions:\r\n  - \(old)\r\n  - \(entry)\r\n"),
        Row("in brackets", "actions: [\(old)] # mine\n", "actions: [\(old), \(entry)] # mine\n"),
        Row("in empty brackets", "actions: []\n", "actions: [\(entry)]\n"),
        Row(
            "under a key without a value", "actions: # none\nconsent: []\n",
            "actions: # none\n  - \(entry)\nconsent: []\n"),
        Row("under a last key without a value", "consent: []\nactions:", "consent: []\nactions:\n  - \(entry)"),
        Row("without the key", "consent: []\n# end\n", "consent: []\n# end\nactions:\n  - \(entry)\n"),
        Row("without the key and a last line end", "consent: []", "consent: []\nactions:\n  - \(entry)"),
        Row(
            "without the key, with Windows' line ends", "consent: []\r\n", "consent: []\r\nactions:\r\n  - \(entry)\r\n"
        ),
        Row("keys that do not begin a line", "  consent: []\n", "  consent: []\n  actions:\n    - \(entry)\n"),
        Row("comments alone", "# mine\n", "# mine\nactions:\n  - \(entry)\n"),
        Row("a byte order mark", "\u{FEFF}consent: []\n", "\u{FEFF}consent: []\nactions:\n  - \(entry)\n"),
        Row("no file", "", "actions:\n  - \(entry)\n"),
    ]

    @Test(arguments: rows)
    func addsAtTheEnd(_ row: Row) throws {
        let folder = try TemporaryFolder()
        let edit = try PersonFileEdit(adding: Self.done, to: row.before.isEmpty ? nil : Array(row.before.utf8))
        #expect(String(decoding: edit.after, as: UTF8.self) == row.after)
        let after = try folder.folder.words(in: edit.after, of: Handle("lena"))
        #expect(after.actions.last?.because == "a \"b\": c")
        if edit.oldLine == nil {
            let all = row.after.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            #expect(edit.lines == all.dropFirst(edit.firstLine - 1).prefix(edit.lines.count).map(String.init))
        }
    }

    @Test(arguments: [
        "actions: *other\n", "actions: ~\n", "actions: { a: b }\n", "- a\n", "{ consent: [] }\n", "a: [\n",
    ])
    func saysWhatToAddByHand(_ text: String) {
        #expect {
            try PersonFileEdit(adding: Self.done, to: Array(text.utf8))
        } throws: { error in
            (error as? PersonFileEdit.Obstacle)?.sentence.hasSuffix("add by hand `- \(Self.entry)`") ?? false
        }
    }

    /// Hostile words stand in the file as the words that they are.
    @Test(arguments: [
        "}, { word: drop", "\u{1B}[2Jx\u{202E}", "a\nb\r\nc\u{85}", "# no comment", "'",
        String(repeating: "é", count: 500),
    ])
    func anyReasonIsReadBack(_ reason: String) throws {
        let folder = try TemporaryFolder()
        let reference = try #require(ActionReference("2026-11-18/2"))
        let day = try #require(CalendarDay("2026-12-01"))
        var bytes: [UInt8]?
        for count in 1...3 {
            let word = ActionWord(action: reference, word: .drop, on: day, because: reason)
            bytes = try PersonFileEdit(adding: .action(word), to: bytes).after
            let words = try folder.folder.words(in: try #require(bytes), of: Handle("lena"))
            #expect(words.actions.count == count && words.actions.allSatisfy { $0.word == .drop })
        }
    }
}
