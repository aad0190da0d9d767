import Dispatch
import Synchronization

/// A value that another core makes while this one goes on.
public final class Ahead<Value: Sendable>: Sendable {
    private let group = DispatchGroup()
    private let made = Mutex<Value?>(nil)
    private let make: @Sendable () -> Value

    public init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
        DispatchQueue.global(qos: .userInitiated).async(group: group) { [self] in
            let value = make()
            made.withLock { $0 = value }
        }
    }

    /// Waits until it is made.
    public var value: Value {
        group.wait()
        return made.withLock { $0 } ?? make()
    }
}
