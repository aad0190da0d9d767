import Foundation
import Testing

/// `y` in a tmux that misbehaves.
@Suite(.serialized) struct CopyInTmuxTests {
    /// Opens an item whose text is longer than a pipe holds, with this script as the only `tmux`.
    ///
    /// - Parameter script: nil for no `tmux` at all.
    private func meeting(tmux script: String?) throws -> Tmux {
        let folder = try MeetingFolder()
        let agenda = try folder.text("agendas/\(MeetingFolder.day).yaml")
        let long = String(repeating: "more than a pipe holds, ", count: 3000)
        try agenda.replacing("text: |\n", with: "text: |\n      \(long)\n").write(
            toFile: folder.path + "/agendas/\(MeetingFolder.day).yaml", atomically: true, encoding: .utf8)
        try FileManager.default.createDirectory(atPath: folder.path + "/bin", withIntermediateDirectories: true)
        if let script { try folder.write(script: "bin/tmux", script) }
        let tmux = try Tmux(folder, environment: ["PLACE=\(folder.path)"])
        tmux.enter("PATH=\(folder.path)/bin TMUX=/nowhere,1,0 \(Tmux.program) run --dir \(folder.path) 2026-11-25")
        tmux.see("Roll call")
        tmux.press("p p p p p p Enter")
        tmux.see("1 of 6")
        tmux.type(":go 6")
        tmux.press("Enter")
        tmux.see("6 of 6")
        return tmux
    }

    private func leave(_ tmux: Tmux) throws {
        tmux.press("q")
        tmux.see("stays open")
        tmux.enter("echo code=$?")
        tmux.see("code=0")
        #expect(try tmux.state("alternate_on") == "0")
    }

    /// This tmux reads nothing and ignores requests to end. Keys still work, and the terminal gets the text.
    @Test func whereItNeverAnswersTheMeetingGoesOn() throws {
        let tmux = try meeting(
            tmux: #"trap "" TERM; while :; do : > "$PLACE/asked"; read -r _ < "$PLACE/nothing"; done"#)
        try #require(mkfifo(tmux.folder.path + "/nothing", 0o600) == 0)
        tmux.press("y")
        tmux.wait(for: "tmux to be asked") { tmux.folder.has("asked") }
        tmux.press("n")
        tmux.type("typed meanwhile")
        tmux.see("typed meanwhile")
        tmux.press("Enter")
        tmux.see("copied to the clipboard")
        tmux.see("● recorded")
        try leave(tmux)
    }

    /// Leaving does not wait for the clipboard.
    @Test func whereItNeverAnswersOneCanLeave() throws {
        let tmux = try meeting(tmux: #": > "$PLACE/asked"; exec /bin/sleep 600"#)
        tmux.press("y")
        tmux.wait(for: "tmux to be asked") { tmux.folder.has("asked") }
        try leave(tmux)
    }

    @Test(arguments: [(nil, "to the clipboard"), ("exit 1", "to the clipboard"), ("exit 0", "into tmux's buffer")])
    func whereItReadsNothingOrIsNotThereThatIsSaid(script: String?, place: String) throws {
        let tmux = try meeting(tmux: script)
        for _ in 1...5 {
            tmux.press("y")
            tmux.see("item 6 copied \(place)")
            tmux.press("?")
            tmux.see("type to search")
            tmux.press("Escape")
            // Escape and a key right behind it would be read as Alt with that key.
            tmux.wait(for: "the help to close") { !tmux.screen().contains("type to search") }
        }
        try leave(tmux)
    }
}
