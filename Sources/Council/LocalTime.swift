import Foundation

/// Moments as the clock on the wall shows them where the council meets.
public struct LocalTime: Sendable {
    private let zone: TimeZone

    /// - Parameter zone: an IANA name; one that nobody knows is taken as UTC.
    public init(zone: String) { self.zone = TimeZone(identifier: zone) ?? .gmt }

    /// `10:14`.
    public func time(_ moment: Date) -> String {
        let seconds = secondsOfDay(moment)
        return "\(pad(seconds / 3600, 2)):\(pad(seconds / 60 % 60, 2))"
    }

    /// Minutes since midnight.
    public func minuteOfDay(_ moment: Date) -> Int { secondsOfDay(moment) / 60 }

    /// The day it is there.
    public func day(_ moment: Date) -> CalendarDay {
        CalendarDay(daysSinceEpoch: Int((localSeconds(moment) / 86_400).rounded(.down)))
    }

    private func localSeconds(_ moment: Date) -> Double {
        moment.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: moment))
    }

    private func secondsOfDay(_ moment: Date) -> Int {
        let seconds = localSeconds(moment)
        return Int(seconds - (seconds / 86_400).rounded(.down) * 86_400)
    }
}

/// `06:20`, or `1:06:20` from an hour on; a minus before times that are below zero.
public func minutesAndSeconds(_ interval: TimeInterval) -> String {
    let whole = Int(abs(interval))
    let sign = interval < 0 && whole > 0 ? "-" : ""
    let rest = "\(pad(whole / 60 % 60, 2)):\(pad(whole % 60, 2))"
    return sign + (whole >= 3600 ? "\(whole / 3600):\(rest)" : rest)
}
