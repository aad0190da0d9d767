import Council
import Screen
import Testing

@testable import Room

/// A narrow footer drops the least wanted hints first, and keeps the way out and the help.
@Suite struct FooterTests {
    private static let sizes = [38, 40, 60, 80, 120].map { Size(rows: 24, columns: $0) }

    @Test(arguments: sizes)
    func helpIsAlwaysThere(size: Size) throws {
        var desk = try Desk(Desk.opened, size: size)
        #expect(desk.row(-1).contains("?") && desk.row(-1).contains(":"))
        for keys in ["n", "m", "d", "a", "e", "r", ":", "/", "C"] {
            desk.press(keys)
            #expect(desk.row(-1).contains("F1") || desk.row(-1).contains("?"), "\(keys): \(desk.row(-1))")
            #expect(desk.row(-1).contains("Esc"), "\(keys): \(desk.row(-1))")
            desk.press("Esc")
        }
    }

    @Test(arguments: sizes)
    func helpOpensFromEverywhereAndGivesItsPlaceBack(size: Size) throws {
        var desk = try Desk(Desk.voting, size: size)
        desk.press("v ?")
        #expect(desk.front is HelpPage)
        desk.press("Esc")
        #expect(desk.front is Voting)
        desk.press("Esc n")
        desk.type("why?")
        desk.press("F1 Esc Enter")
        #expect(desk.item?.notes.last?.text == "why?")
    }

    @Test func theBallotsAreThereOnTheNarrowestScreen() throws {
        var desk = try Desk(Desk.voting, size: Size(rows: 12, columns: 40))
        desk.press("v")
        #expect(desk.row(-1).trimmed == "y yes n no a abstain r recuse Esc    ?")
    }

    @Test func aColumnIsAKey() {
        let line = FooterLine(
            [Hint("n", "note"), Hint("] [", "items"), Hint("Esc", "leave")], always: [Hint("?", "help")], columns: 80)
        #expect(line.key(at: 1) == .character("n") && line.key(at: 6) == .character("n"))
        #expect(line.key(at: 7) == nil)
        #expect(line.key(at: 9) == .character("]") && line.key(at: 11) == .character("["))
        #expect(line.key(at: 15) == .character("]"))
        #expect(line.key(at: 20) == .escape)
        #expect(line.key(at: 75) == .character("?"))
    }
}
