import Council
import Testing

/// Days as people say them, at a meeting on a Wednesday.
@Suite struct SpokenDayTests {
    private let wednesday = CalendarDay("2026-11-25")

    @Test(arguments: [
        ("2026-12-02", "2026-12-02"), ("today", "2026-11-25"), ("Tomorrow", "2026-11-26"), ("friday", "2026-11-27"),
        ("FRI", "2026-11-27"), ("tues", "2026-12-01"), ("wednesday", "2026-12-02"), ("thu", "2026-11-26"),
        ("sunday", "2026-11-29"), (" mon ", "2026-11-30"),
    ])
    func aDayIsRead(text: String, day: String) throws {
        #expect(CalendarDay(spoken: text, at: try #require(wednesday))?.description == day)
    }

    @Test(arguments: ["", "t", "th", "fridayish", "soon", "2026-02-30", "12-02", "@fri"])
    func whatIsNoDayIsRefused(text: String) throws {
        let wednesday = try #require(wednesday)
        #expect(CalendarDay(spoken: text, at: wednesday) == nil)
        #expect(throws: Refusal.self) { try CalendarDay.read(text, at: wednesday) }
    }

    @Test func everyWeekdayIsTheNextOneAfterTheMeeting() throws {
        let first = try #require(wednesday).daysSinceEpoch
        for meeting in (first..<first + 7).map(CalendarDay.init(daysSinceEpoch:)) {
            for ahead in 1...7 {
                let day = CalendarDay(daysSinceEpoch: meeting.daysSinceEpoch + ahead)
                #expect(CalendarDay(spoken: day.weekdayName, at: meeting) == day)
            }
        }
    }
}
