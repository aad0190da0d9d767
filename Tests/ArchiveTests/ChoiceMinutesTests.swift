import Minutes
import Council
import Foundation
import TestMeetings
import Testing

@testable import Archive

/// Choices, straw polls, movers and withdrawn motions, as minutes, mails, record and library have them.
@Suite struct ChoiceMinutesTests {
    private static func held() throws -> Journal {
        var meeting = try SampleMeeting.held()
        try meeting.ask(.reopen(reason: "the chair is to be chosen"))
        try meeting.ask(.go(.item(6)))
        try meeting.ask(.motion(.text("Vote in secret?"), by: "wen", second: nil))
        try meeting.ask(.withdraw(reason: "the charter says how"))
        try meeting.ask(.motion(.poll("Choose today?")))
        try meeting.vote(yes: ["bo", "idris"], no: ["wen"])
        try meeting.ask(.tally)
        try meeting.ask(.motion(.choice(["Mei <b>", "Wen | Li", "Bo"]), by: "idris", second: "tomas"))
        for (who, options) in [("bo", ["1", "2"]), ("idris", ["2"]), ("tomas", ["1"])] {
            try meeting.ask(.vote(who: Handle(who), choice: .yes, reason: nil, options: options))
        }
        try meeting.ask(.vote(who: "wen", choice: .no, reason: "nobody asked them"))
        try meeting.ask(.tally)
        try meeting.ask(.rule(answer: .yes, reason: "Wen has the time", option: "Wen | Li"))
        try meeting.ask(.decide(verdict: .approve, until: nil, reason: nil))
        try meeting.ask(.close)
        return meeting.journal
    }

    @Test func theMinutesHaveThem() throws {
        let text = try Minutes.render(journal: Self.held(), format: .markdown)
        for part in [
            "Vote in secret?”, moved by Wen Li, was withdrawn, because: the charter says how",
            "Straw poll: Choose today?",
            "Straw poll, which decides nothing: 2–1; ", "The choice between", "none 1; ",
            "Tied between", "moved by Idris Bello, seconded by Tomás Vidal", "**Ruling: Wen \\| Li**",
        ] {
            #expect(text.contains(part), "\(part)\n\(text)")
        }
        let page = try Minutes.render(journal: Self.held(), format: .html)
        #expect(page.contains("Mei &lt;b&gt;") && !page.contains("Mei <b>"))
        #expect(page.contains("<td class=\"short\"><bdi>Mei &lt;b&gt;</bdi>, <bdi>Wen | Li</bdi></td>"))
        #expect(page.contains("<td class=\"short\">none</td>"))
    }

    @Test func theSummaryAndTheLibraryHaveThem() throws {
        let journal = try Self.held()
        let held = try Archive.heldMeeting(of: journal)
        let votes = try #require(held.items.last).votes
        #expect(votes.map(\.outcome) == [.polled, .tied])
        #expect(votes.last?.ruling?.option == "Wen | Li")
        #expect(votes.last?.ballots.first { $0.who.handle == Handle("bo") }?.options == ["Mei <b>", "Wen | Li"])
        let decision = try #require(held.items.last?.decision)
        #expect(decision.basis.hasPrefix("chair Priya Raman ruled Wen | Li on a tie (vote "), "\(decision.basis)")
        let summary = try Minutes.render(journal: journal, format: .mail)
        #expect(summary.contains("Chair's ruling for Wen | Li"), "\(summary)")
        let words = try #require(held.items.last).votes.map(\.question)
        #expect(words.first == "Straw poll: Choose today?")
    }
}
