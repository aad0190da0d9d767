import Council
import Testing

@testable import Room

/// A note that looks mistyped is recorded, and the doubt is said.
@Suite struct DoubtTests {
    private let meeting = Meeting(
        docket: Docket(
            roster: Roster(
                name: "ML Council", chair: Chair(member: Handle("priya")),
                members: [Member(handle: Handle("priya"), name: "Priya Raman")],
                practitioners: [Member(handle: Handle("Lena"), name: "Lena Ortiz")]),
            agenda: Agenda(
                date: CalendarDay(daysSinceEpoch: 0),
                items: [AgendaItem(id: ItemID("topic-1"), subject: .topic(title: "T", text: ""))]),
            proposals: [:]))

    private static let kept =
        "recorded as a plain note, which stands in the minutes: to keep it out of them, `undo` and write `private: …`"

    @Test(arguments: [
        ("note plain words", nil),
        ("note @priya says so", nil),
        (
            "note @guest says so",
            "recorded, and nobody on the roster has the handle guest: `guest NAME` adds a guest"
        ),
        ("note @prya says so", "recorded, and nobody on the roster has the handle prya: did you mean @priya?"),
        ("note conern: short", "recorded as a plain note: did you mean `concern:`?"),
        ("note concern: short", nil),
        ("note cost: 40 k", nil),
        ("note conern :short", "recorded as a plain note: did you mean `concern:`?"),
        ("note conern:short", "recorded as a plain note: did you mean `concern:`?"),
        ("note https://example.com", nil),
        ("note private the budget", kept),
        ("note Private, the budget", kept),
        ("note (private) the budget", kept),
        ("note @lena private the budget", kept),
        ("note @guest private the budget", kept),
        ("note private: the budget", nil),
        ("note privately held", nil),
    ])
    func doubts(line: String, doubt: String?) throws {
        guard case .ask(.note(let speaker, let kind, let text)) = try Command.parse(line, in: meeting) else {
            Issue.record("no note")
            return
        }
        #expect(Command.doubt(of: speaker, kind, text, in: meeting) == doubt)
    }

    @Test func handlesAreReadInAnyCase() throws {
        #expect(
            try Command.parse("roll Priya present", in: meeting).request
                == .roll(who: Handle("priya"), presence: .present))
        #expect(
            try Command.parse("roll lena remote", in: meeting).request
                == .roll(who: Handle("Lena"), presence: .remote))
    }
}
