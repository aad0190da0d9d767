import Archive
import Council
import Foundation
import Minutes
import TestMeetings
import Testing

/// A concern that no meeting answers goes from one to the next, with the day on which it was raised.
@Suite struct EarlierConcernTests {
    private static let item = ItemID("prep-time")
    private static let rain = EarlierConcern(
        date: CalendarDay("2026-11-18")!, speaker: HeldPerson(name: "Idris Bello", handle: Handle("idris")),
        text: "one wet city is missing")

    private func held(_ requests: Request...) throws -> Journal {
        var meeting = SampleMeeting()
        try meeting.roll(["priya", "bo", "idris", "tomas", "mei"])
        try meeting.ask(.open)
        try meeting.ask(.recall([], updates: [], concerns: [Self.item: [Self.rain]]))
        for request in requests { try meeting.ask(request) }
        try meeting.ask(.close)
        return meeting.journal
    }

    private func open(after journal: Journal) throws -> [EarlierConcern] {
        let library = Library(roster: .sample, drafts: [], history: [try Archive.heldMeeting(of: journal)])
        let items = Docket.sample.agenda.items
        return library.openConcerns(on: items, before: CalendarDay("2026-12-02")!)[Self.item] ?? []
    }

    @Test func whatIsNotAnsweredStaysOpenSinceItsDay() throws {
        let journal = try held(.go(.item(2)), .note(speaker: "bo", kind: .plain, text: "A word"))
        let concern = try #require(open(after: journal).first)
        #expect(concern.date == Self.rain.date && concern.text == Self.rain.text)
        #expect(concern.speaker?.handle == Handle("idris"))
    }

    @Test func whatIsResolvedDoesNotComeBack() throws {
        let answer = Request.resolve(note: NoteReference(1), reason: "two were added")
        #expect(try open(after: held(.go(.item(2)), answer)) == [])
    }

    /// A meeting that only had it before it did not deal with the item.
    @Test func aHearingThatDidNotComeToItChangesNothing() throws {
        let item = try #require(try Archive.heldMeeting(of: held()).item(Self.item))
        #expect(!item.wasTakenUp)
        let library = Library(roster: .sample, drafts: [], history: [try Archive.heldMeeting(of: held())])
        #expect(!library.events(of: Self.item).contains { $0.event == .concern })
    }

    @Test func theMinutesSaySinceWhen() throws {
        let text = try Minutes.render(journal: held(.go(.item(2))), format: .markdown)
        #expect(
            text.contains("- Concern 1, Idris Bello, open since Wed 18 Nov 2026: one wet city is missing"), "\(text)")
        #expect(!text.contains("concern 1, above"))
    }
}
