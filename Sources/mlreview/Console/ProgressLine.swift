import Foundation

/// A line that says what takes so long, on a terminal, and is gone when it is done.
enum ProgressLine {
    /// Seconds after which a person wants to know.
    private static let patience = 1.0

    /// Does something, and says so where it takes longer than a person likes to wait without a word.
    static func whileRunning<Result, Failure>(
        _ what: String, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard isatty(STDERR_FILENO) == 1 else { return try body() }
        let timer = DispatchSource.makeTimerSource()
        let shown = ShownFlag()
        timer.schedule(deadline: .now() + patience)
        timer.setEventHandler {
            shown.set()
            StandardError.print("\(what) …")
        }
        timer.resume()
        defer {
            timer.cancel()
            // Back to the line's beginning, and the line away.
            if shown.isSet { StandardError.print("\r\u{1B}[K") }
        }
        return try body()
    }
}
