import Council
import Foundation
import Screen
import Testing

@testable import Room

/// The library over a meeting: its five lists, by keys, by the mouse, and while it is read.
@Suite struct LibraryScreenTests {
    private static let tabs: [(key: String, row: String)] = [
        ("1", "courier-heat"), ("2", "Measure the second city."), ("3", "The gain is worth the pager."),
        ("4", "feature-store"), ("5", "Wed 11 Nov 2026"),
    ]

    private func desk(_ size: Size = Size(rows: 24, columns: 120)) throws -> Desk {
        var desk = try Desk(Desk.opened, size: size)
        desk.openLibrary()
        return desk
    }

    private func library(_ desk: Desk) throws -> LibraryScreen { try #require(desk.front as? LibraryScreen) }

    /// What the row stands for that keys act on.
    private func key(_ desk: Desk) throws -> String { try #require(library(desk).row(in: desk.room)).key }

    /// The row that keys act on, as it is shown.
    private func selected(_ desk: Desk) -> String? {
        desk.text.split(separator: "\n").first { $0.hasPrefix("▸") }.map { String($0.dropFirst(2)) }
    }

    // MARK: Reading

    @Test func theFirstPictureDoesNotWait() throws {
        var desk = try Desk(Desk.opened)
        desk.press("L")
        #expect(desk.effects == [.readLibrary])
        #expect(desk.row(2).contains(LibraryScreen.isBeingRead) && desk.row(1).contains("1 Pipeline"))
        desk.press("j Enter 2 s / x Esc")
        #expect(desk.effects == [])
        desk.send(.library(.success(TestLibrary.reading())))
        #expect(desk.text.contains("Measure the second city."))
    }

    @Test func whatChangedWhileItWasReadIsReadToo() throws {
        var desk = try Desk(Desk.opened)
        desk.press("L")
        #expect(desk.effects == [.readLibrary])
        desk.press("Esc L")
        #expect(desk.effects == [])
        desk.send(.library(.success(TestLibrary.reading())))
        #expect(desk.effects.contains(.readLibrary))
        desk.send(.library(.success(TestLibrary.reading())))
        #expect(!desk.effects.contains(.readLibrary))
    }

    @Test func aFailureIsASentence() throws {
        var desk = try Desk(Desk.opened)
        desk.press("L")
        desk.send(.library(.failure(Refusal("agendas/council.yaml:1:1: error: this is no council"))))
        #expect(desk.text.contains("✗ agendas/council.yaml:1:1: error: this is no council"))
        // Once it has been read, what is known stays, and a line says that it is old.
        desk.press("r")
        desk.send(.library(.success(TestLibrary.reading())))
        #expect(desk.text.contains("courier-heat") && desk.notice == "the library is as the files are now")
        desk.press("r")
        desk.send(.library(.failure(Refusal("gone"))))
        #expect(desk.text.contains("courier-heat") && desk.text.contains("! not read again: gone"))
    }

    @Test func whatIsLeftOutIsNamed() throws {
        var desk = try Desk(Desk.opened)
        desk.openLibrary(TestLibrary.reading(complaints: ["minutes/2026-11-04/record.json:1:2: cut", "more"]))
        #expect(desk.text.contains("! minutes/2026-11-04/record.json:1:2: cut, and 1 more"))
    }

    /// Rows that came or went while the library was open don't move the person to another row.
    @Test func theSameRowStaysWhenItIsReadAnew() throws {
        var desk = try desk()
        desk.press("j j")
        let before = try key(desk)
        var early = TestHall.prepTime
        early.id = "aaa-first"
        early.cost = nil
        desk.press("r")
        desk.send(.library(.success(LibraryReading(TestLibrary.library(drafts: [early]), today: TestLibrary.today))))
        #expect(desk.text.contains("aaa-first"))
        #expect(try key(desk) == before)
    }

    // MARK: Tabs and rows

    @Test(arguments: tabs)
    func aTabByItsKey(key: String, row: String) throws {
        var desk = try desk()
        desk.press(key)
        #expect(desk.row(1).contains("[\(key) ") && desk.text.contains(row), "\(desk.text)")
    }

    @Test func tabsInTurns() throws {
        var desk = try desk()
        for (keys, tab) in [("Tab", 1), ("] ]", 3), ("Tab Tab", 0), ("Shift-Tab", 4), ("[", 3)] {
            desk.press(keys)
            #expect(try library(desk).tab == tab, "\(keys)")
        }
        desk.press("Esc")
        desk.run("library decisions")
        #expect(try library(desk).tab == 2)
    }

    @Test func arrowsMoveAndStopAtTheEnds() throws {
        var desk = try desk()
        let first = selected(desk)
        desk.press("j")
        let second = selected(desk)
        desk.press("Down k")
        #expect(second != first && selected(desk) == second)
        desk.press("End")
        let last = selected(desk)
        desk.press("j PgDn")
        #expect(selected(desk) == last)
        desk.press("Home Up")
        #expect(selected(desk) == first)
    }

    @Test func theListScrollsWithItsRow() throws {
        var desk = try Desk(Desk.opened, size: Size(rows: 10, columns: 80))
        desk.openLibrary(TestLibrary.reading(complaints: ["cut"]))
        let rows = try library(desk).listRows(in: desk.room)
        #expect(rows < 5)
        desk.press("End")
        #expect(selected(desk) != nil && desk.text.contains("▴"))
        desk.press("PgUp PgUp")
        #expect(try library(desk).view.top == 0 && desk.text.contains("▾"))
    }

    @Test func sortsAreNamedAndKeepTheRows() throws {
        var desk = try desk()
        #expect(desk.row(2).contains("s [stage] age pod proposal"))
        let before = try library(desk).view.places.sorted()
        desk.press("s s s")
        #expect(desk.row(2).contains("[proposal]"))
        #expect(selected(desk)?.contains(" bare ") == true, "\(desk.text)")
        #expect(try library(desk).view.places.sorted() == before)
        desk.press("s")
        #expect(desk.row(2).contains("[stage]"))
    }

    // MARK: The filter

    @Test func theFilterFoldsAndStaysInSight() throws {
        var desk = try desk()
        desk.press("2 /")
        desk.type("TOMAS hold")
        #expect(desk.row(1).contains("/ TOMAS hold") && desk.grid.cursor != nil)
        #expect(desk.row(2).contains("1 of 3 match") && selected(desk)?.contains("Tomás Vidal") == true)
        desk.press("Enter")
        #expect(desk.row(1).contains("/ TOMAS hold") && desk.grid.cursor == nil)
        // It narrows the other lists too, until it is cleared.
        desk.press("1")
        #expect(desk.text.contains("nothing here has “TOMAS hold”; 2 Actions has 1: Esc shows all rows"))
        desk.press("Esc")
        #expect(desk.text.contains("courier-heat") && desk.front is LibraryScreen)
        desk.press("Esc")
        #expect(desk.front == nil)
    }

    /// What is not in one tab may be in another one.
    @Test func theTabsThatHaveItAreNamed() throws {
        var desk = try desk()
        desk.press("2 /")
        desk.type("pager")
        #expect(desk.text.contains("nothing here has “pager”; 3 Decisions has 1: Esc shows all rows"), "\(desk.text)")
    }

    /// A person remembers a month, a quarter, or what a meeting was about.
    @Test(arguments: [
        ("3", "nov 2026", 2), ("3", "2026q4", 2), ("3", "2026Q1", 0), ("2", "20 nov", 1), ("5", "chair rotation", 1),
        ("5", "arrival times", 1), ("5", "2026q4", 4),
    ])
    func rowsAreFoundByWhatAPersonRemembers(key: String, filter: String, count: Int) throws {
        var desk = try desk()
        desk.press(key)
        desk.press("/")
        desk.type(filter)
        #expect(try library(desk).view.places.count == count, "\(desk.text)")
    }

    @Test func bothEndsOfAListHaveALetter() throws {
        var desk = try desk()
        desk.press("G")
        #expect(try library(desk).view.cursor == 4)
        desk.press("g")
        #expect(try library(desk).view.cursor == 0)
        desk.press("Ctrl-D")
        #expect(try library(desk).view.cursor == 4)
        desk.press("Ctrl-U")
        #expect(try library(desk).view.cursor == 0)
    }

    @Test func lettersAreTypedAndMovesStillMove() throws {
        var desk = try desk()
        desk.press("/")
        desk.type("disp")
        #expect(try library(desk).view.places.count == 2, "\(desk.text)")
        let first = selected(desk)
        desk.press("Down")
        let isTyping = try library(desk).isTyping
        #expect(selected(desk) != first && isTyping)
        desk.press("Esc")
        #expect(try library(desk).filter.isEmpty && !library(desk).isTyping)
    }

    @Test func whatIsPastedIsLookedFor() throws {
        var desk = try desk()
        desk.send(.input(.paste("heat")))
        #expect(try library(desk).view.places.count == 1)
        desk.send(.input(.paste(String(repeating: "x", count: 300))))
        #expect(desk.refusal?.contains("a search takes 256 bytes") == true)
    }

    @Test func anEmptyTabSaysWhatWouldFillIt() throws {
        var desk = try Desk(Desk.opened)
        desk.openLibrary(LibraryReading(TestLibrary.library(history: []), today: TestLibrary.today))
        desk.press("2")
        #expect(desk.text.contains("No open actions"))
        desk.press("3")
        #expect(desk.text.contains("No decisions"))
    }

    // MARK: What opens

    @Test(arguments: [
        (
            "1", "bare",
            ["Promotions by uplift", "on agenda, waits for", "History", "A holdout of six weeks.", "team: Lena Ortiz"]
        ),
        (
            "2", "second city",
            ["due        Fri 20 Nov 2026, 5 days overdue", "Where it came from", "vote       1 on the proposal: 4–2"]
        ),
        (
            "3", "eta",
            ["✓ approved on Wed 11 Nov 2026: The gain", "over open concern 1 of Lena Ortiz: The test ran in one"]
        ),
        ("3", "bare", ["because of concern 1", "At that meeting", "What has happened since", "on the agenda"]),
        ("4", "feature", ["Offered by", "courier-heat (Dispatch)", "Used as a part of the platform by"]),
        (
            "5", "2026-11-11",
            ["58 minutes of 60 · 1 approved", "Lena Ortiz, concern: The test ran", "yes Bo Håkansson; no Wen"]
        ),
        ("5", "dec wed", ["Wed 2 Dec 2026, is to come"]),
    ])
    func enterOpens(key: String, filter: String, texts: [String]) throws {
        var desk = try desk(Size(rows: 50, columns: 120))
        desk.press(key)
        desk.press("/")
        desk.type(filter)
        desk.press("Enter Enter")
        #expect(desk.front is DocumentReader)
        for text in texts { #expect(desk.text.contains(text), "\(text) in\n\(desk.text)") }
        desk.press("e r")
        #expect(desk.effects == [], "a page of the past can't be edited")
        desk.press("Esc")
        #expect(desk.front is LibraryScreen)
    }

    /// What `platform.yaml` says of a piece stands in its row and on its page.
    @Test func thePartsOfThePlatform() throws {
        let part = PlatformPart(
            name: "drift-alarm", kind: .platform, owner: "Wen Li", state: .planned, aka: ["features"],
            note: "Spring.")
        var desk = try Desk(Desk.opened, size: Size(rows: 24, columns: 80))
        desk.openLibrary(LibraryReading(TestLibrary.library(platform: [part]), today: TestLibrary.today))
        desk.press("4 /")
        desk.type("wen spring")
        #expect(selected(desk)?.contains("planned") == true, "\(desk.text)")
        desk.press("Enter Enter")
        #expect(desk.text.contains("planned, owned by Wen Li: Spring.") && desk.text.contains("also called features"))
    }

    /// Who looks through a list need not go back to it for each row.
    @Test func thePageOfTheNextRow() throws {
        var desk = try desk()
        desk.press("3 Enter ]")
        #expect(desk.front is DocumentReader && desk.text.contains("✓ approved on Wed 11 Nov 2026"), "\(desk.text)")
        desk.press("]")
        #expect(desk.notice == "there is no row below this one" && desk.text.contains("✓ approved on Wed 11 Nov 2026"))
        desk.press("Esc")
        #expect(selected(desk)?.contains("eta-v3") == true)
        desk.press("Enter [")
        #expect(desk.text.contains("↻ sent back for revision on Wed 18 Nov 2026"))
        desk.press("Esc H ]")
        #expect(desk.front is DocumentReader && desk.text.contains("Promotions by uplift"))
    }

    /// A page is searched as a pane is, and `n` goes on as in other programs.
    @Test func aTextOnAPageIsFound() throws {
        var desk = try desk(Size(rows: 12, columns: 80))
        desk.press("1 Enter /")
        desk.type("LENA")
        desk.press("Enter")
        let all = desk.notice.flatMap { $0.split(separator: " ").dropFirst(3).first.map { $0.dropLast() } }
        let count = try #require(all.flatMap { Int($0) })
        #expect(desk.notice == "“lena”: 1 of \(count); n goes to the next, N to the one before" && count > 1)
        #expect(desk.text.contains("Lena"))
        let marked = desk.grid.cells.filter { $0.style.traits.contains(.reverse) }.map { desk.grid.glyph(of: $0) }
        #expect(marked.joined().lowercased().replacing("lena", with: "").isEmpty && marked.count >= 4, "\(marked)")
        for place in 2...count {
            desk.press("n")
            #expect(desk.notice == "“lena”: \(place) of \(count); n goes to the next, N to the one before")
        }
        desk.press("n")
        #expect(desk.notice == "“lena”: 1 of \(count), from the top again; n goes to the next, N to the one before")
        desk.press("/")
        desk.type("zebra")
        desk.press("Enter")
        #expect(desk.refusal == "“zebra” does not stand on this page" && desk.front is DocumentReader)
        desk.press("n")
        #expect(desk.notice == "n does nothing on this page: ? lists the keys")
    }

    /// What several lists name is found by all of them, as the totals count it, and its page says them.
    @Test func aPieceThatIsRemarkableTwice() throws {
        let others = ["one", "two"].map { id in
            var proposal = TestHall.prepTime
            (proposal.id, proposal.reuse) = (id, ["labels"])
            return proposal
        }
        var desk = try Desk(Desk.opened, size: Size(rows: 24, columns: 120))
        desk.openLibrary(LibraryReading(TestLibrary.library(drafts: others), today: TestLibrary.today))
        desk.press("4 /")
        desk.type("labels unused")
        #expect(selected(desk)?.contains("built twice") == true, "\(desk.text)")
        desk.press("Enter Enter")
        #expect(desk.text.contains("built twice, unused"))
    }

    @Test func theOrderIsNamedOnceItIsAnotherOne() throws {
        var desk = try desk(Size(rows: 24, columns: 40))
        desk.press("3 s s")
        #expect(desk.row(2).contains("s by decision"), "\(desk.text)")
    }

    @Test func theHistoryOfTheRowsItem() throws {
        var desk = try desk()
        desk.press("3 H")
        #expect(desk.text.contains("Promotions by uplift") && desk.text.contains("History"))
        desk.press("Esc 4 H")
        #expect(desk.refusal == "this row is about no item")
    }

    /// Over a meeting the history of its item opens at once, and the library is read for it.
    @Test func theHistoryOfTheItemBeforeTheCouncil() throws {
        var desk = try Desk(Desk.opened + " / go 2")
        desk.press("H")
        #expect(desk.effects == [.readLibrary] && desk.text.contains(LibraryScreen.isBeingRead))
        desk.send(.library(.success(TestLibrary.reading())))
        #expect(desk.text.contains("sent back for revision: A holdout of six weeks."))
        desk.press("Esc")
        desk.run("history eta-v3")
        #expect(desk.effects == [] && desk.text.contains("The gain is worth the pager."))
        desk.press("Esc")
        desk.run("history eta-v4")
        #expect(desk.text.contains("called `eta-v4`; did you mean `eta-v3`?"))
    }

    @Test func theHistoryOfATopic() throws {
        var desk = try desk()
        desk.press("Esc")
        desk.run("history chair-rotation")
        #expect(desk.text.contains("Chair rotation") && desk.text.contains("Who is next?"))
    }

    @Test func noMeetingIsOpenedFromAMeeting() throws {
        var desk = try desk()
        desk.press("5 o")
        #expect(desk.refusal?.hasPrefix("a meeting is open here") == true && desk.front is LibraryScreen)
    }

    // MARK: The mouse

    @Test func clicksAndTheWheel() throws {
        var desk = try desk()
        desk.send(.mouse(true))
        func click(_ row: Int, _ column: Int) {
            desk.send(.input(.mouse(MouseEvent(.press, at: Position(row: row, column: column)))))
        }
        click(1, 30)
        #expect(try library(desk).tab == 1)
        click(5, 10)
        #expect(try library(desk).view.cursor == 1)
        desk.send(.input(.mouse(MouseEvent(.scrollDown, at: Position(row: 5, column: 10)))))
        #expect(try library(desk).view.cursor == 2)
        click(6, 10)
        #expect(desk.front is DocumentReader)
    }

    // MARK: The footer and the help

    @Test func theFooterTellsWhatWorks() throws {
        var desk = try desk()
        #expect(desk.row(-1).contains("Enter open  / filter  s sort") && desk.row(-1).contains("H history"))
        desk.press("/")
        #expect(desk.row(-1).contains("Esc clears it") && !desk.row(-1).contains("s sort"))
        desk.press("h Enter 4")
        #expect(!desk.row(-1).contains("H history") && desk.row(-1).contains("Esc all rows"))
        desk.press("?")
        #expect(desk.text.contains("Here"))
        desk.type("in all tabs")
        #expect(desk.text.contains("In the library"))
    }
}
