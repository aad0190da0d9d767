/// Why the screen can't be used; the text is for the person who started the program.
public enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Standard input or output is a file or a pipe.
    case notATerminal
    /// `TERM` isn't set.
    case noName
    /// The terminal of that name can't place a cursor.
    case tooSimple(String)
    /// Nothing is known of a terminal of that name.
    case unknown(String)
    /// There is a `CursesTerminal` already.
    case inUse
    /// The operating system refused something, by `errno`.
    case system(String)

    public var description: String {
        switch self {
        case .notATerminal:
            "standard input or output is not a terminal; `mlreview console` works without one"
        case .noName:
            "TERM is not set, so nothing is known of this terminal; set it, or use `mlreview console`"
        case .tooSimple(let name):
            "a terminal of type “\(name)” can't show a full screen; use `mlreview console`"
        case .unknown(let name):
            "there is no description of a terminal of type “\(name)” (TERM); set another, or use `mlreview console`"
        case .inUse:
            "the screen is already in use by this program"
        case .system(let reason):
            "the terminal can't be set up: \(reason); `mlreview console` works without"
        }
    }
}
