import Council
import Screen
import Testing

@testable import Room

/// What opens from the rows of the library: pages, histories, other rows' pages.
@Suite struct LibraryOpeningTests {
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
        var desk = try Desk.library(Size(rows: 50, columns: 120))
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
        #expect(desk.selectedRow?.contains("planned") == true, "\(desk.text)")
        desk.press("Enter Enter")
        #expect(desk.text.contains("planned, owned by Wen Li: Spring.") && desk.text.contains("also called features"))
    }

    /// Who looks through a list need not go back to it for each row.
    @Test func thePageOfTheNextRow() throws {
        var desk = try Desk.library()
        desk.press("3 Enter ]")
        #expect(desk.front is DocumentReader && desk.text.contains("✓ approved on Wed 11 Nov 2026"), "\(desk.text)")
        desk.press("]")
        #expect(desk.notice == "there is no row below this one" && desk.text.contains("✓ approved on Wed 11 Nov 2026"))
        desk.press("Esc")
        #expect(desk.selectedRow?.contains("eta-v3") == true)
        desk.press("Enter [")
        #expect(desk.text.contains("↻ sent back for revision on Wed 18 Nov 2026"))
        desk.press("Esc H ]")
        #expect(desk.front is DocumentReader && desk.text.contains("Promotions by uplift"))
    }

    /// A page is searched as a pane is, and `n` goes on as in other programs.
    @Test func aTextOnAPageIsFound() throws {
        var desk = try Desk.library(Size(rows: 12, columns: 80))
        desk.press("1 Enter /")
        desk.type("LENA")
        desk.press("Enter")
        let all = desk.notice.flatMap { $0.split(separator: " ").dropFirst(3).first.map { $0.dropLast() } }
        let count = try #require(all.flatMap { Int($0) })
        #expect(desk.notice == "“lena”: 1 of \(count); n goes to the next, N to the one before" && count > 1)
        #expect(desk.text.contains("Lena"))
        // Each place is marked, and not its line; the title has the same look.
        let marked = desk.grid.cells.filter { $0.style.ground == .dialog && $0.style.traits.contains(.reverse) }
        let letters = String(marked.compactMap { UnicodeScalar(desk.grid.glyph(of: $0).base).map(Character.init) })
        #expect(letters.hasSuffix("  LenaLena"), "\(letters)")
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
        #expect(desk.selectedRow?.contains("built twice") == true, "\(desk.text)")
        desk.press("Enter Enter")
        #expect(desk.text.contains("built twice, unused"))
    }

    @Test func theOrderIsNamedOnceItIsAnotherOne() throws {
        var desk = try Desk.library(Size(rows: 24, columns: 40))
        desk.press("3 s s")
        #expect(desk.row(2).contains("s by decision"), "\(desk.text)")
    }

    @Test func theHistoryOfTheRowsItem() throws {
        var desk = try Desk.library()
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
        var desk = try Desk.library()
        desk.press("Esc")
        desk.run("history chair-rotation")
        #expect(desk.text.contains("Chair rotation") && desk.text.contains("Who is next?"))
    }

    @Test func noMeetingIsOpenedFromAMeeting() throws {
        var desk = try Desk.library()
        desk.press("5 o")
        #expect(desk.refusal?.hasPrefix("a meeting is open here") == true && desk.front is LibraryScreen)
    }
}
