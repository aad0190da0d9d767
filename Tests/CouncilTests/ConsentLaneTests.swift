import Testing

@testable import Council

/// Which items are decided together. The council has seven seats, quorum is four, and Priya Raman presides; a vector
/// store, a position and a proposal of Lena Ortiz's team are on the agenda.
@Suite struct ConsentLaneTests {
    static let rule = ConsentRule(
        upTo: ConsentRule.Limit(500_000, "USD"), kinds: [.application, .technology, .hiring])

    static let agenda =
        ["prep-time", "vector-store", "hire"].map {
            AgendaItem(id: ItemID($0), subject: .proposal(id: $0))
        } + [TestCouncil.agendaItems[2]]

    /// - Parameter words: `tomas wen bo mei` approve an item, `-raj` flags it, `~raj` holds it, and `+raj` takes either
    ///   back.
    static func docket(
        _ rule: ConsentRule? = rule, agenda: [AgendaItem] = agenda, _ words: [String: String] = [:],
        change: (inout Proposal) -> Void = { _ in }
    ) -> Docket {
        var vectorStore = TestCouncil.vectorStore
        change(&vectorStore)
        var consent: [Handle: [ConsentWord]] = [:]
        for (item, text) in words {
            for name in text.split(separator: " ") {
                let word: ConsentWord.Word =
                    switch name.first {
                    case "-": .flag
                    case "~": .hold
                    case "+": .unflag
                    default: .approve
                    }
                let who = Handle(String(name.drop { "-~+".contains($0) }))
                consent[who, default: []].append(
                    ConsentWord(
                        meeting: TestCouncil.day, item: ItemID(item), word: word, on: TestCouncil.day,
                        because: word == .flag ? "one city" : nil))
            }
        }
        return TestCouncil.docket(
            roster: TestCouncil.roster(consent: rule), items: agenda,
            proposals: [TestCouncil.prepTime, vectorStore, TestCouncil.hiring], consent: rule == nil ? nil : consent)
    }

    static func lane(
        _ words: String, _ rule: ConsentRule = rule, earlier: EarlierConcern? = nil,
        change: (inout Proposal) -> Void = { _ in }
    ) -> ConsentItem? {
        let meeting = Meeting(docket: docket(rule, ["vector-store": words], change: change))
        return meeting.consentLane(earlier: earlier.map { [ItemID("vector-store"): [$0]] } ?? [:])?.items.first {
            $0.id.rawValue == "vector-store"
        }
    }

    static let enough = "tomas wen bo mei"

    // MARK: Each condition alone

    @Test(
        "What people have written",
        arguments: [
            ("tomas wen bo mei", nil),
            ("tomas wen bo mei ana raj priya", nil),
            ("tomas wen bo", "vector-store has 3 of the 4 approvals it needs"),
            ("", "vector-store has none of the 4 approvals it needs"),
            // A practitioner has no seat, and whoever is not on the roster is nobody.
            ("tomas wen bo lena", "vector-store has 3 of the 4 approvals it needs"),
            ("tomas wen bo ghost", "vector-store has 3 of the 4 approvals it needs"),
            // The same member twice is one member.
            ("tomas wen bo bo", "vector-store has 3 of the 4 approvals it needs"),
            ("tomas wen bo mei -raj", "vector-store is flagged by Raj Das (one city)"),
            ("tomas wen bo mei ~raj", "vector-store is held by Raj Das"),
            ("tomas wen bo mei -lena", "vector-store is flagged by Lena Ortiz (one city)"),
            ("tomas wen bo mei -raj +raj", nil),
            ("tomas wen bo mei -raj +ana", "vector-store is flagged by Raj Das (one city)"),
            ("tomas wen bo mei -raj ~raj", "vector-store is held by Raj Das"),
            ("tomas wen bo mei -raj raj", nil),
            // An objection leaves the approval before it, so that it stands again.
            ("tomas wen bo mei -mei +mei", nil),
            ("tomas wen bo mei -mei", "vector-store is flagged by Mei Chen (one city)"),
            (
                "tomas wen -raj ~ana",
                "vector-store has 2 of the 4 approvals it needs, is held by Ana Ruiz and is flagged by Raj Das (one city)"
            ),
        ])
    func words(words: String, missing: String?) {
        #expect(Self.lane(words)?.whatIsMissing == missing)
    }

    @Test(
        "How many approvals",
        arguments: [
            (nil, "tomas wen bo mei", true), (3, "tomas wen bo", true), (3, "tomas wen", false), (1, "raj", true),
        ])
    func approvals(needed: Int?, words: String, isReady: Bool) {
        let rule = ConsentRule(approvals: needed, upTo: Self.rule.upTo, kinds: Self.rule.kinds)
        #expect(Self.lane(words, rule)?.missing.isEmpty == isReady)
    }

    @Test(
        "The first cost",
        arguments: [
            (500_000, "USD", nil), (500_000, "usd", nil),
            (
                500_001, "USD",
                "vector-store costs 500001 USD to build, which is over the lane's limit of 500 k USD"
            ),
            (750_000, "USD", "vector-store costs 750 k USD to build, which is over the lane's limit of 500 k USD"),
            (10, "EUR", "vector-store is costed in EUR, and the lane's limit is 500 k USD"),
        ] as [(Double, String, String?)])
    func cost(build: Double, unit: String, missing: String?) {
        let item = Self.lane(Self.enough) { $0.cost = Cost(build: build, maintenance: 9e9, unit: unit) }
        #expect(item?.whatIsMissing == missing)
    }

    @Test("A position has no cost, and is in the lane if its kind is named")
    func hiring() {
        let docket = Self.docket(Self.rule, ["hire": "tomas wen mei ana"])
        #expect(Meeting(docket: docket).consentLane()?.ready.map(\.id.rawValue) == ["hire"])
        let other = Self.docket(ConsentRule(kinds: [.technology]), ["hire": "tomas wen mei ana"])
        #expect(Meeting(docket: other).consentLane()?.items.map(\.id.rawValue) == ["vector-store"])
    }

    @Test("The gate is clear")
    func gate() {
        let item = Self.lane(Self.enough) { $0.leads[0].verdict = .pending }
        #expect(
            item?.whatIsMissing == "vector-store does not pass the gate (the review of the engineering lead is pending)"
        )
    }

    @Test("The last hearing left no concern open")
    func concern() {
        let item = Self.lane(Self.enough, earlier: EarlierConcern(date: TestCouncil.day, text: "Recall"))
        #expect(item?.whatIsMissing == "vector-store has a concern open since Wed 25 Nov 2026 (Recall)")
    }

    @Test("A sentence that has a comma ends with one")
    func commas() {
        func missing(_ words: String, _ purpose: AgendaItem.Purpose?, again: String?) -> String? {
            let item = AgendaItem(
                id: ItemID("vector-store"), subject: .proposal(id: "vector-store"), again: again, purpose: purpose)
            let docket = Self.docket(agenda: [item], ["vector-store": words])
            return Meeting(docket: docket).consentLane()?.items[0].whatIsMissing
        }
        #expect(
            missing("", .outcome, again: nil)
                == "vector-store is here for its outcome, which the council hears first, and has none of the 4 approvals "
                + "it needs")
        #expect(
            missing("-raj", nil, again: "X")
                == "vector-store is on the agenda again, with a reason that the council hears first, has none of the 4 "
                + "approvals it needs and is flagged by Raj Das (one city)")
    }

    @Test("What the council is to hear again is heard")
    func again() {
        let agenda = [
            AgendaItem(id: ItemID("vector-store"), subject: .proposal(id: "vector-store"), again: "New figures")
        ]
        let meeting = Meeting(docket: Self.docket(agenda: agenda, ["vector-store": Self.enough]))
        #expect(
            meeting.consentLane()?.items[0].whatIsMissing
                == "vector-store is on the agenda again, with a reason that the council hears first")
    }

    @Test(
        "The team and the leads don't approve their own",
        arguments: [
            { $0.team.append(TeamMember(name: "Mei Chen")) }, { $0.team.append(TeamMember(name: "mei")) },
            { $0.techLeads = [TeamMember(name: "MEI CHEN")] }, { $0.leads[0].name = "Mei Chen" },
        ] as [@Sendable (inout Proposal) -> Void])
    func ownTeam(change: @Sendable (inout Proposal) -> Void) {
        let item = Self.lane("tomas wen bo mei", change: change)
        #expect(item?.whatIsMissing == "vector-store has 3 of the 4 approvals it needs")
        #expect(item?.ownApprovals == [Handle("mei")])
    }

    @Test("They are known by their address too")
    func ownAddress() {
        let mei = Member(handle: Handle("mei"), name: "陳美玲", email: "Mei@example.com")
        var proposal = TestCouncil.vectorStore
        proposal.leads[0] = LeadReview(
            role: .engineering, name: "M. Chen", verdict: .approved, email: "mei@example.com")
        #expect(proposal.isOwn(of: mei))
        #expect(!TestCouncil.vectorStore.isOwn(of: mei))
    }

    @Test("Without a rule there is no lane")
    func noLane() throws {
        #expect(Meeting(docket: Self.docket(nil)).consentLane() == nil)
    }

    // MARK: At the meeting

    /// Item 1 lacks approvals, items 2 and 3 are in the lane.
    static func review(
        _ lines: String = "", _ words: [String: String] = ["vector-store": enough, "hire": "tomas wen mei ana"]
    ) throws -> Review {
        var review = Review(docket(rule, words))
        for member in TestCouncil.everybody.prefix(5) { try review.type("roll \(member.handle) present") }
        try review.type("open / go 1")
        try review.type(lines)
        return review
    }

    static let carried = "consent / vote tomas yes / vote wen yes / vote bo no / tally"

    @Test("One motion, and a decision for each item")
    func oneMotion() throws {
        let review = try Self.review(Self.carried)
        let items = review.meeting.items
        #expect(items[1].motions.map(\.question.title) == ["Approve the consent items: 2, 3"])
        #expect(items.map { $0.decision?.verdict } == [nil, .approve, .approve, nil])
        #expect(
            items[1].decision?.basis
                == .consentLane(motion: 1, approvals: ["tomas", "wen", "bo", "mei"].map { Handle($0) }))
        #expect(
            items[2].decision?.sentence(in: review.meeting, on: items[2])
                == "approved, resting on the consent lane: the vote, 2–1, 5 of 7 present; approved in writing by Tomás Vidal, "
                + "Wen Li, Mei Chen and Ana Ruiz")
        #expect(review.meeting.currentID == ItemID("vector-store"))
    }

    @Test("Where nobody asks for a vote, consensus does, with quorum")
    func consensus() throws {
        let review = try Self.review("consent approve")
        #expect(review.meeting.items.map { $0.decision?.verdict } == [nil, .approve, .approve, nil])
        #expect(review.meeting.motions.isEmpty)
        #expect(review.meeting.currentID == ItemID("prep-time"))
        #expect(
            review.meeting.items[1].decision?.basis(spokenIn: review.meeting, on: nil)
                == ", resting on the consent lane: nobody asked for a vote; approved in writing by Tomás Vidal, Wen Li, Bo Berg and Mei Chen"
        )
    }

    @Test(
        "What is not carried decides nothing",
        arguments: [
            "consent / vote tomas no / tally", "consent / vote tomas yes / vote wen no / tally",
            "roll bo absent / roll mei absent / consent / vote tomas yes / tally",
        ])
    func notCarried(lines: String) throws {
        let review = try Self.review(lines)
        #expect(review.meeting.items.allSatisfy { $0.decision == nil })
        #expect(review.meeting.items.allSatisfy { $0.motionAwaitingRuling == nil })
        // It can be put again, and each item can be decided by itself.
        #expect(review.refusal(of: "consent") == "allowed")
        #expect(review.refusal(of: "go 3") == "allowed")
        #expect(review.meeting.consentLane()?.ready.map(\.number) == [2, 3])
    }

    @Test(
        "What leaves the lane before the tally is taken up normally",
        arguments: [
            ("flag 3 @raj because One city", "unflag 3 @raj"), ("hold 3 @raj", "unflag 3 @raj"),
            ("flag 3 because One city", "unflag 3"), ("hold 3 @lena because recused", "unflag 3 @lena"),
        ])
    func leaves(line: String, back: String) throws {
        for lines in ["\(line) / \(Self.carried)", "consent / vote tomas yes / \(line) / tally"] {
            let review = try Self.review(lines)
            #expect(review.meeting.items.map { $0.decision?.verdict } == [nil, .approve, nil, nil])
            #expect(review.refusal(of: "go 3") == "allowed")
        }
        let review = try Self.review("\(line) / \(back) / consent approve")
        #expect(review.meeting.items[2].decision?.verdict == .approve)
    }

    @Test("What comes back after a carried vote can be decided together again")
    func comesBack() throws {
        let lines = "consent / vote tomas yes / hold 3 @raj / tally / unflag 3 @raj"
        for form in ["consent / vote tomas yes / tally", "consent approve"] {
            let review = try Self.review("\(lines) / \(form)")
            #expect(review.meeting.items.map { $0.decision?.verdict } == [nil, .approve, .approve, nil])
        }
    }

    @Test("A carried vote that covers nothing says so")
    func coversNothing() throws {
        let review = try Self.review(
            "consent / vote tomas yes / flag 2 @raj because One city / hold 3 @mei / tally / unflag 2 @raj")
        #expect(review.meeting.items.allSatisfy { $0.decision == nil })
        let told = review.told { if case .tallied = $0 { true } else { false } }
        #expect(told?.dropFirst().first == "the vote covers nothing: every item had left the consent lane")
        let motion = review.meeting.items[1].motions[0]
        // What was said at that moment stays.
        #expect(
            motion.leftOut.map(\.sentence) == [
                "vector-store is flagged by Raj Das (One city)", "hire is held by Mei Chen",
            ])
        #expect(motion.coversNothing)
        let other = try Self.review("consent / vote tomas yes / hold 3 @mei / tally").meeting.items[1].motions[0]
        #expect(other.leftOut.map(\.sentence) == ["hire is held by Mei Chen"] && !other.coversNothing)
        #expect(try Self.review("consent / vote tomas no / hold 3 @mei / tally").meeting.motions[0].leftOut == [])
    }

    @Test("What is approved by itself over a flag says so")
    func overFlag() throws {
        let review = try Self.review("flag 2 @raj because One city / hold 2 @mei / go 2 / decide approve")
        #expect(
            review.told { if case .decided = $0 { true } else { false } } == [
                "decision: approved, by consensus, no vote was asked for",
                "resolution: Our cluster (build, run by Platform), for 95 k USD to build and 118 k USD a year to run.",
                "decided over what was held by Mei Chen", "decided over what was flagged by Raj Das (One city)",
            ])
        let advice = review.meeting.findings(on: review.meeting.items[1]).map(\.sentence)
        #expect(advice.contains("flagged by Raj Das (One city): hear it, or decide over it"))
        let deferred = try Self.review("flag 2 @raj because One city / go 2 / decide defer")
        #expect(
            deferred.told { if case .decided = $0 { true } else { false } } == [
                "decision: deferred, by consensus, no vote was asked for"
            ])
    }

    @Test("A concern that is raised during the vote takes its item out too")
    func concernDuringTheVote() throws {
        let review = try Self.review("consent / note concern: Recall / vote tomas yes / tally")
        #expect(review.meeting.items.map { $0.decision?.verdict } == [nil, nil, .approve, nil])
        let told = review.journal.entries.last { if case .tallied = $0.act { true } else { false } }?.act
        #expect(
            told?.told(in: review.journal).last == "vector-store has an open concern (Recall): take it up with go 2")
    }

    @Test(
        "An item that is taken up by itself is not in the lane",
        arguments: ["motion", "motion / vote tomas no / tally", "amend pod = Maps", "decide defer", "note concern: A"])
    func takenUp(lines: String) throws {
        var review = try Self.review("go 2 / \(lines)")
        if review.meeting.openMotion != nil { try review.type("tally") }
        #expect(review.meeting.consentLane()?.ready.map(\.number) == [3])
    }

    @Test("A flag in a file counts when the files are taken in again")
    func reload() throws {
        var review = try Self.review()
        let words = ["vector-store": "\(Self.enough) -raj", "hire": "tomas wen mei ana"]
        try review.ask(.reload(Self.docket(Self.rule, words)))
        #expect(review.meeting.consentLane()?.ready.map(\.number) == [3])
        // What was said in the room stands beside what was written.
        try review.type("hold 3 @bo / unflag 2 @raj")
        #expect(review.meeting.consentLane()?.ready.map(\.number) == [2])
        try review.ask(.reload(Self.docket(Self.rule, words.merging(["hire": "tomas wen mei ana raj"]) { $1 })))
        #expect(review.meeting.consentLane()?.ready.map(\.number) == [2])
        try review.ask(
            .reload(Self.docket(Self.rule, words.merging(["vector-store": "\(Self.enough) -raj -raj"]) { $1 })))
        #expect(review.meeting.consentLane()?.ready.map(\.number) == [])
    }

    @Test("A file that was written anew says all that counts, apart from what was said in the room")
    func rewritten() throws {
        var review = try Self.review(
            "hold 3 @mei", ["vector-store": "\(Self.enough) -raj", "hire": "tomas wen mei ana"])
        try review.ask(.reload(Self.docket(Self.rule, ["vector-store": Self.enough, "hire": "tomas wen ana"])))
        let lane = review.meeting.consentLane()
        #expect(lane?.ready.map(\.number) == [2])
        #expect(lane?.items[2].whatIsMissing == "hire has 3 of the 4 approvals it needs and is held by Mei Chen")
    }

    @Test("Each is decided again by itself, and undo takes all of them back")
    func corrected() throws {
        var review = try Self.review("\(Self.carried) / go 3 / decide defer")
        #expect(review.meeting.items.map { $0.decision?.verdict } == [nil, .approve, .defer, nil])
        #expect(review.meeting.items[2].earlierDecisions.map(\.verdict) == [.approve])
        review = try Self.review("consent / vote tomas yes")
        let before = review.meeting
        let submission = Submission(.tally, at: review.now)
        var journal = review.journal
        for entry in try journal.propose(submission) { journal.append(entry) }
        #expect(journal.meeting.items.compactMap(\.decision).count == 2)
        let undo = try journal.consider(.undo, at: review.now)
        for act in undo { journal.append(Entry(number: journal.nextNumber, at: review.now, act: act)) }
        #expect(journal.meeting == before)
    }
}
