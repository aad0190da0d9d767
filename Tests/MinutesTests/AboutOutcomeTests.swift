import Council
import TestMeetings
import Testing

@testable import Minutes

/// What the minutes, the notices and the summary say of an item that was heard for its outcome.
@Suite struct AboutOutcomeTests {
    private static let cases: [(Decision.Verdict, String, String)] = [
        (.confirmed, "confirmed", "It goes on as it is. A later figure brings it back to the council."),
        (
            .changed, "changed",
            "Lena Ortiz changes it as the council decided. What is more than that is a proposal of its own."
        ),
        (.stopped, "stopped", "It goes no further: take out of service what serves nothing else."),
    ]

    /// The sample meeting, to which the first proposal comes for its outcome.
    private func held(_ verdict: Decision.Verdict) throws -> SampleMeeting {
        let sample = Docket.sample
        var proposal = try #require(sample.proposals["prep-time"])
        proposal.outcome = MeasuredOutcome(
            on: try #require(CalendarDay("2026-11-20")), value: 2_100_000, unit: try #require(proposal.impact).unit)
        let item = AgendaItem(
            id: ItemID("prep-time"), subject: .proposal(id: "prep-time"), purpose: .outcome,
            approved: CalendarDay("2026-05-20"))
        var meeting = SampleMeeting(
            docket: Docket(
                roster: sample.roster, agenda: sample.agenda.with([item]), proposals: ["prep-time": proposal]))
        try meeting.roll(sample.roster.members.map(\.handle.rawValue))
        try meeting.ask(.open)
        try meeting.ask(.go(.item(1)))
        try meeting.ask(.decide(verdict: verdict, until: nil, reason: "The <b>kitchens</b>."))
        try meeting.ask(.close)
        return meeting
    }

    @Test(arguments: cases)
    func everyFormatSaysIt(verdict: Decision.Verdict, word: String, next: String) throws {
        let journal = try held(verdict).journal
        let comparison =
            "2.1 M USD/year, 50 % of the estimate; measured on Fri 20 Nov 2026, 184 days after the approval"
        let markdown = try Minutes.render(journal: journal, format: .markdown)
        #expect(markdown.contains("**Decision: \(word)**") && markdown.contains("- Outcome: "))
        #expect(markdown.contains(comparison) && markdown.contains("**1 \(word)**"))
        let html = try Minutes.render(journal: journal, format: .html)
        #expect(html.contains("<dt>Outcome</dt>") && html.contains("class=\"verdict \(word)\""))
        let json = try Minutes.render(journal: journal, format: .json)
        #expect(json.contains("\"purpose\": \"outcome\"") && json.contains("\"approved\": \"2026-05-20\""))
        #expect(json.contains("\"verdict\": \"\(word)\""))
        let notice = try #require(try Minutes.documents(of: journal).first { $0.name.isNotice })
        let mail = try ReadMail(notice.text)
        #expect("\(mail)".contains(word.uppercased()))
        // The council has heard it, and does not ask again.
        #expect(!markdown.contains("looks at it again"))
        let text = try #require(JournalReader(journal).notices.first?.model.next.first)
        #expect(text == next)
    }
}
