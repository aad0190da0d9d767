import Foundation
import Testing

@testable import Council

private let five: String = Situation.five
private let voting: String = Situation.voting

/// What happens in a room beside the debate: guests, a changed agenda, a lead's word, a recess, the scribe, the queue.
@Suite struct RoomTests {
    // MARK: Guests

    @Test("A guest has the first name for a handle, or more of the name if that is taken")
    func handles() throws {
        var review = Review()
        try review.type(
            "guest Kim Park / guest Kim Li / guest Kim Park of Acme / guest Wen Ode / guest José Álvarez Ruiz")
        #expect(review.meeting.guests?.map(\.handle.rawValue) == ["kim", "kim-li", "kim-park", "wen-ode", "jose"])
        #expect(review.meeting.isInRoom(Handle("kim-park")))
    }

    @Test("A guest speaks and owns actions, and doesn't count for the quorum")
    func guest() throws {
        var review = Review()
        try review.type("\(Situation.two) / guest Kim Park / note @kim A / action @kim B")
        #expect(!review.meeting.hasQuorum && review.meeting.gaps.allSatisfy { $0.kind != .unknownSpeaker })
        #expect(review.meeting.roster.name(of: Handle("kim")) == "Kim Park")
    }

    @Test("A proposal's people are known without a line in council.yaml, and are guests once they are rolled")
    func named() throws {
        var review = Review()
        try review.type("\(five) / note @sam A / action @sam B")
        #expect(review.meeting.guests == nil)
        #expect(review.meeting.gaps.map(\.sentence).contains("Sam Okafor spoke and is not on the roll"))
        try review.type("roll sam remote")
        #expect(review.meeting.guests?.map(\.name) == ["Sam Okafor"])
        try review.type("guest Sam Okafor of Acme")
        #expect(review.meeting.guests == [Guest(handle: Handle("sam"), name: "Sam Okafor", organisation: "Acme")])
    }

    @Test("Somebody who takes a seat while the meeting is held is no guest any more")
    func seated() throws {
        var review = Review()
        try review.type("\(five) / guest Kim Park")
        let kim = Member(handle: Handle("kim"), name: "Kim Park")
        let roster = TestCouncil.roster()
        try review.ask(
            .reload(
                TestCouncil.docket(
                    roster: Roster(
                        name: roster.name, chair: roster.chair, members: roster.members, practitioners: [kim]))))
        #expect(review.meeting.guests == nil && review.meeting.isInRoom(Handle("kim")))
        #expect(!review.meeting.roster.isGuest(Handle("kim")))
    }

    // MARK: The agenda

    @Test("What the meeting changed on its agenda survives changed files, and next passes over what was dropped")
    func agenda() throws {
        var review = Review()
        try review.type("\(five) / topic Lunch / hire / leave 2 because no time / move 5 2")
        let order = ["prep-time", "hire", "bare", "topic-1", "topic:lunch"]
        #expect(review.meeting.items.map(\.id.rawValue) == order)
        #expect(try review.journal.consider(.reload(TestCouncil.docket()), at: review.now) == [])
        let fewer = TestCouncil.docket(items: Array(TestCouncil.agendaItems.prefix(2)))
        try review.ask(.reload(fewer))
        #expect(review.meeting.items.map(\.id.rawValue) == ["prep-time", "hire", "bare", "topic:lunch"])
        #expect(review.meeting.items[2].dropped == "no time")
        #expect(!review.meeting.gaps.contains { $0.item == ItemID("bare") })
        try review.type("go next / go next")
        #expect(review.item.id == ItemID("topic:lunch"))
        try review.type("go back")
        #expect(review.item.id == ItemID("hire"))
        #expect(
            review.told { if case .docket = $0 { true } else { false } }?.last
                == "Chair rotation is not in the agenda's file any more")
    }

    @Test("Reading the files again says what they changed")
    func changes() throws {
        var proposal = TestCouncil.prepTime
        proposal.cost = Cost(build: 520_000, maintenance: 150_000, unit: "USD")
        proposal.leads.append(LeadReview(role: .product, verdict: .changes))
        let items = [TestCouncil.agendaItems[1], TestCouncil.agendaItems[0]]
        let new = TestCouncil.docket(
            roster: TestCouncil.roster(without: ["raj"]), items: items, proposals: [proposal, TestCouncil.bare])
        #expect(
            new.changes(since: TestCouncil.docket()) == [
                "Chair rotation is not in the agenda's file any more", "the items have another order",
                "prep-time: cost to build 450000 → 520000, the product lead: changes",
                "Raj Das left the council's file",
            ])
    }

    // MARK: Leads, recess, scribe

    @Test("A lead's word in the room counts for the gate, until the lead says otherwise")
    func lead() throws {
        var review = Review()
        try review.type("\(five) / lead product changes because one city is not enough")
        #expect(
            review.meeting.gate(on: review.item).map(\.sentence) == [
                "the product lead asks for changes: one city is not enough"
            ])
        #expect(review.refusal(of: "decide approve").hasPrefix("the gate stops approval"))
        try review.type("lead product approved because the second city is in")
        #expect(review.meeting.gate(on: review.item).isEmpty)
        try review.type("undo")
        #expect(review.meeting.gate(on: review.item).count == 1)
    }

    @Test("A recess stops the clocks, and an open vote waits")
    func recess() throws {
        var review = Review()
        try review.type("\(voting) / queue wen / next / recess 10")
        let (used, spoken) = (
            review.item.clock.used(at: review.now), review.meeting.queue.speaking?.used(at: review.now)
        )
        let later = review.now + 600
        #expect(review.item.clock.used(at: later) == used)
        #expect(review.meeting.queue.speaking?.used(at: later) == spoken)
        try review.type("resume / vote wen yes")
        #expect(review.meeting.recess == nil && review.item.clock.used(at: review.now) > used)
    }

    @Test("A clock that was paused stays paused after a recess")
    func pausedClock() throws {
        var review = Review()
        try review.type("\(five) / clock pause / recess / resume")
        #expect(review.item.clock.isPaused && review.item.clock.runningSince == nil)
    }

    @Test("The agenda ends when what is left has had its time")
    func pace() throws {
        var review = Review()
        try review.type(five)
        let boxes = try #require(review.meeting.secondsLeft(at: review.now))
        #expect(boxes == 15 * 60 - review.item.clock.used(at: review.now))
        try review.type("recess 10")
        #expect(try #require(review.meeting.secondsLeft(at: review.now)) > boxes + 590)
        try review.type("resume / decide defer")
        #expect(review.meeting.secondsLeft(at: review.now) == 0)
    }

    // MARK: The queue

    @Test("Points of order come first, then questions, replies and new points; who leaves is out of it")
    func order() throws {
        var review = Review()
        try review.type(
            "\(five) / queue wen / queue bo reply / queue mei clarify / queue tomas new / queue bo order / queue priya reply"
        )
        #expect(
            review.meeting.queueLine
                == "next: Bo Berg (order), Mei Chen (clarify), Bo Berg (reply), Priya Raman (reply), Wen Li, Tomás Vidal"
        )
        try review.type("next / roll mei absent / next / next")
        #expect(review.meeting.queue.speaking?.turn.who == Handle("priya"))
        #expect(review.meeting.shares(at: review.now).first?.hasPrefix("Bo Berg: 2 turns") == true)
        try review.type("go next")
        #expect(review.meeting.queueLine == nil)
    }

    // MARK: The roll

    @Test(
        "What stood on the roll for seconds is a slip, unless somebody spoke or voted meanwhile",
        arguments: [
            ("roll tomas absent / roll tomas present", 1), ("roll ana present / roll ana absent", 1),
            ("roll ana present / roll ana remote", 1), ("roll ana present / note @ana A / roll ana absent", 2),
            ("roll ana present / motion / vote ana yes / roll ana absent", 2),
        ])
    func slips(lines: String, changes: Int) throws {
        var review = Review()
        try review.type("\(five) / note @tomas A")
        try review.type(lines)
        let who = Handle(lines.contains("ana") ? "ana" : "tomas")
        #expect(review.meeting.attendance[who]?.changes.count == changes)
        let slip = review.journal.effective.last { if case .rolled = $0.act { true } else { false } }
        #expect(slip != nil)
    }

    @Test("Everybody of the last meeting is put on the roll together, and taken back together")
    func rolls() throws {
        var review = Review()
        try review.type("roll bo remote")
        let entries = ["priya", "tomas", "bo"].map { RollEntry(who: Handle($0), presence: .present) }
        let submission = Submission(.rolls(Array(entries.prefix(2))), at: review.now)
        var journal = review.journal
        for entry in try journal.propose(submission) { journal.append(entry) }
        #expect(journal.meeting.membersInRoom.count == 3)
        #expect(try journal.consider(.undo, at: review.now).count == 2)
    }
}
