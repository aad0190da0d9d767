import Council
import Testing

/// Where a vote stands and what would change it, word for word. The letters are those of `OutcomeTests`.
@Suite struct SentenceTests {
    @Test(
        "Sentences",
        arguments: [
            // The contract's own: seven voted and two of them left. The one who abstains may still say yes.
            (
                "simple of cast, chair member", "yyYnnNa",
                "3–3, 1 abstention, 5 of 7 present: tied; one more yes carries"
            ),
            (
                "simple of cast, chair member", "YYYnnna",
                "3–3, 1 abstention, 4 of 7 present: tied; one more yes carries"
            ),
            // Where the one who abstains has left, a ballot has to turn.
            (
                "simple of cast, chair member", "yyYnnnA",
                "3–3, 1 abstention, 5 of 7 present: tied; one change from no to yes carries"
            ),
            ("simple of cast", ".yyynnn", "3–3, 7 of 7 present: tied; one change from no to yes carries"),
            ("simple of cast", ".yyyNNN", "3–3, 4 of 7 present: tied"),

            // Simple majority of the votes cast.
            (
                "simple of cast", ".yynr--",
                "2–1, 1 recused, 5 of 7 present: carried; one change from yes to no loses it"
            ),
            ("simple of cast", ".yyn.r-", "2–1, 1 recused, 6 of 7 present: carried; one more no ties it"),
            ("simple of cast", ".yyyn..", "3–1, 7 of 7 present: carried; two more noes tie it"),
            ("simple of cast", ".yyaa--", "2–0, 2 abstentions, 5 of 7 present: carried; two noes tie it"),
            ("simple of cast", ".yyyyyy", "6–0, 7 of 7 present: carried; three changes from yes to no tie it"),
            ("simple of cast", ".y.....", "1–0, 7 of 7 present: carried; one no ties it"),
            ("simple of cast", ".n.....", "0–1, 7 of 7 present: lost; one yes ties it"),
            ("simple of cast", ".nn....", "0–2, 7 of 7 present: lost; two yeses tie it"),
            ("simple of cast", ".ynnn..", "1–3, 7 of 7 present: lost; two more yeses tie it"),
            ("simple of cast", ".nnnnnn", "0–6, 7 of 7 present: lost; three changes from no to yes tie it"),
            ("simple of cast", ".nnnnn.", "0–5, 7 of 7 present: lost; three changes from no to yes carry"),
            ("simple of cast", ".yYYn--", "3–1, 3 of 7 present: no quorum; one more in the room makes a quorum"),
            ("simple of cast", ".YYYnr.", "3–1, 1 recused, 4 of 7 present: carried"),

            // Nobody voting, everybody abstaining, everybody recused, one seat.
            ("simple of cast", ".......", "0–0, 7 of 7 present: lost without a yes; one yes carries"),
            ("simple of cast", ".aaaaaa", "0–0, 6 abstentions, 7 of 7 present: lost without a yes; one yes carries"),
            ("simple of cast", "rrrrrrr", "0–0, 7 recused, 7 of 7 present: lost without a yes"),
            ("simple of cast", "-------", "0–0, 0 of 7 present: no quorum; four more in the room make a quorum"),
            ("simple of cast, chair member", "y", "1–0, 1 of 1 present: carried; one change from yes to no loses it"),
            ("simple of cast, chair member", ".", "0–0, 1 of 1 present: lost without a yes; one yes carries"),
            ("simple of cast, chair tie-break", ".", "0–0, 1 of 1 present: lost without a yes"),

            // The other denominators: abstaining and being silent weigh.
            (
                "simple of present, chair member", "yyyaaa.",
                "3–0, 3 abstentions, 7 of 7 present: lost; one more yes carries"
            ),
            ("simple of seats", ".yy.---", "2–0, 4 of 7 present: lost"),
            ("simple of seats", ".yyn---", "2–1, 4 of 7 present: lost"),
            (
                "simple of seats", ".yyn.--",
                "2–1, 5 of 7 present: lost; one more yes and one change from no to yes carry"
            ),
            ("simple of seats", ".yyyy--", "4–0, 5 of 7 present: carried; one change from yes to no loses it"),
            ("simple of seats", ".yyy.--", "3–0, 5 of 7 present: lost; one more yes carries"),
            // One more yes would make this 2–1 of six, which is lost: a tie is left by what carries.
            ("simple of seats", ".yn....", "1–1, 7 of 7 present: tied; three more yeses carry"),

            // Two thirds, and all.
            ("two-thirds of cast", ".yynn..", "2–2, 7 of 7 present: lost; two more yeses carry"),
            ("two-thirds of cast", ".yyyynn", "4–2, 7 of 7 present: carried; one change from yes to no loses it"),
            ("two-thirds of cast", ".yyyn..", "3–1, 7 of 7 present: carried; one more no loses it"),
            (
                "two-thirds of cast, chair member", "yyynnnn",
                "3–4, 7 of 7 present: lost; two changes from no to yes carry"
            ),
            ("unanimous of cast", ".yyya..", "3–0, 1 abstention, 7 of 7 present: carried; one no loses it"),
            ("unanimous of cast", ".yyyn..", "3–1, 7 of 7 present: lost; one change from no to yes carries"),
            ("unanimous of present", ".yyya.-", "3–0, 1 abstention, 6 of 7 present: lost; two more yeses carry"),
            ("unanimous of seats", ".yyyyy-", "5–0, 6 of 7 present: lost"),
        ])
    func sentence(rule: String, seats: String, sentence: String) throws {
        #expect(try Review.tally(seats, rule).sentenceWithChange == sentence)
    }

    @Test(
        "A closed vote says how it went, and not what would have changed it",
        arguments: [
            (".yyyyya", "carried 5–0, 1 abstention; 7 of 7 seats present (quorum 4)"),
            (".yyynn-", "carried 3–2; 6 of 7 seats present (quorum 4)"),
            (".yyynnn", "tied 3–3; 7 of 7 seats present (quorum 4)"),
            (".nnraa.", "lost 0–2, 2 abstentions, 1 recused; 7 of 7 seats present (quorum 4)"),
            (".aaaaaa", "lost without a yes, 0–0, 6 abstentions; 7 of 7 seats present (quorum 4)"),
            (".yn----", "no quorum: 1–1; 3 of 7 seats present (quorum 4)"),
        ])
    func report(seats: String, report: String) throws {
        let tally = try Review.tally(seats, "simple of cast")
        #expect(tally.report == report)
        #expect(!tally.sentence.contains(";"))
    }

    @Test(
        "The rule in words",
        arguments: [
            (
                "simple of cast",
                "simple majority of the votes cast; quorum 1/2 of the seats; the chair votes only to break a tie"
            ),
            (
                "two-thirds of present, quorum 2/3, chair member",
                "two-thirds of those in the room who may vote; quorum 2/3 of the seats; the chair votes as any member"
            ),
            (
                "unanimous of seats",
                "all of the seats that may vote; quorum 1/2 of the seats; the chair votes only to break a tie"
            ),
        ])
    func ruleInWords(rule: String, words: String) {
        #expect(VotingRule(words: rule).summary == words)
    }
}
