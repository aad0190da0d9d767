import Screen
import Testing

@Suite struct MemoryTerminalTests {
    @Test func handsOutItsScript() {
        let terminal = MemoryTerminal(size: Size(rows: 5, columns: 20))
        terminal.type("n\n")
        terminal.resize(Size(rows: 6, columns: 30))
        #expect(terminal.waitForEvents(descriptors: [], timeout: nil).events == [.key(.character("n"))])
        #expect(terminal.waitForEvents(descriptors: [], timeout: nil).events == [.key(.enter)])
        #expect(terminal.waitForEvents(descriptors: [], timeout: nil).events == [.resize(terminal.size)])
        #expect(terminal.waitForEvents(descriptors: [], timeout: nil) == Wake())
        #expect(terminal.size == Size(rows: 6, columns: 30))
    }
}
