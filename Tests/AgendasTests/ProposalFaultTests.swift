import Testing

/// The faults of a proposal.
@Suite struct ProposalFaultTests {
    @Test(arguments: files)
    func areFound(_ broken: Broken) throws { try broken.check() }

    private static let files: [Broken] = [
        .proposal(
            "unknown keys", "sponser: Lena\nteam: [{ name: Sam, rolle: engineer }]",
            "3:1: error: unknown key `sponser`; did you mean `sponsor`?",
            "4:21: error: unknown key `rolle`; did you mean `role`?"),
        .proposal(
            "keys that are there twice", "title: Again\npod: a\n\"pod\": b\npod: c\ncost: { unit: EUR, unit: USD }",
            "3:1: error: `title` is here already on line 2; keep one of the two",
            "5:1: error: `pod` is here already on line 4; keep one of the two",
            "6:1: error: `pod` is here already on line 4; keep one of the two",
            "7:20: error: `unit` is here already on line 7; keep one of the two"),
        .proposal(
            "keys that are there twice, whatever they begin with",
            "cost:\n  7: a\n  7: b\n  unit: USD\n  \"\\x75nit\": EUR\n  ? é\n  : e\n  é: f",
            "4:3: error: unknown key `7`; `cost` has `build`, `maintenance`, `unit` and `note`",
            "5:3: error: `7` is here already on line 4; keep one of the two",
            "7:3: error: `unit` is here already on line 6; keep one of the two",
            "8:5: error: unknown key `é`; `cost` has `build`, `maintenance`, `unit` and `note`",
            "10:3: error: `é` is here already on line 8; keep one of the two"),
        .proposal(
            "a revision of nothing", "revises: prep-tmie", "3:10: error: there is no `proposals/prep-tmie.md`"),
        .proposal(
            "a revision of itself", "revises: prep-time",
            "3:10: error: `prep-time`, which revises `prep-time`; a proposal can't come before itself, so take one of "
                + "these lines out"),
        .proposal(
            "an outcome in another unit",
            "impact: { value: 1, unit: USD/year }\noutcome: { on: 2027-05-01, value: 2, unit: EUR/year }",
            "4:10: error: the impact is estimated in USD/year and measured in EUR/year; state the outcome in USD/year"),
        .proposal(
            "a version that nobody has written", "leads: [{ role: product, verdict: approved, of: last week }]",
            "3:49: error: `of` is what `mlreview review` writes, such as `3f9a-77c2-a1b0-9d4e-22f1`, not `last week`; "
                + "take it out if you approve by hand"),
        .proposal(
            "a version without an approval", "leads: [{ role: product, verdict: pending, of: 3f9a-77c2 }]",
            "3:44: error: `of` says which version was approved; take it out of a line that approves nothing"),
        .proposal(
            "an amendment of nothing by nobody",
            "amended: [{ field: price, before: 1, after: 2, on: tomorrow, because: \"\" }]",
            "3:11: error: `by` is missing; write `by: Ola Berg`",
            "3:20: error: `field` must be `title`, `pod`, `sponsor`, `tech_lead`, `blocker`, `team`, `impact`, `impact.note`, "
                + "`cost`, `cost.build`, `cost.maintenance`, `cost.note`, `baseline`, `baseline.share`, `third_party`, "
                + "`engineering_alone`, `data`, `platform`, `reuse`, `recommend`, `opening`, `problem`, `solution`, "
                + "`platform_effect`, `description` or `process`, not `price`",
            "3:52: error: `on` must be a day of the calendar as `YYYY-MM-DD`, such as `2026-11-25`, not `tomorrow`",
            "3:71: error: `because` is an empty text; write one, or remove it"),
        .proposal(
            "an outcome without an estimate", "outcome: { on: 2027-05-01, value: 2, unit: USD }",
            "3:10: error: an outcome is compared with the estimate; give `impact` a value and a unit"),
        .proposal(
            "a follow-up without a day, and priorities that are none",
            "follow_up: { measure: waiting }\npriority: urgent",
            "3:12: error: `after` is missing; write `after: 2027-05-01`",
            "4:11: error: `priority` must be `high`, `normal` or `low`, not `urgent`"),
        .proposal(
            "an unknown kind", "kind: aplication\noptions: []",
            "3:7: error: `kind` must be `application`, `technology` or `hiring`, not `aplication`; "
                + "did you mean `application`?"),
        .proposal(
            "keys of another kind", "options: [{ name: Buy it }]\nopening: { count: 2 }",
            "3:1: error: `options` belongs to `kind: technology`; this is `kind: application`",
            "4:1: error: `opening` belongs to `kind: hiring`; this is `kind: application`"),
        .proposal(
            "options", "kind: technology\noptions: [{ name: Buy it, choice: by }]\nrecommend: Build it",
            "4:35: error: `choice` must be `build`, `buy` or `keep`, not `by`; did you mean `buy`?",
            "5:12: error: none of the options is named `Build it`; write `Buy it`"),
        .proposal(
            "numbers",
            "impact: { value: .nan, unit: USD }\ncost: { build: -1, maintenance: \"5\", unit: USD }\n"
                + "baseline: { method: rules, share: 120% }",
            "3:18: error: `value` must be a number, such as `value: 450000`, without a unit and without commas, not `.nan`",
            "4:16: error: `build` must be a number that is not negative, such as `build: 450000`, without a unit "
                + "and without commas, not `-1`",
            "4:33: error: `maintenance` must be a number that is not negative, such as `maintenance: 450000`, "
                + "without a unit and without commas, not the text `5` in quotes",
            "5:35: error: `share` must be a percentage from 0 to 100, such as `share: 25%`, not `120%`"),
        .proposal(
            "endless numbers", "impact: { value: 1e999, unit: USD }",
            "3:18: error: `value` must be a number, such as `value: 450000`, without a unit and without commas, not `1e999`"
        ),
        .proposal(
            "a share that may be meant as a part of one", "baseline: { method: rules, share: 0.25 }",
            "3:35: warning: `share` is read as 0.25 %, less than one percent; write 0.25% if you mean it, 25% if not"),
        .proposal(
            "other types than wanted",
            "pod: [a]\nteam: Lena\nimpact: 5\ndata: { a: b }\nengineering_alone: yes\ntech_lead: {}",
            "3:6: error: `pod` must be a text, not a list",
            "4:7: error: `team` must be a list, such as `team: [{ name: Sam Okafor, role: data-scientist }]`, not `Lena`",
            "5:9: error: `impact` must be keys and values, such as `name: …`, not `5`",
            "6:7: error: `data` must be a list, such as `data: [one, two]`, not keys and values",
            "7:20: error: `engineering_alone` must be `true` or `false`, without quotes, not `yes`",
            "8:12: error: `name` is missing; write `name: Lena Ortiz`"),
        .proposal(
            "the leads", "leads:\n  - { role: data-sciense, verdict: ok, date: tomorrow }\n  - { name: Kim Park }",
            "4:13: error: `role` must be `product`, `engineering`, `data-science` or `analytics`, not `data-sciense`; "
                + "did you mean `data-science`?",
            "4:36: error: `verdict` must be `approved`, `changes` or `pending`, not `ok`",
            "4:46: error: `date` must be a day of the calendar as `YYYY-MM-DD`, such as `2026-11-25`, not `tomorrow`",
            "5:5: error: `role` is missing; write `role: product`",
            "5:5: error: `verdict` is missing; write `verdict: pending`"),
        .proposal(
            "control characters spelt as escapes", "pod: \"\\e[2J\"\nsponsor: \"a\\tb\"\nthird_party: \"   \"",
            "3:6: error: `pod` has the control character `\\u{1B}`; remove it",
            "4:10: error: `sponsor` must be one line of text, without tabs",
            "5:14: error: `third_party` is an empty text; write one, or remove it"),
        .proposal(
            "columns in characters", "team: [{ name: \"陳e\u{301}👩‍🔬\", roll: engineer }]",
            "3:23: error: unknown key `roll`; did you mean `role`?"),
        .whole(
            "no front matter", "# Prep time\n",
            "1:1: error: there is no front matter; a proposal begins with a line `---`, then its keys, such as `title`, "
                + "then a second line `---`"),
        .whole(
            "front matter without an end", "---\ntitle: T\n",
            "1:1: error: the front matter has no end; close it with a line `---` below its last key"),
        .whole(
            "empty front matter", "---\n---\ntext",
            "1:1: error: there are no keys here; begin with one, such as `title: Dispatch by predicted prep time`"),
        .whole("nothing", "", "1:1: error: the file is empty; write its text, or remove it"),
        .whole(
            "no title", "---\npod: a\n---\n",
            "2:1: error: `title` is missing; write `title: Dispatch by predicted prep time`"),
        .whole(
            "a title without a value", "---\ntitle:\n---\n",
            "2:1: error: `title` has no value; write `title: Dispatch by predicted prep time`"),
        .whole(
            "a NUL byte in the text", "---\ntitle: T\n---\na\u{0}",
            "4:2: error: a NUL byte has no place in a text file; remove it"),
        .whole(
            "an escape character in the text", "---\ntitle: T\n---\nå\u{1B}[31m",
            "4:2: error: the character U+001B has no place in a text file; remove it"),
        .whole(
            "line ends of Windows", "\u{FEFF}---\r\ntitle: T\r\npodd: x\r\n---\r\n",
            "3:1: error: unknown key `podd`; did you mean `pod`?"),
        .whole(
            "line ends of old", "---\rtitle: T\rpodd: x\r---\r", "3:1: error: unknown key `podd`; did you mean `pod`?"),
        .whole(
            "lines that only YAML ends", "---\ntitle: \"a\u{85}b\"\npodd: x\n---\n",
            "3:1: error: unknown key `podd`; did you mean `pod`?"),
    ]
}
