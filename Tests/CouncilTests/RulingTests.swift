import Testing

@testable import Council

/// The chair's tie-break and the council's escalation, as records of their own.
@Suite struct RulingTests {
    static func review(_ lines: String, rule: String = "simple of cast") throws -> Review {
        try Review(rule, present: 5, lines)
    }

    @Test("A tie-break keeps the question, the tally, the reason and who ruled")
    func tieBreak() throws {
        let review = try Self.review(
            "motion / vote tomas yes / vote wen no / tally / rule yes because The pilot is small")
        let motion = review.item.motions[0]
        #expect(
            motion.ruling
                == Ruling(
                    answer: .yes, reason: "The pilot is small", by: Handle("priya"), isActing: false,
                    earlierBallot: nil,
                    cause: .tie))
        #expect(motion.question == .proposal)
        #expect(motion.tally?.sentenceWithChange == "1–1, 5 of 7 present: tied; one more yes carries")
        #expect(motion.tally?.outcome == .tied)
        #expect(motion.isCarried == true)
        #expect(!motion.awaitsRuling)
    }

    @Test("A ruling of no answers the question with no")
    func ruledNo() throws {
        let review = try Self.review("motion / vote tomas yes / vote wen no / tally / rule no because Too early")
        #expect(review.item.motions[0].isCarried == false)
    }

    @Test("A ruling is offered the moment it is due, and otherwise says why not")
    func offered() throws {
        var review = try Self.review("motion / vote tomas yes / vote wen no")
        #expect(
            review.meeting.whyNoRuling?.sentence
                == "the vote on the proposal is open: `tally` or `escalate because TEXT` first")
        try review.type("tally")
        #expect(review.meeting.whyNoRuling == nil)
        #expect(review.item.motionAwaitingRuling?.number == 1)
        #expect(
            review.meeting.gaps.first?.sentence == "item 1, Dispatch by predicted prep time: the chair has not ruled")
        try review.type("rule no because X")
        #expect(review.item.motionAwaitingRuling == nil)
        #expect(!review.meeting.gaps.contains { $0.kind == .untakenRuling })
    }

    @Test("A chair who votes as any member and then rules: the earlier ballot is kept")
    func earlierBallot() throws {
        let review = try Self.review(
            "motion / vote priya yes / vote wen no / tally / rule yes because X", rule: "simple of cast, chair member")
        #expect(review.item.motions[0].ruling?.earlierBallot == .yes)
    }

    @Test("An acting chair rules where the chair is recused, and it is said so")
    func actingChair() throws {
        let review = try Self.review(
            """
            motion / vote priya recuse / vote tomas yes / vote wen no / tally / \
            chair mei because Priya is recused / rule yes because X
            """)
        let ruling = review.item.motions[0].ruling
        #expect(ruling?.by == Handle("mei"))
        #expect(ruling?.isActing == true)
        #expect(review.item.motions[0].tally?.recused == 1)
    }

    @Test("The chair comes back by the same command")
    func chairReturns() throws {
        let review = try Self.review("chair mei because X / chair priya because She is back")
        #expect(review.meeting.actingChair == nil)
        #expect(review.meeting.presiding == Handle("priya"))
    }

    @Test("Who takes the chair during a vote keeps the ballot already given and can't change it")
    func chairDuringVote() throws {
        var review = try Self.review("motion / vote mei yes / vote tomas no / chair mei because Priya has to leave")
        #expect(review.refusal(of: "vote mei no").hasPrefix("Mei Chen presides and votes only to break a tie"))
        #expect(review.refusal(of: "vote priya yes") == "allowed")
        try review.type("tally")
        #expect(review.item.motions[0].tally?.fixed == [Handle("mei")])
        #expect(review.item.motions[0].tally?.sentenceWithChange == "1–1, 5 of 7 present: tied; one more yes carries")
    }

    @Test("An escalation closes the vote, keeps its tally and hands the question to the chair")
    func escalation() throws {
        var review = try Self.review(
            "motion lead / vote tomas yes / vote wen yes / vote bo no / escalate because Who leads?")
        #expect(review.item.motions[0].tally?.outcome == .carried)
        #expect(review.item.motions[0].isCarried == nil)
        #expect(review.item.motions[0].awaitsRuling)
        try review.type("rule no because A data scientist should lead")
        #expect(review.item.motions[0].ruling?.cause == .escalation)
        #expect(review.item.motions[0].isCarried == false)
        #expect(review.item.motions[0].tally?.outcome == .carried)
    }

    @Test(
        "What was tallied can be escalated, where at least one dissents",
        arguments: [
            ("vote tomas yes / vote wen yes / vote bo no", true),
            ("vote tomas no / vote wen no / vote bo yes", true),
            ("vote tomas yes / vote wen no", true),
            ("vote tomas yes / vote wen yes / vote bo abstain", false),
            ("vote tomas no / vote wen no", false),
            ("vote tomas abstain", false),
            ("vote tomas recuse", false),
        ])
    func dissent(ballots: String, isAllowed: Bool) throws {
        let open = try Self.review("motion / \(ballots)")
        let tallied = try Self.review("motion / \(ballots) / tally")
        #expect((open.refusal(of: "escalate because X") == "allowed") == isAllowed)
        #expect((tallied.refusal(of: "escalate because X") == "allowed") == isAllowed)
    }

    @Test("A tie on an earlier question can be ruled on when another was put since")
    func earlierTie() throws {
        let review = try Self.review(
            "motion / vote tomas yes / vote wen no / tally / motion team / vote tomas yes / tally / rule yes because X")
        #expect(review.item.motions[0].ruling?.answer == .yes)
        #expect(review.item.motions[1].ruling == nil)
    }

    @Test("Putting a question again sets the earlier answer aside, a ruling too, and keeps both")
    func revote() throws {
        let review = try Self.review(
            """
            motion / vote tomas yes / vote wen no / tally / rule yes because X / \
            motion / vote tomas no / vote wen no / tally
            """)
        #expect(review.item.motions.map(\.isCarried) == [true, false])
        #expect(review.item.isLatest(review.item.motions[1]))
        #expect(
            review.refusal(of: "decide approve")
                == "the proposal was lost (0–2, 5 of 7 present): decide revise, defer or reject, or vote on it again")
    }

    @Test("A tie that was put again waits for the chair no more")
    func revotedTie() throws {
        let review = try Self.review(
            "motion / vote tomas yes / vote wen no / tally / motion / vote tomas yes / vote wen yes / tally")
        #expect(review.item.motionAwaitingRuling == nil)
        #expect(review.refusal(of: "decide approve") == "allowed")
    }

    @Test("A vote put again can be escalated on its own ballots")
    func escalatedRevote() throws {
        let review = try Self.review(
            """
            motion / vote tomas yes / vote wen no / vote bo no / escalate because X / rule no because Y / \
            motion / vote tomas yes / vote wen no / vote bo yes / tally / escalate because Z
            """)
        #expect(review.item.motions.map(\.awaitsRuling) == [false, true])
    }

    @Test("The roll is called one seat further with each motion")
    func callingOrder() throws {
        let review = try Self.review("motion / tally / motion / tally / motion team / tally")
        #expect(review.meeting.motions.map { $0.order[0].rawValue } == ["priya", "tomas", "wen"])
        #expect(review.meeting.motions.allSatisfy { $0.order.count == 7 })
    }

    @Test("Who is called next: only who is in the room, may vote and has not")
    func nextToVote() throws {
        var review = try Self.review("motion")
        var called: [String] = []
        while let next = review.meeting.nextToVote(on: review.meeting.openMotion!) {
            called.append(next.rawValue)
            try review.type("vote \(next) yes")
        }
        #expect(called == ["tomas", "wen", "bo", "mei"])
    }

    @Test(
        "The end of the chair's term",
        arguments: [
            ("2026-03-01", 12, nil),
            ("2025-11-26", 12, nil),
            ("2025-11-25", 12, "the term of Priya Raman as chair ran out on Wed 25 Nov 2026: choose the next chair"),
            ("2025-08-31", 6, "the term of Priya Raman as chair ran out on Sat 28 Feb 2026: choose the next chair"),
        ] as [(String, Int, String?)])
    func term(since: String, months: Int, sentence: String?) {
        let chair = Chair(member: Handle("priya"), since: CalendarDay(since), termMonths: months)
        let roster = Roster(name: "ML Council", chair: chair, members: TestCouncil.everybody)
        let finding = Meeting(docket: TestCouncil.docket(roster: roster)).chairFinding
        #expect(finding?.sentence == sentence)
    }

    @Test("A chair without a term has none that runs out")
    func noTerm() {
        let roster = Roster(name: "ML Council", chair: Chair(member: Handle("priya")), members: TestCouncil.everybody)
        #expect(Meeting(docket: TestCouncil.docket(roster: roster)).chairFinding == nil)
    }
}
