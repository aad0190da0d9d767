import Council
import Foundation
import TestMeetings
import Testing

@testable import Minutes

/// The actions of earlier meetings in the outputs.
@Suite struct EarlierActionTests {
    private func held() throws -> Journal {
        var meeting = SampleMeeting()
        try meeting.roll(["priya", "bo"])
        try meeting.ask(.open)
        try meeting.ask(.recall(.earlier, updates: .earlier))
        let vendor = ActionReference("2026-11-18/2")!
        try meeting.ask(
            .update(action: vendor, word: .later, until: CalendarDay("2026-12-16"), reason: "vendor is late"))
        try meeting.ask(
            .update(action: ActionReference("2026-11-18/3")!, word: .drop, until: nil, reason: "nobody needs it"))
        try meeting.ask(
            .reassign(action: ActionReference("2026-11-18/1")!, to: Handle("bo"), reason: "Lena leaves"))
        try meeting.ask(.close)
        return meeting.journal
    }

    @Test func theMinutesSayWhatBecameOfThem() throws {
        let text = try Minutes.render(journal: held(), format: .markdown)
        let section = """
            ## Actions of earlier meetings

            - Done: Ask the kitchens (2026-11-11/1, Bo Håkansson, Prep time), because: merged (*Bo Håkansson, Tue 24 Nov 2026*)
            - Put off to Wed 16 Dec 2026: Count the vectors (2026-11-18/2), because: vendor is late
            - Dropped: Draw a chart (2026-11-18/3, Lena Ortiz), because: nobody needs it
            - Handed to Bo Håkansson: Write the runbook (2026-11-18/1, Lena Ortiz), because: Lena leaves

            Still open, with those overdue:

            - **Bo Håkansson**: 1
              - Write the runbook (2026-11-18/1, by Fri 20 Nov 2026, *5 days overdue*)
            - **No owner**: 1

            ## Left open
            """
        #expect(text.contains(section), "\(text)")
        let page = try Minutes.render(journal: held(), format: .html)
        #expect(page.contains("<h2>Actions of earlier meetings</h2>") && page.contains("5 days overdue"))
        #expect(page.components(separatedBy: "<h2>").suffix(2).map { $0.prefix(7) } == ["Actions", "Left op"])
    }

    @Test func theSummaryHasALine() throws {
        let documents = try Minutes.documents(of: try held())
        let mails = try ReadMail.all(documents.filter(\.name.isMail).map(\.text))
        let line = "From earlier meetings: 1 done, 1 dropped, 2 still open, 1 of them overdue (Bo Håkansson)."
        #expect(mails.count { $0.text.replacing("\n", with: " ").contains(line) } == 1)
    }

    /// A meeting that began with none says nothing of it.
    @Test func withoutAnyThereIsNoSection() throws {
        let text = try Minutes.render(journal: SampleMeeting.held().journal, format: .markdown)
        #expect(!text.contains("earlier meetings"))
    }
}
