import Synchronization
import Testing

@testable import Host

/// A value is made once, on another thread, and everybody gets it.
@Suite struct AheadTests {
    @Test func theValueIsMadeOnce() {
        let count = Mutex(0)
        let ahead = Ahead {
            count.withLock { count in
                count += 1
                return count
            }
        }
        #expect([ahead.value, ahead.value] == [1, 1])
        #expect(count.withLock { $0 } == 1)
    }

    @Test func itIsMadeWhileOthersAreWaitedFor() {
        let first = Ahead { "made" }
        let second = Ahead { first.value + " twice" }
        #expect(second.value == "made twice")
        #expect(first.value == "made")
    }
}
