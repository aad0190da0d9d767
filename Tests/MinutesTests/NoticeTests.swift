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

    /// A long To fills a small screen. The council's own lists stay in it.
    @Test func moreThanFiveAddressesAreNotShown() {
        func recipients(_ count: Int) -> Recipients {
            let items = (1...count).map { number in
                AgendaItem(
                    id: ItemID("t\(number)"), subject: .topic(title: "T", text: ""),
                    interested: ["team\(number)@example.com"])
            }
            let roster = Roster(
                name: "C", chair: Chair(member: "a"), members: [], interested: ["one@example.com", "two@example.com"])
            return Recipients(
                of: Meeting(
                    docket: Docket(
                        roster: roster, agenda: Agenda(date: Docket.sample.agenda.date, items: items), proposals: [:])))
        }
        #expect(recipients(3).to.count == 5 && recipients(3).bcc.isEmpty)
        #expect(recipients(4).to.map(\.address) == ["one@example.com", "two@example.com"])
        #expect(recipients(4).bcc.map(\.address) == (1...4).map { "team\($0)@example.com" })
        let team = (1...6).map { TeamMember(name: "P\($0)", email: "p\($0)@example.com") }
        let proposal = Proposal(id: "x", title: "X", team: team)
        let notice = Recipients(of: proposal, from: AddressBook(of: Meeting(docket: .sample), proposals: []))
        #expect(notice.to.isEmpty && notice.bcc.count == 6)
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
        #expect(changed.text.contains("Revision 2 changes here:\n- action 6 added: Name who labels\n"))
        #expect(second["prep-time"]?.headers == first["prep-time"]?.headers)
        #expect(second["prep-time"]?.text == first["prep-time"]?.text)
    }

    /// What its readers have to do stands before everything else, with who asked for it.
    @Test func itSaysFirstWhatIsToDoAndWhoAskedForIt() throws {
        var meeting = SampleMeeting()
        try meeting.roll(["priya", "bo", "idris", "tomas", "mei", "anais"])
        try meeting.ask(.open)
        try meeting.ask(.go(.item(2)))
        try meeting.say("tomas", "six weeks of holdout", as: .concern)
        try meeting.ask(.action(owner: "lena", due: CalendarDay("2026-12-02"), text: "Ask a wet city"))
        try meeting.ask(.decide(verdict: .revise, until: nil, reason: "too early", conditions: [], resolution: nil))
        try meeting.ask(.close)
        let mail = try #require(try notices(of: meeting)["prep-time"])
        let todo = """
            BEFORE IT COMES BACK

            - Answer: “six weeks of holdout” (asked by Tomás Vidal, concern 1)
            - Lena Ortiz, by Wed 2 Dec 2026: Ask a wet city

            NEXT

            - Put the revised proposal into a new file: `mlreview propose --revises prep-time` begins it.
            """
        #expect(mail.text.contains(todo), "\(mail.text)")
        #expect(mail.text.hasPrefix("Dispatch by predicted prep time: SENT BACK FOR REVISION\n"))
        #expect(!mail.text.contains("STILL OPEN") && mail.text.contains("Spotted an error? Reply."))
        #expect(mail.header("Auto-Submitted") == "auto-generated")
        #expect(mail.html.contains("<table role=\"presentation\" width=\"600\"") && !mail.html.contains("<bdi>"))
    }

    @Test func whoeverLeadsAnApprovedProposalOwnsDelivery() throws {
        let mail = try #require(try notices(of: try SampleMeeting.held())["prep-time"])
        #expect(mail.text.contains("Lena Ortiz, the technical lead, owns delivery."))
        #expect(mail.text.contains("Update agendas/proposals/prep-time.md to match the amendments."))
    }
}
