import Council

/// A mail about a meeting: the summary, or the notice on a proposal.
protocol MeetingMail {
    var thread: MailThread { get }
    /// What keeps the boundary of its parts apart from those of other mails.
    var identifier: String { get }

    func header(subject: String, to: [Mailbox], bcc: [Mailbox]) -> MailHeader
}

extension MeetingMail {
    /// The whole mail with what a person made of it.
    ///
    /// - Throws: what is wrong with the draft.
    func text(editedTo edit: String) throws(MinutesError) -> String {
        if MailDraft.isFinished(edit) { return edit }
        let draft = try MailDraft(edit)
        return MultipartMail(
            header(subject: draft.subject, to: draft.to, bcc: draft.bcc), plain: draft.plain, page: draft.page,
            identifier: identifier
        ).text
    }

    /// What every mail's header begins with.
    func beginHeader(
        subject: String, to: [Mailbox], bcc: [Mailbox], date: String, messageID: String
    ) -> MailHeader {
        var header = MailHeader()
        header.add("From", [thread.from])
        if let replyTo = thread.replyTo { header.add("Reply-To", [replyTo]) }
        header.add(to: to, bcc: bcc)
        header.add("Subject", EncodedWord.text(subject))
        header.add("Date", date)
        header.add("Message-ID", messageID)
        return header
    }
}
