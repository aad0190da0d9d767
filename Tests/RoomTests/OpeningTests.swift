@testable import Council
import Screen
import Testing

@testable import Room

/// From the first picture to the first item.
@Suite struct OpeningTests {
    @Test func theRollIsTheFirstThingShown() throws {
        let desk = try Desk()
        #expect(desk.front is RollCall)
        #expect(desk.text.contains("Roll call: ML Council"))
        #expect(desk.text.contains("Priya Raman, chair"))
    }

    @Test func theFirstActBringsTheDocketToTheRecord() throws {
        var desk = try Desk()
        desk.press("p")
        #expect(
            desk.recorded == [.docket(TestHall.docket()), .rolled(.init(who: Handle("priya"), presence: .present))])
        desk.press("r")
        #expect(desk.recorded == [.rolled(.init(who: Handle("tomas"), presence: .remote))])
    }

    @Test func eachKeyOfTheRollMovesOn() throws {
        var desk = try Desk()
        desk.press("p r a y Space")
        let roll = desk.meeting.roster.members.map { desk.meeting.presence(of: $0.handle) }
        #expect(roll == [.present, .remote, .absent, .present, .present, nil, nil])
    }

    @Test func theSamePresenceTwiceIsNoSecondAct() throws {
        var desk = try Desk()
        desk.press("p k p")
        #expect(
            desk.recorded == [.docket(TestHall.docket()), .rolled(.init(who: Handle("priya"), presence: .present))])
    }

    @Test func anOpeningIsTakenBackWithTheItemThatItTookUp() throws {
        var desk = try Desk()
        desk.press("p p p p Enter")
        #expect(desk.item != nil)
        desk.press("u")
        #expect(desk.meeting.phase == .gathering && desk.item == nil)
        #expect(desk.notice?.hasPrefix("undone: the call to order and going to ") == true)
        desk.press("Ctrl-R")
        #expect(desk.meeting.phase == .inSession && desk.item != nil)
    }

    // MARK: Small screens

    @Test(arguments: [Size(rows: 16, columns: 80), Size(rows: 20, columns: 60)])
    func peopleWithoutRoomAreCounted(size: Size) throws {
        var desk = try Desk(docket: OpeningTests.large, size: size)
        #expect(desk.text.contains(/▾ [0-9]+ more/), "\(desk.text)")
        #expect(desk.row(-1).contains("Enter open the meeting"))
        desk.press("End")
        #expect(desk.text.contains("Practitioner 12") && desk.text.contains("▴") && !desk.text.contains("more"))
    }

    private static let large: Docket = {
        let some = TestHall.roster
        let more = (1...12).map { Member(handle: Handle("p\($0)"), name: "Practitioner \($0)") }
        return TestHall.docket(
            roster: Roster(name: some.name, chair: some.chair, members: some.members, practitioners: more))
    }()

    /// They only look, and the roll is still to be called.
    @Test(arguments: ["L", "S"]) func lookingLeadsBackToTheRoll(key: String) throws {
        var desk = try Desk()
        desk.press(key)
        #expect(desk.front is LibraryScreen || desk.front is SearchList)
        desk.press("Esc")
        #expect(desk.front is RollCall)
    }

    @Test func undoInTheRollTakesBackTheLast() throws {
        var desk = try Desk()
        desk.press("p p u")
        #expect(desk.front is RollCall)
        #expect(desk.meeting.membersInRoom.map(\.handle.rawValue) == ["priya"])
        // The next key is for the person whose presence was taken back.
        let second = desk.meeting.roster.members[1].handle
        desk.press("r")
        #expect(desk.meeting.presence(of: second) == .remote)
    }

    @Test func anEmptyRoomIsNotCalledToOrder() throws {
        var desk = try Desk()
        desk.press("Enter")
        #expect(desk.front is RollCall)
        #expect(desk.refusal == "nobody is in the room: `roll WHO present` first")
        #expect(desk.effects == [.beep])
    }

    @Test func openingGoesToTheFirstItem() throws {
        var desk = try Desk(Desk.present)
        desk.press("Enter")
        #expect(desk.recorded == [.opened, .went(.init(item: ItemID("prep-time")))])
        #expect(desk.room.layers.isEmpty)
        #expect(desk.item?.id == ItemID("prep-time"))
    }

    @Test func openingAnEmptyAgendaOpensOnly() throws {
        var desk = try Desk(Desk.present, docket: TestHall.docket(items: []))
        desk.press("Enter")
        #expect(desk.recorded == [.opened])
        #expect(desk.item == nil)
        for size in [Size(rows: 40, columns: 120), Size(rows: 24, columns: 80), Size(rows: 12, columns: 40)] {
            desk.send(.input(.resize(size)))
            #expect(desk.text.contains("no items on this agenda"))
            #expect(!desk.row(-1).contains("] ["))
        }
    }

    @Test func aMeetingInSessionIsNotCalledAgain() throws {
        let desk = try Desk(Desk.opened)
        #expect(desk.room.layers.isEmpty)
    }

    @Test func leavingTheRollLeavesTheMeetingUnopened() throws {
        var desk = try Desk(Desk.present)
        desk.press("Esc")
        #expect(desk.room.layers.isEmpty)
        #expect(desk.meeting.phase == .gathering)
        desk.press("o")
        #expect(desk.meeting.phase == .inSession)
    }

    @Test func theRollCanBeCalledAgainDuringTheMeeting() throws {
        var desk = try Desk(Desk.opened)
        desk.press("r Home a Enter")
        #expect(desk.meeting.presence(of: Handle("priya")) == .absent)
        #expect(desk.room.layers.isEmpty)
    }

    @Test func theCommandLineOpensOverTheRoll() throws {
        var desk = try Desk()
        desk.run("roll lena remote")
        #expect(desk.meeting.presence(of: Handle("lena")) == .remote)
        #expect(desk.front is RollCall)
    }

    @Test func itemsFollowOneAnother() throws {
        var desk = try Desk(Desk.opened)
        desk.press("]")
        #expect(desk.item?.id == ItemID("bare"))
        desk.press("[ [")
        #expect(desk.refusal == "this is the first item: `go next` takes up the one after")
        desk.press("1 j j Enter")
        #expect(desk.item?.id == ItemID("wide"))
        desk.run("go 4")
        desk.press("]")
        #expect(desk.refusal == "this is the last item: `close` ends the meeting, `go back` returns to the item before")
    }
}
