import Foundation
import Host
import Live
import Testing

@testable import mlreview

/// One meeting at five real terminals: scribe, chair, two members and the shared screen.
@Suite struct FiveTerminalsTests {
    private let folder: MeetingFolder

    init() throws {
        folder = try MeetingFolder()
        let council = try folder.text("agendas/council.yaml")
        try council.replacingOccurrences(of: "{ handle: lena, ", with: "{ handle: lena, login: \(Account.name), ")
            .write(toFile: folder.path + "/agendas/council.yaml", atomically: true, encoding: .utf8)
    }

    private func host() throws -> Tmux {
        let scribe = try Tmux(folder)
        scribe.start("host")
        return scribe
    }

    private func join(_ who: String? = nil, columns: Int = 80, rows: Int = 24, _ options: String = "") throws -> Tmux {
        let terminal = try Tmux(folder, columns: columns, rows: rows)
        let through = who.map { "--through '\(Tmux.program) relay --dir \(folder.path) --as \($0)'" } ?? ""
        terminal.enter("\(Tmux.program) join \(through) --dir \(folder.path) \(options)")
        return terminal
    }

    /// Calls the roll: the chair, and everybody who votes.
    private func open(_ scribe: Tmux) {
        scribe.see("0 of 9 seats")
        scribe.press("p p p p p Enter")
        scribe.see("1 of 6")
    }

    @Test func aTieARulingATakeoverAndNotesWrittenOffline() throws {
        let scribe = try host()
        open(scribe)
        let (chair, bo, idris) = (try join("priya"), try join("bo"), try join("idris", columns: 120, rows: 40))
        let screen = try join(columns: 100, rows: 30, "--presenter")
        for terminal in [chair, bo, idris] { terminal.see("1 of 6") }
        screen.see("item 1 of 6")

        // A question: each member's ballot opens by itself and takes one key; the chair's does not open.
        scribe.press("v")
        for terminal in [bo, idris] { terminal.see("Your vote") }
        bo.press("y")
        bo.see("you: yes")
        idris.press("n")
        idris.see("you: no")
        chair.see("2 of 4 have voted")
        #expect(!chair.screen().contains("Your vote"))
        scribe.see("2 of 4 have voted")

        // The others say theirs to the scribe. Nobody changes a ballot that a member has given.
        scribe.press("y n")
        scribe.enter(":vote bo no")
        scribe.see("Bo Håkansson has voted at their own terminal (yes)")
        scribe.press("Escape")
        scribe.press("Escape")
        scribe.enter(":tally")
        scribe.wait(for: "the tally on the disk") {
            let shown = scribe.screen()
            return !shown.contains("● open") && shown.contains("● recorded")
        }
        screen.see("vote 1")

        // The host is gone: words wait, votes do not.
        kill(try scribe.process(), SIGKILL)
        bo.see("reached since")
        bo.press("n")
        bo.type("written while nobody hosted")
        bo.press("Enter")
        bo.see("1 act kept here")
        // The scribe goes on at another terminal.
        let second = try host()
        second.see("written while nobody hosted")
        for terminal in [bo, chair, idris] { terminal.see("● recorded") }
        idris.see("written while nobody hosted")

        // The chair rules at their own terminal, and closes.
        chair.enter(":rule yes because the pilot is small")
        for terminal in [second, chair, idris] { terminal.see("RULING yes") }
        second.enter(":decide approve")
        second.see("approved")
        chair.enter(":close anyway")
        second.see("written to")
        for terminal in [chair, bo, idris] { terminal.see("● closed") }
        bo.enter(":publish")
        bo.see("minutes and mail are written, and edited, at the")
        let minutes = try folder.text("minutes/\(MeetingFolder.day)/minutes.md")
        #expect(minutes.contains("written while nobody hosted"))
        #expect(minutes.contains("the pilot is small"))
        #expect(minutes.contains("by voice, entered by Lena Ortiz"))
        #expect(minutes.matches(of: /written while nobody hosted/).count == 1)
    }

    @Test func wordsOutliveTheirTerminalAndASecondOneHosts() throws {
        let scribe = try host()
        open(scribe)
        let (second, bo) = (try join(), try join("bo"))
        for terminal in [second, bo] { terminal.see("1 of 6") }
        second.enter(":host")
        second.see("the host can be reached")
        kill(try scribe.process(), SIGKILL)
        bo.see("or Priya Raman may go on")
        bo.press("n")
        bo.type("question: said while nobody hosted")
        bo.press("Enter")
        bo.see("kept here, and recorded when the connection is back")
        bo.see("1 act kept here")
        bo.enter(":host")
        bo.see("may not: ask them")
        // Their terminal ends as hard as the host's did.
        _ = Program("pkill", ["-KILL", "-P", try bo.state("pane_pid")]).run()
        bo.see("Killed")
        let shown = Program(
            "env", ["XDG_STATE_HOME=\(folder.path)/.local/state", Tmux.program, "outbox"]
        ).run()
        #expect(shown.output.contains("as bo") && shown.output.contains("question on"))
        #expect(shown.output.contains("said while nobody hosted"))

        // The same person goes on at their other terminal, which was only joined; the council moves on.
        second.see("you may go on: `:host`")
        second.enter(":host")
        second.see("● recorded")
        second.enter(":go 2")
        second.see("2 of 6")
        second.enter(":who")
        second.see("Lena Ortiz (host, scribe)")
        second.press("Escape")
        let again = try join("bo")
        again.see("2 of 6")
        second.enter(":show 1")
        second.enter(":close anyway")
        second.see("written to")
        again.see("● closed")
        let minutes = try folder.text("minutes/\(MeetingFolder.day)/minutes.md")
        #expect(minutes.matches(of: /said while nobody hosted/).count == 1)
        #expect(minutes.contains("(*entered later*)"))
        let left = Program(
            "env", ["XDG_STATE_HOME=\(folder.path)/.local/state", Tmux.program, "outbox"]
        ).run()
        #expect(left.output == "nothing waits\n")
    }

    @Test func aTerminalThatIsNobodysLooksOn() throws {
        let scribe = try host()
        open(scribe)
        let guest = try join("nobody")
        guest.see("1 of 6")
        guest.press("n")
        guest.type("x")
        guest.press("Enter")
        guest.see("a guest looks on and records nothing")
        scribe.enter(":who")
        scribe.see("Lena Ortiz (host, scribe)")
        scribe.see("a guest, ")
    }
}
