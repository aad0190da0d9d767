import Council
import Foundation

/// A point in time in the council's time zone.
struct Moment {
    let day: CalendarDay
    /// Seconds after midnight.
    let second: Int
    /// Seconds east of Greenwich.
    let offset: Int
    /// Whether the reader knows the day already.
    let isOnMeetingDay: Bool

    /// `10:14`, and with the day where it is not the meeting's: `26 Nov 2026 10:14`.
    var spoken: String { isOnMeetingDay ? time : "\(day.withoutWeekday) \(time)" }

    /// `10:14`.
    var time: String { "\(twoDigits(second / 3600)):\(twoDigits(second / 60 % 60))" }

    /// RFC 3339: `2026-11-25T10:14:00-08:00`.
    var iso: String {
        "\(day)T\(time):\(twoDigits(second % 60))\(offset < 0 ? "-" : "+")\(zone(":"))"
    }

    /// RFC 5322: `Wed, 25 Nov 2026 10:14:00 -0800`.
    var mailDate: String {
        let parts = day.long.split(separator: " ", maxSplits: 1)
        return "\(parts[0]), \(parts[1]) \(time):\(twoDigits(second % 60)) \(offset < 0 ? "-" : "+")\(zone(""))"
    }

    private func zone(_ separator: String) -> String {
        let minutes = abs(offset) / 60
        return twoDigits(minutes / 60) + separator + twoDigits(minutes % 60)
    }

    var fact: Fact { .formed(iso, forms: ["iso": iso, "time": spoken, "day": day.long]) }
}

/// A day, as people and programs read it.
struct Day {
    let day: CalendarDay

    init(_ day: CalendarDay) { self.day = day }

    var fact: Fact {
        .formed(day.description, forms: ["iso": day.description, "long": day.long, "short": day.withoutWeekday])
    }
}

extension CalendarDay {
    /// `25 Nov 2026`.
    var withoutWeekday: String { String(long.drop { $0 != " " }.dropFirst()) }
}

/// With a leading zero where it has one digit.
func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

/// Turns the record's points in time into times of the council's zone.
struct WallClock {
    private let zone: TimeZone
    /// The zone's name; `UTC` where there is no zone of the name that was given.
    let zoneName: String
    private let meetingDay: CalendarDay

    /// - Parameter timeZone: an IANA name; UTC is taken where there is no such zone.
    init(timeZone: String, meetingDay: CalendarDay) {
        let known = TimeZone(identifier: timeZone)
        zone = known ?? .gmt
        zoneName = known == nil ? "UTC" : timeZone
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
