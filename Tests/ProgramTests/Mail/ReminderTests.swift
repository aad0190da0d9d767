import Council
import Foundation
import Ledger
import Minutes
import Testing

@testable import mlreview

/// Reminders go through msmtp as a meeting's mails do.
@Suite(.serialized) struct ReminderTests {
    /// 1 December 2026: Lena's action is due tomorrow.
    private static let today = CalendarDay(daysSinceEpoch: 20_788)

    private func reminders(_ meeting: ClosedMeeting, on today: CalendarDay = today, only: String? = nil) throws
        -> Reminders
    {
        let week = try WeekFolder(meeting.folder.path, today: today, evenIfMeetingIsOpen: true)
        return Reminders(
            of: week, only: only.map { PersonQuery($0) }, at: Date(timeIntervalSince1970: 1_796_100_000))
    }

    private func mailing(
        _ meeting: ClosedMeeting, by sendmail: String, on today: CalendarDay = today,
        repeating: Mailing.Repeating = .nobody
    ) throws -> Mailing {
        try Mailing(
            try reminders(meeting, on: today).outgoing(), of: today, record: try meeting.record(),
            by: Sendmail(path: sendmail), repeating: repeating)
    }

    @Test func aReminderSaysWhatIsOwedAndHowToAnswer() throws {
        let meeting = try ClosedMeeting()
        let answer = try reminders(meeting).answer()
        #expect(
            answer.lines == [
                "Lena Ortiz <lena@example.com>: [ML Review] 1 thing waits for you",
                "  Report the nine new cities (2026-11-25/1, from “Dispatch by predicted prep time”) is due on "
                    + "Wed 2 Dec 2026", "    mlreview actions done 2026-11-25/1",
            ])
        #expect(try answer.json.contains("\"address\" : \"lena@example.com\""))
        let server = try MailServer()
        for parcel in try mailing(meeting, by: server.sendmail).parcels {
            #expect(try mailing(meeting, by: server.sendmail).send(parcel).isComplete)
        }
        let taken = try server.stop()
        #expect(taken.map(\.recipients) == [["lena@example.com"]])
        #expect(taken[0].header("Subject") == "[ML Review] 1 thing waits for you")
        #expect(taken[0].header("From") == "ML Council <ml-council@example.com>")
        #expect(taken[0].text.contains("mlreview actions done 2026-11-25/1"))
    }

    @Test func nobodyGetsOneTwiceOnADay() throws {
        let meeting = try ClosedMeeting()
        let server = try MailServer()
        let first = try mailing(meeting, by: server.sendmail)
        #expect(try first.send(first.parcels[0]).isComplete)
        #expect(try mailing(meeting, by: server.sendmail).parcels.allSatisfy { !$0.isWaiting })
        // The next day it is another one.
        let tomorrow = CalendarDay(daysSinceEpoch: Self.today.daysSinceEpoch + 1)
        #expect(try mailing(meeting, by: server.sendmail, on: tomorrow).parcels.map(\.isWaiting) == [true])
        #expect(try server.stop().count == 1)
    }

    @Test func whatGotNoAnswerIsInDoubt() throws {
        let meeting = try ClosedMeeting()
        let dying = try MailServer(["--die-after", "0"])
        let mailing = try mailing(meeting, by: dying.sendmail)
        #expect(try mailing.send(mailing.parcels[0]).inDoubt == ["lena@example.com"])
        _ = try dying.stop()
        let server = try MailServer()
        #expect(try self.mailing(meeting, by: server.sendmail).parcels.map(\.inDoubt) == [["lena@example.com"]])
        let again = try self.mailing(meeting, by: server.sendmail, repeating: .doubtful)
        #expect(try again.send(again.parcels[0]).isComplete)
        #expect(try server.stop().count == 1)
    }

    @Test func whoOwesNothingIsNotReminded() throws {
        let meeting = try ClosedMeeting()
        let earlier = CalendarDay(daysSinceEpoch: Self.today.daysSinceEpoch - 7)
        #expect(try reminders(meeting, on: earlier).answer().lines == ["nothing is outstanding by 2026-12-01"])
        #expect(try reminders(meeting, only: "priya").mails.isEmpty)
        #expect(try reminders(meeting, only: "ortiz").mails.count == 1)
    }

    /// Text of people begins no header, and moves no cursor.
    @Test func hostileTextIsText() throws {
        let attack = "x\r\nBcc: victim@example.com\r\n\r\n.\r\n\u{1B}[2J<script>\u{202E}"
        let roster = Roster(
            name: attack, chair: Chair(member: Handle("a")),
            members: [Member(handle: Handle("a"), name: attack, email: "a@example.com")],
            mail: MailSettings(from: "\(attack) <f@example.com>", subject: attack))
        let duty = Reminder.Duty(kind: .action, subject: attack, text: attack, since: nil, answer: attack)
        let reminder = Reminder(name: attack, handle: Handle("a"), address: "a@example.com", duties: [duty])
        let mail = try ReminderMail(reminder, from: roster, on: Self.today, at: Date(timeIntervalSince1970: 0))
        let read = try OutgoingMail(mail.text)
        #expect(read.recipients == ["a@example.com"])
        let lines = mail.text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        let names = lines.prefix { !$0.isEmpty }.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(
            names == ["From", "To", "Subject", "Date", "Auto-Submitted", "Message-ID", "MIME-Version", "Content-Type"])
        #expect(!mail.text.contains("\u{1B}") && !mail.text.contains("\u{202E}"))
        let page = mail.text.split(separator: "<!DOCTYPE html>")[1]
        #expect(!page.contains("<script>"))
        #expect(throws: MinutesError.self) {
            let other = Reminder(name: "x", handle: nil, address: "a@b@c", duties: [duty])
            _ = try ReminderMail(other, from: roster, on: Self.today, at: Date(timeIntervalSince1970: 0))
        }
    }
}
