import Council
import Foundation
import TestMeetings
import Testing

@testable import Minutes

/// The summary, read by a mail library of another language.
@Suite struct MailTests {
    @Test func anotherLibraryReadsWhatWasMeant() throws {
        let mail = try ReadMail(try Minutes.render(journal: try SampleMeeting.held().journal, format: .mail))
        #expect(mail.defects == [])
        #expect(mail.types == ["multipart/alternative", "text/plain", "text/html"])
        #expect(mail.header("Subject")?.hasPrefix("[ML Review] Approved: Fraud ring") == true)
        #expect(mail.header("Date") == "Wed, 25 Nov 2026 10:38:38 -0800")
        #expect(mail.header("List-Id") == "ML Council <ml-review.example.com>")
        #expect(mail.header("Reply-To") == "ml-council@example.com")
        #expect(mail.bcc.contains(["陳美玲 (Mei Chen)", "mei@example.com"]))
        #expect(
            mail.text.contains("\n2. Dispatch by predicted prep time (Lena Ortiz)\nAs amended, for 520 k USD to build"))
        #expect(mail.html.contains("<strong>2. <span dir=\"auto\">Dispatch by predicted prep time</span></strong>"))
        #expect(mail.header("Auto-Submitted") == "auto-generated")
        #expect(mail.header("List-Unsubscribe") == nil)
        #expect(mail.longestLine <= 78)
    }

    @Test func eachRecipientIsNamedOnce() throws {
        let mail = try ReadMail(try Minutes.render(journal: try SampleMeeting.held().journal, format: .mail))
        let everybody = (mail.to + mail.bcc).map { $0[1] }
        #expect(Set(everybody).count == everybody.count)
        #expect(
            mail.to.map { $0[1] } == [
                "ml-review@example.com", "pod-leads@example.com", "payments-risk@example.com",
                "finance-partners@example.com", "dispatch-leads@example.com",
            ])
        #expect(mail.bcc.map { $0[1] }.suffix(2) == ["ravi@example.com", "sam@example.com"])
        #expect(mail.bcc.count == 14)
    }

    @Test func plainTextIsReadableAtSeventyTwoColumns() throws {
        let text = String(repeating: "word ", count: 100) + "\n" + String(repeating: "語", count: 30) + " 語 語語語語語語"
        for line in FlowedText.lines(of: text) { #expect(line.count <= 72) }
        #expect(FlowedText.lines(of: "> quoted\nFrom here\n  set in") == [" > quoted", " From here", "set in"])
        let wide = FlowedText.lines(of: String(repeating: "語語 ", count: 40))
        // Five columns each, except the last: 14 of them, and the space that continues the line.
        #expect(wide.first == Array(repeating: "語語", count: 14).joined(separator: " ") + " ")
    }

    @Test(arguments: [
        ("Tomás Vidal", "tomas@example.com"), ("Vidal, Tomás", "t@example.com"), ("Li \"Wen\" Chang", "w@example.com"),
        ("O'Hara, Pat", "pat@example.com"), ("陳美玲", "mei@example.com"), ("a\\b", "ab@example.com"),
        ("=?utf-8?Q?trick?=", "x@example.com"),
        (String(repeating: "Ludwig ", count: 20) + "Österreich", "l@example.com"),
        ("שלום עולם", "s@example.com"),
    ])
    func namesArriveAsTheyAre(name: String, address: String) throws {
        let roster = Roster(
            name: "Council, \"the\" first", chair: Chair(member: "a"),
            members: [Member(handle: "a", name: name, email: address)])
        let docket = Docket(
            roster: roster, agenda: Agenda(date: Docket.sample.agenda.date, items: []), proposals: [:])
        let mail = try ReadMail(try Minutes.render(journal: SampleMeeting(docket: docket).journal, format: .mail))
        #expect(mail.defects == [])
        #expect(mail.bcc == [[name, address]])
    }

    @Test(arguments: [
        ("tomás@example.com", "the part before the @ has letters outside ASCII"),
        ("tomas@exämple.com", "the part after the @ has letters outside ASCII"),
        ("tomas", "an address is written NAME@DOMAIN"), ("a@b@c", "an address is written NAME@DOMAIN"),
        ("a b@example.com", "is not one that mail can carry"), ("-@", "is not a domain"),
        ("a,b@example.com", "is not one that mail can carry"), ("a@example..com", "is not a domain"),
        ("x>@example.com", "is not one that mail can carry"),
    ])
    func anAddressThatMailCantCarryIsRefusedWithAReason(address: String, reason: String) throws {
        let refusal = #expect(throws: MinutesError.self) { try Mailbox(address) }
        #expect(refusal?.sentence.contains(reason) == true)
        let docket = Docket(
            roster: Roster(name: "C", chair: Chair(member: "a"), members: [], interested: [address]),
            agenda: Agenda(date: Docket.sample.agenda.date, items: []), proposals: [:])
        let minutes = try Minutes.render(journal: SampleMeeting(docket: docket).journal, format: .markdown)
        #expect(minutes.contains("no mail goes to"))
    }

    @Test func aRevisionFollowsTheMailBeforeIt() throws {
        var meeting = try SampleMeeting.held()
        let first = try ReadMail(try Minutes.render(journal: meeting.journal, format: .mail))
        try meeting.ask(after: 86_400, .reopen(reason: "the ballot of Zsófia was taken down wrong"))
        try meeting.ask(.close)
        let second = try ReadMail(try Minutes.render(journal: meeting.journal, format: .mail))
        #expect(second.header("Message-ID") != first.header("Message-ID"))
        #expect(second.header("In-Reply-To") == first.header("Message-ID"))
        #expect(second.header("Subject")?.hasPrefix("[ML Review] Approved: ") == true)
        #expect(second.header("Subject")?.hasSuffix(" (revision 2)") == true)
        #expect(second.header("Date") == "Thu, 26 Nov 2026 10:38:58 -0800")
        #expect(second.text.contains("Revision 2 corrects: the ballot of Zsófia was taken down wrong"))
    }

    @Test func withoutMailSettingsTheChairIsTheSender() throws {
        let roster = Roster(
            name: "Council", chair: Chair(member: "a"),
            members: [Member(handle: "a", name: "Ada B.", email: "ada@example.com")])
        let docket = Docket(roster: roster, agenda: Agenda(date: Docket.sample.agenda.date, items: []), proposals: [:])
        let mail = try ReadMail(try Minutes.render(journal: SampleMeeting(docket: docket).journal, format: .mail))
        #expect(mail.header("From") == "\"Ada B.\" <ada@example.com>")
        #expect(mail.header("To") == "undisclosed-recipients:;")
        #expect(mail.header("Subject") == "[Council] 25 Nov 2026: nothing on the agenda (not closed)")
    }
}
