import Council
import TestMeetings
import Testing

@testable import Minutes

/// The subject of the summary says what was decided, in one line.
@Suite struct SummarySubjectTests {
    private func subject(_ groups: [SubjectLine.Group], prefix: String = "[ML Review]") -> String {
        SubjectLine(prefix: prefix, groups: groups, suffix: "").text
    }

    @Test func itNamesWhatWasDecidedAndTheMostImportantFirst() throws {
        let mail = try ReadMail(try Minutes.render(journal: try SampleMeeting.held().journal, format: .mail))
        let subject = try #require(mail.header("Subject"))
        #expect(
            subject.hasPrefix("[ML Review] Approved: Fraud ring") && subject.contains("sent back"), "\(subject)")
        #expect(subject.count <= 90, "\(subject)")
        #expect(subject.contains("2 hires"))
    }

    @Test func theProposalsOwnShortNameStands() throws {
        var proposals = Docket.sample.proposals
        proposals["fraud-ring-graph"]?.shortTitle = "fraud rings"
        proposals["prep-time"]?.shortTitle = "prep time"
        let items = Array(Docket.sample.agenda.items.prefix(2))
        var meeting = SampleMeeting(
            docket: Docket(
                roster: .sample, agenda: Agenda(date: Docket.sample.agenda.date, items: items), proposals: proposals))
        try meeting.roll(["priya", "bo", "idris", "tomas", "mei", "anais"])
        try meeting.ask(.open)
        try meeting.ask(.go(.item(2)))
        try meeting.ask(
            .decide(verdict: .revise, until: nil, reason: "measure", conditions: [], resolution: nil))
        try meeting.ask(.go(.item(1)))
        try meeting.ask(
            .decide(verdict: .approve, until: nil, reason: nil, conditions: [], resolution: nil))
        try meeting.ask(.close)
        let mail = try ReadMail(try Minutes.render(journal: meeting.journal, format: .mail))
        #expect(mail.header("Subject") == "[ML Review] Approved: fraud rings; prep time sent back")
    }

    /// An approval with strings attached is not called an approval alone, in the subject, the summary or the notice.
    @Test func anApprovalOnConditionIsCalledOne() throws {
        var meeting = SampleMeeting()
        try meeting.roll(["priya", "bo", "idris", "tomas", "mei", "anais"])
        try meeting.ask(.open)
        try meeting.ask(.go(.item(1)))
        try meeting.say("tomas", "six weeks of holdout", as: .concern)
        try meeting.ask(.decide(verdict: .approve, until: nil, reason: nil, conditions: [1], resolution: nil))
        try meeting.ask(.close)
        let documents = try Minutes.documents(of: meeting.journal)
        let mails = try documents.filter(\.name.isMail).map { try ReadMail($0.text) }
        let subjects = mails.compactMap { $0.header("Subject") }
        #expect(
            subjects.contains { $0.contains("Approved: Fraud ring graph (conditional)") },
            "\(subjects)")
        #expect(subjects.contains { $0.hasSuffix("Fraud ring graph: approved on condition") })
        #expect(mails.contains { $0.text.contains("\nAPPROVED ON CONDITION\n") })
        #expect(mails.contains { $0.text.contains("Fraud ring graph: APPROVED ON CONDITION\n") })
        // What a template leaves out leaves no hole behind.
        #expect(mails.allSatisfy { !$0.text.contains("\n\n\n") })
    }

    @Test func titlesAreShortenedByWords() {
        #expect(
            "Rewrite searches that find nothing, second version".shortened(to: 40)
                == "Rewrite searches that find nothing")
        #expect("A vector store for search & support".shortened(to: 26) == "Vector store for search")
        #expect("Promotions by predicted uplift".shortened(to: 14) == "Promotions")
        #expect("Short".shortened(to: 14) == "Short")
        #expect("Unteilbareswortdasnichtendenwill".shortened(to: 14) == "Unteilbareswortdasnichtendenwill")
    }

    /// A name is worth more than a few columns.
    @Test func nothingIsCountedForTheSakeOfAFewColumns() {
        let line = subject([
            SubjectLine.Group(verdict: "approved", names: ["fraud rings", "promo test", "vector store"], hires: 2),
            SubjectLine.Group(verdict: "sent back", names: ["prep time"]),
        ])
        #expect(line == "[ML Review] Approved: fraud rings, promo test, vector store, 2 hires; prep time sent back")
    }

    /// Names that would become the same are told apart, and what has no room is counted.
    @Test func theLineKeepsToItsColumns() {
        let many = (1...30).map { "Forecast of things of the kind \($0)" }
        let line = subject([
            SubjectLine.Group(verdict: "approved", names: many.map { SubjectLine.Name($0) }, hires: 3),
            SubjectLine.Group(verdict: "sent back", names: ["Prep time by the minute"]),
        ])
        #expect(
            line.count <= 90 && line.contains("more") && line.contains("3 hires") && line.hasSuffix("; 1 sent back"))
        #expect(
            subject([SubjectLine.Group(verdict: "deferred", names: ["Forecast of couriers", "Forecast of stock"])])
                == "[ML Review] Deferred: Forecast of couriers, Forecast of stock")
        #expect(
            subject([SubjectLine.Group(verdict: "approved", names: [], hires: 1)]) == "[ML Review] Approved: 1 hire")
    }

    /// What stands after the subject in a list of mails says something else.
    @Test func thePreheaderDoesNotRepeatTheSubject() throws {
        let mail = try ReadMail(try Minutes.render(journal: try SampleMeeting.held().journal, format: .mail))
        let text = try #require(mail.html.firstMatch(of: /mso-hide: ?all;?">([^<]*)</)?.1)
        #expect(text.contains("Lena Ortiz") && !text.contains("Fraud ring"))
    }
}
