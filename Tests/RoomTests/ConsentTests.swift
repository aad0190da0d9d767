import Council
import Foundation
import Screen
import Testing

@testable import Room

/// The consent lane on the screen: items 1 and 3 of the agenda have the approvals they need.
@Suite struct ConsentTests {
    private func desk(_ lines: String = Desk.opened, knowing library: LibraryReading? = TestHall.library) throws -> Desk
    {
        var desk = try Desk(lines, docket: TestHall.docketWithLane)
        if let library { desk.send(.library(.success(library))) }
        return desk
    }

    @Test("The agenda marks what is in the lane, and what somebody has flagged")
    func marks() throws {
        var desk = try desk()
        #expect(desk.text.contains("◇ consent · Dispatch · "))
        #expect(desk.text.components(separatedBy: "◇ consent").count == 3)
        desk.run("flag 1 @raj because one city")
        #expect(desk.text.contains("! flagged · Dispatch · "))
        #expect(desk.notice == "item 1 is flagged by Raj Das (one city), and is not in the consent lane")
    }

    @Test("Nothing is marked before it is known what earlier meetings left open")
    func marksWait() throws {
        var desk = try desk(knowing: nil)
        #expect(!desk.text.contains("◇ consent"))
        desk.send(.library(.success(TestHall.library)))
        #expect(desk.text.contains("◇ consent"))
    }

    @Test("c lists each item with its approvals, and with what it lacks")
    func page() throws {
        var desk = try desk()
        desk.press("c")
        #expect(desk.text.contains("3 approvals each, up to 500 k USD to build, for application"))
        #expect(desk.text.contains("◇ 1 Dispatch by predicted prep time  450 k USD"))
        #expect(desk.text.contains("approved by Tomás, Wen and Anaïs"))
        #expect(desk.text.contains("has 2 of the 3 approvals it"))
        #expect(desk.text.contains("needs: take it up with go 2"))
        desk.press("v")
        #expect(desk.meeting.openMotion?.question.title == "Approve the consent items: 1, 3")
        #expect(desk.front is Voting)
    }

    @Test("One vote decides all of them, and u takes all of that back")
    func vote() throws {
        var desk = try desk()
        desk.run("consent")
        desk.press("y y y y y y Enter")
        #expect(desk.notice == "approved in the consent lane: items 1 and 3")
        #expect(desk.meeting.items.map { $0.decision?.verdict } == [.approve, nil, .approve, nil])
        desk.press("u")
        #expect(desk.meeting.items.allSatisfy { $0.decision == nil })
        #expect(desk.meeting.openMotion != nil)
    }

    @Test("A tied vote opens no dialog for the chair")
    func tied() throws {
        var desk = try desk()
        desk.run("consent")
        desk.press("y n Enter Enter")
        #expect(desk.meeting.openMotion == nil)
        #expect(desk.front == nil)
        #expect(desk.meeting.items.allSatisfy { $0.decision == nil })
    }

    @Test("Asked for before earlier meetings are known, it waits for them")
    func waits() throws {
        var desk = try desk(knowing: nil)
        desk.run("consent approve")
        #expect(desk.effects == [.readLibrary])
        #expect(desk.notice == "the minutes of earlier meetings are being read for concerns that they left open")
        desk.send(.library(.success(TestHall.library)))
        #expect(desk.notice == "approved in the consent lane: items 1 and 3")
    }

    @Test("Where they can't be read, nothing is decided together")
    func unreadable() throws {
        var desk = try desk(knowing: nil)
        desk.run("consent")
        desk.send(.library(.failure(Refusal("x.md:1:1: error: faulty"))))
        #expect(desk.refusal == "the library can't be read: x.md:1:1: error: faulty")
        #expect(desk.meeting.openMotion == nil)
        desk.press("c")
        #expect(desk.text.contains("earlier meetings can't be read"))
    }

    @Test("An open concern of an earlier hearing keeps its item out")
    func concern() throws {
        let held = HeldMeeting(
            date: CalendarDay("2026-11-18")!,
            items: [
                HeldItem(
                    id: ItemID("prep-time"), number: 1, title: "Prep time", proposal: TestHall.prepTime,
                    notes: [HeldNote(number: 1, kind: .concern, text: "Three cities only")])
            ])
        let library = Library(roster: TestHall.rosterWithLane, drafts: [], history: [held])
        var desk = try desk(knowing: LibraryReading(library, today: TestHall.day))
        desk.run("consent approve")
        #expect(desk.meeting.items.map { $0.decision?.verdict } == [nil, nil, .approve, nil])
        desk.press("c")
        #expect(desk.text.contains("prep-time has an open concern (Three cities only)"))
        // It lies before the council here, and the lane is free once it is resolved.
        #expect(desk.meeting.items[0].openConcerns.map(\.since) == [CalendarDay("2026-11-18")!])
    }

    @Test("A council without a lane is told so by the key")
    func noLane() throws {
        var desk = try Desk(Desk.opened)
        desk.press("c")
        #expect(desk.refusal?.hasPrefix("this council has no consent lane") == true)
        #expect(desk.front == nil)
    }

    @Test("The library is read by itself if there is a lane, and not otherwise")
    func prepares() throws {
        var (with, without) = (try desk(knowing: nil).room, try Desk(Desk.opened).room)
        #expect(with.readLibraryForConsent() == [.readLibrary])
        #expect(without.readLibraryForConsent() == [])
    }

    @Test("The console prints the lane")
    func console() throws {
        let journal = try desk().room.journal
        guard case .screen(let change) = try Command.parse("consent show", in: journal.meeting) else {
            Issue.record("not of the screen")
            return
        }
        #expect(
            try change.lines(Narrator(journal, at: TestHall.start)) == [
                "consent lane: 2 of 3 items",
                "1: Dispatch by predicted prep time, 450 k USD: in the lane, approved in writing by Tomás Vidal, Wen Li and "
                    + "Anaïs Lefèvre",
                "2: Promotions by uplift: bare does not pass the gate (no cost is estimated: give cost build, maintenance "
                    + "and a unit; the data science lead asks for changes: holdout too short) and has 2 of the 3 approvals "
                    + "it needs: take it up with go 2",
                "3: \(TestHall.wide.title), 450 k USD: in the lane, approved in writing by Tomás Vidal, Wen Li and "
                    + "Anaïs Lefèvre",
            ])
        var past = Past.none
        past.concerns = { () throws(Refusal) in throw Refusal("library") }
        #expect(throws: Refusal("library")) {
            _ = try change.lines(Narrator(journal, at: TestHall.start, past: past))
        }
    }
}
