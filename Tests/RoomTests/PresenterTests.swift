import Council
import Foundation
import Screen
import Testing

@testable import Room

/// The view for the shared screen.
@Suite struct PresenterTests {
    static let sizes = [
        Size(rows: 50, columns: 200), Size(rows: 40, columns: 120), Size(rows: 24, columns: 80),
        Size(rows: 20, columns: 60),
        Size(rows: 12, columns: 40),
    ]

    static let decided = Desk.tied + " / rule yes because the risk is small / decide approve"

    /// Whether the text stands there, in letters of any size.
    private func shows(_ text: String, _ desk: Desk) -> Bool {
        if desk.text.contains(text) { return true }
        let rows = (0..<desk.grid.rows).map { desk.row($0) }
        return LetterSize.all(.braille).contains { size in
            guard let lines = LargeText.line(text, size, .plain, symbols: .braille)?.map(\.text) else { return false }
            return rows.indices.dropLast(lines.count - 1).contains { top in
                zip(rows[top...], lines).allSatisfy { $0.contains($1) }
            }
        }
    }

    /// The upper left corner of a text in letters of any size.
    private func place(of text: String, _ desk: Desk) throws -> Position {
        let rows = (0..<desk.grid.rows).map { desk.row($0) }
        let drawn = LetterSize.all(.braille).compactMap {
            LargeText.line(text, $0, .plain, symbols: .braille)?.map(\.text)
        }
        for lines in drawn + [[text]] {
            for top in rows.indices.dropLast(lines.count - 1) {
                let columns = zip(rows[top...], lines).map { row, line in
                    row.range(of: line).map { row.distance(from: row.startIndex, to: $0.lowerBound) }
                }
                if let column = columns[0], columns.allSatisfy({ $0 != nil }) {
                    return Position(row: top, column: column)
                }
            }
        }
        throw POSIXError(.ENOENT)
    }

    private func presenting(_ state: String, _ size: Size = Size(rows: 40, columns: 120)) throws -> Desk {
        var desk = try Desk(state, size: size)
        if desk.front is RollCall { desk.press("Esc") }
        desk.press("p")
        return desk
    }

    // MARK: What the room does

    @Test(arguments: sizes)
    func aRecessSaysUntilWhen(size: Size) throws {
        let desk = try presenting(Desk.opened + " / motion / recess 10", size)
        #expect(shows("RECESS", desk) || shows("= recess", desk))
        #expect(shows("until \(desk.room.clock.time(desk.room.meeting.recess!.since + 600))", desk) || size.rows < 24)
        #expect(!shows("YES", desk))
    }

    @Test func theQueueJoinsItsItem() throws {
        let desk = try presenting(Desk.opened + " / queue bo / queue wen / next", Size(rows: 40, columns: 120))
        #expect(shows("Bo Håkansson", desk))
        #expect(shows("next: Wen", desk))
    }

    // MARK: One thought at a time

    @Test(arguments: sizes)
    func theRollSaysWhoIsHereAndWhetherTheyAreEnough(size: Size) throws {
        var desk = try presenting("roll priya present / roll tomas remote / roll wen absent", size)
        #expect(shows("2 of 7,", desk) || desk.text.contains("2 of 7, 4 make a quorum"), "\(desk.text)")
        for part in ["Priya", "Tomás", "陳美玲", "remote", "absent", "not yet"] {
            #expect(shows(part, desk) || shows("✓ \(part)", desk), "\(part) at \(size):\n\(desk.text)")
        }
        desk = try presenting(Desk.present + " / roll lena present", size)
        #expect(shows("quorum: 7 of 7", desk))
        #expect(shows("Lena Ortiz", desk) || size.rows < 24)
    }

    @Test(arguments: sizes)
    func anItemShowsTitleFiguresAndGate(size: Size) throws {
        var desk = try presenting(Desk.opened, size)
        for part in ["Dispatch", "Lena Ortiz presents", "impact", "cost:", "gate: clear", "item 1 of 4"] {
            #expect(shows(part, desk), "\(part) at \(size):\n\(desk.text)")
        }
        desk = try presenting(Desk.opened + " / go 2", size)
        #expect(shows("gate:", desk) && !shows("gate: clear", desk), "\(desk.text)")
    }

    @Test(arguments: sizes)
    func aVoteShowsQuestionBallotsAndWhereItStands(size: Size) throws {
        let desk = try presenting(
            Desk.voting + " / vote tomas yes / vote wen no / vote bo abstain / vote mei recuse", size)
        for part in ["Approve", "Tomás", "Wen", "Anaïs", "yes", "no", "abstains", "recused", "not yet", "chair", "1–1"]
        {
            #expect(shows(part, desk) || shows("✓ \(part)", desk), "\(part) at \(size):\n\(desk.text)")
        }
    }

    /// People find their own tile where it was.
    @Test(arguments: sizes)
    func nothingMovesDuringAVote(size: Size) throws {
        var desk = try presenting(Desk.voting, size)
        let before = try place(of: "Priya", desk)
        desk.press("v")
        for key in "ynaryn" {
            desk.press(String(key))
            #expect(try place(of: "Priya", desk) == before, "after \(key):\n\(desk.text)")
        }
    }

    @Test(arguments: sizes)
    func theOutcomeThenTheRulingThenTheDecision(size: Size) throws {
        var desk = try presenting(Desk.tied, size)
        #expect(shows("tied 3–3", desk) && shows("decides", desk), "\(desk.text)")
        desk = try presenting(Desk.tied + " / rule yes because the risk is small", size)
        #expect(shows("ruled yes", desk) && shows("risk", desk) && !shows("tied 3–3", desk), "\(desk.text)")
        desk = try presenting(Self.decided, size)
        #expect(shows("approved", desk) && !shows("✓ ruled yes", desk), "\(desk.text)")
        desk = try presenting(Desk.opened + " / decide defer 2026-12-09 because finance is not ready", size)
        #expect(shows("deferred", desk) && shows("2026", desk) && shows("finance", desk), "\(desk.text)")
    }

    /// Each has the screen for a while, and gives way by itself.
    @Test func whatIsNextFollowsADecision() throws {
        var desk = try presenting(Self.decided)
        desk.wait(seconds: 30)
        #expect(shows("next", desk) && shows("Promotions", desk), "\(desk.text)")
        desk = try presenting(Desk.opened + " / go 4 / motion Should we? / vote tomas yes / tally")
        #expect(shows("carried 1–0", desk))
        desk.wait(seconds: 90)
        #expect(!shows("carried 1–0", desk) && shows("rotation", desk), "\(desk.text)")
        desk = try presenting(Desk.tied)
        desk.wait(seconds: 900)
        #expect(shows("tied 3–3", desk))
    }

    @Test func anAmendmentIsShownAsItChanges() throws {
        let desk = try presenting(Desk.opened + " / amend cost.build = 500000 / motion amendment 1")
        #expect(shows("Amendment 1", desk) && shows("500000", desk), "\(desk.text)")
    }

    @Test func theEndListsTheDecisions() throws {
        let desk = try presenting(Self.decided + " / close anyway")
        #expect(shows("closed", desk) && shows("1 decision, 0 actions", desk) && shows("Chair rotation", desk))
    }

    // MARK: The clock

    @Test(arguments: sizes)
    func theClockCountsDownAndSaysWhenItIsOver(size: Size) throws {
        var desk = try presenting(Desk.opened, size)
        #expect(shows("14:", desk) && shows("left", desk), "\(desk.text)")
        desk.wait(seconds: 900)
        #expect(shows("over", desk) && !shows("left", desk), "\(desk.text)")
        desk = try presenting(Desk.opened + " / go 3", size)
        #expect(shows("00:01", desk) && !shows("left", desk), "\(desk.text)")
        desk = try presenting(Desk.opened + " / clock pause", size)
        #expect(shows("paused", desk), "\(desk.text)")
    }

    // MARK: Letters

    /// What the font has no letters for is shown as normal bold text in the middle.
    @Test func aTitleWithoutLettersInTheFontIsNormalText() throws {
        let desk = try presenting(Desk.opened + " / go 3", Size(rows: 20, columns: 40))
        let row = try #require((0..<desk.grid.rows).first { desk.row($0).contains("注文の検索") })
        let column = try #require((0..<40).first { desk.grid[row, $0].style.role == .title })
        #expect(desk.grid[row, column].style == Style(.title, on: .page, .bold))
    }

    /// From the far end of a room the decision is what one has to see.
    @Test(arguments: sizes)
    func theDecisionFillsTheWidth(size: Size) throws {
        let desk = try presenting(Self.decided, size)
        let rows = (0..<size.rows).filter { row in
            (0..<size.columns).allSatisfy { desk.grid[row, $0].style == Style(.yes, on: .page, [.bold, .reverse]) }
        }
        #expect(rows.count >= min(5, size.rows / 4), "\(desk.text)")
    }

    @Test func lettersAreSmallerWhereThereIsLessRoom() throws {
        let heights = try [Size(rows: 50, columns: 200), Size(rows: 24, columns: 80), Size(rows: 10, columns: 38)].map {
            size in
            let desk = try presenting(Self.decided, size)
            return (0..<size.rows).count { desk.grid[$0, 0].style.traits.contains(.reverse) }
        }
        #expect(heights[0] > heights[1] && heights[1] > heights[2] && heights[2] >= 1, "\(heights)")
    }

    @Test func saysWhoseBallotTheNextKeySets() throws {
        func turn(_ desk: Desk, _ name: String) throws -> Bool {
            let row = try #require((0..<desk.grid.rows).first { desk.row($0).contains(name) })
            let column = try #require(desk.row(row).range(of: name)).lowerBound.utf16Offset(in: desk.row(row))
            return desk.grid[row, column].style.role == .cursor
        }
        var desk = try Desk(Desk.voting, size: Size(rows: 12, columns: 40))
        desk.press("p v")
        #expect(desk.text.contains("▸ Tomás"), "\(desk.text)")
        #expect(try turn(desk, "▸ Tomás"))
        desk.press("y")
        #expect(desk.text.contains("▸ Wen"))
    }

    // MARK: No chrome

    /// Neither header nor footer, no key and no message: those are the scribe's.
    @Test(arguments: sizes)
    func thereIsNothingOfTheScribes(size: Size) throws {
        var desk = try presenting(Desk.voting, size)
        for key in ["x", "]", "v", "n"] {
            desk.press(key)
            for part in ["recorded", "does nothing", "Tab", "Esc", "command", "?  help", "quit"] {
                #expect(!desk.text.contains(part), "\(part) after \(key):\n\(desk.text)")
            }
        }
    }

    @Test func whatTheProgramSaidIsShownWhenOneLeaves() throws {
        var desk = try presenting(Desk.voting)
        desk.send(.failed("the disk is full"))
        desk.send(.recordingFailed("no space is left", pending: 2))
        #expect(!desk.text.contains("the disk is full"))
        desk.press("p")
        #expect(desk.notice == "the disk is full")
        desk.press("p")
        desk.press("W Esc")
        #expect(desk.notice?.hasPrefix("W does nothing here") == true)
    }

    /// What everybody looks at may be no longer so, or on no disk.
    @Test(arguments: sizes)
    func whatLastsIsToldToEverybody(size: Size) throws {
        var desk = try presenting(Desk.voting, size)
        desk.send(.recordingFailed("the host can't be reached since 10:41", pending: 0))
        #expect(desk.row(0).contains("NOT RECORDED") && desk.text.contains("the host can't"), "\(desk.text)")
        desk.send(.recorded(0))
        #expect(!desk.text.contains("NOT RECORDED"))
    }

    @Test func aDialogIsDrawnAsEverAndTheViewComesBack() throws {
        var desk = try presenting(Desk.opened)
        let before = desk.row(0)
        desk.press("d")
        #expect(desk.text.contains("Esc"))
        desk.press("Esc")
        #expect(desk.row(0) == before)
    }

    /// A key that somebody leans on at the shared screen does not make it the terminal that records.
    @Test func aFollowerInTheViewAsksForNothing() throws {
        var desk = try Desk(Desk.opened, recording: .following("another terminal records"))
        desk.press("p v")
        #expect(desk.effects.allSatisfy { if case .takeLease = $0 { false } else { true } })
        desk.press("p v")
        #expect(desk.effects.contains { if case .takeLease = $0 { true } else { false } })
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
