import Council

extension Minutes {
    /// What a person wrote in place of a file that the program had made.
    public struct Edit: Equatable, Sendable {
        public let name: DocumentName
        /// Of the minutes, from 1.
        public let revision: Int
        /// As it was left in the editor, or on the disk.
        public let text: String

        public init(_ name: DocumentName, revision: Int, text: String) {
            self.name = name
            self.revision = revision
            self.text = text
        }
    }

    /// What a person is given to edit: minutes as Markdown, a mail as its subject, recipients and plain text.
    ///
    /// - Returns: nil where there is no such file, or it is none that people edit.
    /// - Throws: the fault of a template that replaces one of the program's own.
    public static func editable(
        _ name: DocumentName, of journal: Journal, templates: Templates = Templates(), edits: [Edit] = [],
        heads: [Int: String] = [:]
    ) throws(MinutesError) -> String? {
        let facts = Facts(of: journal, heads: heads)
        func edited(_ revision: Int) -> String? {
            edits.last { $0.name == name && $0.revision == revision }?.text
        }
        if name == .markdown {
            if let text = edited(journal.meeting.revision) { return text }
            return try render(journal: journal, format: .markdown, templates: templates, heads: heads)
        }
        if name == .mail {
            if let text = edited(journal.meeting.revision) { return text }
            let mail = SummaryMail(facts: facts)
            return MailDraft(
                subject: mail.subject, to: mail.recipients.to, bcc: mail.recipients.bcc,
                text: try mail.plain(by: templates)
            ).written
        }
        guard let notice = facts.notices.first(where: { $0.name == name }) else { return nil }
        if let text = edited(notice.model.revision) { return text }
        let mail = NoticeMail(notice: notice, thread: MailThread(of: facts.meeting))
        return MailDraft(
            subject: mail.subject, to: notice.recipients.to, bcc: notice.recipients.bcc,
            text: try mail.plain(by: templates)
        ).written
    }
}
