import Curses
import Testing

@Suite struct TerminalErrorTests {
    @Test(arguments: [TerminalError.notATerminal, .noName, .tooSimple("dumb"), .unknown("x"), .system("y")])
    func namesTheConsole(error: TerminalError) {
        #expect(error.description.contains("mlreview console"))
    }
}
