import Council

/// A mail about a meeting: the summary, or the notice on a proposal.
protocol MeetingMail {
    var thread: MailThread { get }
    /// Tells the boundary of its parts from those of other mails.
    var identifier: String { get }

    func header(subject: String, to: [Mailbox], bcc: [Mailbox]) -> MailHeader
}

extension MeetingMail {
    /// The whole mail as a person edited it.
    ///
    /// - Throws: What is wrong with the draft.
    func text(editedTo edit: String) throws(MinutesError) -> String {
        if MailDraft.isFinished(edit) { return edit }
        let draft = try MailDraft(edit)
        return MultipartMail(
            header(subject: draft.subject, to: draft.to, bcc: draft.bcc), plain: draft.plain, page: draft.page,
            identifier: identifier
        ).text
    }

    /// The first headers, which all mails have.
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
        // No machine answers a mail that says this (RFC 3834).
        header.add("Auto-Submitted", "auto-generated")
        return header
    }
}

/// The summary of a meeting as a mail that is ready to send: plain text and HTML of the same facts.
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
    /// - Throws: The fault of a template that replaces one of the program's own.
    func text(by templates: Templates) throws(MinutesError) -> String {
        MultipartMail(
            header(subject: subject, to: recipients.to, bcc: recipients.bcc), plain: try plain(by: templates),
            page: try templates.render(.summaryHTML, with: facts.summaryTree), identifier: identifier
        ).text
    }

    /// The text of the plain version.
    func plain(by templates: Templates) throws(MinutesError) -> String {
        try templates.render(.summaryText, with: facts.summaryTree).inParagraphs
    }

    /// `[ML Review] Approved: fraud rings, 2 hires; prep time sent back`.
    var subject: String { facts.summary.subject }

    var identifier: String { "ml-review_\(facts.meeting.agenda.date)_\(facts.meeting.revision)" }

    func header(subject: String, to: [Mailbox], bcc: [Mailbox]) -> MailHeader {
        let revision = facts.meeting.revision
        var header = beginHeader(
            subject: subject, to: to, bcc: bcc, date: facts.clock.moment(facts.date).mailDate,
            messageID: thread.messageID(revision: revision))
        thread.addReferences((1..<revision).map { thread.messageID(revision: $0) }, to: &header)
        if let list = thread.list { header.add("List-Id", list) }
        if let unsubscribe = thread.unsubscribe { header.add("List-Unsubscribe", unsubscribe) }
        return header
    }
}

/// The council's decision on one proposal, as a mail to the people who made it and reviewed it.
struct NoticeMail: MeetingMail {
    let notice: Notice
    let thread: MailThread

    /// The whole mail; lines end with CR LF, as in transport.
    ///
    /// - Throws: The fault of a template that replaces one of the program's own.
    func text(by templates: Templates) throws(MinutesError) -> String {
        MultipartMail(
            header(subject: subject, to: notice.recipients.to, bcc: notice.recipients.bcc),
            plain: try plain(by: templates), page: try templates.render(.noticeHTML, with: notice.tree),
            identifier: identifier
        ).text
    }

    /// The text of the plain version.
    func plain(by templates: Templates) throws(MinutesError) -> String {
        try templates.render(.noticeText, with: notice.tree).inParagraphs
    }

    /// `[ML Review] Dispatch by predicted prep time: approved with amendments`.
    var subject: String {
        let revision = notice.model.revision > 1 ? " (revision \(notice.model.revision))" : ""
        let decision =
            notice.model.decision.map { $0.conditions.isEmpty ? $0.spoken : "\($0.spoken) on condition" }
            ?? "no decision"
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
