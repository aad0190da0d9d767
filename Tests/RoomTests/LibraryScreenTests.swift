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
        var desk = try Desk.library()
        desk.press("j j")
        let before = try desk.libraryKey()
        var early = TestHall.prepTime
        early.id = "aaa-first"
        early.cost = nil
        desk.press("r")
        desk.send(.library(.success(LibraryReading(TestLibrary.library(drafts: [early]), today: TestLibrary.today))))
        #expect(desk.text.contains("aaa-first"))
        #expect(try desk.libraryKey() == before)
    }

    // MARK: Tabs and rows

    @Test(arguments: tabs)
    func aTabByItsKey(key: String, row: String) throws {
        var desk = try Desk.library()
        desk.press(key)
        #expect(desk.row(1).contains("[\(key) ") && desk.text.contains(row), "\(desk.text)")
    }

    @Test func tabsInTurns() throws {
        var desk = try Desk.library()
        for (keys, tab) in [("Tab", 1), ("] ]", 3), ("Tab Tab", 0), ("Shift-Tab", 4), ("[", 3)] {
            desk.press(keys)
            #expect(try desk.libraryScreen().tab == tab, "\(keys)")
        }
        desk.press("Esc")
        desk.run("library decisions")
        #expect(try desk.libraryScreen().tab == 2)
    }

    @Test func arrowsMoveAndStopAtTheEnds() throws {
        var desk = try Desk.library()
        let first = desk.selectedRow
        desk.press("j")
        let second = desk.selectedRow
        desk.press("Down k")
        #expect(second != first && desk.selectedRow == second)
        desk.press("End")
        let last = desk.selectedRow
        desk.press("j PgDn")
        #expect(desk.selectedRow == last)
        desk.press("Home Up")
        #expect(desk.selectedRow == first)
    }

    @Test func theListScrollsWithItsRow() throws {
        var desk = try Desk(Desk.opened, size: Size(rows: 10, columns: 80))
        desk.openLibrary(TestLibrary.reading(complaints: ["cut"]))
        let rows = try desk.libraryScreen().listRows(in: desk.room)
        #expect(rows < 5)
        desk.press("End")
        #expect(desk.selectedRow != nil && desk.text.contains("▴"))
        desk.press("PgUp PgUp")
        #expect(try desk.libraryScreen().view.top == 0 && desk.text.contains("▾"))
    }

    @Test func sortsAreNamedAndKeepTheRows() throws {
        var desk = try Desk.library()
        #expect(desk.row(2).contains("s [stage] age pod proposal"))
        let before = try desk.libraryScreen().view.places.sorted()
        desk.press("s s s")
        #expect(desk.row(2).contains("[proposal]"))
        #expect(desk.selectedRow?.contains(" bare ") == true, "\(desk.text)")
        #expect(try desk.libraryScreen().view.places.sorted() == before)
        desk.press("s")
        #expect(desk.row(2).contains("[stage]"))
    }

    // MARK: The filter

    @Test func theFilterFoldsAndStaysInSight() throws {
        var desk = try Desk.library()
        desk.press("2 /")
        desk.type("TOMAS hold")
        #expect(desk.row(1).contains("/ TOMAS hold") && desk.grid.cursor != nil)
        #expect(desk.row(2).contains("1 of 3 match") && desk.selectedRow?.contains("Tomás Vidal") == true)
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
        var desk = try Desk.library()
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
        var desk = try Desk.library()
        desk.press(key)
        desk.press("/")
        desk.type(filter)
        #expect(try desk.libraryScreen().view.places.count == count, "\(desk.text)")
    }

    @Test func bothEndsOfAListHaveALetter() throws {
        var desk = try Desk.library()
        desk.press("G")
        #expect(try desk.libraryScreen().view.cursor == 4)
        desk.press("g")
        #expect(try desk.libraryScreen().view.cursor == 0)
        desk.press("Ctrl-D")
        #expect(try desk.libraryScreen().view.cursor == 4)
        desk.press("Ctrl-U")
        #expect(try desk.libraryScreen().view.cursor == 0)
    }

    @Test func lettersAreTypedAndMovesStillMove() throws {
        var desk = try Desk.library()
        desk.press("/")
        desk.type("disp")
        #expect(try desk.libraryScreen().view.places.count == 2, "\(desk.text)")
        let first = desk.selectedRow
        desk.press("Down")
        let isTyping = try desk.libraryScreen().isTyping
        #expect(desk.selectedRow != first && isTyping)
        desk.press("Esc")
        #expect(try desk.libraryScreen().filter.isEmpty && !desk.libraryScreen().isTyping)
    }

    @Test func whatIsPastedIsLookedFor() throws {
        var desk = try Desk.library()
        desk.send(.input(.paste("heat")))
        #expect(try desk.libraryScreen().view.places.count == 1)
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

    // MARK: The mouse

    @Test func clicksAndTheWheel() throws {
        var desk = try Desk.library()
        desk.send(.mouse(true))
        func click(_ row: Int, _ column: Int) {
            desk.send(.input(.mouse(MouseEvent(.press, at: Position(row: row, column: column)))))
        }
        click(1, 30)
        #expect(try desk.libraryScreen().tab == 1)
        click(5, 10)
        #expect(try desk.libraryScreen().view.cursor == 1)
        desk.send(.input(.mouse(MouseEvent(.scrollDown, at: Position(row: 5, column: 10)))))
        #expect(try desk.libraryScreen().view.cursor == 2)
        click(6, 10)
        #expect(desk.front is DocumentReader)
    }

    // MARK: The footer and the help

    @Test func theFooterTellsWhatWorks() throws {
        var desk = try Desk.library()
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
