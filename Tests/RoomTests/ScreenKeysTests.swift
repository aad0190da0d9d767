import Council
import Screen
import Testing

@testable import Room

/// Keys that change the screen, and nothing of the meeting.
@Suite struct ScreenKeysTests {
    @Test func tabAndDigitsGoThroughThePanes() throws {
        var desk = try Desk(Desk.opened)
        var seen: [Pane] = []
        desk.press("1")
        for _ in Pane.all {
            seen.append(desk.room.focus)
            desk.press("Tab")
        }
        #expect(seen == Pane.all && desk.room.focus == .agenda)
        desk.press("Shift-Tab")
        #expect(desk.room.focus == Pane.all.last)
        for (index, pane) in Pane.all.enumerated() {
            desk.press("\(index + 1)")
            #expect(desk.room.focus == pane)
        }
    }

    @Test func theAgendaLooksAheadWithoutGoingThere() throws {
        var desk = try Desk(Desk.opened)
        desk.press("1 j")
        #expect(desk.text.contains("Promotions by uplift"))
        #expect(desk.text.contains("of item 2, Esc goes back"))
        #expect(desk.item?.id == ItemID("prep-time"))
    }

    @Test func scrollingStopsAtBothEnds() throws {
        var desk = try Desk(Desk.opened, size: Size(rows: 14, columns: 80))
        desk.press("k")
        #expect(desk.room.scroll[.proposal] ?? 0 == 0)
        desk.press("End")
        let last = try #require(desk.room.scroll[.proposal])
        #expect(last > 0)
        desk.press("j j")
        #expect(desk.room.scroll[.proposal] == last)
        desk.press("Home")
        #expect(desk.room.scroll[.proposal] == 0)
    }

    @Test func theNotesFollowTheirEnd() throws {
        let many = (1...60).map { "note number \($0)" }.joined(separator: " / ")
        var desk = try Desk(Desk.opened + " / " + many)
        #expect(desk.text.contains("number 60"))
        desk.press("3 Home")
        #expect(desk.text.contains("number 1"))
        #expect(!desk.text.contains("number 60"))
        desk.press("End")
        #expect(desk.room.scroll[.notes] == nil)
        desk.run("note number 61")
        #expect(desk.text.contains("number 61"))
    }

    @Test func findGoesFromPlaceToPlace() throws {
        var desk = try Desk(Desk.opened)
        desk.press("/")
        desk.type("order")
        desk.press("Enter")
        let first = try #require(desk.notice)
        #expect(first.hasPrefix("“order”: 1 of "))
        desk.press("/")
        desk.type("nowhere")
        desk.press("Enter")
        #expect(desk.refusal == "“nowhere” does not stand in this item")
    }

    @Test func findSearchesThePaneWithTheFocus() throws {
        var desk = try Desk(Desk.voting + " / vote wen no because the holdout is short")
        desk.press("4 /")
        desk.type("holdout is")
        desk.press("Enter")
        #expect(desk.notice?.hasPrefix("“holdout is”: 1 of 1") == true)
        #expect(desk.text.contains("›    the holdout is short"))
        desk.press("Esc")
        #expect(!desk.text.contains("›"))
    }

    @Test func anUnknownKeySaysWhereTheKeysAre() throws {
        var desk = try Desk(Desk.opened)
        desk.press("w")
        #expect(desk.notice == "w does nothing here: ? lists the keys")
        desk.press("j")
        #expect(desk.notice == nil)
    }

    @Test func thePresenterViewShowsNoNote() throws {
        var desk = try Desk(Desk.voting + " / note private: a secret / note plain words")
        desk.press("p")
        #expect(!desk.text.contains("2 PROPOSAL"))
        #expect(!desk.text.contains("a secret"))
        #expect(!desk.text.contains("plain words"))
        desk.press("Esc")
        #expect(desk.text.contains("plain words"))
    }

    @Test func theHelpListsEveryCommandWithItsKeyAndWhatItDoes() throws {
        var desk = try Desk(Desk.opened, size: Size(rows: 300, columns: 150))
        desk.press("?")
        let rows = (0..<desk.grid.rows).map(desk.row)
        for command in Command.all {
            let row = try #require(
                rows.indices.dropLast().first { place in
                    rows[place].contains(" \(command.usage) ") && rows[place + 1].contains(command.help.prefix(40))
                }, "the help has no row for \(command.usage)")
            #expect(command.key.map { rows[row].contains("│ \($0) ") } ?? true, "\(rows[row])")
        }
    }

    @Test func theHelpSearchesAndSaysWhyNot() throws {
        var desk = try Desk(Desk.opened)
        desk.press("? t a l l y")
        #expect(desk.text.contains("Closes the vote."))
        #expect(desk.text.contains("not now: no vote is open: `motion` puts a question to the council"))
        #expect(!desk.text.contains("Calls the meeting to order."))
        desk.press("Esc")
        #expect(desk.room.layers.isEmpty)
    }

    @Test func theFooterShowsOnlyKeysThatWork() throws {
        var desk = try Desk(Desk.opened)
        #expect(desk.row(-1).contains("n note"))
        #expect(!desk.row(-1).contains("t tie-break"))
        desk = try Desk(Desk.tied)
        #expect(desk.row(-1).contains("t tie-break"))
        desk.press("n")
        #expect(desk.row(-1).contains("Enter record"))
        #expect(!desk.row(-1).contains("q leave"))
    }

    /// A list that grew stays as high, so that nothing jumps with each key; it leaves when there is nothing to list.
    @Test func theListOfCandidatesKeepsItsHeight() throws {
        var desk = try Desk(Desk.opened, size: Size(rows: 24, columns: 80))
        desk.press(": r")
        let top = desk.room.layers.last?.wantedSize(in: desk.room).rows
        desk.type("oll")
        #expect(desk.room.layers.last?.wantedSize(in: desk.room).rows == top)
        desk.press("Backspace Backspace Backspace Backspace")
        desk.type("escalate because x")
        #expect(desk.room.layers.last?.wantedSize(in: desk.room).rows == 1)
    }

    /// A line too long for its row moves by half a row at once, not with every key.
    @Test func aLongLineMovesSeldom() throws {
        var desk = try Desk(Desk.opened, size: Size(rows: 12, columns: 40))
        desk.press(":")
        desk.type("note " + String(repeating: "0123456789", count: 4))
        let before = desk.row(-2).trimmed
        desk.type("x")
        #expect(desk.row(-2).trimmed == before + "x")
    }

    @Test func theCommandLineCompletes() throws {
        var desk = try Desk(Desk.opened)
        desk.press(": t a l Tab")
        #expect(desk.text.contains(":tally"))
        desk.press("Esc")
        #expect(desk.room.layers.isEmpty)
        desk.press(":")
        desk.type("roll we")
        desk.press("Tab")
        desk.type("re")
        desk.press("Tab Enter")
        #expect(desk.meeting.presence(of: Handle("wen")) == .remote)
    }

    @Test func aMistypedCommandIsRefusedWithTheNearest() throws {
        var desk = try Desk(Desk.opened)
        desk.run("taly")
        #expect(desk.row(-3).contains("✗ there is no command `taly`: did you mean `tally`?"))
        #expect(desk.effects.contains(.beep))
    }

    @Test func aRefusedLineStaysToBeCorrected() throws {
        var desk = try Desk(Desk.voting)
        desk.run("vote bo yse because it is cheap")
        #expect(desk.row(-2).contains(":vote bo yse because it is cheap"))
        #expect(desk.grid.cursor?.row == 38)
        desk.press("Home Alt-f Alt-f Alt-f Alt-Backspace")
        desk.type("yes")
        desk.press("Enter")
        #expect(desk.item?.openMotion?.ballots[Handle("bo")]?.reason == "it is cheap")
        #expect(desk.room.layers.isEmpty || desk.front is Voting)
    }

    /// Over a slow line, Escape and the next key arrive together, and look like one key with Alt.
    @Test func anEscapeThatArrivesWithTheNextKeyIsAnEscape() throws {
        var desk = try Desk(Desk.voting)
        desk.press("v")
        #expect(desk.front is Voting)
        desk.press("Alt-:")
        #expect(desk.front is CommandEntry && desk.room.layers.count == 1)
        desk.press("Esc Alt-n")
        #expect(desk.front is NoteEntry)
        desk.type("said")
        desk.press("Alt-: x")
        #expect(desk.room.noteEntry?.editor.text == "saidx")
    }

    @Test func whatTheRulesRefuseStaysTooAndIsNotSentToTheRecord() throws {
        var desk = try Desk(Desk.opened)
        desk.run("tally")
        #expect(desk.front is CommandEntry && desk.recorded.isEmpty)
        #expect(desk.row(-3).contains("✗ no vote is open"))
        desk.press("Esc")
        #expect(desk.room.layers.isEmpty)
    }

    @Test func theNextLineBeginsWhereTheLastWasRefused() throws {
        var desk = try Desk(Desk.opened)
        desk.run("tally")
        desk.run("clock pause")
        #expect(desk.item?.clock.isPaused == true && desk.room.layers.isEmpty)
    }

    @Test func linesTypedBeforeComeBack() throws {
        var desk = try Desk(Desk.opened)
        desk.run("clock pause")
        desk.run("clock resume")
        desk.press(": Up Up")
        #expect(desk.row(-2).contains(":clock pause"))
        desk.press("Up Down")
        #expect(desk.row(-2).contains(":clock resume"))
        desk.press("Down Down")
        #expect(desk.row(-2).trimmed == ":")
    }

    @Test func theClockIsOverItsBoxAndSaysSo() throws {
        var desk = try Desk(Desk.opened)
        desk.wait(seconds: 60)
        #expect(desk.row(0).contains("of 15"))
        #expect(!desk.row(0).contains("over"))
        desk.wait(seconds: 15 * 60)
        #expect(desk.row(0).contains("over"))
        desk.run("clock pause")
        #expect(desk.row(0).contains("paused"))
        #expect(desk.room.nextTick == nil)
    }
}
