import Council
import Foundation
import TestMeetings
import Testing

@testable import Minutes

/// What happened in the room beside the debate stands in the minutes in its place.
@Suite struct RoomInMinutesTests {
    private func held() throws -> SampleMeeting {
        var meeting = SampleMeeting()
        try meeting.roll(["priya", "bo", "idris", "tomas", "mei"])
        try meeting.ask(.open)
        try meeting.ask(.go(.item(1)))
        try meeting.ask(after: 300, .guest(name: "Kim Park", email: "kim@example.com", organisation: "Acme"))
        try meeting.say("kim", "We have run it for a year.")
        try meeting.ask(.action(owner: "kim", due: CalendarDay("2026-12-02"), text: "Send the numbers"))
        try meeting.ask(.lead(.product, .changes, reason: "one city is not enough"))
        try meeting.ask(.addTopic("Budget <for> 2027"))
        try meeting.ask(.moveItem(7, to: 2))
        try meeting.ask(.dropItem(3, reason: "no time"))
        try meeting.ask(.recess(minutes: 10))
        try meeting.ask(after: 600, .resume)
        try meeting.ask(.scribe(who: "kim"))
        try meeting.ask(after: 10, .roll(who: "bo", presence: .remote))
        try meeting.ask(after: 4, .roll(who: "bo", presence: .present))
        return meeting
    }

    @Test func eachFactHasItsPlace() throws {
        let text = try Minutes.render(journal: held().journal, format: .markdown)
        for line in [
            "| Kim Park, Acme | guest | present, *arrived 10:05* |", "| Bo Håkansson | member | present |",
            ", Kim Park from 10:", "Recess of 10 minutes", "The meeting went on", "On the agenda: Budget",
            "was moved to place 2 of the agenda", "Off the agenda: ", ", because: no time", "*off the agenda*",
            "***Off the agenda***, because: no time", "- In the room: ", "asks for changes: one city is not enough",
            "Kim Park: We have run it for a year.", "**Kim Park**",
        ] { #expect(text.contains(line), "\(line)\n\(text)") }
        #expect(!text.contains("spoke and is"))
        #expect(text.contains("1 taken off the agenda"))
    }

    @Test func theOtherFormsHaveThemToo() throws {
        let journal = try held().journal
        let page = try Minutes.render(journal: journal, format: .html)
        #expect(page.contains("<bdi>Kim Park</bdi>, <bdi>Acme</bdi>") && page.contains("Off the agenda, because: "))
        #expect(page.contains("Budget &lt;for&gt; 2027") && page.contains("<dt>In the room</dt>"))
        let json = try Minutes.render(journal: journal, format: .json)
        #expect(json.contains("\"organisation\": \"Acme\"") && json.contains("\"inRoom\": true"))
        let mail = try Minutes.render(journal: journal, format: .mail)
        #expect(mail.contains("kim@example.com") && mail.contains("OFF THE AGENDA") && mail.contains("Why: no time"))
    }

    /// The record is read back as it was, with what the meeting itself put on its agenda.
    @Test func theNumbersOfWhatWasDroppedStay() throws {
        let model = JournalReader(try held().journal).model
        #expect(model.items.map(\.number) == Array(1...7) && model.items[2].dropped == "no time")
        #expect(model.items[1].kind == "topic" && model.attendance.guests.count == 1)
    }
}
