import Council
import Screen
import Testing

@testable import Room

/// The view for the shared screen.
@Suite struct PresenterTests {
    static let sizes = [
        Size(rows: 40, columns: 120), Size(rows: 24, columns: 80), Size(rows: 20, columns: 60),
        Size(rows: 12, columns: 40),
    ]

    private func lines(_ desk: Desk) -> [String] {
        (1..<desk.grid.rows - 1).map { desk.row($0).trimmed }.filter { !$0.isEmpty }
    }

    @Test(arguments: sizes)
    func atMostADozenLines(size: Size) throws {
        for state in [
            Desk.opened, Desk.voting, Desk.tied, Desk.tied + " / rule yes because the risk is small / decide approve",
            Desk.opened + " / go 3 / motion",
        ] {
            var desk = try Desk(state, size: size)
            desk.press("p")
            #expect((2...12).contains(lines(desk).count), "\(desk.text)")
        }
    }

    @Test(arguments: sizes)
    func showsTitleQuestionTallyRulingDecisionAndClock(size: Size) throws {
        var desk = try Desk(Desk.tied + " / rule yes because the risk is small / decide approve", size: size)
        desk.press("p")
        let text = lines(desk).joined(separator: "\n")
        for part in [
            "Dispatch by predicted prep time", "The proposal", "YES", "NO", "3–3", "tied", "APPROVED", "of 15",
        ] {
            #expect(text.contains(part), "\(part) at \(size):\n\(text)")
        }
    }

    @Test func aLongTitleTakesTwoLinesAndNoMore() throws {
        var desk = try Desk(Desk.opened + " / go 3", size: Size(rows: 20, columns: 40))
        desk.press("p")
        let shown = lines(desk)
        #expect(shown[0].hasPrefix("注文の検索を書き換える: query") && shown[1].hasPrefix("rewriting for every"))
        #expect(!shown[2].contains("market that"), "\(shown)")
    }

    /// From the far end of a room the decision is what one has to see.
    @Test func theDecisionStandsOutReversed() throws {
        var desk = try Desk(Desk.tied + " / rule yes because the risk is small / decide approve")
        desk.press("p")
        let row = try #require((0..<desk.grid.rows).first { desk.row($0).contains("✓ APPROVED") })
        #expect(desk.grid[row, 5].style == Style(.yes, on: .page, [.bold, .reverse]))
    }

    @Test func saysWhoseBallotTheNextKeySets() throws {
        var desk = try Desk(Desk.voting)
        desk.press("p v")
        #expect(desk.text.contains("▸ Tomás"))
        desk.press("y")
        #expect(desk.text.contains("▸ Wen"))
    }

    /// Neither the panes nor undo, the command line and dialogs show a private note.
    @Test func privateNotesLeaveNoTrace() throws {
        var desk = try Desk(Desk.opened + " / note private: a secret / note plain words")
        desk.press("p")
        for keys in ["u", "u", "Ctrl-R", "C", "Esc", ": s t r i k e", "Tab", "Tab"] {
            desk.press(keys)
            #expect(!desk.text.contains("a secret"), "after \(keys)")
        }
    }

    @Test func aDraftIsNotShown() throws {
        var desk = try Desk(Desk.opened)
        desk.press("p n")
        desk.type("half a thought")
        #expect(!desk.text.contains("half a thought"))
        #expect(desk.text.contains("14 letters of a note, not shown here"))
        desk.press("Enter")
        #expect(desk.item?.notes.last?.text == "half a thought")
    }

    /// A person who types a note unseen sees each key arrive, on the narrowest screen too.
    @Test func theLettersAreCountedWhereTheyAreNotShown() throws {
        var desk = try Desk(Desk.opened, size: Size(rows: 12, columns: 40))
        desk.press("p n")
        desk.type("abc")
        #expect(desk.text.contains("● 3 letters"))
    }

    /// A key that changes nothing on the screen draws nothing anew.
    @Test func isDrawnWhenSomethingChanges() throws {
        let desk = try Desk(Desk.voting)
        #expect(PresenterView.Key(desk.room) == PresenterView.Key(desk.room))
        var later = desk
        later.wait(seconds: 2)
        #expect(PresenterView.Key(later.room) != PresenterView.Key(desk.room))
    }
}
