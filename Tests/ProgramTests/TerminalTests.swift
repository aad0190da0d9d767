import Council
import Foundation
import Testing

@testable import Ledger

/// The built program in a real terminal. These tests are slow, so there are few.
@Suite(.serialized) struct TerminalTests {
    /// Six members present, the meeting open at its first item.
    private let opening = "p p p p p p Enter"

    @Test func aWholeMeetingWithATieAndARuling() throws {
        let tmux = try Tmux(try MeetingFolder())
        tmux.start()
        tmux.see("Roll call: ML Council, Wed 25 Nov 2026")
        tmux.press("p p p p r p p p p Enter")
        tmux.see("1 of 6")
        tmux.press("n")
        tmux.type("@noor the graph has 40 million edges")
        tmux.press("Enter d Enter")
        tmux.see("approved, by consensus")
        tmux.press("] ]")
        tmux.see("3 of 6")
        tmux.press("v Enter y n y n y n y n Enter")
        tmux.see("The chair decides")
        tmux.press("y Tab")
        tmux.type("eight weeks are enough to learn")
        tmux.press("Enter")
        tmux.see("chair: eight weeks are enough to learn")
        tmux.press("d Enter C")
        tmux.see("Close the meeting?")
        tmux.press("Enter")
        tmux.see("written to ")
        let minutes = try tmux.folder.text("minutes/2026-11-25/minutes.md")
        #expect(minutes.contains("eight weeks are enough to learn"))
        #expect(minutes.contains("the graph has 40 million edges"))
        #expect(tmux.folder.has("minutes/2026-11-25/summary.eml"))
        #expect(tmux.folder.has("minutes/2026-11-25/record.json"))
        tmux.press("q")
        tmux.see("is closed; its minutes and mail are in")
        tmux.enter("echo code=$?")
        tmux.see("code=0")
    }

    @Test func afterKillTheMeetingStandsAndTheDraftIsBack() throws {
        let tmux = try Tmux(try MeetingFolder())
        tmux.start()
        tmux.see("Roll call")
        tmux.press(opening + " ]")
        tmux.see("2 of 6")
        tmux.press("n")
        tmux.type("before the fall")
        tmux.press("Enter n")
        tmux.type("half a note")
        tmux.waitForDraft("half a note")
        kill(try tmux.process(), SIGKILL)
        tmux.see("Killed")
        tmux.enter("clear; reset; clear")
        tmux.start()
        tmux.see("2 of 6")
        #expect(tmux.screen().contains("before the fall"))
        tmux.type(" and the rest")
        tmux.see("half a note and the rest")
    }

    @Test func theScreenFollowsTheSizeOfTheTerminal() throws {
        let tmux = try Tmux(try MeetingFolder())
        tmux.start()
        tmux.see("Roll call")
        tmux.press(opening + " n")
        tmux.type("kept through it all")
        try tmux.resize(columns: 80, rows: 24)
        tmux.see("1 agenda")
        try tmux.resize(columns: 20, rows: 5)
        tmux.see("20×5;")
        try tmux.resize(columns: 140, rows: 45)
        tmux.see("2 PROPOSAL")
        #expect(tmux.screen().contains("kept through it all"))
    }

    @Test func suspendGivesTheTerminalBackAndForegroundTakesItAgain() throws {
        let tmux = try Tmux(try MeetingFolder())
        tmux.start()
        tmux.see("Roll call")
        tmux.press(opening + " n")
        tmux.type("half a note")
        tmux.see("half a note")
        tmux.press("C-z")
        tmux.see("Stopped")
        #expect(try tmux.state("alternate_on") == "0")
        tmux.enter("echo still $((40 + 2))")
        tmux.see("still 42")
        tmux.enter("fg")
        tmux.see("1 of 6")
        #expect(tmux.screen().contains("half a note"))
        tmux.type(" goes on")
        tmux.see("half a note goes on")
    }

    @Test func aSizeThatChangedWhileTheProgramWasStoppedIsTakenIn() throws {
        let tmux = try Tmux(try MeetingFolder())
        tmux.start()
        tmux.see("Roll call")
        tmux.press(opening)
        tmux.see("2 PROPOSAL")
        tmux.press("C-z")
        tmux.see("Stopped")
        try tmux.resize(columns: 20, rows: 5)
        tmux.enter("fg")
        tmux.see("20×5;")
    }

    /// A meeting with an editor that waits for a word, and ignores Ctrl-C.
    private func roomWithAnEditor() throws -> Tmux {
        let folder = try MeetingFolder()
        mkfifo(folder.path + "/go", 0o600)
        let script = "#!/bin/sh\ntrap '' INT\necho editing\nread word < \(folder.path)/go\necho \" $word\" >> \"$1\"\n"
        try Data(script.utf8).write(to: URL(filePath: folder.path + "/editor"))
        chmod(folder.path + "/editor", 0o755)
        let tmux = try Tmux(folder, environment: ["VISUAL=\(folder.path)/editor"])
        tmux.start()
        tmux.see("Roll call")
        tmux.press(opening + " n")
        // Typed at once, so that the draft's half second is not over.
        tmux.press("h a l f Space a Space n o t e C-e")
        tmux.see("editing")
        return tmux
    }

    /// The program may be killed together with the editor's terminal.
    @Test func aDraftIsOnTheDiskBeforeAnEditorHasItAndASignalEndsBoth() throws {
        let tmux = try roomWithAnEditor()
        tmux.waitForDraft("half a note")
        kill(try tmux.process(), SIGTERM)
        tmux.wait(for: "the shell") { (try? tmux.state("pane_current_command")) == "bash" }
        tmux.enter("echo code=$?")
        tmux.see("code=143")
    }

    @Test func ctrlCInAnEditorIsTheEditors() throws {
        let tmux = try roomWithAnEditor()
        tmux.press("C-c")
        // The terminal echoes it: the key has come while the editor is there.
        tmux.see("^C")
        try FileHandle(forWritingTo: URL(filePath: tmux.folder.path + "/go")).write(contentsOf: Data("longer\n".utf8))
        tmux.see("longer")
        tmux.see("1 of 6")
    }

    /// Keys right behind Ctrl-Z go to the shell.
    @Test func whatIsTypedBehindCtrlZIsForTheShell() throws {
        let tmux = try Tmux(try MeetingFolder())
        tmux.start()
        tmux.see("Roll call")
        tmux.press("C-z e c h o Space $ ( ( 4 0 + 2 ) ) Enter")
        tmux.see("\n42")
        tmux.enter("fg")
        tmux.see("Roll call")
    }

    @Test func aStoppedProgramCanBeAskedToEnd() throws {
        let tmux = try Tmux(try MeetingFolder())
        tmux.start()
        tmux.see("Roll call")
        tmux.press("C-z")
        tmux.see("Stopped")
        tmux.enter("clear; kill %1; wait; echo code=$?")
        tmux.see("code=")
        #expect(try tmux.state("alternate_on") == "0")
        tmux.enter("clear; jobs; echo jobs=$((40+2))")
        tmux.see("jobs=42")
        #expect(!tmux.screen().contains("Stopped"))
    }

    @Test func aSignalGivesTheTerminalBackAsItWas() throws {
        let tmux = try Tmux(try MeetingFolder())
        tmux.enter("cd; stty -g > before; clear")
        tmux.start()
        tmux.see("Roll call")
        tmux.press(opening + " n")
        tmux.type("half a note")
        tmux.see("half a note")
        kill(try tmux.process(), SIGTERM)
        tmux.wait(for: "the shell") { (try? tmux.state("alternate_on")) == "0" }
        tmux.enter("echo code=$?; stty -g | cmp - before && echo same settings")
        tmux.see("code=143")
        tmux.see("same settings")
        #expect(try tmux.state("cursor_flag") == "1")
        #expect(try tmux.state("keypad_cursor_flag") == "0")
        #expect(!tmux.screen().contains("half a note"))
        tmux.enter("clear")
        tmux.start()
        tmux.see("half a note")
    }

    @Test func withoutColorsNoColorIsSent() throws {
        let tmux = try Tmux(try MeetingFolder(), environment: ["NO_COLOR=1"])
        tmux.start()
        tmux.see("Roll call")
        #expect(colors(in: tmux.screen(withColors: true)).isEmpty)
        let colored = try Tmux(try MeetingFolder())
        colored.start()
        colored.see("Roll call")
        #expect(!colors(in: colored.screen(withColors: true)).isEmpty)
    }

    /// The colour codes among the bytes that were sent to the terminal.
    private func colors(in text: String) -> [Substring] {
        text.matches(of: /\u{1B}\[([0-9;]*)m/).flatMap { $0.1.split(separator: ";") }.filter { code in
            guard let number = Int(code) else { return false }
            return (30...38).contains(number) || (40...48).contains(number) || (90...107).contains(number)
        }
    }

    @Test func aTerminalThatIsTooSimpleIsRefusedWithTheWayOut() throws {
        let tmux = try Tmux(try MeetingFolder(), environment: ["TERM=dumb"])
        tmux.start()
        tmux.see("mlreview console")
        tmux.enter("echo code=$?")
        tmux.see("code=1")
        #expect(!tmux.folder.has("minutes"))
    }

    @Test func aSmallTerminalHoldsAMeeting() throws {
        let tmux = try Tmux(try MeetingFolder(), columns: 80, rows: 24)
        tmux.start()
        tmux.see("Roll call")
        tmux.press(opening)
        tmux.see("[2 PROPOSAL]")
        tmux.press("m Enter")
        tmux.see("to vote")
        tmux.press("y y y y y Enter")
        tmux.see("carried")
        tmux.press("d Enter")
        tmux.see("approved, resting on the vote")
        tmux.press("1")
        tmux.see("1 AGENDA")
        tmux.press("q")
        tmux.see("stays open")
    }

    @Test func faultyFilesAreToldBeforeTheTerminalIsTaken() throws {
        let folder = try MeetingFolder()
        let path = folder.path + "/agendas/2026-11-25.yaml"
        try folder.text("agendas/2026-11-25.yaml").replacing("prep-time", with: "prep-tme").write(
            toFile: path, atomically: true, encoding: .utf8)
        let tmux = try Tmux(folder)
        tmux.start()
        tmux.see("2026-11-25.yaml:")
        tmux.see("error:")
        #expect(try tmux.state("alternate_on") == "0")
    }

    @Test func theConsoleReadsAScript() throws {
        let folder = try MeetingFolder()
        try "roll priya present\nopen\ngo 9\n".write(
            toFile: folder.path + "/script", atomically: true, encoding: .utf8)
        let tmux = try Tmux(folder)
        tmux.enter(
            "\(Tmux.program) console --dir \(folder.path) \(MeetingFolder.day) < \(folder.path)/script; echo code=$?")
        tmux.see("refused: there is no item 9")
        tmux.see("code=1")
    }
}
