import Council
import Testing

/// Where a vote stands and what would change it, word for word. The letters are those of `OutcomeTests`.
@Suite struct SentenceTests {
    @Test(
        "Sentences",
        arguments: [
            // The contract's own: seven voted and two of them left. The one who abstains may still say yes.
            ("simple of cast, chair member", "yyYnnNa", "3–3, 1 abstains, quorum 5 of 7: tied; one more yes carries"),
            ("simple of cast, chair member", "YYYnnna", "3–3, 1 abstains, quorum 4 of 7: tied; one more yes carries"),
            // Where the one who abstains has left, a ballot has to turn.
            (
                "simple of cast, chair member", "yyYnnnA",
                "3–3, 1 abstains, quorum 5 of 7: tied; one change from no to yes carries"
            ),
            ("simple of cast", ".yyynnn", "3–3, quorum 7 of 7: tied; one change from no to yes carries"),
            ("simple of cast", ".yyyNNN", "3–3, quorum 4 of 7: tied"),

            // Simple majority of the votes cast.
            ("simple of cast", ".yynr--", "2–1, 1 recused, quorum 5 of 7: carried; one change from yes to no loses it"),
            ("simple of cast", ".yyn.r-", "2–1, 1 recused, quorum 6 of 7: carried; one more no ties it"),
            ("simple of cast", ".yyyn..", "3–1, quorum 7 of 7: carried; two more noes tie it"),
            ("simple of cast", ".yyaa--", "2–0, 2 abstain, quorum 5 of 7: carried; two noes tie it"),
            ("simple of cast", ".yyyyyy", "6–0, quorum 7 of 7: carried; three changes from yes to no tie it"),
            ("simple of cast", ".y.....", "1–0, quorum 7 of 7: carried; one no ties it"),
            ("simple of cast", ".n.....", "0–1, quorum 7 of 7: lost; one yes ties it"),
            ("simple of cast", ".nn....", "0–2, quorum 7 of 7: lost; two yeses tie it"),
            ("simple of cast", ".ynnn..", "1–3, quorum 7 of 7: lost; two more yeses tie it"),
            ("simple of cast", ".nnnnnn", "0–6, quorum 7 of 7: lost; three changes from no to yes tie it"),
            ("simple of cast", ".nnnnn.", "0–5, quorum 7 of 7: lost; three changes from no to yes carry"),
            ("simple of cast", ".yYYn--", "3–1, quorum 3 of 7: no quorum; one more in the room makes a quorum"),
            ("simple of cast", ".YYYnr.", "3–1, 1 recused, quorum 4 of 7: carried"),

            // Nobody voting, everybody abstaining, everybody recused, one seat.
            ("simple of cast", ".......", "0–0, quorum 7 of 7: lost without a yes; one yes carries"),
            ("simple of cast", ".aaaaaa", "0–0, 6 abstain, quorum 7 of 7: lost without a yes; one yes carries"),
            ("simple of cast", "rrrrrrr", "0–0, 7 recused, quorum 7 of 7: lost without a yes"),
            ("simple of cast", "-------", "0–0, quorum 0 of 7: no quorum; four more in the room make a quorum"),
            ("simple of cast, chair member", "y", "1–0, quorum 1 of 1: carried; one change from yes to no loses it"),
            ("simple of cast, chair member", ".", "0–0, quorum 1 of 1: lost without a yes; one yes carries"),
            ("simple of cast, chair tie-break", ".", "0–0, quorum 1 of 1: lost without a yes"),

            // The other denominators: abstaining and being silent weigh.
            ("simple of present, chair member", "yyyaaa.", "3–0, 3 abstain, quorum 7 of 7: lost; one more yes carries"),
            ("simple of seats", ".yy.---", "2–0, quorum 4 of 7: lost"),
            ("simple of seats", ".yyn---", "2–1, quorum 4 of 7: lost"),
            (
                "simple of seats", ".yyn.--",
                "2–1, quorum 5 of 7: lost; one more yes and one change from no to yes carry"
            ),
            ("simple of seats", ".yyyy--", "4–0, quorum 5 of 7: carried; one change from yes to no loses it"),
            ("simple of seats", ".yyy.--", "3–0, quorum 5 of 7: lost; one more yes carries"),
            // One more yes would make this 2–1 of six, which is lost: a tie is left by what carries.
            ("simple of seats", ".yn....", "1–1, quorum 7 of 7: tied; three more yeses carry"),

            // Two thirds, and all.
            ("two-thirds of cast", ".yynn..", "2–2, quorum 7 of 7: lost; two more yeses carry"),
            ("two-thirds of cast", ".yyyynn", "4–2, quorum 7 of 7: carried; one change from yes to no loses it"),
            ("two-thirds of cast", ".yyyn..", "3–1, quorum 7 of 7: carried; one more no loses it"),
            (
                "two-thirds of cast, chair member", "yyynnnn",
                "3–4, quorum 7 of 7: lost; two changes from no to yes carry"
            ),
            ("unanimous of cast", ".yyya..", "3–0, 1 abstains, quorum 7 of 7: carried; one no loses it"),
            ("unanimous of cast", ".yyyn..", "3–1, quorum 7 of 7: lost; one change from no to yes carries"),
            ("unanimous of present", ".yyya.-", "3–0, 1 abstains, quorum 6 of 7: lost; two more yeses carry"),
            ("unanimous of seats", ".yyyyy-", "5–0, quorum 6 of 7: lost"),
        ])
    func sentence(rule: String, seats: String, sentence: String) throws {
        #expect(try Review.tally(seats, rule).sentence == sentence)
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
