import Council
import Foundation
import TestMeetings
import Testing

@testable import Minutes

/// The notice on a proposal goes to the people concerned, and tells them what to do.
@Suite struct NoticeTests {
    private func notices(of meeting: SampleMeeting) throws -> [String: ReadMail] {
        let documents = try Minutes.documents(of: meeting.journal).filter(\.name.isNotice)
        let mails = try ReadMail.all(documents.map(\.text))
        return Dictionary(uniqueKeysWithValues: zip(documents.map(\.name.shortName), mails))
    }

    @Test func eachProposalHasOneAndATopicHasNone() throws {
        let names = try Minutes.documents(of: try SampleMeeting.held().journal).map(\.name).filter(\.isNotice)
        #expect(
            names.map(\.rawValue) == [
                "notices/fraud-ring-graph.eml", "notices/prep-time.eml", "notices/promo-uplift.eml",
                "notices/vector-store.eml", "notices/hire-senior-mle.eml",
            ])
    }

    @Test func itGoesToSponsorTeamAndLeadsAndFollowsTheSummary() throws {
        let held = try SampleMeeting.held()
        let summary = try ReadMail(try Minutes.render(journal: held.journal, format: .mail))
        let mail = try #require(try notices(of: held)["prep-time"])
        #expect(mail.defects == [])
        #expect(
            mail.to == [
                ["Lena Ortiz", "lena@example.com"], ["Sam Okafor", "sam@example.com"],
                ["Ravi Das", "ravi@example.com"],
            ])
        #expect(mail.bcc == [])
        #expect(mail.header("Subject") == "[ML Review] Dispatch by predicted prep time: approved with amendments")
        #expect(mail.header("In-Reply-To") == summary.header("Message-ID"))
        #expect(mail.header("References") == summary.header("Message-ID"))
        #expect(mail.header("Message-ID") == "<2026-11-25.1.item-prep-time.ml-review@example.com>")
    }

    @Test func aNameIsLookedUpAndNeverGuessed() throws {
        var roster = Docket.sample.roster
        #expect(address(of: "lena ortiz", in: roster) == "lena@example.com")
        #expect(address(of: "Kofi Mensah", in: roster) == nil)
        roster = Roster(
            name: "C", chair: Chair(member: "a"),
            members: [
                Member(handle: "a", name: "Wen Li", email: "one@example.com"),
                Member(handle: "b", name: "Wen Li", email: "two@example.com"),
            ])
        #expect(address(of: "Wen Li", in: roster) == nil)
    }

    private func address(of name: String, in roster: Roster) -> String? {
        let docket = Docket(roster: roster, agenda: Docket.sample.agenda, proposals: [:])
        return AddressBook(of: Meeting(docket: docket), proposals: []).address(of: name)
    }

    @Test func peopleWithoutAnAddressAreNamed() throws {
        let meeting = try SampleMeeting.held().journal.meeting
        #expect(Recipients(of: meeting).unreachable.contains("Kim Park"))
        #expect(!Recipients(of: meeting).unreachable.contains("Ravi Das"))
    }

    @Test func aCorrectionSendsOnlyTheNoticesThatItChanged() throws {
        var meeting = try SampleMeeting.held()
        let first = try notices(of: meeting)
        try meeting.ask(after: 86_400, .reopen(reason: "the date was heard wrong"))
        try meeting.ask(.go(.item(1)))
        try meeting.ask(.action(owner: "noor", due: CalendarDay("2026-12-11"), text: "Name who labels"))
        try meeting.ask(.close)
        let second = try notices(of: meeting)
        let changed = try #require(second["fraud-ring-graph"])
        #expect(changed.header("Message-ID") == "<2026-11-25.2.item-fraud-ring-graph.ml-review@example.com>")
        #expect(
            changed.header("References")
                == "<2026-11-25.1.ml-review@example.com> <2026-11-25.2.ml-review@example.com>")
        #expect(changed.header("Subject")?.hasSuffix(": approved (revision 2)") == true)
        #expect(changed.text.contains("This is revision 2. What changed here:\n- action 6 added\n"))
        #expect(second["prep-time"]?.headers == first["prep-time"]?.headers)
        #expect(second["prep-time"]?.text == first["prep-time"]?.text)
    }
}
