import Foundation

/// Threads other than the one that owns the terminal.
public enum Worker {
    /// Runs `body` on a thread of its own, which ends with it.
    public static func start(_ body: @escaping @Sendable () -> Void) {
        let thread = Thread { AlternateStack.during(body) }
        // As large as the main thread's, because the same drawing may happen here.
        thread.stackSize = 8 << 20
        thread.start()
    }
}
