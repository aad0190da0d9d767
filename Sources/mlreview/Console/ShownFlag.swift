import Synchronization

/// Whether something was shown, for two threads.
final class ShownFlag: Sendable {
    private let state = Mutex(false)

    var isSet: Bool { state.withLock { $0 } }

    func set() { state.withLock { $0 = true } }
}
