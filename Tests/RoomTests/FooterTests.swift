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
        #expect(desk.row(-1).trimmed == "y yes n no a abstain Enter tally Esc ?")
    }

    /// The keys of each state, the most wanted first, on a line that is wide enough for all of them.
    @Test(arguments: [
        (
            Desk.present, "r",
            "Enter open the meeting · A as last time · p present · r remote · a absent · Esc leave · / find a name · j k move · u undo · L library · "
                + "S search · ? help"
        ),
        (
            Desk.opened, "r",
            "Enter done · p present · r remote · a absent · Esc leave · / find a name · j k move · u undo · L library · S search · A as last time · ? help"
        ),
        (Desk.present, "Esc", "o open · r roll · Tab pane · u undo · q leave · ? help · : command"),
        (
            Desk.opened, "",
            "n note · v vote · d decide · ] [ items · a action · e amend · r roll · Tab pane · u undo · C close"
                + " · m motion · q leave · ? help · : command"
        ),
        (
            Desk.opened, "n h Esc",
            "n resume the draft · v vote · d decide · ] [ items · a action · e amend · r roll · Tab pane · u undo"
                + " · C close · m motion · q leave · ? help · : command"
        ),
        (
            Desk.opened, "n",
            "Enter record · Esc keep as draft · Tab @who kind: · Ctrl-E editor · Up earlier notes"
                + " · Alt-Enter new line · F1 help"
        ),
        (
            Desk.voting, "",
            "v vote · n note · a action · r roll · Tab pane · u undo · C close · q leave · ? help · : command"
        ),
        (
            Desk.voting, "v",
            "y yes · n no · a abstain · r recuse · b because (Tomás) · Enter tally · j k move · Esc leave · l late arrival · ? help"
        ),
        (Desk.voting, "v b", "Enter record · Esc leave · Tab next field · ←→ choose, or its letter · ? help"),
        (
            Desk.tied, "",
            "t tie-break · n note · v vote · d decide · ] [ items · a action · e amend · r roll · Tab pane · u undo"
                + " · C close · m motion · q leave · ? help · : command"
        ),
        (Desk.opened, "d", "Enter record · Esc leave · Tab next field · ←→ choose, or its letter · ? help"),
        (
            Desk.opened + " / go 2", "d a Tab x Enter",
            "Enter yes, record · Esc leave · Tab next field · F1 help"
        ),
        (Desk.opened, "a", "Enter record · Esc leave · Tab next field · F1 help"),
        (Desk.opened, "e", "Enter record · Esc leave · ↓ choose · Tab next field · F1 help"),
        (
            Desk.opened, "e s o Tab",
            "Enter record · Esc leave · Tab next field · Ctrl-E editor · Alt-Enter new line · F1 help"
        ),
        (
            Desk.opened, "C",
            "Enter close and write the minutes · j k move · Esc go on · p preview · ? help"
        ),
        (Desk.voting, "C", "j k move · Esc go on · p preview · ? help"),
        (Desk.voting, "C j", "Enter go there · j k move · Esc go on · p preview · ? help"),
        (Desk.opened, ":", "Enter run · Esc leave · Tab complete · Up earlier lines · F1 help"),
        (Desk.opened, "?", "type to search · Esc leave · Up Down scroll"),
        (Desk.opened, "/", "Enter find · Esc leave · F1 help"),
        (
            Desk.opened + " / close anyway", "",
            ":reopen corrects · :publish writes again · Tab pane · q leave · ? help · : command"
        ),
    ])
    func eachStateOffersItsKeys(lines: String, keys: String, footer: String) throws {
        var desk = try Desk(lines, size: Size(rows: 24, columns: 160))
        desk.press(keys)
        #expect(shown(desk) == footer)
    }

    @Test func whoFollowsAndWhoLooksAtAListHaveOtherKeys() throws {
        let size = Size(rows: 24, columns: 160)
        var desk = try Desk(Desk.opened, recording: .following("process 7"), size: size)
        #expect(shown(desk) == "Tab pane · j k scroll · / find · q leave · ? help · : command")
        desk = try Desk(Desk.opened, size: size)
        desk.run("portfolio")
        #expect(shown(desk) == "Esc leave · Tab all quarters · ? help")
        desk.press("Esc")
        desk.send(.themes([ThemeChoice(name: "nord", origin: "themes/")]))
        #expect(shown(desk) == "j k try · Enter keep · Esc back to · ? help")
    }

    @Test(arguments: [
        (
            120,
            "n note  v vote  d decide  ] [ items  a action  e amend  r roll  Tab pane  u undo  C close           ? help  : command"
        ),
        (80, "n note  v vote  d decide  ] [ items  a action  e amend      ? help  : command"),
        (60, "n note  v vote  d decide  ] [ items     ? help  : command"),
        (40, "n note v vote d decide ] [ items   ? :"),
        (38, "n note v vote d decide ] [ items ? :"),
    ])
    func itDropsTheLastFirst(columns: Int, footer: String) throws {
        let desk = try Desk(Desk.opened, size: Size(rows: 24, columns: columns))
        #expect(desk.row(-1).trimmed == footer)
    }

    /// Rows that nobody knows to be rows are of no use.
    @Test(arguments: [80, 72])
    func theClosingChecklistShowsThatItsRowsCanBeMovedTo(columns: Int) throws {
        var desk = try Desk(Desk.opened, size: Size(rows: 24, columns: columns))
        desk.press("C")
        #expect(desk.row(-1).contains("j k move") && desk.row(-1).contains("Enter close and write the minutes"))
        desk.press("j")
        #expect(desk.row(-1).contains("Enter go there"))
    }

    @Test func keysAndLabelsLookDifferentOnTheBar() throws {
        let desk = try Desk(Desk.opened, size: Size(rows: 24, columns: 40))
        let footer = desk.grid.part(Rect(row: 23, column: 0, rows: 1, columns: 40))
        #expect(footer.roleMap == " K .... K .... K ...... KKK .....   K K")
        #expect(footer.cells.allSatisfy { $0.style.ground == .bar })
    }

    /// The hints of the footer with ` · ` between them.
    private func shown(_ desk: Desk) -> String {
        desk.row(-1).split(separator: "  ").map(\.trimmed).filter { !$0.isEmpty }.joined(separator: " · ")
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

    /// Only whoever may open a closed meeting again is told how.
    @Test func reopeningIsOfferedToThoseWhoMay() throws {
        let lines =
            "roll priya present / roll tomas present / roll wen present / roll bo present / roll lena present / "
            + "scribe lena / open / close anyway"
        for (who, mayReopen) in [("priya", true), ("lena", true), ("wen", false), ("noor", false)] {
            let desk = try Desk(lines, part: .joined(Handle(who)))
            #expect(desk.meeting.phase == .closed)
            #expect(desk.row(-1).contains(":reopen") == mayReopen, "\(who): \(desk.row(-1))")
        }
        #expect(try Desk(lines, part: .joined(nil)).row(-1).contains(":reopen") == false)
    }
}
