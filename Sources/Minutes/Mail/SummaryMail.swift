import Council

/// The summary of a meeting as a mail that is ready to be sent: plain text and HTML of the same facts.
struct SummaryMail: MeetingMail {
    let facts: Facts
    let recipients: Recipients
    let thread: MailThread

    init(facts: Facts) {
        self.facts = facts
        recipients = Recipients(of: facts.meeting)
        thread = MailThread(of: facts.meeting)
    }

    /// The whole mail; lines end with CR LF, as in transport.
    ///
    /// - Throws: the fault of a template that replaces one of the program's own.
    func text(by templates: Templates) throws(MinutesError) -> String {
        MultipartMail(
            header(subject: subject, to: recipients.to, bcc: recipients.bcc), plain: try plain(by: templates),
            page: try templates.render(.summaryHTML, with: facts.tree), identifier: identifier
        ).text
    }

    /// What the plain version says.
    func plain(by templates: Templates) throws(MinutesError) -> String {
        try templates.render(.summaryText, with: facts.tree).trimmed
    }

    /// `[ML Review] 25 Nov 2026: 3 approved, 1 sent back, 1 without decision`.
    var subject: String {
        let meeting = facts.meeting
        let state = meeting.phase == .closed ? "" : " (not closed)"
        let revision = meeting.revision > 1 ? " (revision \(meeting.revision))" : ""
        let day = meeting.agenda.date.withoutWeekday
        return "\(thread.subjectPrefix) \(day)\(revision): \(facts.model.outcome)\(state)"
    }

    var identifier: String { "ml-review_\(facts.meeting.agenda.date)_\(facts.meeting.revision)" }

    func header(subject: String, to: [Mailbox], bcc: [Mailbox]) -> MailHeader {
        let revision = facts.meeting.revision
        var header = beginHeader(
            subject: subject, to: to, bcc: bcc, date: facts.clock.moment(facts.date).mailDate,
            messageID: thread.messageID(revision: revision))
        thread.addReferences((1..<revision).map { thread.messageID(revision: $0) }, to: &header)
        if let list = thread.list { header.add("List-Id", list) }
        return header
    }
}
