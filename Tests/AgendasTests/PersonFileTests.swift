import Council
import Testing

@testable import Agendas

/// What people say in files of their own.
@Suite struct PersonFileTests {
    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let name: String
        let text: String
        let faults: [String]

        init(_ what: String, _ text: String, in name: String = "lena.yaml", _ faults: String...) {
            testDescription = what
            (self.name, self.text, self.faults) = (name, text, faults)
        }
    }

    private static func action(_ keys: String) -> String { "actions:\n  - { \(keys) }\n" }
    private static func consent(_ keys: String) -> String { "consent:\n  - { \(keys) }\n" }
    private static let left =
        "is not on the council's roster: these words still count for actions, but no longer for consent"

    private static let files = [
        Row(
            "of somebody who left", action("action: 2026-11-18/2, word: done, on: 2026-11-20"), in: "gone.yaml",
            "1:1: warning: `gone` \(left)"),
        Row("nobody's", "actions: []", in: "lna.yaml", "1:1: warning: `lna` \(left); did you mean `lena`?"),
        Row(
            "no handle", "actions: []", in: "a,b.yaml",
            "1:1: error: `a,b` can't be a handle; name the file by its owner's, such as `lena.yaml`"),
        Row(
            "another ending", "actions: []", in: "lena.yml",
            "1:1: error: a person's file is named by its owner's handle, such as `bo.yaml`; rename it"),
        Row("an unknown key", "action: []", "1:1: error: unknown key `action`; did you mean `actions`?"),
        Row(
            "no list", "actions: done",
            "1:10: error: `actions` must be a list, such as `actions: [{ … }, { … }]`, not `done`"),
        Row(
            "nothing", "# nothing yet\n",
            "1:1: error: there are no keys here; begin with one, such as `actions: []`"),
        Row("no words yet", "actions:\nconsent: []\n"),
    ]

    private static let actions = [
        Row("done", action("action: 2026-11-18/2, word: done, on: 2026-11-20")),
        Row("reassign", action("action: 2026-11-18/2, word: reassign, to: lena, on: 2026-12-01")),
        Row(
            "reassign without a person", action("action: 2026-11-18/2, word: reassign, on: 2026-12-01"),
            "2:5: error: `reassign` needs a person; write `to: bo`"),
        Row(
            "a new owner of what is done", action("action: 2026-11-18/2, word: done, to: bo, on: 2026-12-01"),
            "2:41: error: `to` belongs to `reassign`; take it out, or write `word: reassign`"),
        Row("later", action("action: 2026-11-18/2, word: later, until: 2026-12-16, on: 2026-12-01, because: x")),
        Row("dropped", action("action: 2026-11-18/2, word: drop, on: 2026-12-01, because: x")),
        Row(
            "what is required", action("because: x"),
            "2:5: error: `action` is missing; write `action: 2026-11-25/1`",
            "2:5: error: `on` is missing; write `on: 2026-12-01`",
            "2:5: error: `word` is missing; write `word: done`"),
        Row(
            "another word", action("action: 2026-11-18/2, word: donne, on: 2026-11-20"),
            "2:35: error: `word` must be `done`, `later`, `drop` or `reassign`, not `donne`; did you mean `done`?"),
        Row(
            "no reference", action("action: 2026-11-18, word: done, on: 2026-11-20"),
            "2:15: error: `2026-11-18` is not an action; write the day of its meeting and its number, such as "
                + "`2026-11-25/1`"),
        Row(
            "before its meeting", action("action: 2026-11-18/2, word: done, on: 2026-11-17"),
            "2:45: error: 2026-11-17 is before 2026-11-18, the day on which the action was assigned"),
        Row(
            "later without a day", action("action: 2026-11-18/2, word: later, on: 2026-11-20"),
            "2:5: error: `later` needs a day; write `until: 2026-12-16`"),
        Row(
            "later than a past day", action("action: 2026-11-18/2, word: later, on: 2026-11-20, until: 2026-11-20"),
            "2:65: error: 2026-11-20 is not after 2026-11-20, the day on which this was said; name a later day"),
        Row(
            "dropped without a reason", action("action: 2026-11-18/2, word: drop, on: 2026-11-20"),
            "2:5: error: `drop` needs a reason; write `because: …`"),
        Row(
            "done until", action("action: 2026-11-18/2, word: done, on: 2026-11-20, until: 2026-12-16"),
            "2:57: error: `until` belongs to `later`; take it out, or write `word: later`"),
        Row(
            "an unknown key", action("action: 2026-11-18/2, word: done, on: 2026-11-20, by: priya"),
            "2:57: error: unknown key `by`; a word on an action has `action`, `word`, `on`, `until`, `to` and `because`"
        ),
    ]

    /// Whoever mends a file wants to see all that is wrong with it, and not the next fault each time.
    private static let several = [
        Row(
            "a word that is wrong in several ways",
            action("action: 2026-11-18/2, word: drop, to: bo, until: 2026-12-16, on: 2026-11-17"),
            "2:5: error: `drop` needs a reason; write `because: …`",
            "2:41: error: `to` belongs to `reassign`; take it out, or write `word: reassign`",
            "2:49: error: `until` belongs to `later`; take it out, or write `word: later`",
            "2:72: error: 2026-11-17 is before 2026-11-18, the day on which the action was assigned"),
        Row(
            "without its action", action("word: later, on: 2026-11-20, until: 2026-11-19"),
            "2:5: error: `action` is missing; write `action: 2026-11-25/1`",
            "2:43: error: 2026-11-19 is not after 2026-11-20, the day on which this was said; name a later day"),
        Row(
            "keys without a value", action("action: 2026-11-18/2, word: reassign, to: , on: 2026-11-20"),
            "2:5: error: `reassign` needs a person; write `to: bo`"),
        Row(
            "a day without an agenda, and another word",
            consent("meeting: 2026-11-26, item: prep-time, word: yes, on: soon"),
            "2:16: error: there is no agenda of 2026-11-26; name the day of one that has the item",
            "2:51: error: `word` must be `approve`, `flag`, `hold` or `unflag`, not `yes`",
            "2:60: error: `on` must be a day of the calendar as `YYYY-MM-DD`, such as `2026-11-25`, not `soon`"),
        Row(
            "both lists and a key besides",
            """
            consent:
              - { meeting: 2026-11-25, item: preptime, word: yes, on: 2026-11-20 }
              - one
            actions:
              - { action: 7, word: later, on: 2026-11-20 }
              - { action: 2026-11-18/2, word: done, on: 2026-11-20, by: priya }
            votes: []

            """,
            "2:34: warning: `preptime` is not on the agenda of 2026-11-25, so this word does not count; "
                + "did you mean `prep-time`?",
            "2:50: error: `word` must be `approve`, `flag`, `hold` or `unflag`, not `yes`",
            "3:5: error: a word on an item must be keys and values, such as `name: …`, not `one`",
            "5:5: error: `later` needs a day; write `until: 2026-12-16`",
            "5:15: error: `7` is not an action; write the day of its meeting and its number, such as `2026-11-25/1`",
            "6:57: error: unknown key `by`; a word on an action has `action`, `word`, `on`, `until`, `to` and `because`",
            "7:1: error: unknown key `votes`; a person's file has `consent` and `actions`"),
    ]

    private static let consents = [
        Row("approved", consent("meeting: 2026-11-25, item: prep-time, word: approve, on: 2026-11-20")),
        Row(
            "what is required", consent("because: x"),
            "2:5: error: `item` is missing; write `item: vector-store`",
            "2:5: error: `meeting` is missing; write `meeting: 2026-12-02`",
            "2:5: error: `on` is missing; write `on: 2026-11-27`",
            "2:5: error: `word` is missing; write `word: approve`"),
        Row(
            "no such agenda", consent("meeting: 2026-11-26, item: prep-time, word: hold, on: 2026-11-20"),
            "2:16: error: there is no agenda of 2026-11-26; name the day of one that has the item"),
        Row(
            "not on it", consent("meeting: 2026-11-25, item: preptime, word: flag, on: 2026-11-20"),
            "2:34: warning: `preptime` is not on the agenda of 2026-11-25, so this word does not count; "
                + "did you mean `prep-time`?"),
        Row(
            "another word", consent("meeting: 2026-11-25, item: prep-time, word: yes, on: 2026-11-20"),
            "2:51: error: `word` must be `approve`, `flag`, `hold` or `unflag`, not `yes`"),
    ]

    @Test(arguments: files + actions + consents + several)
    func faultsAreFound(_ row: Row) throws {
        let folder = try TemporaryFolder()
        try folder.write("people/\(row.name)", row.text)
        let expected = row.faults.map { "people/\(row.name):\($0)" }
        #expect(folder.faults() == expected)
        #expect(folder.faults([folder.path("people/\(row.name)")]) == expected)
    }

    @Test func wordsAreRead() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "people/lena.yaml",
            """
            consent:
              - { meeting: 2026-11-25, item: prep-time, word: flag, on: 2026-11-24, because: "one city" }
            actions:
              - { action: 2026-11-18/2, word: later, until: 2026-12-16, on: 2026-12-01 }
              - { action: 2026-11-18/2, word: done, on: 2026-12-02, because: "merged" }
            """)
        let words = try #require(try folder.folder.survey().library(history: []).people[Handle("lena")])
        let day = { (text: String) in CalendarDay(text)! }
        let reference = ActionReference(meeting: day("2026-11-18"), number: 2)
        #expect(
            words
                == PersonalWords(
                    handle: Handle("lena"),
                    consent: [
                        ConsentWord(
                            meeting: day("2026-11-25"), item: ItemID("prep-time"), word: .flag, on: day("2026-11-24"),
                            because: "one city")
                    ],
                    actions: [
                        ActionWord(action: reference, word: .later, until: day("2026-12-16"), on: day("2026-12-01")),
                        ActionWord(action: reference, word: .done, on: day("2026-12-02"), because: "merged"),
                    ]))
    }

    /// A faulty agenda has items that nobody knows; it has its own fault.
    @Test func aFaultyAgendaIsNoFaultOfOthers() throws {
        let folder = try TemporaryFolder()
        try folder.write("2026-11-25.yaml", "date: 2026-11-25\nitems: none\n")
        try folder.write(
            "people/lena.yaml", Self.consent("meeting: 2026-11-25, item: prep-time, word: approve, on: 2026-11-20"))
        #expect(folder.faults().map { $0.prefix(15) } == ["2026-11-25.yaml"])
    }
}
