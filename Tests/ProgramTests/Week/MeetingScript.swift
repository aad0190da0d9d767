import Council
import Foundation
import Testing

/// What was typed at one meeting, a line each with the time of day before it: `10:04  note @lena concern: …`.
struct MeetingScript: CustomTestStringConvertible {
    let day: CalendarDay
    /// The lines with their moments; blank lines and comments are left out.
    let lines: [(at: Date, text: String)]

    init(of day: CalendarDay, timeZone: String) throws {
        self.day = day
        let text = try String(contentsOf: Self.folder.appending(path: "\(day).txt"), encoding: .utf8)
        let zone = try #require(TimeZone(identifier: timeZone))
        lines = try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let parts = try #require(line.wholeMatch(of: /([0-9]{2}):([0-9]{2})  (.+)/), "\(day).txt: \(line)").output
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = zone
            let (hour, minute) = (try #require(Int(parts.1)), try #require(Int(parts.2)))
            let start = DateComponents(
                year: day.year, month: day.month, day: day.day, hour: hour, minute: minute)
            return (try #require(calendar.date(from: start)), String(parts.3))
        }
        let times = lines.map(\.at)
        #expect(times == times.sorted(), "\(day).txt goes back in time")
    }

    /// The days that have a script, oldest first.
    static func days() throws -> [CalendarDay] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
            .compactMap { CalendarDay($0.dropLast(4)) }.sorted()
    }

    static let folder = MeetingFolder.root.appending(path: "Tests/ProgramTests/Quarter")

    var testDescription: String { day.description }
}
