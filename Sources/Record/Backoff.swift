/// How long a `Recorder` waits before it tries again.
struct Backoff: Sendable {
    /// Milliseconds before the first further attempt; twice as many before each one after it.
    var first = 1000
    /// Milliseconds at most.
    var longest = 5000

    /// Milliseconds to wait after so many failures in a row.
    func wait(after failures: Int) -> Int {
        min(longest, first << min(max(0, failures - 1), 10))
    }
}
