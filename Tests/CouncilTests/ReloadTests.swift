import Foundation
import Testing

@testable import Council

/// Files that change while the meeting is on.
@Suite struct ReloadTests {
    static func review(_ lines: String = "") throws -> Review { try Review("simple of cast", present: 5, lines) }

    static func renamed(_ title: String, id: String = "prep-time") -> [Proposal] {
        var proposal = id == "bare" ? TestCouncil.bare : TestCouncil.prepTime
        proposal.title = title
        return [proposal, id == "bare" ? TestCouncil.prepTime : TestCouncil.bare]
    }

    @Test("A change of roster leaves past tallies alone, and counts from the next vote on")
    func roster() throws {
        var review = try Self.review("motion / vote tomas yes / vote wen no / vote bo yes / tally")
        let tally = review.item.motions[0].tally
        let smaller = TestCouncil.roster(without: ["tomas", "raj"], rule: VotingRule(words: "unanimous of seats"))
        try review.ask(.reload(TestCouncil.docket(roster: smaller)))
        #expect(review.item.motions[0].tally == tally)
        #expect(tally?.sentenceWithChange == "2–1, 5 of 7 present: carried; one more no ties it")
        try review.type("motion / vote wen yes / vote bo yes / tally")
        #expect(review.item.motions[1].tally?.sentenceWithChange == "2–0, 4 of 5 present: lost")
        #expect(review.refusal(of: "roll tomas present").hasPrefix("nobody on the roster has the handle tomas"))
    }

    @Test("A record that calls topics by their place goes on with the ids it has")
    func topicsOfOldRecords() throws {
        func docket(topic id: ItemID, _ text: String) -> Docket {
            let topic = AgendaItem(id: id, subject: .topic(title: "Chair rotation", text: text))
            return TestCouncil.docket(items: [TestCouncil.agendaItems[0], topic])
        }
        var journal = Journal(docket: docket(topic: ItemID("topic-1"), "Old"))
        journal.append(Entry(number: 1, at: .now, act: .docket(journal.meeting.docket)))
        let acts = try journal.consider(.reload(docket(topic: ItemID(topic: "Chair rotation"), "New")), at: .now)
        for act in acts { journal.append(Entry(number: journal.nextNumber, at: .now, act: act)) }
        #expect(journal.meeting.items.map(\.id) == [TestCouncil.agendaItems[0].id, ItemID("topic-1")])
        #expect(journal.meeting.items[1].agenda.subject == .topic(title: "Chair rotation", text: "New"))
    }

    @Test("Nothing that a vote is about changes while it is open")
    func openVote() throws {
        let review = try Self.review("motion / vote tomas yes")
        let other = TestCouncil.docket(roster: TestCouncil.roster(without: ["tomas"]))
        #expect(
            throws: Refusal("the vote on the proposal is open: `tally` it before changed files are taken in")
        ) { try review.journal.consider(.reload(other), at: review.now) }
    }

    @Test("Files that say what they said change nothing")
    func unchanged() throws {
        let review = try Self.review()
        #expect(try review.journal.consider(.reload(review.meeting.docket), at: review.now) == [])
        let voted = try Self.review("motion / tally")
        let renamed = TestCouncil.docket(roster: voted.meeting.roster, proposals: Self.renamed("New"))
        #expect(try voted.journal.consider(.reload(renamed), at: voted.now) == [])
    }

    @Test(
        "A proposal that the council has begun to vote on, amend or decide stays as the council saw it",
        arguments: [
            ("", "New"), ("note A", "New"), ("motion / tally", "Dispatch by predicted prep time"),
            ("amend pod = X", "Dispatch by predicted prep time"), ("decide defer", "Dispatch by predicted prep time"),
            ("decide defer / undo", "New"),
        ])
    func proposals(lines: String, title: String) throws {
        var review = try Self.review(lines)
        try review.ask(.reload(TestCouncil.docket(proposals: Self.renamed("New"))))
        #expect(review.meeting.title(of: review.item) == title)
    }

    @Test("An item that the agenda drops stays where something was said on it, and goes where nothing was")
    func dropped() throws {
        var review = try Self.review("note A / go 3")
        try review.ask(.reload(TestCouncil.docket(items: [], proposals: [])))
        #expect(review.meeting.items.map(\.id.rawValue) == ["prep-time", "topic-1"])
        #expect(
            review.meeting.items.map { review.meeting.title(of: $0) } == [
                "Dispatch by predicted prep time", "Chair rotation",
            ])
        #expect(review.item.id.rawValue == "topic-1")
        try review.ask(.reload(TestCouncil.docket()))
        #expect(review.meeting.items.map(\.id.rawValue) == ["prep-time", "bare", "topic-1"])
        #expect(review.meeting.items[0].notes.map(\.text) == ["A"])
    }

    @Test("A topic's notes never pass to another topic")
    func topics() throws {
        let review = try Self.review("go 3 / note A")
        let other = AgendaItem(id: ItemID("topic-1"), subject: .topic(title: "Budget", text: ""))
        #expect(
            throws: Refusal(
                "the changed agenda has “Budget” where the record has “Chair rotation”: "
                    + "leave the topics as they are and add new ones after them")
        ) { try review.journal.consider(.reload(TestCouncil.docket(items: [other])), at: review.now) }
        let untouched = try Self.review()
        #expect(throws: Never.self) {
            try untouched.journal.consider(.reload(TestCouncil.docket(items: [other])), at: untouched.now)
        }
    }

    @Test(
        "An acting chair whom the roster drops, or makes chair, is acting no more",
        arguments: [
            ("priya", "wen", "priya"), ("wen", "tomas", "wen"), ("priya", "tomas", "wen"),
        ])
    func actingChair(chair: String, without: String, presiding: String) throws {
        var review = try Self.review("chair wen because X")
        try review.ask(.reload(TestCouncil.docket(roster: TestCouncil.roster(without: [without], chair: chair))))
        #expect(review.meeting.presiding == Handle(presiding))
        #expect((review.meeting.actingChair == nil) == (chair == presiding))
    }

    @Test("A reload can be undone; the docket that the meeting began with can't")
    func undo() throws {
        var review = try Self.review()
        let before = review.meeting
        try review.ask(.reload(TestCouncil.docket(proposals: Self.renamed("New"))))
        try review.type("undo")
        #expect(review.meeting == before)
        try review.type("redo")
        #expect(review.meeting.title(of: review.item) == "New")
    }

    @Test("A closed meeting takes in nothing")
    func closed() throws {
        let review = try Self.review("close anyway")
        #expect(
            throws: Refusal(
                "the meeting is closed, so it is too late to take in changed files: `reopen because TEXT` opens it again"
            )
        ) { try review.journal.consider(.reload(TestCouncil.docket(items: [])), at: review.now) }
    }
}
