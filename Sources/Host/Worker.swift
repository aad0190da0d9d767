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

    /// Runs `body` after the ones that were given here before it, all on one thread: if they read many files at the same
    /// time, they would need the memory for all of them at the same time.
    public static func startInTurn(_ body: @escaping @Sendable () -> Void) {
        let isBusy = turn.withLock { turn in
            defer { turn.isBusy = true }
            turn.waiting.append(Work(body))
            return turn.isBusy
        }
        guard !isBusy else { return }
        start { while let work = next() { work.take()?() } }
    }

    private struct Turn {
        var waiting: [Work] = []
        var isBusy = false
    }

    private static let turn = Mutex(Turn())

    /// What comes next in turn; nil if nothing does, so that the thread ends.
    private static func next() -> Work? {
        turn.withLock { turn in
            turn.isBusy = !turn.waiting.isEmpty
            return turn.isBusy ? turn.waiting.removeFirst() : nil
        }
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
