import Testing

/// The faults of an agenda.
@Suite struct AgendaFaultTests {
    @Test(arguments: files)
    func areFound(_ broken: Broken) throws { try broken.check() }

    private static let badID =
        "can't be a proposal's id; write the name of its file in `proposals/` without `.md`: "
        + "letters, digits, `-`, `_` and `.`, not beginning with a dot"

    private static let files: [Broken] = [
        .agenda(
            "what is required", "place: here",
            "1:1: error: `date` is missing; write `date: 2026-11-25`",
            "1:1: error: `items` is missing; write `items: [{ proposal: prep-time }, { topic: Chair rotation }]`"),
        .agenda(
            "another day than the file's name", "date: 2026-11-26\nitems: []",
            "1:7: error: `date` is 2026-11-26, but the file is named 2026-11-25; make them the same day"),
        .agenda(
            "days, times and lengths",
            "date: 25.11.2026\nstart: 24:00\nminutes: 1441\nitems: [{ topic: T, minutes: 0 }]",
            "1:7: error: `date` must be a day of the calendar as `YYYY-MM-DD`, such as `2026-11-25`, not `25.11.2026`",
            "2:8: error: `start` must be a time as `HH:MM`, from 00:00 to 23:59, such as `start: \"10:00\"`, not `24:00`",
            "3:10: error: `minutes` must be a whole number of minutes from 1 to 1440, such as `minutes: 10`, not `1441`",
            "4:30: error: `minutes` must be a whole number of minutes from 1 to 1440, such as `minutes: 10`, not `0`"),
        .agenda(
            "more items than time",
            "date: 2026-11-25\nminutes: 30\nitems: [{ topic: A, minutes: 20 }, { topic: B, minutes: 11 }]",
            "2:10: warning: the items take 31 minutes, the meeting 30; shorten the items, or add time"),
        .agenda(
            "unknown people", "date: 2026-11-25\nscribe: thomas\nitems: [{ topic: T, presenter: someone }]",
            "2:9: error: nobody in council.yaml has the handle `thomas`; did you mean `tomas`?",
            "3:32: error: nobody in council.yaml has the handle `someone`"),
        .agenda(
            "unknown and repeated proposals",
            "date: 2026-11-25\nitems:\n  - proposal: prep-tme\n  - proposal: prep-time\n  - proposal: prep-time",
            "3:15: error: there is no `proposals/prep-tme.md`; did you mean `prep-time`?",
            "5:15: error: `prep-time` is on this agenda already; keep one of the two items"),
        .agenda(
            "ids that lead elsewhere",
            "date: 2026-11-25\nitems:\n  - proposal: ../council\n  - proposal: /etc/passwd\n  - proposal: .hidden\n"
                + "  - proposal: \"a\\u202Eb\"\n  - proposal: topic-1",
            "3:15: error: `../council` \(badID)", "4:15: error: `/etc/passwd` \(badID)",
            "5:15: error: `.hidden` \(badID)", "6:15: error: `a\\u{202E}b` \(badID)",
            "7:15: error: `topic-1` can't be a proposal's id, because topics are called that; rename its file"),
        .agenda(
            "items that are neither, both, or nothing",
            "date: 2026-11-25\nitems:\n  - minutes: 5\n  - { proposal: prep-time, topic: T }\n  - prep-time\n  -\n"
                + "  - { proposal: prep-time, text: t, lenght: 3 }",
            "3:5: error: an item needs a proposal or a topic; write `proposal: prep-time` or `topic: Chair rotation`",
            "4:28: error: `topic` stands beside `proposal`; an item has one of them, so make it two items",
            "5:5: error: an item must be keys and values, such as `name: …`, not `prep-time`",
            "6:4: error: an item must be keys and values, such as `name: …`, not nothing",
            "7:17: error: `prep-time` is on this agenda already; keep one of the two items",
            "7:28: error: `text` belongs to a topic; a proposal's text is in its own file",
            "7:37: error: unknown key `lenght`; an item has `minutes`, `presenter`, `interested`, `proposal`, `topic`, "
                + "`text`, `id`, `continues`, `again`, `for` and `approved`"),
        .agenda(
            "topics that are called the same, or as no topic can be",
            "date: 2026-11-25\nitems:\n  - topic: Chair rotation\n  - topic: CHAIR   rotation!\n"
                + "  - { topic: Chair rotation, id: chair-2 }\n  - { topic: T, id: Chair 3 }\n  - { proposal: prep-time, id: p }",
            "4:12: error: another topic of this agenda is called `chair-rotation` already; give this one an `id` of its own",
            "6:21: error: `Chair 3` can't be a topic's id; use small letters, digits and `-`, such as `id: t`",
            "7:28: error: `id` belongs to a topic; a proposal's id is the name of its file"),
        .agenda(
            "hearings that go on with nothing, or come again without a word",
            "date: 2026-11-25\nitems:\n  - { topic: A, continues: 2026-11-25 }\n  - { topic: B, again: \"  \" }\n"
                + "  - { topic: C, again: }",
            "3:28: error: 2026-11-25 is not before this meeting; name the meeting that heard the item last",
            "4:24: error: `again` is an empty text; write one, or remove it",
            "5:17: error: `again` has no words; say why the council should hear this once more"),
        .agenda(
            "outcomes of what can have none",
            "date: 2026-11-25\nitems:\n  - { topic: A, for: outcome }\n  - { topic: B, approved: 2026-05-20 }\n"
                + "  - { proposal: prep-time, approved: 2026-05-20 }\n",
            "3:17: error: `for` belongs to a proposal that was approved; a topic has no outcome",
            "4:17: error: `approved` belongs to a proposal that was approved; a topic has no outcome",
            "5:28: error: `approved` belongs to an item with `for: outcome`; write that too, or take it out"),
        .agenda(
            "an outcome that is misspelt or of a day to come",
            "date: 2026-11-25\nitems:\n  - { proposal: prep-time, for: outcomes, approved: 2026-11-25 }\n",
            "3:33: error: `for` must be `outcome`, not `outcomes`; did you mean `outcome`?",
            "3:53: error: 2026-11-25 is not before this meeting; name the meeting that approved the proposal"),
        .agenda(
            "too many items", "date: 2026-11-25\nitems:\n" + (1...1001).map { "  - { topic: T\($0) }\n" }.joined(),
            "1003:5: error: `items` has more than 1000 entries; remove those from here on"),
    ]
}
