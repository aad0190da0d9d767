import Council
import Foundation
import Testing

@testable import Agendas

/// Items added to a file that a person wrote.
@Suite struct AgendaEditTests {
    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let before: String
        let after: String

        init(_ what: String, _ before: String, _ after: String) {
            testDescription = what
            self.before = before
            self.after = after
        }
    }

    static let new = AgendaPlan.Item(
        item: AgendaItem(id: ItemID("new"), subject: .proposal(id: "new"), minutes: 9), title: "New", why: "ready")

    static let block = [
        Row(
            "behind the last line", "items:\n  - { proposal: a }\n",
            "items:\n  - { proposal: a }\n  # ready\n  - { proposal: new, minutes: 9 }\n"),
        Row(
            "before other keys and comments", "items:\n- proposal: a # first\n\n# the rest\nminutes: 60\n",
            "items:\n- proposal: a # first\n# ready\n- { proposal: new, minutes: 9 }\n\n# the rest\nminutes: 60\n"),
        Row(
            "a file without a last line end", "items:\n    - proposal: a\n      minutes: 5",
            "items:\n    - proposal: a\n      minutes: 5\n    # ready\n    - { proposal: new, minutes: 9 }"),
        Row(
            "the line ends of Windows", "items:\r\n  - { proposal: a }\r\nminutes: 60\r\n",
            "items:\r\n  - { proposal: a }\r\n  # ready\r\n  - { proposal: new, minutes: 9 }\r\nminutes: 60\r\n"),
        Row(
            "behind a text and before its blank lines",
            "items:\n  - topic: T\n    text: |\n      One – ä.\n\n      Two.\n\n\nminutes: 60\n",
            "items:\n  - topic: T\n    text: |\n      One – ä.\n\n      Two.\n  # ready\n  - { proposal: new, minutes: 9 }\n"
                + "\n\nminutes: 60\n"),
        Row(
            "behind a text that ends the file", "items:\n  - topic: T\n    text: >-\n      One",
            "items:\n  - topic: T\n    text: >-\n      One\n  # ready\n  - { proposal: new, minutes: 9 }"),
        Row(
            "a dash on a line of its own", "items: !!seq\n  -\n    proposal: a\n  -\n    topic: 'T'''\n",
            "items: !!seq\n  -\n    proposal: a\n  -\n    topic: 'T'''\n  # ready\n  - { proposal: new, minutes: 9 }\n"),
        Row(
            "a name for the list, and a byte order mark", "\u{FEFF}items: &all\n  - { proposal: ä }\n",
            "\u{FEFF}items: &all\n  - { proposal: ä }\n  # ready\n  - { proposal: new, minutes: 9 }\n"),
        Row(
            "braces over two lines", "items:\n  - { proposal: a,\n      minutes: 5 }   # five\n# end\n",
            "items:\n  - { proposal: a,\n      minutes: 5 }   # five\n  # ready\n  - { proposal: new, minutes: 9 }\n# end\n"
        ),
    ]

    static let flow = [
        Row(
            "an empty list", "items: []\nminutes: 60\n",
            "items: [\n  # ready\n  { proposal: new, minutes: 9 }\n  ]\nminutes: 60\n"),
        Row(
            "one line", "items: [ { proposal: a } ] # one\n",
            "items: [ { proposal: a }, { proposal: new, minutes: 9 } ] # one\n"),
        Row(
            "a comma at the end", "items: [{ proposal: a }, ]\n",
            "items: [{ proposal: a }, { proposal: new, minutes: 9 }, ]\n"),
        Row(
            "entries on lines of their own", "items: [\n    { proposal: a },\n    { proposal: b } # two\n  ]\n",
            "items: [\n    { proposal: a },\n    { proposal: b },\n    # ready\n    { proposal: new, minutes: 9 } # two\n  ]\n"
        ),
        Row(
            "a file in braces", "{ date: 2026-12-02, items: [{ proposal: a }] }",
            "{ date: 2026-12-02, items: [{ proposal: a }, { proposal: new, minutes: 9 }] }"),
        Row(
            "keys without braces", "items: [ proposal: a ]\n",
            "items: [ proposal: a , { proposal: new, minutes: 9 }]\n"),
        Row(
            "a key of the same name further in", "interested: { items: [] }\nitems: []\n",
            "interested: { items: [] }\nitems: [\n  # ready\n  { proposal: new, minutes: 9 }\n  ]\n"),
    ]

    @Test(arguments: block + flow)
    func addsAtTheEnd(_ row: Row) throws {
        let edit = try AgendaEdit(adding: [Self.new], to: Array(row.before.utf8))
        #expect(String(decoding: edit.after, as: UTF8.self) == row.after)
    }

    @Test(arguments: ["items: *other\n", "date: 2026-12-02\n", "items: { a: b }\n", "- items\n", "items: [\n"])
    func refusesWhatHasNoEnd(_ text: String) {
        #expect(throws: AgendaEdit.Obstacle.self) { try AgendaEdit(adding: [Self.new], to: Array(text.utf8)) }
    }

    @Test func saysWhichLinesChange() throws {
        let block = try AgendaEdit(adding: [Self.new], to: Array("items:\n  - { proposal: a }\n\n# end\n".utf8))
        #expect((block.firstLine, block.oldLine) == (3, nil))
        #expect(block.lines == ["  # ready", "  - { proposal: new, minutes: 9 }"])
        let flow = try AgendaEdit(adding: [Self.new], to: Array("minutes: 60\nitems: [{ proposal: a }]\n".utf8))
        #expect((flow.firstLine, flow.oldLine) == (2, "items: [{ proposal: a }]"))
        #expect(flow.lines == ["items: [{ proposal: a }, { proposal: new, minutes: 9 }]"])
        let open = try AgendaEdit(adding: [Self.new], to: Array("items:\n- proposal: a".utf8))
        #expect((open.firstLine, open.oldLine) == (3, nil))
    }

    /// Whatever a person wrote, all of it stays, in its order, and says what it said.
    @Test func aPersonsBytesStay() throws {
        var random = SeededGenerator(seed: 20_261_202)
        let folder = try TemporaryFolder()
        for id in ["a", "b", "c", "new"] { try folder.write("proposals/\(id).md", TemporaryFolder.proposal) }
        var styles: Set<String> = []
        for round in 0..<3000 {
            var written = WrittenAgenda(random)
            random = written.random
            let before = written.bytes()
            let agenda = try folder.folder.agenda(in: before, of: .december)
            let items = RandomItems.items(&random)
            let edit = try AgendaEdit(adding: items, to: before)
            let after = try folder.folder.agenda(in: edit.after, of: .december)
            styles.insert(edit.oldLine == nil ? "lines" : "brackets")
            let isKept = edit.after.count > before.count && Self.isOneInsertion(before, edit.after)
            let same = after == agenda.with(agenda.items + items.map(\.item))
            guard isKept, same else {
                Issue.record("round \(round): \(String(decoding: edit.after, as: UTF8.self))\n\(after)")
                return
            }
        }
        #expect(styles.count == 2)
    }

    private static func isOneInsertion(_ before: [UInt8], _ after: [UInt8]) -> Bool {
        let head = zip(before, after).prefix { $0 == $1 }.count
        let tail = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
        return head + tail >= before.count
    }
}

extension CalendarDay {
    /// 2 December 2026.
    static let december = CalendarDay(daysSinceEpoch: 20_789)
}
