import Testing

@testable import Council

/// Choices among more than two, straw polls, movers, and motions that are taken back.
@Suite struct ChoiceTests {
    static let choose = "go 3 / motion choose Managed | Our cluster | Nothing"

    /// Seven seats, of which the chair, who only breaks ties, and four more are in the room.
    static let outcomes: [(rule: String, ballots: String, sentence: String)] = [
        (
            "simple of cast", "",
            "no votes yet, 5 of 7 present"
                + "; one ballot for any option carries"
        ),
        (
            "simple of cast", "tomas Managed, Our cluster / wen Managed / bo Our cluster / mei Managed",
            "Managed 3, Our cluster 2, Nothing 0, 5 of 7 present: carried, Managed"
                + "; one change from Managed to Our cluster carries Our cluster"
        ),
        (
            "simple of cast", "tomas Managed / wen none / bo abstain / mei recuse",
            "Managed 1, Our cluster 0, Nothing 0, none 1, 1 abstention, 1 recused, 5 of 7 present: lost, no option has a majority"
                + "; one more ballot for Managed carries"
        ),
        (
            "simple of cast", "tomas 1 / wen 2 / bo our / mei manag",
            "Managed 2, Our cluster 2, Nothing 0, 5 of 7 present: tied between Managed and Our cluster"
                + "; one change from Our cluster to Managed carries"
        ),
        (
            "simple of cast", "tomas 1 / wen 2 / bo 3",
            "Managed 1, Our cluster 1, Nothing 1, 5 of 7 present: lost, no option has a majority"
                + "; one change from Our cluster to Managed carries"
        ),
        (
            "simple of cast", "tomas 1, 2 / wen 2, 1 / bo 3",
            "Managed 2, Our cluster 2, Nothing 1, 5 of 7 present: tied between Managed and Our cluster"
                + "; one more ballot for Managed or Our cluster carries"
        ),
        (
            "simple of present", "tomas 1 / wen 1",
            "Managed 2, Our cluster 0, Nothing 0, 5 of 7 present: lost, no option has a majority"
                + "; one more ballot for Managed carries"
        ),
        (
            "simple of present", "tomas 1 / wen 1 / bo 1",
            "Managed 3, Our cluster 0, Nothing 0, 5 of 7 present: carried, Managed"
                + "; one change from Managed to Our cluster leaves no majority"
        ),
        (
            "simple of seats", "tomas 1 / wen 1 / bo 1",
            "Managed 3, Our cluster 0, Nothing 0, 5 of 7 present: lost, no option has a majority"
                + "; one more ballot for Managed carries"
        ),
        (
            "simple of seats", "tomas 1 / wen 1 / bo 1 / mei 1",
            "Managed 4, Our cluster 0, Nothing 0, 5 of 7 present: carried, Managed"
                + "; one change from Managed to Our cluster leaves no majority"
        ),
        (
            "two-thirds of cast", "tomas 1 / wen 1 / bo 2",
            "Managed 2, Our cluster 1, Nothing 0, 5 of 7 present: carried, Managed"
                + "; one more ballot without Managed leaves no majority"
        ),
        (
            "two-thirds of cast", "tomas 1 / wen 2",
            "Managed 1, Our cluster 1, Nothing 0, 5 of 7 present: lost, no option has a majority"
                + "; one more ballot for Managed carries"
        ),
        (
            "unanimous of cast", "tomas 1, 2 / wen 2, 1",
            "Managed 2, Our cluster 2, Nothing 0, 5 of 7 present: tied between Managed and Our cluster"
                + "; one more ballot for Managed or Our cluster carries"
        ),
    ]

    @Test("The most votes carry if they are a majority too", arguments: outcomes)
    func outcome(rule: String, ballots: String, sentence: String) throws {
        var review = try Review(rule, present: 5, Self.choose)
        for ballot in ballots.split(separator: " / ") { try review.type("vote \(ballot)") }
        let motion = try #require(review.item.openMotion)
        guard !ballots.isEmpty else {
            #expect(review.meeting.sentence(of: motion) == sentence)
            return
        }
        try review.type("tally")
        let tally = try #require(review.item.motions[0].tally)
        #expect(tally.sentenceWithChange == sentence)
        #expect(tally.outcome == BallotOracle.outcome(of: review.item.motions[0], in: review.meeting))
    }

    static let refusals = [
        ("motion choose", "a choice needs options, and this item offers none: write `motion choose A | B`"),
        (
            "motion choose A",
            "one option is no choice: write `motion choose A | B`, or ask yes or no with `motion TEXT`"
        ),
        ("motion choose A | a", "“a” stands twice among the options: name each once"),
        ("motion choose A | None", "“None” is always a possible ballot: leave it out"),
        (
            "motion choose 1|2|3|4|5|6|7|8|9|10",
            "10 options are too many: nine at most, since each has a digit on the keyboard"
        ),
        ("poll  ", "a straw poll has no words: write some"),
        (
            "motion In March? by lena",
            "Lena Ortiz has no seat on the council and can't move a motion: the members are priya, tomas, wen, bo, mei, ana and raj"
        ),
        ("motion In March? by ana", "Ana Ruiz is not in the room: `roll ana present` or `roll ana remote` first"),
        ("motion In March? by wen second wen", "Wen Li can't second their own motion: name somebody else, or nobody"),
        (
            "withdraw",
            "no vote is open, so there is no motion to take back: `decide withdraw` takes the item itself back"
        ),
    ]

    @Test("What can't be put", arguments: refusals)
    func refused(line: String, sentence: String) throws {
        let review = try Review("simple of cast", present: 5, "go 2")
        #expect(review.refusal(of: line) == sentence)
    }

    static let badBallots = [
        ("vote wen Vendor", "“Vendor” is not offered: choose one of Managed, Our cluster and Nothing"),
        ("vote wen Managd", "“Managd” is not offered: did you mean “Managed”?"),
        ("vote wen 4", "“4” is not offered: choose one of Managed, Our cluster and Nothing"),
        ("vote wen 1, Managed", "“Managed” is named twice on one ballot: name each option once"),
        (
            "vote wen 1, 2, 3, 1",
            "the ballot names 4 options, and there are only 3: Managed, Our cluster or Nothing"
        ),
        (
            "vote wen yes",
            "the choice between Managed, Our cluster and Nothing asks which, not whether: "
                + "name Managed, Our cluster or Nothing, or `none`"
        ),
        (
            "escalate because X",
            "on the choice between Managed, Our cluster and Nothing, the chair only breaks a tie: "
                + "`tally` it, or vote again with fewer options"
        ),
    ]

    @Test("What is no ballot in a choice", arguments: badBallots)
    func badBallot(line: String, sentence: String) throws {
        let review = try Review("simple of cast", present: 5, Self.choose)
        #expect(review.refusal(of: line) == sentence)
    }

    @Test("The chair chooses among equal leaders, with a reason")
    func tie() throws {
        var review = try Review(
            "simple of cast", present: 5, Self.choose + " / vote tomas 1 / vote wen 2 / vote bo 1 / vote mei 2 / tally")
        #expect(
            review.told { if case .tallied = $0 { true } else { false } }?.last
                == "Priya Raman decides: `rule Managed|Our cluster because TEXT`")
        #expect(
            review.refusal(of: "rule Nothing because X")
                == "“Nothing” is not offered: choose one of Managed and Our cluster")
        #expect(
            review.refusal(of: "rule yes because X")
                == "Managed and Our cluster are tied, and the chair chooses one: write `rule Managed because TEXT`")
        #expect(review.refusal(of: "rule Our cluster") == "a ruling needs a reason: say it after `because`")
        try review.type("rule our because It is cheaper / decide approve")
        #expect(review.item.motions[0].chosen == "Our cluster")
        #expect(review.item.decision?.basis == .ruling(motion: 1))
    }

    @Test("A choice on a proposal decides nothing about it, and the decision names it")
    func onAProposal() throws {
        let docket = TestCouncil.docket(
            items: [AgendaItem(id: ItemID("vector-store"), subject: .proposal(id: "vector-store"))],
            proposals: [TestCouncil.vectorStore])
        var review = Review(docket)
        for member in TestCouncil.everybody.prefix(5) { try review.type("roll \(member.handle) present") }
        try review.type("open / go 1 / motion choose / vote wen 2 / vote bo cluster / tally / decide approve")
        #expect(review.item.motions[0].question == .choice(["Managed", "Our cluster"]))
        let decision = try #require(review.item.decision)
        #expect(
            decision.sentence(in: review.meeting, on: review.item)
                == "approved, by consensus, after the choice of vote 1: carried, Our cluster")
    }

    @Test("A topic about the chair offers the members, and a handle names one")
    func chair() throws {
        var review = try Review(
            "simple of cast", present: 5, "go 3 / motion choose / vote wen mei / vote bo mei / tally")
        #expect(review.item.motions[0].chosen == "Mei Chen")
        try review.type("decide approve")
        #expect(review.item.decision?.basis == .motion(number: 1))
    }

    @Test("Nothing rests on a straw poll")
    func poll() throws {
        var review = try Review(
            "simple of cast", present: 5, "go 3 / decide approve / poll In June? / vote wen yes / vote bo no")
        #expect(review.refusal(of: "escalate because X").hasPrefix("nothing rests on the straw poll “In June?”"))
        try review.type("tally")
        #expect(!review.item.isDecisionOvertaken)
        let poll = review.item.motions[0]
        #expect(poll.tally?.sentence == "1–1, 5 of 7 present: straw poll, which decides nothing")
        #expect(poll.isCarried == nil && !poll.awaitsRuling)
        #expect(review.refusal(of: "rule yes because X").hasPrefix("no question was put on this item"))
        try review.type("decide reject")
        let decision = try #require(review.item.decision)
        #expect(
            decision.sentence(in: review.meeting, on: review.item) == "rejected, by consensus, no vote was asked for")
    }

    @Test("A motion that is withdrawn asked nothing, and its number is not used again")
    func withdrawn() throws {
        var review = try Review(
            "simple of cast", present: 5,
            "decide approve / motion proposal by wen second bo / vote wen no / withdraw motion because it was put too early"
        )
        #expect(review.item.motions.isEmpty && !review.item.isDecisionOvertaken)
        let acts = review.journal.effective.map(\.act)
        #expect(
            acts.last?.event(in: review.meeting)
                == "Item 1: motion 1 on the proposal, moved by Wen Li, seconded by Bo Berg, was withdrawn, "
                + "because: it was put too early")
        try review.type("undo")
        #expect(review.item.openMotion?.ballots.count == 1 && review.item.isDecisionOvertaken)
        #expect(
            review.meeting.movers(review.item.openMotion?.by, review.item.openMotion?.second)
                == "moved by Wen Li, seconded by Bo Berg")
        try review.type("withdraw / motion team / tally")
        #expect(review.item.motions.map(\.number) == [2])
    }

    @Test("A topic is noted, with nobody there; a proposal is not")
    func noted() throws {
        var review = try Review("simple of cast", present: 2, "go 3")
        try review.type("decide noted")
        let decision = try #require(review.item.decision)
        #expect(
            decision.sentence(in: review.meeting, on: review.item)
                == "noted, resting on no vote: taking note needs none")
        #expect(decision.basis == .withoutQuorum && !review.meeting.gaps.contains { $0.item == review.item.id })
        try review.type("go 1")
        #expect(
            review.refusal(of: "decide noted")
                == "a proposal asks for an answer, and only a topic can be noted: "
                + "decide approve, revise, defer, reject or withdraw")
    }
}
