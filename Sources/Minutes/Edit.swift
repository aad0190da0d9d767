import Council
import Foundation

extension Minutes {
    /// The text that a person wrote in place of a file that the program had made.
    public struct Edit: Equatable, Sendable {
        public let name: DocumentName
        /// The revision of the minutes, from 1.
        public let revision: Int
        /// The text as the person left it in the editor, or on the disk.
        public let text: String

        public init(_ name: DocumentName, revision: Int, text: String) {
            self.name = name
            self.revision = revision
            self.text = text
        }
    }

    /// The text that a person edits: minutes as Markdown, a mail as its subject, recipients and plain text.
    ///
    /// - Returns: Nil if there is no such file, or people don't edit it.
    /// - Throws: The fault of a template that replaces one of the program's own.
    public static func editable(
        _ name: DocumentName, of journal: Journal, templates: Templates = Templates(), edits: [Edit] = [],
        heads: [Int: String] = [:], news: [RegisterNews] = []
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
        if name == .register {
            guard let mail = RegisterMail(of: journal, news: news, heads: heads) else { return nil }
            if let text = edited(mail.model.revision) { return text }
            return MailDraft(subject: mail.subject, to: mail.to, bcc: mail.bcc, text: try mail.plain(by: templates))
                .written
        }
        if name.isOwners {
            guard let mail = OwnerMail.all(of: journal, heads: heads).first(where: { $0.name == name }) else {
                return nil
            }
            if let text = edited(mail.revision) { return text }
            return try mail.draft(by: templates).written
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

extension Minutes.Edit {
    /// Checks whether the edited text can be published and sent.
    ///
    /// - Parameter made: The document as the program makes it, if that is known. A mail has to keep its Message-ID, by
    ///   which the record knows who got it.
    /// - Throws: The fault of the text, in words that follow the name of a file.
    public func check(against made: String? = nil) throws(MinutesError) {
        guard !text.trimmed.isEmpty else { throw MinutesError("it is empty") }
        guard !text.utf8.contains(0) else { throw MinutesError("it has a NUL character, which no text has") }
        if name.isMail { try checkMail(against: made) }
        if name == .json, (try? JSONSerialization.jsonObject(with: Data(text.utf8))) == nil {
            throw MinutesError("it is not JSON")
        }
    }

    private func checkMail(against made: String?) throws(MinutesError) {
        guard MailDraft.isFinished(text) else {
            _ = try MailDraft(text)
            return
        }
        let mail = try OutgoingMail(reading: text)
        let known = made.flatMap { try? OutgoingMail(reading: $0) }
        guard let known else { return }
        guard mail.messageID == known.messageID else {
            throw MinutesError("its Message-ID is another mail's, \(mail.messageID); it should be \(known.messageID)")
        }
        guard !mail.recipients.isEmpty || known.recipients.isEmpty else {
            throw MinutesError("it has no recipients: it needs an address in To, Cc or Bcc")
        }
    }
}
