import Council

/// What the council decided on one proposal, as a mail to those who made it and those who reviewed it.
struct NoticeMail: MeetingMail {
    let notice: Notice
    let thread: MailThread

    /// The whole mail; lines end with CR LF, as in transport.
    ///
    /// - Throws: the fault of a template that replaces one of the program's own.
    func text(by templates: Templates) throws(MinutesError) -> String {
        MultipartMail(
            header(subject: subject, to: notice.recipients.to, bcc: notice.recipients.bcc),
            plain: try plain(by: templates), page: try templates.render(.noticeHTML, with: notice.tree),
            identifier: identifier
        ).text
    }

    /// What the plain version says.
    func plain(by templates: Templates) throws(MinutesError) -> String {
        try templates.render(.noticeText, with: notice.tree).trimmed
    }

    /// `[ML Review] Dispatch by predicted prep time: approved with amendments`.
    var subject: String {
        let revision = notice.model.revision > 1 ? " (revision \(notice.model.revision))" : ""
        let decision = notice.model.decision?.spoken ?? "no decision"
        return "\(thread.subjectPrefix) \(notice.model.title): \(decision)\(revision)"
    }

    var identifier: String { "ml-review_\(notice.model.date.day)_\(notice.model.revision)_\(notice.model.number)" }

    func header(subject: String, to: [Mailbox], bcc: [Mailbox]) -> MailHeader {
        let revision = notice.model.revision
        var header = beginHeader(
            subject: subject, to: to, bcc: bcc, date: notice.at.mailDate,
            messageID: thread.messageID(revision: revision, notice: notice.model.anchor))
        thread.addReferences((1...revision).map { thread.messageID(revision: $0) }, to: &header)
        return header
    }
}
