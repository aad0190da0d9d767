import Screen
import Testing

@testable import mlreview

/// Answers for a copy come from what is known of the terminal, which gives none.
@Suite struct ClipboardTests {
    private func copy(_ environment: [String: String], tmux: Bool = false) -> (Clipboard.Answer, String?) {
        let terminal = MemoryTerminal()
        let clipboard = Clipboard(environment: environment) { _ in tmux }
        let answer = clipboard.isWithinTmux ? clipboard.giveToTmux("text") : nil
        return (answer ?? clipboard.copy("text", on: terminal), terminal.clipboard)
    }

    @Test func anOrdinaryTerminalGetsIt() {
        #expect(copy(["TERM": "xterm-256color"]) == (.copied("to the clipboard"), "text"))
    }

    @Test(arguments: ["linux", "vt100", "vt220", "linux-16color"])
    func aTerminalWithoutAClipboardIsNamed(name: String) {
        #expect(copy(["TERM": name]) == (.refused("a terminal of type \(name) has no clipboard to copy to"), nil))
    }

    @Test func xtermSaysWhatItNeeds() {
        let (answer, text) = copy(["TERM": "xterm-256color", "XTERM_VERSION": "XTerm(379)"])
        #expect(answer == .copied("if xterm allows it: the resource allowWindowOps has to be true") && text == "text")
    }

    @Test func tmuxIsGivenItItself() {
        let inside = ["TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0"]
        #expect(copy(inside, tmux: true).1 == nil)
        #expect(copy(inside, tmux: false) == (.copied("to the clipboard"), "text"))
        // Over SSH only the name of the terminal is known.
        #expect(copy(["TERM": "tmux-256color"]) == (.copied("if tmux allows it: `set -g set-clipboard on`"), "text"))
    }

    @Test func whatIsTooLongIsRefused() {
        let terminal = MemoryTerminal()
        let text = String(repeating: "x", count: Clipboard.limit + 1)
        let answer = Clipboard(environment: ["TERM": "xterm"]).copy(text, on: terminal)
        #expect(answer == .refused("too long for a terminal's clipboard") && terminal.clipboard == nil)
    }
}
