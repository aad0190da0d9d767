import Council
import Foundation

/// A mail to one person who owes the council something.
public struct ReminderMail: Sendable {
    public let reminder: Reminder
    /// Where it goes.
    public let address: String
    public let subject: String
    /// The plain text.
    public let body: String
    /// The whole mail; lines end with CR LF, as in transport.
    public let text: String

    /// - Parameters:
    ///   - day: On which it is sent. Its Message-ID names the day, so that nobody gets it twice on one.
    ///   - now: For its Date header.
    /// - Throws: Why no mail can go to the person.
    public init(_ reminder: Reminder, from roster: Roster, on day: CalendarDay, at now: Date) throws(MinutesError) {
        guard let address = reminder.address else {
            throw MinutesError("no address is known of \(reminder.name.onOneLine)")
        }
        let to = try Mailbox(address, name: reminder.name)
        let sender = Mailbox(senderOf: roster)
        let count = reminder.duties.count
        let draft = MailDraft(
            subject: "\(roster.subjectPrefix) \(counted(count, "thing")) \(count == 1 ? "waits" : "wait") for you",
            to: [to],
            bcc: [], text: Self.body(of: reminder, on: roster))
        // Every character that is no letter or digit is spelt out, so that two addresses never share an identity.
        let name = to.key.utf8.map { byte in
            Unicode.Scalar(byte).properties.isAlphabetic || (48...57).contains(byte)
                ? String(Unicode.Scalar(byte)) : "=\(String(byte, radix: 16))"
        }.joined()
        var header = MailHeader()
        header.add("From", [sender])
        if let replyTo = roster.mail?.replyTo.flatMap({ try? Mailbox($0) }) { header.add("Reply-To", [replyTo]) }
        header.add(to: [to], bcc: [])
        header.add("Subject", EncodedWord.text(draft.subject))
        header.add("Date", WallClock(timeZone: roster.timeZone, meetingDay: day).moment(now).mailDate)
        header.add("Auto-Submitted", "auto-generated")
        header.add("Message-ID", "<\(day).reminder.\(name).ml-review@\(sender.domain)>")
        self.reminder = reminder
        self.address = to.address
        subject = draft.subject
        body = draft.plain
        text = MultipartMail(header, plain: draft.plain, page: draft.page, identifier: "ml-review_\(day)_reminder").text
    }

    private static func body(of reminder: Reminder, on roster: Roster) -> String {
        let titles: [(kind: Reminder.Duty.Kind, title: String)] = [
            (.action, "What you promised"), (.review, "What waits for your review"),
            (.revision, "What was sent back to you"),
        ]
        let sections = titles.compactMap { kind, title -> String? in
            let duties = reminder.duties.filter { $0.kind == kind }
            guard !duties.isEmpty else { return nil }
            let lines = duties.map { duty in
                return "- \(duty.text.onOneLine)\nTo answer: \(duty.answer.onOneLine)"
            }
            return "\(title)\n\n\(lines.joined(separator: "\n"))"
        }
        let how = """
            An answer is a change in the council's folder, by pull request or with mlreview. Of an action you may also say: \
            mlreview actions later REF --until DATE because TEXT, or mlreview actions drop REF because TEXT.
            """
        return (["\(reminder.name.onOneLine), this waits for you in the \(roster.name.onOneLine)."] + sections + [how])
            .joined(separator: "\n\n")
    }
}
