import Testing

@testable import Council

/// What the last vote on an item allows, and what nobody does without being asked.
@Suite struct LastVoteTests {
    static let against = [
        (
            DecisionTests.carried, "decide revise",
            "vote 1 on the proposal was carried (2–1, 5 of 7 present), and sending it back goes against that: "
                + "vote on it again, or `decide revise anyway`"
        ),
        (
            "\(DecisionTests.tied) / rule yes because X", "decide revise",
            "chair Priya Raman ruled yes on a tie (vote 1: 1–1, 5 of 7 present), and sending it back goes against that: "
                + "vote on it again, or `decide revise anyway`"
        ),
        (
            "go 3 / motion In March? / vote tomas no / tally / motion In June? / vote tomas yes / tally",
            "decide reject",
            "vote 2 on “In June?” was carried (1–0, 5 of 7 present), and rejecting it goes against that: "
                + "vote on it again, or `decide reject anyway`"
        ),
        (DecisionTests.carried, "decide defer", "allowed"), (DecisionTests.carried, "decide withdraw", "allowed"),
        (DecisionTests.lost, "decide revise", "allowed"), ("", "decide revise", "allowed"),
        // Put again, the last vote counts.
        ("\(DecisionTests.carried) / \(DecisionTests.lost)", "decide revise", "allowed"),
        // A vote in somebody's own words is none on the proposal.
        ("motion Shall we ask Legal? / vote tomas yes / tally", "decide revise", "allowed"),
    ]

    @Test("A decision against the last vote is made in more words", arguments: against)
    func againstTheVote(lines: String, decision: String, sentence: String) throws {
        let review = try Review("simple of cast", present: 5, lines)
        #expect(review.refusal(of: decision) == sentence)
    }

    @Test(
        "A vote without a no is none to reject anything on", arguments: ["", "vote tomas abstain", "vote tomas recuse"])
    func noNo(ballots: String) throws {
        let review = try Review("simple of cast", present: 5, "motion / \(ballots) / tally")
        let refusal = review.refusal(of: "decide reject")
        #expect(refusal.hasPrefix("nobody voted no on the proposal (0–0, "))
        #expect(refusal.hasSuffix(": decide revise, defer or withdraw, or vote on it again"))
        var revised = review
        try revised.type("decide revise")
        #expect(revised.item.decision?.basis == .consensus)
    }

    @Test("Who has voted on a question does not rule on it")
    func votedAndRules() throws {
        var review = try Review(
            "simple of cast", present: 5,
            "motion / vote tomas yes / vote wen no / tally / chair tomas because Priya has to leave")
        #expect(
            review.refusal(of: "rule yes because X")
                == "Tomás Vidal has voted on the proposal (yes), and nobody decides twice: `chair WHO because TEXT` "
                + "names an acting chair who has not voted")
        try review.type("chair bo because Tomás has voted / rule yes because X")
        #expect(review.item.motions[0].ruling?.by == Handle("bo"))
        // An abstention has decided nothing.
        let abstained = try Review(
            "simple of cast", present: 5,
            "motion / vote tomas yes / vote wen no / vote mei abstain / tally / chair mei because Priya has to leave")
        #expect(abstained.refusal(of: "rule yes because X") == "allowed")
    }

    @Test(
        "An open vote says what it would be",
        arguments: [
            ("", "no votes yet, 5 of 7 present; one yes carries"),
            ("vote wen abstain", "0–0, 1 abstention, 5 of 7 present: would be lost without a yes; one yes carries"),
            ("vote wen yes", "1–0, 5 of 7 present: would carry; one no ties it"),
            ("vote wen yes / vote bo no", "1–1, 5 of 7 present: would be tied; one more yes carries"),
            ("vote bo no", "0–1, 5 of 7 present: would be lost; one yes ties it"),
            (
                "vote bo no / roll mei absent / roll wen absent",
                "0–1, 3 of 7 present: no quorum; one more in the room makes a quorum"
            ),
            (
                "roll mei absent / roll wen absent",
                "no votes yet, 3 of 7 present: no quorum; one more in the room makes a quorum"
            ),
        ])
    func open(ballots: String, sentence: String) throws {
        let review = try Review("simple of cast", present: 5, "motion / \(ballots)")
        let motion = try #require(review.item.openMotion)
        #expect(review.meeting.standing(of: motion).first == "vote open on the proposal: \(sentence)")
    }

    @Test("A changed ballot is told as a change")
    func changedBallot() throws {
        var review = try Review("simple of cast", present: 5, "motion / vote wen recuse / vote wen no")
        func told() -> String? { review.told { if case .balloted = $0 { true } else { false } }?.first }
        #expect(told() == "Wen Li: recused → no")
        try review.type("vote wen no because the costs")
        #expect(told() == "Wen Li: no because the costs")
        try review.type("vote bo yes")
        #expect(told() == "Bo Berg: yes")
    }

    @Test("A decision without a vote on the whole names the vote that there was")
    func aVoteInOwnWords() throws {
        var review = try Review(
            "simple of cast", present: 5,
            "motion Should we pilot? / vote tomas yes / vote wen yes / vote bo no / tally / decide approve")
        let decision = try #require(review.item.decision)
        #expect(
            decision.sentence(in: review.meeting, on: review.item)
                == "approved, by consensus, after vote 1 on “Should we pilot?”: carried")
        try review.type("undo")
        #expect(review.refusal(of: "decide approve") == "allowed")
    }
}
