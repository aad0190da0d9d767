import Council
import Screen
import Testing

@testable import Room

/// Dialogs complete what they ask for, and show what there is to choose from.
@Suite struct FormTests {
    private func fields(_ desk: Desk) -> [String] { (desk.front as? Form)?.fields.map(\.value) ?? [] }

    // MARK: Owner and date

    @Test func anOwnerIsFoundByAPartOfTheName() throws {
        var desk = try Desk(Desk.opened)
        desk.press("a")
        desk.type("ort")
        #expect(desk.text.contains("▸ lena"))
        desk.press("Tab")
        desk.type("fri")
        #expect(desk.text.contains("▸ friday"))
        desk.press("Tab")
        desk.type("shadow mode report")
        #expect(desk.text.contains("for Lena Ortiz, by Fri 27 Nov 2026"))
        desk.press("Enter")
        let action = try #require(desk.meeting.actions.last)
        #expect(action.owner == Handle("lena") && action.due == CalendarDay("2026-11-27"))
    }

    @Test func enterTakesTheOneThatIsShownBeforeItRecords() throws {
        var desk = try Desk(Desk.opened)
        desk.press("a l Down Enter")
        #expect(fields(desk) == ["linh", "", ""])
        #expect(desk.meeting.actions.isEmpty)
        desk.press("Tab")
        desk.type("read it")
        desk.press("Enter")
        #expect(desk.meeting.actions.last?.owner == Handle("linh"))
    }

    @Test func aHandleTypedOutIsTakenAsItIs() throws {
        var desk = try Desk(Desk.opened)
        desk.press("a")
        desk.type("@wen")
        #expect(!desk.text.contains("▸ wen"))
        desk.press("Tab Tab")
        desk.type("read it")
        desk.press("Enter")
        #expect(desk.meeting.actions.last?.owner == Handle("wen"))
    }

    @Test func nothingTypedShowsNoList() throws {
        var desk = try Desk(Desk.opened)
        desk.press("a")
        #expect(!desk.text.contains("Priya Raman"))
        desk.press("Down Down")
        desk.type("read it")
        desk.press("Enter")
        #expect(desk.meeting.actions.last?.owner == nil)
    }

    // MARK: Field and value

    @Test func theFieldsAreShownAndTheValueIsThereToBeChanged() throws {
        var desk = try Desk(Desk.opened)
        desk.press("e")
        #expect(desk.text.contains("tech_lead"))
        desk.type("tech")
        #expect(desk.text.contains("▸ tech_lead"))
        desk.press("Tab")
        #expect(fields(desk) == ["tech_lead", "Lena Ortiz, ml-engineer", ""])
        desk.type("Sam Okafor, data-scientist")
        desk.press("Shift-Tab Tab")
        #expect(fields(desk)[1] == "Sam Okafor, data-scientist")
        desk.press("Enter")
        #expect(desk.item?.amendments.last?.after == "Sam Okafor, data-scientist")
    }

    @Test func theValueIsSelectedUntilAnArrowGoesIntoIt() throws {
        var desk = try Desk(Desk.opened)
        desk.press("e p o d Tab End")
        desk.type(", Search")
        #expect(fields(desk)[1] == "Dispatch, Search")
        desk = try Desk(Desk.opened)
        desk.press("e p o d Tab Backspace")
        #expect(fields(desk)[1].isEmpty)
        desk = try Desk(Desk.opened)
        desk.press("e p o d Tab")
        desk.send(.input(.paste("Search")))
        #expect(fields(desk)[1] == "Search")
        desk.press("Ctrl-_ Ctrl-_")
        #expect(fields(desk)[1] == "Dispatch")
    }

    @Test func anotherFieldBringsItsOwnValueWhereNobodyTypedOne() throws {
        var desk = try Desk(Desk.opened)
        desk.press("e")
        desk.type("pod")
        desk.press("Tab Shift-Tab Ctrl-U")
        desk.type("blocker")
        desk.press("Tab")
        #expect(fields(desk)[1] == "production")
    }

    @Test func aSectionKeepsItsLines() throws {
        var desk = try Desk(Desk.opened)
        desk.press("e")
        desk.type("solution")
        desk.press("Tab")
        let before = fields(desk)[1]
        #expect(before.contains("\n"))
        desk.press("Ctrl-E")
        #expect(desk.effects == [.edit(before)])
        desk.send(.edited(before + "\nOne more.\n"))
        #expect(fields(desk)[1] == before + "\nOne more.")
        desk.press("Enter")
        #expect(desk.item?.amendments.last?.after.hasSuffix("ready - drive)\n```\nOne more.") == true)
    }

    @Test(arguments: [Size(rows: 40, columns: 120), Size(rows: 24, columns: 80), Size(rows: 12, columns: 40)])
    func theCursorStaysInSight(size: Size) throws {
        var desk = try Desk(Desk.opened, size: size)
        var texts = 0
        for keys in ["e s o", "Tab", "Tab", "Esc a l", "Down Down Tab", "Tab", "Tab Shift-Tab", "Esc d Tab f", "Tab"] {
            desk.press(keys)
            guard try #require(desk.front as? Form).takesText else { continue }
            texts += 1
            #expect(desk.grid.cursor != nil, "\(keys):\n\(desk.text)")
        }
        #expect(texts >= 7)
    }

    // MARK: Topics

    @Test func aTopicIsAskedAboutInOnesOwnWords() throws {
        var desk = try Desk(Desk.opened + " / go 4")
        desk.press("m")
        #expect(fields(desk) == ["", "motion", "", ""])
        desk.type("Shall we rotate now?")
        desk.press("Enter")
        #expect(desk.item?.openMotion?.question == .text("Shall we rotate now?"))
    }
}
