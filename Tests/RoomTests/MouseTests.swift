import Council
import Screen
import Testing

@testable import Room

/// The mouse, once a person has turned it on, does what keys do.
@Suite struct MouseTests {
    private static let sizes = [Size(rows: 40, columns: 120), Size(rows: 24, columns: 80), Size(rows: 12, columns: 40)]

    @Test func itIsOffUntilItsKeyTurnsItOn() throws {
        var desk = try Desk(Desk.opened)
        desk.press("M")
        #expect(desk.effects == [.mouse(true)])
        desk.send(.mouse(true))
        #expect(desk.notice?.hasPrefix("mouse on") == true)
        desk.press("M")
        #expect(desk.effects == [.mouse(false)])
        desk.send(.mouse(false))
        #expect(desk.notice == "mouse off: the terminal's own selection works")
    }

    @Test func aTerminalWithoutOneSaysSo() throws {
        var desk = try Desk(Desk.opened)
        desk.press("M")
        desk.send(.mouse(false))
        #expect(desk.refusal == "this terminal reports no mouse: the keys do everything")
    }

    @Test func aClickGoesToAPaneAndSelectsAnItem() throws {
        var desk = try Desk(Desk.opened)
        desk.click("Promotions by uplift")
        #expect(desk.room.focus == .agenda && desk.room.agendaCursor == 1)
        #expect(desk.item?.id == ItemID("prep-time"))
        desk.click("nothing noted yet")
        #expect(desk.room.focus == .notes)
    }

    @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 20, columns: 60)])
    func aClickOnATabGoesThere(size: Size) throws {
        var desk = try Desk(Desk.opened, size: size)
        desk.click("4 votes")
        #expect(desk.room.focus == .votes)
        desk.click("1 agenda")
        #expect(desk.room.focus == .agenda)
    }

    @Test(arguments: sizes)
    func clicksGiveABallot(size: Size) throws {
        var desk = try Desk(Desk.voting, size: size)
        desk.press("4")
        desk.click("Tomás")
        #expect(desk.room.voting?.highlighted == Handle("tomas"))
        #expect(desk.recorded.isEmpty)
        desk.click("Tomás")
        #expect(desk.item?.openMotion?.ballots[Handle("tomas")]?.choice == .yes)
        desk.click("Tomás")
        #expect(desk.item?.openMotion?.ballots[Handle("tomas")]?.choice == .no)
        desk.click("Wen")
        desk.click("a abstain")
        #expect(desk.item?.openMotion?.ballots[Handle("wen")]?.choice == .abstain)
    }

    @Test func aReasonBelowABallotIsTheMembersToo() throws {
        var desk = try Desk(Desk.voting + " / vote tomas yes because it is cheap")
        desk.press("v")
        desk.click("it is cheap")
        #expect(desk.room.voting?.highlighted == Handle("tomas"))
    }

    @Test func theWheelScrollsWhatItIsOver() throws {
        let many = (1...60).map { "note number \($0)" }.joined(separator: " / ")
        var desk = try Desk(Desk.opened + " / " + many)
        desk.wheel(.scrollUp, over: "number 60")
        #expect(!desk.text.contains("number 60") && desk.text.contains("number 57"))
        desk.wheel(.scrollDown, over: "number 57")
        #expect(desk.text.contains("number 60"))
        desk.press("?")
        desk.wheel(.scrollDown, over: "Help")
        #expect(!desk.text.contains("roll WHO present|remote|absent") || !desk.row(4).contains("Meeting"))
    }

    @Test func aClickInADialogGoesToTheFieldAndChooses() throws {
        var desk = try Desk(Desk.opened)
        desk.press("d")
        desk.click("revise")
        #expect((desk.front as? Form)?.fields[0].value == "revise")
        desk.click("Because")
        desk.type("narrow it")
        desk.click("Enter")
        #expect(desk.item?.decision?.verdict == .revise)
        #expect(desk.item?.decision?.reason == "narrow it")
    }

    @Test func aClickTakesAName() throws {
        var desk = try Desk(Desk.opened)
        desk.press("a l")
        desk.click("Linh")
        #expect((desk.front as? Form)?.fields[0].value == "linh")
    }

    @Test func aClickInTheRollGoesToAPerson() throws {
        var desk = try Desk("")
        desk.click("Wen Li")
        desk.click("Wen Li")
        #expect(desk.meeting.presence(of: Handle("wen")) == .present)
        desk.click("Esc")
        #expect(desk.room.layers.isEmpty)
    }

    @Test func aNoteBeingTypedStaysInFront() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n h a l f")
        desk.click("Promotions by uplift")
        desk.type("!")
        #expect(desk.room.draft == "half!")
    }

    @Test(arguments: ["1", "n @", "m", "v", "d", "a l", "e", "r", ":", "?", "p", "C"], sizes)
    func clicksAnywhereDoNoHarm(keys: String, size: Size) throws {
        var desk = try Desk(Desk.opened, size: size)
        desk.press(keys)
        for row in stride(from: 0, to: size.rows - 1, by: 3) {
            for column in stride(from: 0, to: size.columns, by: 7) {
                desk.send(.input(.mouse(MouseEvent(.press, at: Position(row: row, column: column)))))
                desk.send(.input(.mouse(MouseEvent(.scrollDown, at: Position(row: row, column: column)))))
            }
        }
    }
}

extension Desk {
    private func place(of text: String) -> Position {
        for row in 0..<grid.rows {
            if let range = grid.text(row: row).range(of: text) {
                let before = String(grid.text(row: row)[..<range.lowerBound])
                return Position(row: row, column: TextWidth.of(before))
            }
        }
        Issue.record("“\(text)” is nowhere:\n\(grid.text)")
        return Position(row: 0, column: 0)
    }

    /// Clicks on the first letter of a text, at its first place on the screen.
    mutating func click(_ text: String) {
        send(.input(.mouse(MouseEvent(.press, at: place(of: text)))))
    }

    mutating func wheel(_ kind: MouseEvent.Kind, over text: String) {
        send(.input(.mouse(MouseEvent(kind, at: place(of: text)))))
    }
}
