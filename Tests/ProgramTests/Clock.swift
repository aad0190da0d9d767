import Foundation

/// A clock that stands until it is moved.
final class Clock {
    /// 10:00 in Los Angeles.
    private(set) var now = Date(timeIntervalSince1970: 1_795_629_600)

    func pass(seconds: TimeInterval) { now += seconds }
}
