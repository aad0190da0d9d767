import Foundation

/// How long an item has been before the council.
public struct ItemClock: Codable, Equatable, Sendable {
    /// Seconds of all the times that have ended.
    var spent: TimeInterval = 0
    /// Since when it runs now; nil if it stands.
    public internal(set) var runningSince: Date?
    /// Whether a person stopped it, so that it stays stopped.
    public internal(set) var isPaused = false
    /// Minutes added to the time box.
    public internal(set) var addedMinutes = 0

    public var hasStarted: Bool { runningSince != nil || spent > 0 || isPaused }

    /// Seconds used by a moment.
    public func used(at moment: Date) -> TimeInterval {
        spent + (runningSince.map { max(0, moment.timeIntervalSince($0)) } ?? 0)
    }

    mutating func start(at moment: Date) {
        guard runningSince == nil, !isPaused else { return }
        runningSince = moment
    }

    mutating func stop(at moment: Date) {
        spent = used(at: moment)
        runningSince = nil
    }
}

/// What somebody did to an item's clock.
public enum ClockChange: Codable, Equatable, Sendable {
    case pause
    case resume
    case add(minutes: Int)
}
