import Council
import Foundation
import Testing

@testable import Room

/// The roll is called in seconds, and somebody who comes late in a vote is two keys away.
@Suite struct RollTests {
    private static func library() -> Message {
        var held = HeldMeeting(date: CalendarDay("2026-11-18")!)
        held.attended = [
            Handle("priya"): .present, Handle("tomas"): .remote, Handle("wen"): .present, Handle("gone"): .present,
        ]
        return .library(
            .success(
                LibraryReading(
                    Library(roster: TestHall.roster, drafts: [], history: [held]), today: CalendarDay("2026-11-25")!)))
    }

    @Test func everybodyIsThereAsLastTime() throws {
        var desk = try Desk()
        desk.press("A")
        #expect(desk.notice == "the minutes of earlier meetings are being read for who was there")
        desk.send(Self.library())
        #expect(desk.meeting.presence(of: Handle("tomas")) == .remote && desk.meeting.membersInRoom.count == 3)
        #expect(desk.notice == "as on Wed 18 Nov 2026: 3 people; u takes it back")
        #expect(desk.text.contains("▸ Bo"))
        desk.press("A")
        #expect(desk.refusal == "all who were there on Wed 18 Nov 2026 are already on the roll")
        desk.press("u")
        #expect(desk.meeting.membersInRoom.isEmpty)
    }

    /// The same on the `:` line, and with the roll out of sight.
    @Test func aLineSaysItToo() throws {
        var desk = try Desk()
        desk.run("roll as last time")
        desk.press("Esc")
        desk.send(Self.library())
        #expect(desk.meeting.membersInRoom.count == 3)
        #expect(desk.notice == "as on Wed 18 Nov 2026: 3 people; u takes it back")
        desk.run("roll as last week")
        #expect(desk.text.contains("`as last` needs `time`: write `roll as last time`"))
    }

    @Test func twentyPeopleTakeNoMoreThanSixKeys() throws {
        var desk = try Desk()
        desk.send(Self.library())
        desk.press("A p r Enter")
        #expect(desk.meeting.phase == .inSession && desk.meeting.membersInRoom.count == 5)
    }

    @Test func aNameIsFoundByItsLetters() throws {
        var desk = try Desk()
        desk.press("m e Enter")
        #expect(desk.meeting.isInRoom(Handle("mei")) && desk.text.contains("▸ 陳美玲"))
        desk.press("/ m e i Enter")
        #expect(desk.meeting.isInRoom(Handle("mei")) && desk.text.contains("▸ 陳美玲"))
        desk.press("/ r a j Tab r")
        #expect(desk.meeting.presence(of: Handle("raj")) == .remote)
        desk.press("/ z z z")
        #expect(desk.text.contains("nobody has that name: Enter adds a guest"))
        desk.press("Enter")
        #expect(desk.text.contains(":guest zzz"))
        desk.press("Esc / Esc")
        #expect(desk.text.contains("Roll call: ML Council"))
    }

    @Test func itOpensOnTheFirstWhoIsNotRolledYet() throws {
        var desk = try Desk("roll priya present / roll wen present")
        desk.press("p")
        #expect(desk.meeting.isInRoom(Handle("tomas")))
    }

    @Test func openedTwiceItMakesNoArrivalOfASlip() throws {
        var desk = try Desk(Desk.opened + " / roll lena present / roll linh present")
        desk.press("r r")
        #expect(desk.meeting.presence(of: Handle("priya")) == .remote)
        desk.press("k p")
        #expect(desk.meeting.attendance[Handle("priya")]?.changes.map(\.presence) == [.present])
    }

    @Test func aLatecomerInAVoteTakesTwoKeys() throws {
        let six = ["priya", "tomas", "wen", "bo", "mei", "ana"].map { "roll \($0) present" }.joined(separator: " / ")
        var desk = try Desk(six + " / open / go 1")
        desk.press("v y y y y y l")
        #expect(desk.text.contains("▸ Raj Das"))
        desk.press("p")
        #expect(desk.room.layers.count == 1 && desk.room.voting?.highlighted == Handle("raj"))
        desk.press("n")
        #expect(desk.meeting.openMotion?.ballots[Handle("raj")]?.choice == .no)
    }

    @Test func whoIsInTheRoomComesFirstAfterAnAt() throws {
        let desk = try Desk("roll wen present / roll raj remote / open / go 1")
        let found = Completion.people(matching: "@", in: desk.meeting).map(\.text)
        #expect(found.prefix(2) == ["@wen", "@raj"])
        #expect(found.contains("@sam"))
    }

    @Test func aGuestStandsBelowTheOthers() throws {
        var desk = try Desk()
        desk.run("guest Kim Park of Acme")
        #expect(desk.notice?.hasPrefix("Kim Park of Acme is here as a guest, @kim") == true)
        desk.press("End")
        #expect(desk.text.contains("guests") && desk.text.contains("▸ Kim Park  Acme"))
    }
}
