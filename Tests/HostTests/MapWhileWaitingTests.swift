import Host
import Synchronization
import Testing

@Suite struct MapWhileWaitingTests {
    /// Each of three waits until all three are under way: on fewer threads nobody would go on.
    @Test func resultsStandInOrderAndSeveralAreWaitedForAtOnce() {
        let underWay = Counter()
        let made = [3, 1, 2].mapWhileWaiting { number in
            underWay.wait(for: 3)
            return number * 10
        }
        #expect(made == [30, 10, 20])
        #expect(Array(0..<500).mapWhileWaiting(onThreads: 4) { $0 } == Array(0..<500))
        #expect([Int]().mapWhileWaiting { $0 }.isEmpty)
    }

    private final class Counter: Sendable {
        private let count = Atomic(0)

        func wait(for wanted: Int) {
            count.add(1, ordering: .sequentiallyConsistent)
            while count.load(ordering: .sequentiallyConsistent) < wanted {}
        }
    }
}
