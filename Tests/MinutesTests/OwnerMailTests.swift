import Council
import Foundation
import TestMeetings
import Testing

@testable import Minutes

/// The mail to somebody who owes something, with entries for their calendar.
@Suite struct OwnerMailTests {
    /// A meeting that deferred an item, with an address of the minutes.
    private func meeting() throws -> SampleMeeting {
        var meeting = try SampleMeeting.held()
        try meeting.ask(.reopen(reason: "a slip"))
        return meeting
    }

    private func mails(_ meeting: SampleMeeting) throws -> [String: Minutes.Document] {
        let documents = try Minutes.documents(of: meeting.journal).filter(\.name.isOwners)
        return Dictionary(uniqueKeysWithValues: documents.map { ($0.name.shortName, $0) })
    }

    /// The components of a calendar, each with its properties, read by the rules of RFC 5545.
    private struct ReadCalendar {
        var components: [[String: String]] = []

        init(_ calendar: String) throws {
            let raw = calendar.components(separatedBy: "\r\n")
            try #require(raw.last == "" && !calendar.replacing("\r\n", with: "").contains("\n"))
            #expect(raw.allSatisfy { $0.utf8.count <= 75 })
            let lines = calendar.replacing("\r\n ", with: "").components(separatedBy: "\r\n").dropLast()
            var open: [String] = []
            for line in lines {
                let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
                try #require(parts.count == 2, "\(line)")
                switch parts[0] {
                case "BEGIN":
                    open.append(parts[1])
                    if open.count == 2 { components.append(["BEGIN": parts[1]]) }
                case "END": try #require(open.popLast() == parts[1])
                default: if open.count == 2 { components[components.count - 1][parts[0]] = Self.text(parts[1]) }
                }
            }
            try #require(open.isEmpty)
        }

        private static func text(_ value: String) -> String {
            var (text, isEscaped) = ("", false)
            for character in value.unicodeScalars {
                if isEscaped {
                    text.unicodeScalars.append(character == "n" ? "\n" : character)
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else {
                    text.unicodeScalars.append(character)
                }
            }
            return text
        }
    }

    /// The calendar of a mail, as another library takes it out.
    private func calendar(of mail: String?) throws -> ReadCalendar {
        let reader = """
            import email, sys
            from email import policy
            mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=policy.default)
            assert not [d for part in mail.walk() for d in part.defects]
            part = [p for p in mail.walk() if p.get_content_type() == "text/calendar"][0]
            assert part.get_filename().endswith(".ics") and part.get_content_disposition() == "attachment"
            sys.stdout.buffer.write(part.get_payload(decode=True))
            """
        return try ReadCalendar(try Reading.of(try #require(mail), by: "python3", ["-c", reader]))
    }

    // MARK: Mail

    @Test func eachPersonGetsWhatIsTheirs() throws {
        let mails = try mails(try SampleMeeting.held())
        let read = try ReadMail(try #require(mails["owners/lena"]?.text))
        #expect(read.defects == [] && read.to == [["Lena Ortiz", "lena@example.com"]] && read.bcc == [])
        #expect(read.text.contains("by Wed 2 Dec 2026: Report shadow mode for the nine new cities"))
        #expect(!read.text.contains("holdout has to cover"))
        #expect(read.types.contains("text/calendar") && read.longestLine <= 78)
        #expect(read.header("Message-ID") == "<2026-11-25.1.owner-lena.ml-review@example.com>")
        let holdout = try ReadMail(try #require(mails["owners/tomas"]?.text))
        #expect(holdout.text.contains("no date: Write down what a holdout has to cover"))
        #expect(mails["owners/bo"] == nil)
    }

    @Test func theCalendarHasTheActions() throws {
        let read = try calendar(of: try mails(try SampleMeeting.held())["owners/lena"]?.text)
        let task = try #require(read.components.first { $0["BEGIN"] == "VTODO" })
        #expect(task["DUE;VALUE=DATE"] == "20261202" && task["DTSTART;VALUE=DATE"] == "20261125")
        #expect(task["SUMMARY"] == "Report shadow mode for the nine new cities")
        #expect(task["STATUS"] == "NEEDS-ACTION" && task["SEQUENCE"] == "0")
        #expect(task["UID"]?.hasSuffix(".ml-review@example.com") == true)
    }

    @Test func aDeferredItemIsADayOfItsPresenter() throws {
        var meeting = try meeting()
        try meeting.ask(.go(.item(2)))
        try meeting.ask(
            .decide(verdict: .defer, until: CalendarDay("2026-12-16"), reason: "no; not, \\ now"))
        try meeting.ask(.close)
        let mail = try #require(try mails(meeting)["owners/lena"])
        let day = try #require(try calendar(of: mail.text).components.first { $0["BEGIN"] == "VEVENT" })
        #expect(day["DTSTART;VALUE=DATE"] == "20261216" && day["STATUS"] == "CONFIRMED")
        #expect(day["DESCRIPTION"]?.contains("no; not, \\ now") == true)
        #expect(day["UID"] == "2026-11-25.item-prep-time.ml-review@example.com")
        #expect(mail.text.contains("In-Reply-To: <2026-11-25.2.ml-review@example.com>"))
    }

    // MARK: Corrections

    @Test func aCorrectionReplacesTheEntriesOfWhomItConcerns() throws {
        let before = try mails(try SampleMeeting.held())
        var meeting = try meeting()
        let number = try #require(meeting.journal.meeting.actions.first { $0.owner == "lena" }?.number)
        try meeting.ask(.revise(action: number, .owner("tomas")))
        try meeting.ask(.close)
        let after = try mails(meeting)
        let (old, new) = (
            try calendar(of: before["owners/lena"]?.text), try calendar(of: after["owners/tomas"]?.text)
        )
        let uid = try #require(old.components.first { $0["BEGIN"] == "VTODO" }?["UID"])
        let moved = try #require(new.components.first { $0["UID"] == uid })
        #expect(moved["STATUS"] == "NEEDS-ACTION" && moved["SEQUENCE"] == "1")
        let gone = try calendar(of: after["owners/lena"]?.text).components.first { $0["UID"] == uid }
        #expect(gone?["STATUS"] == "CANCELLED" && gone?["SEQUENCE"] == "1")
        for (name, document) in after where !["owners/lena", "owners/tomas"].contains(name) {
            #expect(document == before[name], "\(name)")
        }
    }

    @Test func aRevisionThatChangesNothingSendsNothingNew() throws {
        let before = try mails(try SampleMeeting.held())
        var meeting = try meeting()
        try meeting.ask(.close)
        #expect(try mails(meeting).mapValues(\.text) == before.mapValues(\.text))
    }

    @Test func anEditKeepsTheCalendar() throws {
        let journal = try SampleMeeting.held().journal
        let name = Minutes.DocumentName.owner("lena")
        let draft = try #require(try Minutes.editable(name, of: journal))
        #expect(draft.hasPrefix("Subject: [ML Review] Yours from 25 Nov 2026"))
        let edit = Minutes.Edit(name, revision: 1, text: draft + "\nThank you!")
        let mail = try #require(
            try Minutes.documents(of: journal, edits: [edit]).first { $0.name == name })
        #expect(try ReadMail(mail.text).text.contains("Thank you!"))
        #expect(try !calendar(of: mail.text).components.isEmpty)
    }

    // MARK: Calendar text

    @Test func linesAreFoldedBetweenCharacters() {
        let folded = CalendarText.folded("SUMMARY:" + String(repeating: "é陳", count: 40))
        let lines = folded.components(separatedBy: "\r\n")
        #expect(lines.count == 3 && lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") })
        #expect(folded.replacing("\r\n ", with: "") == "SUMMARY:" + String(repeating: "é陳", count: 40))
        #expect(CalendarText.folded(String(repeating: "x", count: 75)).utf8.count == 75)
    }

    @Test func aTaskIsNotDueBeforeItBegins() throws {
        let day = StandingWeeks.day
        let entry = CalendarText.Entry(
            uid: "u", kind: .task(since: day, due: day, isDone: true), summary: "s", details: "d", link: nil)
        let text = CalendarText(
            organizer: "a@example.com", stamp: Date(timeIntervalSince1970: 0), sequence: 0, entries: [entry]
        ).text
        #expect(!text.contains("DTSTART") && text.contains("DUE;VALUE=DATE:20261125\r\n"))
        #expect(text.contains("STATUS:COMPLETED\r\n") && text.contains("DTSTAMP:19700101T000000Z\r\n"))
    }

    /// No text ends its line, begins another entry, or drives a terminal.
    @Test(arguments: HostileTextTests.attacks + ["a\r\nEND:VTODO\r\nBEGIN:VALARM", "x\\", "a;b,c", "\\n"])
    func hostileTextsAreInert(_ attack: String) throws {
        let entry = CalendarText.Entry(
            uid: "u\(attack)", kind: .day(StandingWeeks.day), summary: attack, details: "\(attack)\n\(attack)",
            link: nil)
        let read = try ReadCalendar(
            CalendarText(
                organizer: "a@example.com", stamp: Date(timeIntervalSince1970: 0), sequence: 0, entries: [entry]
            ).text)
        #expect(read.components.count == 1 && read.components.first?.count == 10)
        #expect(read.components.first?["SUMMARY"] == attack.onOneLine)
    }
}
