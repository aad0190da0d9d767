import Foundation

/// A clock that moves only when a test moves it.
final class Clock {
    /// 10:00 in Los Angeles.
    private(set) var now = Date(timeIntervalSince1970: 1_795_629_600)

    /// The clock for waiting, which nobody can set.
    private(set) var instant = ContinuousClock.now

    func pass(seconds: TimeInterval) {
        now += seconds
        instant += .seconds(seconds)
    }

    /// Sets the machine's clock, as a person may.
    func set(by seconds: TimeInterval) { now += seconds }
}
