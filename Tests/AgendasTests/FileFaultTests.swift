import Testing

/// A broken file, and every fault that is found in it.
struct Broken: CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let text: String
    let faults: [String]

    static func council(_ what: String, _ text: String, _ faults: String...) -> Broken {
        Broken(testDescription: what, file: "council.yaml", text: text, faults: faults)
    }

    static func agenda(_ what: String, _ text: String, _ faults: String...) -> Broken {
        Broken(testDescription: what, file: "2026-11-25.yaml", text: text, faults: faults)
    }

    /// - Parameter keys: The front matter below its title; the first of them stands on line 3.
    static func proposal(_ what: String, _ keys: String, _ faults: String...) -> Broken {
        let text = "---\ntitle: Prep time\n\(keys)\n---\n## Solution\n"
        return Broken(testDescription: what, file: "proposals/prep-time.md", text: text, faults: faults)
    }

    static func whole(_ what: String, _ text: String, _ faults: String...) -> Broken {
        Broken(testDescription: what, file: "proposals/prep-time.md", text: text, faults: faults)
    }
}

@Suite struct FileFaultTests {
    @Test(arguments: council + agenda + proposal + yaml)
    func areFound(_ broken: Broken) throws {
        let folder = try TemporaryFolder()
        try folder.write(broken.file, broken.text)
        #expect(folder.faults([folder.path(broken.file)]) == broken.faults.map { "\(broken.file):\($0)" })
    }

    @Test func noneAreInAFaultlessFolder() throws {
        #expect(try TemporaryFolder().faults() == [])
    }

    private static let people = "chair: { member: priya }\nmembers: [{ handle: priya, name: Priya Raman }]\n"

    private static let noFolder =
        "`minutes_folder` must be a folder of its own inside the one that holds `agendas/`, such as `minutes` or "
        + "`agendas/minutes`"

    private static let council: [Broken] = [
        .council(
            "a consent lane without kinds", "name: C\n\(people)consent: { approvals: quorum }",
            "4:10: error: `kinds` is missing; write `kinds: [application, technology, hiring]`"),
        .council(
            "a consent lane without a limit", "name: C\n\(people)consent: { kinds: [hiring, technology] }",
            "4:10: error: `up_to` is missing, and a proposal of the kind technology has a cost; write `up_to: 500000 USD`"
        ),
        .council(
            "a consent lane that asks for what can't be",
            "name: C\n\(people)consent:\n  approvals: 2\n  up_to: 500 k USD\n  kinds: [hring, hiring, hiring]",
            "5:14: error: `approvals` is 2, and the council has 1 seat; ask for at most as many",
            "6:10: error: `up_to` must be a plain number and its unit, such as `up_to: 500000 USD`, not `500 k USD`",
            "7:11: error: an entry of `kinds` must be `application`, `technology` or `hiring`, not `hring`; did you mean `hiring`?",
            "7:26: error: `hiring` is there already; name each kind once"),
        .council(
            "other words in the consent lane",
            "name: C\n\(people)consent: { approvals: all, up_to: 5, kinds: [], upto: 1 }",
            "4:23: error: `approvals` must be `quorum`, or a number of members such as `approvals: 5`, not `all`",
            "4:35: error: `up_to` must be a plain number and its unit, such as `up_to: 500000 USD`, not `5`",
            "4:45: error: `kinds` is an empty list; name `application`, `technology` or `hiring`",
            "4:49: error: unknown key `upto`; did you mean `up_to`?"),
        .council(
            "what is required", "timezone: UTC",
            "1:1: error: `chair` is missing; write `chair: { member: priya }`",
            "1:1: error: `members` is missing; write `members: [{ handle: priya, name: Priya Raman }]`",
            "1:1: error: `name` is missing; write `name: ML Council`"),
        .council(
            "no members", "name: C\nchair: { member: priya }\nmembers: []",
            "2:18: error: `priya` is not on the council; the chair is one of the members",
            "3:10: error: `members` is an empty list; a council has at least one member"),
        .council(
            "members that can't be read, whose handles nobody misses",
            "name: C\nchair: { member: priya }\nmembers: [priya]",
            "3:11: error: a member must be keys and values, such as `name: …`, not `priya`"),
        .council(
            "a misspelt chair", "name: C\nchair: { member: pria }\nmembers: [{ handle: priya, name: P }]",
            "2:18: error: `pria` is not on the council; the chair is one of the members; did you mean `priya`?"),
        .council(
            "a chair without a seat",
            "name: C\nchair: { member: lena }\nmembers: [{ handle: priya, name: P }]\n"
                + "practitioners: [{ handle: lena, name: L }]",
            "2:18: error: `lena` is a practitioner; the chair is one of the members"),
        .council(
            "a seat's term that can't be",
            "name: C\nchair: { member: priya }\nmembers:\n"
                + "  - { handle: priya, name: P, since: 2026-01-01, term_months: 12, until: 2027-01-01 }\n"
                + "  - { handle: bo, name: B, term_months: 12 }\n"
                + "  - { handle: mei, name: M, since: 2026-01-01, until: 2026-01-01 }",
            "4:74: error: `until` stands beside `term_months`; a term has one of them, so take the other out",
            "5:41: error: `term_months` counts from `since`; write `since: 2026-01-01` too, or `until`",
            "6:55: error: 2026-01-01 is not after `since`, 2026-01-01; write the day on which the term ends"),
        .council(
            "a next chair who can't be",
            "name: C\nchair: { member: priya, since: 2026-03-01 }\nmembers: [{ handle: priya, name: P }]\n"
                + "next_chair: { member: priya, from: 2026-02-01 }",
            "4:23: error: `priya` is the chair already; write a longer term under `chair`",
            "4:36: error: 2026-02-01 is not after 2026-03-01, since when there is the chair of today; write a later day"
        ),
        .council(
            "a next chair without a seat or a day",
            "name: C\nchair: { member: priya }\nmembers: [{ handle: priya, name: P }]\nnext_chair: { member: lena }",
            "4:13: error: `from` is missing; write `from: 2027-01-01`"),
        .council(
            "a term that is none",
            "name: C\nchair: { member: priya, since: 2026-02-30, term_months: twelve }\n"
                + "members: [{ handle: priya, name: P }]",
            "2:32: error: `since` must be a day of the calendar as `YYYY-MM-DD`, such as `2026-11-25`, not `2026-02-30`",
            "2:57: error: `term_months` must be a whole number of months from 1 to 1200, such as `term_months: 10`, "
                + "not `twelve`"),
        .council(
            "one handle for two",
            "name: C\nchair: { member: priya }\nmembers:\n  - { handle: priya, name: P }\n  - { handle: priya, name: Q }\n"
                + "practitioners:\n  - { handle: priya, name: R }",
            "5:15: error: the handle `priya` is a member's already; give everybody their own",
            "7:15: error: the handle `priya` is a member's already; give everybody their own"),
        .council(
            "one address for two",
            "name: C\nchair: { member: a }\nmembers:\n  - { handle: a, name: A, email: X@example.com }\n"
                + "  - { handle: b, name: B, email: x@example.com }",
            "5:34: warning: `x@example.com` is the address of `a` too; the two will get one mail between them"),
        .council(
            "a handle that can't be typed", "name: C\nchair: { member: a }\nmembers:\n  - { handle: -a b, name: A }",
            "4:15: error: `-a b` can't be a handle; use at most 64 letters, digits, `-`, `_` and `.`, "
                + "beginning with a letter or a digit"),
        .council(
            "a discipline",
            "name: C\nchair: { member: a }\nmembers: [{ handle: a, name: A, discipline: data science }]",
            "3:45: error: `discipline` must be `engineering`, `data-science`, `infrastructure`, `analytics` or `product`, "
                + "not `data science`; did you mean `data-science`?"),
        .council(
            "a time zone", "name: C\ntimezone: America/Los_Angelos\n" + people,
            "2:11: error: unknown time zone `America/Los_Angelos`; write its IANA name, such as `America/Los_Angeles`; "
                + "did you mean `America/Los_Angeles`?"),
        .council(
            "an abbreviated time zone", "name: C\ntimezone: PST\n" + people,
            "2:11: error: unknown time zone `PST`; write its IANA name, such as `America/Los_Angeles`"),
        .council(
            "how it votes",
            "name: C\n" + people + "voting:\n  quorum: 3\n  majority: simpel\n  of: all\n  chair: never",
            "5:11: error: `quorum` must be a share of the seats between 0 and 1, such as `1/2`, `50%` or `0.5` "
                + "(all seats are `1/1`), not `3`",
            "6:13: error: `majority` must be `simple`, `two-thirds` or `unanimous`, not `simpel`; did you mean `simple`?",
            "7:7: error: `of` must be `cast`, `present` or `seats`, not `all`",
            "8:10: error: `chair` must be `tie-break` or `member`, not `never`"),
        .council(
            "how it mails",
            "name: C\n" + people + "mail: { from: C, reply_to: c@x@y, list_id: a list, subject: \"a\\nb\", cc: d }",
            "4:15: error: `C` is not a mail address: it has no `@`; write it as `Lena Ortiz <lena@example.com>`",
            "4:28: error: `c@x@y` is not a mail address: it has more than one `@`; "
                + "write it as `Lena Ortiz <lena@example.com>`",
            "4:44: error: `a list` can't be a list id; write letters a to z, digits, `-` and dots, "
                + "such as `ml-review.example.com`",
            "4:61: error: `subject` must be one line of text, without tabs",
            "4:69: error: unknown key `cc`; `mail` has `from`, `reply_to`, `list_id`, `subject`, `sendmail` and `minutes_url`"
        ),
        .council(
            "where minutes are",
            "name: C\n" + people + "mail: { from: c@x.y, minutes_url: wiki/minutes }",
            "4:35: error: `wiki/minutes` is not the address of a folder; write the address at which people read the minutes, "
                + "such as `https://wiki.example.com/ml-review/minutes`"),
        .council(
            "a folder of minutes outside", "name: C\n" + people + "minutes_folder: ../minutes",
            "4:17: error: \(noFolder), not `../minutes`"),
        .council(
            "a folder of minutes anywhere", "name: C\n" + people + "minutes_folder: /var/minutes",
            "4:17: error: \(noFolder), not `/var/minutes`"),
        .council(
            "a folder of minutes among other files", "name: C\n" + people + "minutes_folder: agendas/proposals/old",
            "4:17: error: \(noFolder), not `agendas/proposals/old`"),
        .council(
            "no folder of minutes", "name: C\n" + people + "minutes_folder: [minutes]",
            "4:17: error: `minutes_folder` must be a text, not a list"),
        .council(
            "addresses",
            "name: C\n" + people + "interested:\n  - lëna@example.com\n  - Lena <lena@example>\n"
                + "  - \"a@b.c\\r\\nBcc: d@e.f\"\n  - 'a b@c.d'\n  - a..b@c.d\n  - a@-c",
            "5:5: error: `lëna@example.com` is not a mail address: before the `@` only letters a to z, digits, "
                + "single dots and `!#$%&'*+-/=?^_{|}~` may stand; write it as `lena@example.com`",
            "7:5: error: an entry of `interested` has the control character `\\u{D}`; remove it",
            "8:5: error: `a b@c.d` is not a mail address: it has a space in it; write it as `lena@example.com`",
            "9:5: error: `a..b@c.d` is not a mail address: before the `@` only letters a to z, digits, "
                + "single dots and `!#$%&'*+-/=?^_{|}~` may stand; write it as `lena@example.com`",
            "10:5: error: `a@-c` is not a mail address: after the `@` there must be a domain of letters a to z, "
                + "digits, `-` and dots; write it as `lena@example.com`"),
    ]

    private static let agenda: [Broken] = [
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

    private static let badID =
        "can't be a proposal's id; write the name of its file in `proposals/` without `.md`: "
        + "letters, digits, `-`, `_` and `.`, not beginning with a dot"

    private static let proposal: [Broken] = [
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

    private static let yaml: [Broken] = [
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
