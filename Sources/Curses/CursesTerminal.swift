import CNcurses
import Screen

/// The terminal that the program was started in, by way of ncurses.
///
/// ncurses is not thread-safe: one thread makes it and uses it. There can be one at a time.
public final class CursesTerminal: Terminal {
    /// Takes over the terminal.
    ///
    /// - Throws: `TerminalError`, whose text says what is wrong and what to do instead.
    public init(theme: Theme = .dark, environment: [String: String]) throws(TerminalError) {
        throw .notATerminal
    }

    public var size: Size { Size(rows: 0, columns: 0) }
    public func present(_ grid: Grid) {}
    public func waitForEvents(descriptors: [Int32], timeout: Int?) -> Wake { Wake() }
    public func suspend() {}
    public func restore() {}
    public func withTerminalReleased<Result>(_ body: () throws -> Result) rethrows -> Result { try body() }
    public func setTheme(_ theme: Theme) {}
    public func setMouse(_ isOn: Bool) {}
    public func beep() {}
}
