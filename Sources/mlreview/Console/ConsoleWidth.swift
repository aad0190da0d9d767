import Foundation

/// The width of the terminal that answers are printed on.
enum ConsoleWidth {
    /// In columns, at least 40; nil if standard output is no terminal. Programs get lines whole.
    static var ofStandardOutput: Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return max(40, Int(size.ws_col))
    }
}
