import Foundation

/// Threads beside the one that owns the terminal.
public enum Worker {
    /// Runs `body` on a thread of its own, which ends with it.
    public static func start(_ body: @escaping @Sendable () -> Void) {
        let thread = Thread { AlternateStack.during(body) }
        // As deep as the main thread's: what is drawn there may be drawn here.
        thread.stackSize = 8 << 20
        thread.start()
    }
}
