import Council
import Foundation
import Minutes

/// The mails of one day to those who owe the council something.
struct Reminders {
    /// By name.
    let mails: [ReminderMail]
    /// People who owe something and can't be reached by mail, with the reason.
    let complaints: [String]
    private let day: CalendarDay

    /// - Parameter only: Nil for everybody.
    init(of week: WeekFolder, only: PersonQuery? = nil, at now: Date = Date()) {
        var mails: [ReminderMail] = []
        var complaints: [String] = []
        for reminder in week.library.reminders(on: week.today) {
            if let only, !only.matches(HeldPerson(name: reminder.name, handle: reminder.handle)) { continue }
            do throws(MinutesError) {
                mails.append(try ReminderMail(reminder, from: week.library.roster, on: week.today, at: now))
            } catch {
                complaints.append(error.sentence)
            }
        }
        (self.mails, self.complaints, day) = (mails, complaints, week.today)
    }

    /// The mails as they are handed over, each under its recipient's name.
    func outgoing() throws(MinutesError) -> [(name: Minutes.DocumentName, mail: OutgoingMail)] {
        try mails.map { mail throws(MinutesError) in
            let name = mail.reminder.handle?.rawValue ?? mail.reminder.name.replacing("/", with: "-")
            return (Minutes.DocumentName(rawValue: "reminders/\(name).eml"), try OutgoingMail(mail.text))
        }
    }

    /// Who would get what.
    func answer() throws -> Answer {
        let lines = mails.flatMap { mail in
            ["\(mail.reminder.name) <\(mail.address)>: \(mail.subject)"]
                + mail.reminder.duties.flatMap { ["  \($0.text)", "    \($0.answer)"] }
        }
        return Answer(
            lines: (lines.isEmpty ? ["nothing is outstanding by \(day.adding(days: Library.reminderNotice))"] : lines)
                + complaints, mails.map { Entry($0) })
    }

    private struct Entry: Encodable {
        let name: String
        let handle: Handle?
        let address: String
        let subject: String
        let duties: [Reminder.Duty]

        init(_ mail: ReminderMail) {
            (name, handle, address) = (mail.reminder.name, mail.reminder.handle, mail.address)
            (subject, duties) = (mail.subject, mail.reminder.duties)
        }
    }
}

extension CalendarDay {
    fileprivate func adding(days: Int) -> CalendarDay { CalendarDay(daysSinceEpoch: daysSinceEpoch + days) }
}
