import Council
import Foundation

/// Turns the record's points in time into times of the council's zone.
struct WallClock {
    private let zone: TimeZone
    private let meetingDay: CalendarDay

    /// - Parameter timeZone: an IANA name; UTC is taken where there is no such zone.
    init(timeZone: String, meetingDay: CalendarDay) {
        zone = TimeZone(identifier: timeZone) ?? .gmt
        self.meetingDay = meetingDay
    }

    func moment(_ date: Date) -> Moment {
        let offset = zone.secondsFromGMT(for: date)
        let local = Int(date.timeIntervalSince1970.rounded(.down)) + offset
        let second = ((local % 86_400) + 86_400) % 86_400
        let day = CalendarDay(daysSinceEpoch: (local - second) / 86_400)
        return Moment(day: day, second: second, offset: offset, isOnMeetingDay: day == meetingDay)
    }
}
