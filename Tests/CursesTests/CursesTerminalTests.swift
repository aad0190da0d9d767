import Foundation
import Screen
import Testing

@testable import Curses

/// ncurses has one screen for each process, and signals go to the whole process: one test at a time.
@Suite(.serialized, .timeLimit(.minutes(10))) struct CursesTerminalTests {
    private let leave = "\u{1B}[?1049l"

    private func terminal(
        _ pseudo: PseudoTerminal, name: String = "xterm-256color", noColor: String? = nil
    ) throws -> CursesTerminal {
        try CursesTerminal(input: pseudo.slave, output: pseudo.slave) {
            ["TERM": name, "NO_COLOR": noColor ?? ""][$0]
        }
    }

    /// Waits until there are as many events as wanted.
    private func events(_ terminal: CursesTerminal, _ count: Int) -> [InputEvent] {
        var events: [InputEvent] = []
        while events.count < count {
            let wake = terminal.waitForEvents(descriptors: [], timeout: 20_000)
            if wake.events.isEmpty { break }
            events += wake.events
        }
        return events
    }

    @Test func drawsAndGivesTheTerminalBack() throws {
        let pseudo = try PseudoTerminal(rows: 10, columns: 40)
        let before = pseudo.modes.c_lflag
        let terminal = try terminal(pseudo)
        #expect(terminal.size == Size(rows: 10, columns: 40))
        #expect(pseudo.modes.c_lflag != before)
        var grid = Grid(terminal.size)
        grid.put("Tomás 会議 e\u{301}", row: 2, column: 3)
        terminal.present(grid)
        #expect(pseudo.output(upTo: "Tomás 会議 e\u{301}") != nil)
        terminal.restore()
        let output = try #require(pseudo.output(upTo: leave))
        #expect(output.contains("\u{1B}[?2004h") && output.contains("\u{1B}[?2004l"))
        #expect(pseudo.modes.c_lflag == before)
    }

    @Test func aChangedCellCostsFewBytes() throws {
        let pseudo = try PseudoTerminal(rows: 40, columns: 120)
        let terminal = try terminal(pseudo)
        defer { terminal.restore() }
        var grid = Grid(terminal.size)
        for row in 0..<40 { grid.put("A line of the page, as long as it is", row: row, column: 2) }
        grid.put("note: al", row: 30, column: 40, style: Style(.text, on: .input))
        grid.cursor = Position(row: 30, column: 48)
        terminal.present(grid)
        // The first key after the cursor came brings the colours that the terminal is left in.
        grid.put("l", row: 30, column: 48, style: Style(.text, on: .input))
        grid.cursor = Position(row: 30, column: 49)
        terminal.present(grid)
        let before = pseudo.count()
        grid.put("§", row: 30, column: 49, style: Style(.text, on: .input))
        grid.cursor = Position(row: 30, column: 50)
        terminal.present(grid)
        _ = try #require(pseudo.output(upTo: "§", from: before))
        let mark = 37
        let cost = pseudo.count() - before - mark
        // The letter alone: no colours, and the cursor is there already.
        #expect(cost == 2, "\(cost) bytes")
        terminal.present(grid)
        #expect(pseudo.count() - before - cost == 2 * mark)
    }

    /// While there is a cursor, the terminal rests in the colours of the typed line; then the line needs its own.
    @Test func aTypedLineKeepsItsColoursOnceNobodyTypes() throws {
        let pseudo = try PseudoTerminal(rows: 10, columns: 40)
        let terminal = try terminal(pseudo)
        defer { terminal.restore() }
        var grid = Grid(terminal.size)
        grid.put("typed line", row: 3, column: 0, style: Style(.text, on: .input))
        grid.put("page", row: 5, column: 0)
        grid.cursor = Position(row: 3, column: 10)
        terminal.present(grid)
        grid.put("!", row: 3, column: 10, style: Style(.text, on: .input))
        terminal.present(grid)
        let first = try #require(pseudo.output(upTo: "typed line"))
        let colours = try #require(first.ranges(of: /\u{1B}\[48;[0-9;]*m/).last.map { String(first[$0]) })
        let before = pseudo.count()
        grid.cursor = nil
        terminal.present(grid)
        // What was drawn in the colours of the terminal's rest is drawn again, in its own.
        #expect(try #require(pseudo.output(upTo: "!", from: before)).contains(colours))
    }

    /// Lines that moved are neither scrolled, which some terminals can't, nor sent whole.
    @Test func rowsThatMovedCostWhatDiffers() throws {
        let pseudo = try PseudoTerminal(rows: 40, columns: 120)
        let terminal = try terminal(pseudo)
        defer { terminal.restore() }
        func page(from first: Int) -> Grid {
            var grid = Grid(terminal.size)
            for row in 0..<40 {
                grid.put("\(100 + row + first) of the page, each line as long as the others", row: row, column: 2)
            }
            return grid
        }
        terminal.present(page(from: 0))
        let before = pseudo.count()
        terminal.present(page(from: 5))
        terminal.copy("", throughScreen: false)
        let output = try #require(pseudo.output(upTo: "\u{1B}]52", from: before))
        #expect(output.count < 40 * 30, "\(output.count) bytes")
        for scroll in [#"\[\d*[LMST]"#, #"\[\d*;\d*r"#, "\u{1B}M"] {
            #expect(output.range(of: scroll, options: .regularExpression) == nil, "\(scroll)")
        }
    }

    @Test func blanksNameNoColoursOfTheirOwn() throws {
        let pseudo = try PseudoTerminal(rows: 10, columns: 40)
        let terminal = try terminal(pseudo)
        defer { terminal.restore() }
        var grid = Grid(terminal.size)
        for (row, role) in [Role.title, .link].enumerated() {
            grid.put("left", row: row, column: 2, style: Style(role))
            grid.put("right", row: row, column: 9, style: Style(role))
        }
        terminal.present(grid)
        let sent = try #require(pseudo.output(upTo: "left   right"))
        // An underline, however, ends with its word.
        _ = try #require(pseudo.output(upTo: "left\u{1B}", from: sent.utf8.count))
    }

    @Test func decodesKeys() throws {
        let pseudo = try PseudoTerminal()
        let terminal = try terminal(pseudo)
        defer { terminal.restore() }
        let typed: [(String, KeyEvent)] = [
            ("n", .character("n")), ("é", .character("é")), ("会", .character("会")), ("\r", .enter), ("\t", .tab),
            ("\u{7F}", .backspace), ("\u{12}", .control("r")), ("\u{1F}", .control("_")), ("\u{1B}[A", .up),
            ("\u{1B}OB", .down), ("\u{1B}[1;5D", .controlLeft), ("\u{1B}[1;3C", .alt(.right)),
            ("\u{1B}b", .alt("b")), ("\u{1B}\u{7F}", .alt(.backspace)), ("\u{1B}\r", .alt(.enter)),
            ("\u{1B}[5~", .pageUp), ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab), ("\u{1B}OP", .function(1)),
            ("\u{1B}[H", .home), ("\u{1B}[4~", .end), ("\u{1B}", .escape),
            ("\u{1B}\u{1B}[A", .alt(.up)), ("\u{1B}[", .alt("[")), ("\u{1B}O", .alt("O")), ("\u{1B}é", .alt("é")),
            ("\0", .control("@")),
        ]
        for (bytes, key) in typed {
            pseudo.type(bytes)
            #expect(events(terminal, 1) == [.key(key)])
        }
    }

    @Test func collectsAPaste() throws {
        let pseudo = try PseudoTerminal()
        let terminal = try terminal(pseudo)
        defer { terminal.restore() }
        let text = String(repeating: "Tomás said \u{1B}[31m no.\n", count: 5000)
        pseudo.type("\u{1B}[200~\(text)\u{1B}[201~q")
        let received = events(terminal, 2)
        #expect(received.first == .paste(text))
        #expect(received.last == .key(.character("q")))
    }

    /// However fast somebody clicks, each press arrives, and its release after it.
    @Test func noClickIsLostWhenManyArriveAtOnce() throws {
        let pseudo = try PseudoTerminal()
        let terminal = try terminal(pseudo)
        defer { terminal.restore() }
        #expect(terminal.setMouse(true))
        pseudo.type("\u{1B}[<0;5;3M\u{1B}[<0;5;3m\u{1B}[<0;7;4M\u{1B}[<0;7;4m\u{1B}[<65;1;1M\u{1B}[<65;1;1Mx")
        let (here, there) = (Position(row: 2, column: 4), Position(row: 3, column: 6))
        let clicks = [
            MouseEvent(.press, at: here), MouseEvent(.release, at: here), MouseEvent(.press, at: there),
            MouseEvent(.release, at: there),
        ]
        let turns = [MouseEvent](repeating: MouseEvent(.scrollDown, at: Position(row: 0, column: 0)), count: 2)
        #expect(events(terminal, 7) == (clicks + turns).map(InputEvent.mouse) + [.key(.character("x"))])
    }

    /// Input that never becomes complete holds up neither a signal nor the next key.
    @Test(arguments: ["\u{1B}[<", "\u{1B}[<0;5", "\u{1B}[M", "\u{1B}[1;", "\u{1B}[200~half a paste", "\u{1B}"])
    func halfAKeyKeepsNoSignalWaiting(half: String) throws {
        let pseudo = try PseudoTerminal()
        let terminal = try terminal(pseudo)
        defer { terminal.restore() }
        #expect(terminal.setMouse(true))
        pseudo.type(half)
        kill(getpid(), SIGTERM)
        #expect(events(terminal, 1).first == .terminate(signal: SIGTERM))
        while terminal.pending.deadline != nil { _ = terminal.waitForEvents(descriptors: [], timeout: 10) }
        pseudo.type("q")
        #expect(events(terminal, 1) == [.key(.character("q"))])
    }

    @Test func keysAndPastesKeepTheirOrder() throws {
        let pseudo = try PseudoTerminal()
        let terminal = try terminal(pseudo)
        defer { terminal.restore() }
        pseudo.type("a\u{1B}[A\u{1B}[200~one\u{1B}[201~b\u{1B}[200~two\u{1B}[201~\u{1B}b\u{1B}[99~\u{1B}[Z")
        #expect(
            events(terminal, 7) == [
                .key(.character("a")), .key(.up), .paste("one"), .key(.character("b")), .paste("two"), .key(.alt("b")),
                .key(.backTab),
            ])
    }

    /// An editor may leave the terminal's keypad mode, in which keys come.
    @Test func theKeypadIsBackAfterAnEditor() throws {
        let pseudo = try PseudoTerminal()
        let terminal = try terminal(pseudo)
        defer { terminal.restore() }
        let before = pseudo.count()
        terminal.withTerminalReleased {}
        let output = try #require(pseudo.output(upTo: "\u{1B}[?2004h", from: before))
        #expect(output.contains("\u{1B}[?1l") && output.contains("\u{1B}[?1h"))
    }

    /// The shell and the editor use the cursor and the mouse in their own way.
    @Test func cursorAndMouseAreGivenBackAndTakenAgain() throws {
        let pseudo = try PseudoTerminal()
        let terminal = try terminal(pseudo)
        terminal.present(Grid(terminal.size))
        #expect(pseudo.output(upTo: "\u{1B}[?25l") != nil)
        #expect(terminal.setMouse(true))
        let before = pseudo.count()
        terminal.withTerminalReleased {
            let output = pseudo.output(upTo: leave, from: before)
            #expect(output?.contains("\u{1B}[?25h") == true && output?.contains("\u{1B}[?1006;1000l") == true)
        }
        let during = before + (pseudo.output(upTo: leave, from: before)?.utf8.count ?? 0)
        #expect(pseudo.output(upTo: "\u{1B}[?1006;1000h", from: during) != nil)
        #expect(pseudo.output(upTo: "\u{1B}[?25l", from: during) != nil)
        let after = pseudo.count()
        terminal.restore()
        let output = pseudo.output(upTo: leave, from: after)
        #expect(output?.contains("\u{1B}[?25h") == true && output?.contains("\u{1B}[?1006;1000l") == true)
    }

    /// Some descriptions have waiting times in their sequences. ncurses would wait; these bytes are written without it.
    @Test func waitingTimesAreNotPrinted() {
        let bytes = CursesTerminal.withoutPadding(Array("\u{1B}[m$<5>\u{1B}[?1l$<20/>$<".utf8))
        #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}[m\u{1B}[?1l$<")
    }

    @Test func nothingIsReadWhileAnEditorHasTheTerminal() throws {
        let pseudo = try PseudoTerminal()
        let terminal = try terminal(pseudo)
        defer { terminal.restore() }
        terminal.withTerminalReleased {
            pseudo.type("for the editor\r")
            var line = [UInt8](repeating: 0, count: 100)
            let got = read(pseudo.slave, &line, line.count)
            #expect(String(decoding: line.prefix(max(0, got)), as: UTF8.self) == "for the editor\n")
        }
        pseudo.type("q")
        #expect(events(terminal, 1) == [.key(.character("q"))])
    }

    @Test func wakesForOtherDescriptors() throws {
        let pseudo = try PseudoTerminal()
        let terminal = try terminal(pseudo)
        defer { terminal.restore() }
        let pipe = Pipe()
        let reader = pipe.fileHandleForReading.fileDescriptor
        #expect(terminal.waitForEvents(descriptors: [reader], timeout: 0) == Wake())
        try pipe.fileHandleForWriting.write(contentsOf: Data([1]))
        #expect(terminal.waitForEvents(descriptors: [reader], timeout: nil) == Wake(ready: [reader]))
    }

    @Test func signalsBecomeEvents() throws {
        let pseudo = try PseudoTerminal(rows: 24, columns: 80)
        let terminal = try terminal(pseudo)
        defer { terminal.restore() }
        pseudo.resize(rows: 12, columns: 50)
        kill(getpid(), SIGWINCH)
        #expect(events(terminal, 1) == [.resize(Size(rows: 12, columns: 50))])
        #expect(terminal.size == Size(rows: 12, columns: 50))
        for signal in [SIGTERM, SIGINT, SIGHUP] {
            kill(getpid(), signal)
            #expect(events(terminal, 1) == [.terminate(signal: signal)])
        }
    }

    @Test func aClosedWindowIsAHangUp() throws {
        let pseudo = try PseudoTerminal()
        let terminal = try terminal(pseudo)
        defer { terminal.restore() }
        pseudo.hangUp()
        #expect(events(terminal, 1) == [.terminate(signal: SIGHUP)])
        #expect(terminal.waitForEvents(descriptors: [], timeout: 1) == Wake())
    }

    @Test func anEditorGetsTheTerminalAsItWas() throws {
        let pseudo = try PseudoTerminal()
        let before = pseudo.modes.c_lflag
        let terminal = try terminal(pseudo)
        defer { terminal.restore() }
        var grid = Grid(terminal.size)
        grid.put("the agenda", row: 0, column: 0)
        terminal.present(grid)
        let during = terminal.withTerminalReleased { () -> tcflag_t in
            #expect(pseudo.output(upTo: leave) != nil)
            return pseudo.modes.c_lflag
        }
        #expect(during == before)
        #expect(pseudo.modes.c_lflag != before)
        let count = pseudo.output(upTo: leave)?.utf8.count ?? 0
        #expect(pseudo.output(upTo: "the agenda", from: count) != nil)
    }

    @Test func withoutColorsTraitsTellThingsApart() throws {
        let pseudo = try PseudoTerminal()
        let terminal = try terminal(pseudo, noColor: "1")
        #expect(terminal.depth == .none)
        var grid = Grid(terminal.size)
        grid.put("selected", row: 0, column: 0, style: Style(.text, on: .selected))
        terminal.present(grid)
        terminal.restore()
        let output = try #require(pseudo.output(upTo: leave))
        #expect(output.contains(";7mselected"))
        #expect(!output.contains("\u{1B}[38;5;") && !output.contains("\u{1B}[48;5;"))
    }

    @Test func refusesWhatCannotShowAScreen() throws {
        let pseudo = try PseudoTerminal()
        let file = try #require(FileHandle(forReadingAtPath: "/dev/null"))
        func start(_ name: String?, input: Int32) -> TerminalError? {
            do throws(TerminalError) {
                try CursesTerminal(input: input, output: pseudo.slave) { $0 == "TERM" ? name : nil }.restore()
                return nil
            } catch {
                return error
            }
        }
        #expect(start("xterm", input: file.fileDescriptor) == .notATerminal)
        #expect(start(nil, input: pseudo.slave) == .noName)
        #expect(start("dumb", input: pseudo.slave) == .tooSimple("dumb"))
        #expect(start("no-such-terminal", input: pseudo.slave) == .unknown("no-such-terminal"))
        #expect(start("xterm", input: pseudo.slave) == nil)
        let running = try terminal(pseudo)
        #expect(start("xterm", input: pseudo.slave) == .inUse)
        running.restore()
        #expect(start("xterm", input: pseudo.slave) == nil)
    }

    @Test func aCrashGivesTheTerminalBackAndTellsWhy() async throws {
        let pseudo = try PseudoTerminal()
        let before = pseudo.modes.c_lflag
        let result = await #expect(
            processExitsWith: .failure, observing: [\.standardErrorContent]
        ) { [path = pseudo.path as String] in
            let slave = open(path, O_RDWR | O_NOCTTY)
            let terminal = try CursesTerminal(input: slave, output: slave) { $0 == "TERM" ? "xterm-256color" : nil }
            terminal.present(Grid(terminal.size))
            fatalError("the reason")
        }
        #expect(pseudo.output(upTo: leave) != nil)
        #expect(pseudo.modes.c_lflag == before)
        let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(message.contains("the reason"))
    }
}
