import Foundation
import Testing

@testable import mlreview

/// The library without a meeting in a real terminal.
@Suite(.serialized) struct LibraryTerminalTests {
    @Test func itTakesTheTerminalAndGivesItBack() throws {
        let tmux = try Tmux(try MeetingFolder(), columns: 80, rows: 24)
        tmux.enter("echo before; \(Tmux.program) library --dir \(tmux.folder.path)")
        tmux.see("prep-time")
        #expect(try tmux.state("alternate_on") == "1")
        tmux.press("C-z")
        tmux.see("Stopped")
        #expect(try tmux.state("alternate_on") == "0")
        tmux.enter("fg")
        tmux.see("1 Pipeline")
        try tmux.resize(columns: 60, rows: 20)
        tmux.see("[1 Pipeline] 2 3 4 5")
        tmux.press("q")
        tmux.enter("echo left with $?")
        tmux.see("left with 0")
        #expect(try tmux.state("alternate_on") == "0")
        #expect(tmux.screen().contains("before"))
    }

    /// With no agenda of today or later the program opens the library, and a meeting from there.
    @Test func itOpensByItselfAndAMeetingFromIt() throws {
        let folder = try MeetingFolder()
        let agendas = folder.path + "/agendas"
        for day in ["2026-11-11", "2026-11-18", "2026-11-25"] {
            let text = try folder.text("agendas/\(day).yaml").replacing(
                "date: \(day)", with: "date: 2001\(day.dropFirst(4))"
            ).replacing(", continues: 2026-09-16", with: "")
            try FileManager.default.removeItem(atPath: "\(agendas)/\(day).yaml")
            try text.write(toFile: "\(agendas)/2001\(day.dropFirst(4)).yaml", atomically: true, encoding: .utf8)
        }
        let tmux = try Tmux(folder)
        tmux.enter("\(Tmux.program) --dir \(folder.path); echo left with $?")
        tmux.see("prep-time")
        tmux.press("5")
        tmux.see("Sun 25 Nov 2001")
        tmux.press("Enter")
        tmux.see("Roll call: ML Council, Sun 25 Nov 2001")
        tmux.press("Escape")
        tmux.see("q leave")
        tmux.press("q")
        tmux.see("left with 0")
    }
}
