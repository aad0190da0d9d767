import Foundation

/// A clock that stands until it is moved.
final class Clock {
    /// 10:00 in Los Angeles.
    private(set) var now = Date(timeIntervalSince1970: 1_795_629_600)

    /// The same for waiting, which nobody sets.
    private(set) var instant = ContinuousClock.now

    func pass(seconds: TimeInterval) {
        now += seconds
        instant += .seconds(seconds)
    }

    /// Somebody sets the clock of the machine.
    func set(by seconds: TimeInterval) { now += seconds }
}
