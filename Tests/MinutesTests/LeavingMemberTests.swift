import Council
import Foundation
import TestMeetings
import Testing

@testable import Minutes

/// Somebody who is taken off the roster while a meeting is held was there, and said what they said.
@Suite struct LeavingMemberTests {
    private func held() throws -> Journal {
        var meeting = SampleMeeting()
        try meeting.roll(["priya", "bo", "idris", "tomas", "mei"])
        try meeting.ask(.open)
        try meeting.ask(.go(.item(1)))
        try meeting.say("idris", "We have the pager for it", as: .concern)
        try meeting.ask(.motion(.proposal))
        try meeting.vote(yes: ["idris", "bo"])
        try meeting.ask(.tally)
        try meeting.ask(.action(owner: "idris", due: nil, text: "Ask the pager"))
        let sample = Docket.sample
        let roster = Roster(
            name: sample.roster.name, timeZone: sample.roster.timeZone, chair: sample.roster.chair,
            members: sample.roster.members.filter { $0.handle != "idris" },
            practitioners: sample.roster.practitioners)
        try meeting.ask(.reload(Docket(roster: roster, agenda: sample.agenda, proposals: sample.proposals)))
        return meeting.journal
    }

    @Test func theirNameStaysWithWhatTheySaidAndVoted() throws {
        let text = try Minutes.render(journal: held(), format: .markdown)
        #expect(text.contains("| Idris Bello | yes |"))
        #expect(text.contains("Concern 1, Idris Bello"))
        #expect(text.contains("**Idris Bello**"))
        #expect(!text.contains("idris"))
    }

    /// `check` names the open actions of those who have left, by their handles.
    @Test func theirActionsAreStillTheirs() throws {
        let json = try Minutes.render(journal: held(), format: .json)
        #expect(json.contains("\"name\": \"Idris Bello\",\n      \"handle\": \"idris\""))
    }

    @Test func theyAreOnTheListOfThoseWhoWereThere() throws {
        let text = try Minutes.render(journal: held(), format: .markdown)
        #expect(text.contains("| Idris Bello | *not on the roster any more* | present |"))
        #expect(try Minutes.render(journal: held(), format: .html).contains("not on the roster any more"))
    }

    @Test func theQuorumAtTheOpeningIsThatOfTheRosterThen() throws {
        #expect(
            try Minutes.render(journal: held(), format: .markdown)
                .contains("- Quorum: 5 of 9 seats needed, 5 in the room at the opening"))
    }

    @Test func theFilesSayNothingNewIfTheyAreReadAgain() throws {
        let journal = try held()
        let docket = journal.meeting.docket
        #expect(try journal.consider(.reload(docket), at: Date()) == [])
    }
}
