import Synchronization
import Host

/// The lease of a ledger in memory.
final class MemoryLease: Lease {
    let holder: LeaseHolder
    private let isHeld = Mutex(true)
    private let whenReleased: @Sendable () -> Void

    init(_ holder: LeaseHolder, whenReleased: @escaping @Sendable () -> Void) {
        self.holder = holder
        self.whenReleased = whenReleased
    }

    deinit { release() }

    var isInForce: Bool { isHeld.withLock { $0 } }

    func release() {
        let wasHeld = isHeld.withLock { isHeld in
            defer { isHeld = false }
            return isHeld
        }
        if wasHeld { whenReleased() }
    }
}

/// The watch of a ledger in memory.
final class MemoryWatch: LedgerWatch {
    let pipe: SelfPipe

    init() throws(SystemError) { pipe = try SelfPipe() }

    var descriptor: Int32 { pipe.descriptor }

    func acknowledge() -> Bool { !pipe.take().isEmpty }
}
