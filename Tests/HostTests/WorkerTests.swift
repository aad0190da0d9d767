import Foundation
import Host
import Synchronization
import Testing

@Suite struct WorkerTests {
    /// Says on which thread it is released, as Foundation knows it.
    private final class Held: Sendable {
        let isReleased: @Sendable (ObjectIdentifier) -> Void
        init(_ isReleased: @escaping @Sendable (ObjectIdentifier) -> Void) { self.isReleased = isReleased }
        deinit { isReleased(ObjectIdentifier(Thread.current)) }
    }

    @Test func bodiesInTurnComeOneAfterAnother() {
        let running = Mutex((now: 0, most: 0, order: [Int]()))
        let done = DispatchSemaphore(value: 0)
        for number in 1...20 {
            Worker.startInTurn {
                running.withLock { ($0.now, $0.most) = ($0.now + 1, max($0.most, $0.now + 1)) }
                sched_yield()
                running.withLock { running in
                    running.now -= 1
                    running.order.append(number)
                }
                done.signal()
            }
        }
        for _ in 1...20 { done.wait() }
        #expect(running.withLock { $0.most } == 1)
        #expect(running.withLock { $0.order } == Array(1...20))
    }

    /// While a thread ends, its libraries take down what they keep for it, in no order that one could rely on. A queue of
    /// Dispatch that was released so late wrote into memory that was no longer its own.
    @Test func whatABodyHoldsIsReleasedBeforeItsThreadEnds() {
        let ran = Mutex<ObjectIdentifier?>(nil)
        let released = Mutex<ObjectIdentifier?>(nil)
        let (go, done) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        /// Once this returns, nothing but the body holds the object.
        func start() {
            let held = Held { thread in
                released.withLock { $0 = thread }
                done.signal()
            }
            Worker.start {
                go.wait()
                withExtendedLifetime(held) { ran.withLock { $0 = ObjectIdentifier(Thread.current) } }
            }
        }
        start()
        go.signal()
        done.wait()
        #expect(released.withLock { $0 } == ran.withLock { $0 })
    }
}
