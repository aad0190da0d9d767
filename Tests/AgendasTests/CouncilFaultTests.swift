import Testing

/// The faults of the council's file.
@Suite struct CouncilFaultTests {
    @Test(arguments: files)
    func areFound(_ broken: Broken) throws { try broken.check() }

    /// The chair and the one member of a council, on two lines.
    private static let people = "chair: { member: priya }\nmembers: [{ handle: priya, name: Priya Raman }]\n"

    private static let noFolder =
        "`minutes_folder` must be a folder of its own inside the one that holds `agendas/`, such as `minutes` or "
        + "`agendas/minutes`"

    private static let files: [Broken] = [
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
            "7:26: error: `hiring` is already there; name each kind once"),
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
            "4:74: error: `until` and `term_months` both say when the term ends; keep one of them",
            "5:41: error: `term_months` counts from `since`; write `since: 2026-01-01` too, or `until`",
            "6:55: error: 2026-01-01 is not after `since`, 2026-01-01; write the day on which the term ends"),
        .council(
            "a next chair who can't be",
            "name: C\nchair: { member: priya, since: 2026-03-01 }\nmembers: [{ handle: priya, name: P }]\n"
                + "next_chair: { member: priya, from: 2026-02-01 }",
            "4:23: error: `priya` is already the chair; write a longer term under `chair`",
            "4:36: error: 2026-02-01 is not after 2026-03-01, the day on which today's chair took over; write a later day"
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
            "5:15: error: the handle `priya` is already a member's; give everybody their own",
            "7:15: error: the handle `priya` is already a member's; give everybody their own"),
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
            "4:69: error: unknown key `cc`; `mail` has `from`, `reply_to`, `list_id`, `subject`, `sendmail`, "
                + "`minutes_url` and `unsubscribe`"
        ),
        .council(
            "no way off the list",
            "name: C\n" + people + "mail: { from: c@x.y, unsubscribe: write to us }",
            "4:35: error: `write to us` is no way off the list; write an address such as "
                + "`https://lists.example.com/ml-review` or `mailto:ml-review-leave@example.com`"),
        .council(
            "where minutes are",
            "name: C\n" + people + "mail: { from: c@x.y, minutes_url: wiki/minutes }",
            "4:35: error: `wiki/minutes` is not the address of a folder; write the address at which people read the minutes, "
                + "such as `https://wiki.example.com/ml-review/minutes`"),
        .council(
            "a password in the record's address", "name: C\n" + people + "record: postgresql://bo:secret@db/council",
            "4:9: error: `record` is no address: an address has no password in it, as others can read it: put the password "
                + "into ~/.pgpass, or let the server know the account without one (peer on its own host, cert or gss from "
                + "others)"),
        .council(
            "a record in another folder", "name: C\n" + people + "record: ../record",
            "4:9: error: `record` is no address: a database on a server is written as postgresql://HOST/NAME, or "
                + "postgresql:///NAME on this host"),
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
}
