import Testing

@testable import Council

/// What a decision rests on, what it says, and what overtakes it.
@Suite struct DecisionTests {
    static let carried = "motion / vote tomas yes / vote wen yes / vote bo no / tally"
    static let lost = "motion / vote tomas no / vote wen yes / vote bo no / tally"
    static let tied = "motion / vote tomas yes / vote wen no / tally"
    static let leave = "roll tomas absent / roll wen absent / roll bo absent"

    static let bases: [(String, String, Decision.Basis)] = [
        // Where nobody asked for a vote.
        ("", "decide approve", .consensus),
        ("", "decide reject", .consensus),
        ("", "decide revise", .consensus),
        ("", "decide defer", .consensus),
        (leave, "decide defer", .withoutQuorum),
        (leave, "decide withdraw", .withoutQuorum),
        // A vote in somebody's own words, or on an amendment, is none on the proposal.
        ("motion Shall we ask Legal? / vote tomas no / tally", "decide approve", .consensus),
        ("amend pod = X / motion amendment 1 / vote tomas no / tally", "decide approve", .consensus),
        // Approval rests on a yes, rejection on a no; what neither approves nor rejects rests on the room.
        (carried, "decide approve", .motion(number: 1)),
        (carried, "decide revise anyway", .consensus),
        (carried, "decide defer", .consensus),
        (lost, "decide reject", .motion(number: 1)),
        (lost, "decide revise", .motion(number: 1)),
        ("\(tied) / rule no because X", "decide revise", .ruling(motion: 1)),
        ("\(tied) / rule yes because X", "decide approve", .ruling(motion: 1)),
        ("\(tied) / rule no because X", "decide reject", .ruling(motion: 1)),
        ("\(carried) / escalate because X / rule no because Y", "decide reject", .ruling(motion: 1)),
        ("\(lost) / escalate because X / rule yes because Y", "decide approve", .ruling(motion: 1)),
        ("motion solution / vote tomas no / tally", "decide reject", .motion(number: 1)),
        // The chair's ruling on a part decides, as on the solution, the team or the lead.
        (
            "motion team / vote tomas yes / vote wen no / tally / rule yes because X / motion lead / vote wen yes / tally",
            "decide approve", .ruling(motion: 1)
        ),
        ("\(carried) / motion team / vote tomas yes / tally", "decide approve", .motion(number: 1)),
        // A vote that had its quorum is recorded without one; so is a ruling.
        ("\(carried) / \(leave)", "decide approve", .motion(number: 1)),
        ("\(lost) / \(leave)", "decide reject", .motion(number: 1)),
        ("\(tied) / \(leave) / rule yes because X", "decide approve", .ruling(motion: 1)),
        // The last vote on a question counts.
        ("\(lost) / \(carried)", "decide approve", .motion(number: 2)),
        ("\(carried) / \(lost)", "decide reject", .motion(number: 2)),
        // A topic is answered by any question of its own that was carried.
        (
            "go 3 / motion In March? / vote tomas yes / tally / motion In June? / vote tomas no / tally",
            "decide approve", .motion(number: 1)
        ),
        ("go 3 / motion In March? / vote tomas no / tally", "decide reject", .motion(number: 1)),
        ("go 3", "decide approve", .consensus),
    ]

    @Test("What a decision rests on", arguments: bases)
    func basis(lines: String, decision: String, basis: Decision.Basis) throws {
        let review = try Review("simple of cast", present: 5, "\(lines) / \(decision)")
        #expect(review.item.decision?.basis == basis)
    }

    @Test("An amendment taken by consent needs quorum when the proposal is approved, however the vote went")
    func consentNeedsQuorum() throws {
        let review = try Review("simple of cast", present: 5, "\(Self.carried) / amend pod = Maps / \(Self.leave)")
        #expect(
            review.refusal(of: "decide approve")
                == "2 of 7 seats are in the room and quorum is 4: roll two more members, or defer")
        let voted = try Review(
            "simple of cast", present: 5,
            "amend pod = Maps / motion amendment 1 / vote tomas yes / tally / \(Self.carried) / \(Self.leave)")
        #expect(voted.refusal(of: "decide approve") == "allowed")
    }

    @Test("An amendment that waits for the chair holds approval up, and nothing else")
    func tiedAmendment() throws {
        let review = try Review(
            "simple of cast", present: 5,
            "amend pod = Maps / motion amendment 1 / vote tomas yes / vote wen no / tally")
        #expect(
            review.refusal(of: "decide approve")
                == "the council is tied on amendment 1 (1–1, 5 of 7 present): `rule yes|no because TEXT` comes first")
        #expect(review.refusal(of: "decide reject") == "allowed")
        #expect(review.refusal(of: "decide defer") == "allowed")
    }

    @Test(
        "How decisions read",
        arguments: [
            ("decide approve", "approved"), ("amend pod = Maps / decide approve", "approved with amendments"),
            ("decide revise", "sent back for revision"), ("decide defer", "deferred"),
            ("decide defer 2026-12-02", "deferred until Wed 2 Dec 2026"), ("decide reject", "rejected"),
            ("decide withdraw", "withdrawn"),
            ("amend pod = Maps / motion amendment 1 / vote tomas no / tally / decide approve", "approved"),
        ])
    func spoken(lines: String, words: String) throws {
        #expect(try Review("simple of cast", present: 5, lines).item.decision?.spoken == words)
    }

    @Test("The gate stops approval alone, and the chair overrides it with a reason")
    func gate() throws {
        var review = try Review("simple of cast", present: 5, "go 2")
        #expect(review.meeting.gate(on: review.item).map(\.field) == ["cost"])
        for line in ["decide revise", "decide reject", "decide defer", "decide withdraw"] {
            #expect(review.refusal(of: line) == "allowed")
        }
        #expect(review.refusal(of: "decide approve because  ").hasPrefix("the gate stops approval"))
        try review.type("decide approve because The pilot costs next to nothing")
        #expect(review.item.decision?.reason == "The pilot costs next to nothing")
        #expect(review.item.decision?.overriddenGate.map(\.field) == ["cost"])
        #expect(review.item.decision?.overriddenBy == Handle("priya"))
    }

    @Test("An amendment clears the gate, and then nothing is overridden")
    func amendedGate() throws {
        let review = try Review(
            "simple of cast", present: 5, "go 2 / amend cost = 450 k + 150 k USD / decide approve because X")
        #expect(review.meeting.gate(on: review.item).isEmpty)
        #expect(review.item.decision?.overriddenGate == [])
        #expect(review.item.decision?.overriddenBy == nil)
        #expect(review.item.decision?.reason == "X")
    }

    @Test("An acting chair overrides the gate where the chair is recused")
    func actingOverride() throws {
        let review = try Review(
            "simple of cast", present: 5,
            "go 2 / motion / vote priya recuse / vote tomas yes / tally / chair wen because X / decide approve because Y"
        )
        #expect(review.item.decision?.overriddenBy == Handle("wen"))
    }

    @Test("A decision over open concerns says so")
    func concerns() throws {
        var review = try Review(
            "simple of cast", present: 5,
            "note concern: A / note concern: B / note C / note concern: D / resolve 2 / strike 4")
        func advice() -> [String] {
            review.meeting.findings(on: review.item).map(\.sentence).filter { $0.contains("open") }
        }
        #expect(advice() == ["concern 1 is open: resolve it, or decide over it"])
        try review.type("decide approve")
        #expect(review.item.decision?.overConcerns == [1])
        #expect(advice() == [], "it was decided over it")
        try review.type("note concern: E")
        #expect(advice() == ["concern 5 is open: resolve it, or decide over it"])
    }

    @Test("A later decision replaces the earlier one, which is kept")
    func decidedAgain() throws {
        let review = try Review("simple of cast", present: 5, "decide approve / decide defer")
        #expect(review.item.decision?.verdict == .defer)
        #expect(review.item.earlierDecisions.map(\.verdict) == [.approve])
    }

    @Test(
        "What overtakes a decision",
        arguments: [
            ("amend pod = Maps", true), ("motion / tally", true), ("motion lead / tally", true),
            ("note concern: A", false), ("motion Shall we ask Legal? / tally", false), ("go 2 / go 1", false),
            ("amend pod = Maps / undo", false), ("amend pod = Maps / decide approve", false),
        ])
    func overtaken(lines: String, isOvertaken: Bool) throws {
        let review = try Review("simple of cast", present: 5, "decide approve / \(lines)")
        #expect(review.item.decision?.verdict == .approve)
        #expect(review.item.isDecisionOvertaken == isOvertaken)
        let sentence =
            "item 1, Dispatch by predicted prep time: approved, then amended or voted on again, "
            + "but not decided again"
        #expect(review.meeting.gaps.map(\.sentence).contains(sentence) == isOvertaken)
        if isOvertaken, review.meeting.openMotion == nil, lines.hasPrefix("amend") {
            #expect(review.refusal(of: "decide approve") == "allowed")
        }
    }

    @Test("A ruling that comes after the decision overtakes it")
    func overtakenByRuling() throws {
        let review = try Review("simple of cast", present: 5, "\(Self.tied) / decide defer / rule yes because X")
        #expect(review.item.isDecisionOvertaken)
    }

    @Test("On a topic a question in somebody's own words overtakes the decision")
    func overtakenTopic() throws {
        let review = try Review("simple of cast", present: 5, "go 3 / decide approve / motion In June? / tally")
        #expect(review.item.isDecisionOvertaken)
    }

    @Test("A closed meeting can be opened again and decided anew")
    func reopened() throws {
        let review = try Review(
            "simple of cast", present: 5,
            "decide approve / close anyway / reopen because It was deferred / decide defer / close anyway")
        #expect(review.meeting.revision == 2)
        #expect(review.meeting.corrections == ["It was deferred"])
        #expect(review.item.decision?.verdict == .defer)
        #expect(review.item.earlierDecisions.map(\.verdict) == [.approve])
    }

    @Test(
        "A decision by consensus names the vote that there was",
        arguments: [
            ("", "decide approve", "approved, by consensus, no vote was asked for"),
            (
                "motion option / vote tomas yes / vote wen no / tally / rule no because Y", "decide approve",
                "approved, by consensus, after vote 1 on “option”: tied, the chair ruled no"
            ),
            (
                "motion option / vote tomas yes / tally / motion other / vote tomas no / tally", "decide defer",
                "deferred, by consensus, after vote 2 on “other”: lost"
            ),
            (
                "motion / vote tomas yes / vote wen yes / tally", "decide revise anyway",
                "sent back for revision, without another vote, after vote 1 on the proposal was carried (2–0, 5 of 7 present)"
            ),
        ])
    func voteBeforeConsensus(lines: String, decide: String, sentence: String) throws {
        var review = try Review("simple of cast", present: 5, lines)
        try review.type(decide)
        #expect(review.told { if case .decided = $0 { true } else { false } }?.first == "decision: \(sentence)")
        // A later vote is no part of it.
        try review.type("motion later / vote tomas yes / tally")
        #expect(review.item.decision?.sentence(in: review.meeting, on: review.item) == sentence)
    }

    @Test("A vote on the consent items is a vote on each of them")
    func consentVoteBeforeConsensus() throws {
        func sentence(_ lines: String) throws -> String? {
            let review = try ConsentLaneTests.review("\(lines) / go 3 / decide approve")
            let item = review.meeting.items[2]
            return item.decision?.sentence(in: review.meeting, on: item)
        }
        #expect(
            try sentence("consent / vote tomas no / tally")
                == "approved, by consensus, after vote 1 on the consent items 2 and 3: lost")
        #expect(
            try sentence("consent / vote tomas yes / hold 3 @mei / tally")
                == "approved, by consensus, after vote 1 on the consent items 2 and 3, which did not cover it")
    }
}
