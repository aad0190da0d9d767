@testable import Council
import Screen
import Testing

@testable import Room

/// Another item is read to its end while the meeting goes on with its own.
@Suite struct LookingTests {
    private let small = Size(rows: 24, columns: 80)

    @Test func theLookStaysUntilEscape() throws {
        var desk = try Desk(Desk.opened, size: small)
        desk.press("1 j Tab")
        #expect(desk.room.focus == .proposal && desk.room.shownID == ItemID("bare"))
        #expect(desk.text.contains("of item 2"))
        desk.press("G")
        let last = try #require(desk.room.scroll[.proposal])
        #expect(last > 0 && desk.text.contains("offer(order"))
        desk.press("Tab Tab")
        #expect(desk.room.shownID == ItemID("bare") && desk.item?.id == ItemID("prep-time"))
        desk.press("Esc")
        #expect(desk.room.shownID == ItemID("prep-time"))
    }

    @Test func editorsAndDialogsNameTheItemThatTheyWriteTo() throws {
        var desk = try Desk(Desk.opened)
        desk.press("1 j 2 n")
        #expect(desk.text.contains("a note on item 1, Dispatch by predicted prep time"))
        desk.type("for the first")
        desk.press("Enter")
        #expect(desk.item?.notes.map(\.text) == ["for the first"])
        #expect(desk.notice == "noted under item 1, Dispatch by predicted prep time, which is before the council")
        desk.press("a")
        #expect(desk.text.contains("Action · item 1, Dispatch by predicted prep time"))
        desk.press("Esc d")
        #expect(desk.text.contains("· item 1, Dispatch by predicted prep time"))
        desk.press("Esc y")
        #expect(desk.effects.contains { if case .copy(_, "item 2") = $0 { true } else { false } })
    }

    @Test func aVoteBringsTheItemBeforeTheCouncilBack() throws {
        var desk = try Desk(Desk.opened)
        desk.press("1 j 2 v")
        #expect(desk.front is Voting && desk.room.shownID == ItemID("prep-time"))
    }

    @Test func aDraftBelongsToItsItem() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n")
        desk.type("half of it")
        desk.press("Esc ] ] n")
        #expect(desk.room.noteEntry?.editor.text == "")
        desk.press("Esc C")
        #expect(desk.text.contains("1 unfinished note, not in the minutes:"))
        #expect(desk.text.contains("item 1, Dispatch by predicted prep time"))
        desk.press("k j j j j j Enter")
        #expect(desk.room.noteEntry?.editor.text == "half of it" && desk.item?.id == ItemID("prep-time"))
    }

    /// A record of an earlier version kept its draft without an item.
    @Test func aDraftWithoutItemStaysWhereItWasTyped() throws {
        var desk = try Desk(Desk.opened, draft: "half of it")
        desk.press("Esc ] n")
        #expect(desk.room.noteEntry?.editor.text == "")
        desk.press("Esc C")
        #expect(desk.text.contains("1 unfinished note"))
    }

    /// What was pasted before the call to order goes to the first item.
    @Test func aDraftFromBeforeTheOpeningGoesToTheFirstItem() throws {
        var desk = try Desk(Desk.present)
        desk.send(.input(.paste("it begins")))
        desk.press("Enter n")
        #expect(desk.room.noteEntry?.editor.text == "it begins")
    }

    /// Somebody who follows and reads ahead goes on reading while the council goes on.
    @Test func aFollowerReadsOn() throws {
        var desk = try Desk(Desk.opened, recording: .following("process 7"))
        desk.press("1 j j 2")
        let went = Entry(
            number: desk.room.journal.nextNumber, at: desk.now, act: .went(.init(item: ItemID("bare"))))
        desk.send(.followed([went]))
        #expect(desk.room.shownID == ItemID("wide") && desk.item?.id == ItemID("bare"))
        desk.press("Esc")
        #expect(desk.room.shownID == ItemID("bare"))
    }

    @Test func findGoesThroughAllPanesAndWraps() throws {
        var desk = try Desk(
            Desk.opened + " / note couriers wait outside / note @wen concern: Couriers leave", size: small)
        desk.press("/")
        desk.type("couriers")
        desk.press("Enter")
        let count = 4
        for place in [1, 2, 3, 4, 1] {
            #expect(desk.notice?.hasPrefix("“couriers”: \(place) of \(count)") == true, "\(desk.notice ?? "")")
            desk.press(">")
        }
        desk.press("<")
        #expect(desk.notice?.hasPrefix("“couriers”: 1 of \(count)") == true)
        desk.press("<")
        #expect(desk.room.focus == .votes)
        desk.press("Esc")
        #expect(desk.room.search == nil)
        desk.press("]")
        #expect(desk.room.search == nil)
    }

    @Test func whatIsBrokenIntoTwoLinesIsFoundToo() {
        let search = TextSearch("Holdout  is short")
        let lines = [
            (number: 0, text: "  the holdout"), (number: 1, text: "  is short, and the holdout is"),
            (number: 2, text: "short"),
        ]
        #expect(
            search.found(in: lines) == [
                [.init(line: 0, letters: 6..<13), .init(line: 1, letters: 2..<10)],
                [.init(line: 1, letters: 20..<30), .init(line: 2, letters: 0..<5)],
            ])
    }

    @Test func aPaneTakesTheScreenAndGivesItBack() throws {
        var desk = try Desk(Desk.voting, size: Size(rows: 40, columns: 120))
        let before = desk.room.metrics.layout?.panes[.votes]
        desk.press("Esc 4 z")
        #expect(desk.room.metrics.layout?.panes.keys.map(\.self) == [.votes])
        desk.press("- -")
        #expect(desk.room.metrics.layout?.panes[.votes] == before)
        desk.press("+")
        #expect(desk.room.metrics.layout?.panes[.votes]?.columns ?? 0 > before?.columns ?? 0)
        desk.press("+ z")
        #expect(desk.room.metrics.layout?.panes[.votes] == before)
    }

    @Test func aPagersKeysMove() throws {
        var desk = try Desk(Desk.opened, size: Size(rows: 16, columns: 80))
        desk.press("G")
        let last = try #require(desk.room.scroll[.proposal])
        desk.press("Ctrl-U")
        #expect(desk.room.scroll[.proposal] ?? last < last)
        desk.press("Ctrl-D Ctrl-B Ctrl-F")
        #expect(desk.room.scroll[.proposal] == last)
        desk.press("g g")
        #expect(desk.room.scroll[.proposal] == 0 && desk.room.layers.isEmpty)
        desk.press("g 2 Enter")
        #expect(desk.item?.id == ItemID("bare"))
    }

    @Test func aPaneWithNothingToSayGivesItsWidthAway() throws {
        var desk = try Desk(Desk.opened)
        let wide = try #require(desk.room.metrics.layout?.panes[.proposal]?.columns)
        #expect(desk.room.metrics.layout?.panes[.votes] == nil)
        desk.press("v")
        #expect(desk.room.metrics.layout?.panes[.votes] != nil)
        #expect(desk.room.metrics.layout?.panes[.proposal]?.columns ?? wide < wide)
    }
}
