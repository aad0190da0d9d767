import Council
import Testing

/// Days as people say them, at a meeting on a Wednesday.
@Suite struct SpokenDayTests {
    private let wednesday = CalendarDay("2026-11-25")

    @Test(arguments: [
        ("2026-12-02", "2026-12-02"), ("today", "2026-11-25"), ("Tomorrow", "2026-11-26"), ("friday", "2026-11-27"),
        ("FRI", "2026-11-27"), ("tues", "2026-12-01"), ("wednesday", "2026-12-02"), ("thu", "2026-11-26"),
        ("sunday", "2026-11-29"), (" mon ", "2026-11-30"), ("this friday", "2026-11-27"),
        ("next friday", "2026-12-04"), ("next monday", "2026-11-30"), ("Next Wednesday", "2026-12-02"),
        ("next sunday", "2026-12-06"), ("next week", "2026-12-02"), ("in two weeks", "2026-12-09"),
        ("in 3 days", "2026-11-28"), ("in a month", "2026-12-25"), ("4 december", "2026-12-04"),
        ("december 4", "2026-12-04"), ("4 dec", "2026-12-04"), ("4th of December", "2026-12-04"),
        ("24 november", "2027-11-24"), ("25 nov", "2026-11-25"), ("29 february", "2028-02-29"),
        ("4 december 2027", "2027-12-04"), ("1st of march 2027", "2027-03-01"),
    ])
    func aDayIsRead(text: String, day: String) throws {
        #expect(CalendarDay(spoken: text, at: try #require(wednesday))?.description == day)
    }

    @Test(arguments: [
        "", "t", "th", "fridayish", "soon", "2026-02-30", "12-02", "@fri", "next", "in two", "in no weeks",
        "31 november", "next december", "4 de", "in 0 days", "last friday",
    ])
    func whatIsNoDayIsRefused(text: String) throws {
        let wednesday = try #require(wednesday)
        #expect(CalendarDay(spoken: text, at: wednesday) == nil)
        #expect(throws: Refusal.self) { try CalendarDay.read(text, at: wednesday) }
    }

    @Test func aRefusalSaysWhatCanBeSaid() throws {
        let wednesday = try #require(wednesday)
        let refusal = #expect(throws: Refusal.self) { try CalendarDay.read("in a while", at: wednesday) }
        #expect(
            refusal?.sentence == "`in a while` is not a date: say `2026-12-04`, `4 december`, `tomorrow`, `friday`, "
                + "`next friday` or `in two weeks`")
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
