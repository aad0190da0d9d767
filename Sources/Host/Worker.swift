import Foundation
import Synchronization

/// Threads other than the one that owns the terminal.
public enum Worker {
    /// Runs `body` on a thread of its own, which ends with it.
    ///
    /// What `body` holds is released before the thread begins to end. Foundation would release it when Dispatch has
    /// already freed what it keeps for the thread, and the release of a queue writes into that.
    public static func start(_ body: @escaping @Sendable () -> Void) {
        let work = Work(body)
        let thread = Thread { AlternateStack.during { work.take()?() } }
        // As large as the main thread's, because the same drawing may happen here.
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Something to do once. Whoever takes it has the only hold on it.
    private final class Work: Sendable {
        private let body: Mutex<(@Sendable () -> Void)?>

        init(_ body: @escaping @Sendable () -> Void) { self.body = Mutex(body) }

        func take() -> (@Sendable () -> Void)? {
            body.withLock { body in
                defer { body = nil }
                return body
            }
        }
    }
}
