import Council
import Screen
import Testing

@testable import Room

/// A proposal that the meeting puts on its agenda: its id is completed, and what was approved comes for its outcome.
@Suite struct AddedProposalTests {
    private static let eta: Proposal = {
        var proposal = TestHall.prepTime
        (proposal.id, proposal.title) = ("eta-v3", "Arrival times, third model")
        return proposal
    }()

    /// The council approved `eta-v3` two weeks ago, and has never heard `courier-heat`.
    private static let reading = LibraryReading(TestLibrary.library(drafts: [eta]), today: TestLibrary.today)

    private func desk(_ lines: String = Desk.opened, isRead: Bool = true) throws -> Desk {
        var desk = try Desk(lines)
        if isRead {
            desk.send(.library(.success(Self.reading)))
            desk.send(.recorded(1))
        }
        return desk
    }

    // MARK: Completion

    @Test func idsThatAreNotOnTheAgendaAreCompleted() throws {
        var desk = try desk()
        desk.press(":")
        desk.type("item add proposal ")
        #expect(desk.text.contains("courier-heat") && desk.text.contains("Heat maps for couriers"))
        #expect(desk.text.contains("eta-v3"))
        // They are on it already.
        #expect(!desk.text.contains("bare  ") && !desk.text.contains("prep-time  "))
        desk.type("heat")
        desk.press("Tab Enter")
        #expect(desk.effects == [.readProposal("courier-heat")])
    }

    @Test func whatWasDroppedIsOfferedAgain() throws {
        var desk = try desk(Desk.opened + " / item drop 2 because no time")
        desk.press(":")
        desk.type("item add proposal ba")
        #expect(desk.text.contains("▸ bare") || desk.text.contains("  bare"))
    }

    @Test func theTitleOfATopicIsItsOwn() throws {
        var desk = try desk()
        desk.press(":")
        desk.type("item add topic Another proposal ")
        #expect(!desk.text.contains("courier-heat"))
    }

    /// Nobody asked for the library before: it is read as soon as it is needed, once.
    @Test func theListComesWhileSomebodyTypes() throws {
        var desk = try desk(isRead: false)
        desk.press(":")
        desk.type("item add proposal c")
        #expect(desk.effects == [.readLibrary])
        desk.send(.library(.success(Self.reading)))
        #expect(desk.text.contains("courier-heat"))
        desk.press("Tab")
        #expect(desk.text.contains(":item add proposal courier-heat"))
    }

    @Test func aLibraryThatCantBeReadIsAskedForOnce() throws {
        var desk = try desk(isRead: false)
        desk.press(":")
        desk.type("item add proposal ")
        desk.send(.library(.failure(Refusal("council.yaml:1:1: error"))))
        desk.type("cour")
        #expect(desk.effects == [])
    }

    // MARK: The outcome

    @Test func whatWasApprovedComesForItsOutcome() throws {
        var desk = try desk()
        desk.send(.proposalRead(Self.eta, digest: "00"))
        let item = try #require(desk.meeting.items.last)
        #expect(item.agenda.isForOutcome && item.agenda.approved == TestLibrary.day("2026-11-11"))
        #expect(desk.notice == "Arrival times, third model is on the agenda as item 5, for its outcome")
        desk.press("u")
        #expect(desk.meeting.items.count == 4)
    }

    @Test func whatWasNeverApprovedComesToBeApproved() throws {
        var desk = try desk()
        desk.send(.proposalRead(Proposal(id: "courier-heat", title: "Heat maps"), digest: "00"))
        #expect(desk.meeting.items.last?.agenda.isForOutcome == false)
    }

    /// What earlier meetings decided is read first.
    @Test func itWaitsForTheLibrary() throws {
        var desk = try desk(isRead: false)
        desk.send(.proposalRead(Self.eta, digest: "00"))
        #expect(desk.effects == [.readLibrary] && desk.meeting.items.count == 4)
        #expect(desk.notice == "the minutes of earlier meetings are being read, for what they decided on it")
        desk.send(.library(.success(Self.reading)))
        #expect(desk.meeting.items.last?.agenda.isForOutcome == true)
    }

    /// A fault in some other file stops nobody in the room.
    @Test func withoutALibraryItIsAddedAllTheSame() throws {
        var desk = try desk(isRead: false)
        desk.send(.proposalRead(Self.eta, digest: "00"))
        desk.send(.library(.failure(Refusal("council.yaml:1:1: error"))))
        #expect(desk.meeting.items.last?.agenda.isForOutcome == false && desk.meeting.items.count == 5)
        #expect(
            desk.notice
                == "item 5 comes to be approved: whether it was before is not known, since the library can't be read: "
                + "council.yaml:1:1: error")
    }
}
