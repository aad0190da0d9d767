import Council
import Foundation
import Testing

@testable import Ledger
@testable import SQLiteLedger

/// Note and terminal survive whatever an editor does. The editors are shell scripts, and the shell is real.
@Suite(.serialized) struct EditorTests {
    /// An editor that reads lines. `stop` stops its group as vim does, `freeze` stops the editor alone, `fail` and `die` end
    /// it badly; any other line becomes the text. A signal interrupts a read; three in a row mean that the terminal is gone.
    private static let editor = #"""
        trap 'echo INT was heard' INT
        trap 'echo QUIT was heard' QUIT
        trap 'echo TERM > "$0.heard"; exit 1' TERM
        trap 'echo HUP > "$0.heard"; exit 1' HUP
        echo "$$" > "$0.number"
        echo THE EDITOR IS OPEN
        while read -r line || read -r line || read -r line; do
            case $line in
                stop) kill -TSTP 0; echo GOES ON ;;
                freeze) kill -STOP "$$"; echo GOES ON ;;
                keep) printf 'written in the editor' > "$1"; echo KEPT ;;
                fail) exit 3 ;;
                die) kill -KILL "$$" ;;
                *) printf '%s' "$line" > "$1"; exit 0 ;;
            esac
        done
        exit 1
        """#

    /// A meeting with a note half typed, and the editor open on it.
    private func editing() throws -> Tmux {
        let tmux = try noting(with: Self.editor)
        tmux.see("THE EDITOR IS OPEN")
        return tmux
    }

    /// A meeting with a note half typed, and its editor asked for.
    private func noting(with editor: String) throws -> Tmux {
        let folder = try MeetingFolder()
        let tmux = try Tmux(folder, environment: ["EDITOR=\(try folder.write(script: "editor", editor))"])
        tmux.enter("cd; stty -g > before; clear")
        tmux.start()
        tmux.see("Roll call")
        tmux.press("p p p p p p Enter")
        tmux.see("1 of 6")
        tmux.press("n")
        tmux.type("half a note")
        tmux.see("half a note")
        tmux.press("C-e")
        return tmux
    }

    /// Ends the editor, and records the note.
    private func finish(_ tmux: Tmux) throws {
        tmux.enter("a whole note")
        tmux.see("Enter record")
        tmux.see("a whole note")
        tmux.press("Enter")
        waitForNotes(["a whole note"], of: tmux)
        tmux.press("q")
        tmux.see("stays open")
        try seeTheTerminalAsItWas(tmux, code: 0)
    }

    private func waitForNotes(
        _ texts: [String], of tmux: Tmux, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        tmux.wait(for: "the notes \(texts) in the record", sourceLocation) { (try? notes(of: tmux)) == texts }
    }

    private func notes(of tmux: Tmux) throws -> [String] {
        let day = try #require(CalendarDay(MeetingFolder.day))
        return try SQLiteLedger(reading: tmux.folder.path).entries(of: day).compactMap { entry in
            if case .noted(let noted) = entry.act { noted.text } else { nil }
        }
    }

    private func seeTheTerminalAsItWas(_ tmux: Tmux, code: Int32) throws {
        tmux.wait(for: "the shell") { (try? tmux.state("pane_current_command")) == "bash" }
        #expect(try tmux.state("alternate_on") == "0")
        tmux.enter("echo code=$?; stty -g | cmp - before && echo same settings")
        tmux.see("code=\(code)")
        tmux.see("same settings")
        #expect(try tmux.state("cursor_flag") == "1")
    }

    private func edited(in tmux: Tmux) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: tmux.folder.path + "/.mlreview").filter {
            $0.hasPrefix("edit-")
        }
    }

    @Test(arguments: [("C-c", "INT was heard"), (#"C-\"#, "QUIT was heard")])
    func aKeyThatTheEditorHandlesIsItsOwn(key: String, heard: String) throws {
        let tmux = try editing()
        tmux.press(key)
        tmux.see(heard)
        try finish(tmux)
        #expect(try edited(in: tmux) == [])
    }

    /// Ctrl-Z in an editor that leaves it to the terminal, one that stops its group, and one that stops itself alone.
    @Test(arguments: ["C-z", "s t o p Enter", "f r e e z e Enter"])
    func anEditorThatStopsGivesTheShellItsPrompt(keys: String) throws {
        let tmux = try editing()
        for round in 1...2 {
            tmux.press(keys)
            tmux.wait(for: "stop \(round)") { tmux.screen().components(separatedBy: "Stopped").count == round + 1 }
            tmux.enter("echo still $((40 + \(round)))")
            tmux.see("still \(40 + round)")
            tmux.enter("fg")
            tmux.wait(for: "the program to go on") { (try? tmux.state("pane_current_command")) != "bash" }
        }
        try finish(tmux)
    }

    @Test(arguments: [(SIGTERM, "TERM"), (SIGHUP, "HUP")])
    func aSignalReachesTheEditorAndThenEndsTheProgram(signal: Int32, name: String) throws {
        let tmux = try editing()
        kill(try tmux.process(), signal)
        try seeTheTerminalAsItWas(tmux, code: 128 + signal)
        #expect(try tmux.folder.text("editor.heard") == name + "\n")
        #expect(try edited(in: tmux) == [])
        tmux.waitForDraft("half a note")
    }

    /// A signal that arrives while the editor starts is its own, too.
    @Test func aSignalIsHandedOnToAnEditorThatStarts() throws {
        let script = #"""
            trap 'echo HUP >> "$0.heard"; exit 1' HUP
            kill -HUP "$PPID"
            read -r line
            """#
        let tmux = try noting(with: script)
        try seeTheTerminalAsItWas(tmux, code: 128 + SIGHUP)
        #expect(try tmux.folder.text("editor.heard") == "HUP\n")
        tmux.waitForDraft("half a note")
    }

    @Test(arguments: ["fail", "die"])
    func anEditorThatFailsLeavesTheNoteAsItWas(how: String) throws {
        let tmux = try editing()
        tmux.enter(how)
        tmux.see("the editor failed")
        tmux.type(" and its end")
        tmux.see("half a note and its end")
        tmux.press("Enter")
        waitForNotes(["half a note and its end"], of: tmux)
        #expect(try edited(in: tmux) == [])
    }

    @Test func whatWasWrittenInTheEditorOutlivesTheProgram() throws {
        let tmux = try editing()
        tmux.enter("keep")
        tmux.see("KEPT")
        kill(try tmux.process(), SIGKILL)
        tmux.see("Killed")
        let editor = try #require(pid_t(try tmux.folder.text("editor.number").dropLast()))
        kill(editor, SIGKILL)
        tmux.enter("clear; reset; clear")
        tmux.start()
        tmux.see("1 of 6")
        tmux.see("what was in your editor when the program was ended is back")
        #expect(try edited(in: tmux) == [])
        tmux.see("half a note")
        tmux.press("Up")
        tmux.see("written in the editor")
        tmux.press("Enter")
        waitForNotes(["written in the editor"], of: tmux)
    }
}
