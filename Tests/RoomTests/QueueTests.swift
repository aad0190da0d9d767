import Council
import Foundation
import Testing

@testable import Room

/// The queue, the recess and the changed agenda as the room shows them.
@Suite struct QueueTests {
    @Test func theQueueIsOutOfSightUntilUsed() throws {
        var desk = try Desk(Desk.opened)
        let rows = desk.room.metrics.visible
        desk.run("queue wen")
        #expect(desk.row(1).contains("nobody waits") == false && desk.row(1).contains("next: Wen"))
        desk.run("queue bo order")
        #expect(desk.row(1).contains("next: Bo (order) · Wen"))
        #expect(desk.text.contains("> next speaker"))
        desk.press(">")
        desk.wait(seconds: 65)
        #expect(desk.row(1).contains("▶ Bo (order) 01:05   next: Wen"))
        desk.run("next")
        desk.run("next")
        #expect(!desk.text.contains("▶"))
        #expect(desk.room.metrics.visible == rows)
        desk.run("queue")
        #expect(desk.notice?.contains("Bo Håkansson: 1 turn, 1:1") == true)
    }

    @Test func theNextNoteBeginsWithTheSpeaker() throws {
        var desk = try Desk(Desk.opened + " / queue wen / next")
        desk.press("n")
        #expect(desk.room.draft == "@wen ")
        desk.press("Enter")
        #expect(desk.item?.notes.isEmpty == true && desk.room.leftDraft.isEmpty)
        desk.press("n Esc")
        #expect(desk.room.leftDraft.isEmpty)
        desk.press("n")
        desk.type("it is late")
        desk.press("Enter n")
        #expect(desk.item?.notes.last?.speaker == Handle("wen") && desk.item?.notes.last?.text == "it is late")
        #expect(desk.room.draft == "@wen ")
    }

    @Test func aNoteGoesOnWithTheSpeakerOfTheLast() throws {
        var desk = try Desk(Desk.opened + " / note wen: concern: it costs / note … and it is slow")
        #expect(desk.item?.notes.last?.speaker == Handle("wen") && desk.item?.notes.last?.kind == .plain)
        desk.run("note private: Bo leaves")
        desk.run("note ... on Friday")
        #expect(desk.item?.notes.last?.kind == .private)
        #expect(desk.item?.notes.last?.text == "on Friday")
        desk.run("note ... idea: at noon")
        #expect(desk.item?.notes.last?.kind == .private)
    }

    @Test func theHeaderCountsARecessDown() throws {
        var desk = try Desk(Desk.opened)
        desk.run("recess 10")
        #expect(desk.row(0).contains("recess 10:00") && desk.notice == "recess of 10 minutes: `resume` goes on")
        #expect(desk.room.nextTick.map { $0 <= 1.02 } == true)
        desk.wait(seconds: 601)
        #expect(desk.row(0).contains("recess 00:01 over"))
        #expect(desk.text.contains("R resume"))
        desk.press("R")
        #expect(!desk.row(0).contains("recess"))
        desk.run("recess")
        #expect(desk.row(0).contains("recess since "))
    }

    @Test func theHeaderSaysWhenTheAgendaEnds() throws {
        var desk = try Desk(Desk.opened)
        #expect(desk.row(0).contains("ends "))
        desk.run("decide defer")
        desk.run("item drop 2 because no time")
        #expect(desk.text.contains("off the agenda"))
    }

    @Test func readingTheFilesAgainSaysWhatTheyChanged() throws {
        var desk = try Desk(Desk.opened)
        let fewer = TestHall.docket(items: Array(TestHall.items.dropLast()))
        desk.send(.loaded(fewer))
        #expect(desk.notice?.hasPrefix("reloaded: ") == true)
        #expect(desk.notice?.hasSuffix("is no longer in the agenda's file") == true)
        desk.send(.loaded(fewer))
        #expect(desk.notice == "the files have not changed")
        desk.run("item add topic Lunch")
        desk.send(.loaded(fewer))
        #expect(desk.notice == "the files have not changed")
    }

    @Test func aProposalIsReadBeforeItIsAdded() throws {
        var desk = try Desk(Desk.opened)
        desk.run("item add proposal eta-v4")
        #expect(desk.effects == [.readProposal("eta-v4")])
        desk.send(EarlierActionTests.library([]))
        desk.send(.proposalRead(Proposal(id: "eta-v4", title: "Arrival times"), digest: "00"))
        #expect(desk.meeting.items.last?.id == ItemID("eta-v4") && desk.text.contains("Arrival times"))
        desk.send(.proposalRead(Proposal(id: "eta-v4", title: "Arrival times"), digest: "00"))
        #expect(desk.refusal?.contains(": `go ") == true)
    }
}
