import Council

/// What leaves the room when a meeting closes: minutes to read, a mail to send, a record for programs.
///
/// Rendering is pure: the same journal gives the same text, and every time in it comes from the journal's entries.
public enum Minutes {
    /// A file that is made of a meeting.
    public enum Format: String, CaseIterable, Codable, Sendable {
        case markdown = "md"
        case html
        case mail = "eml"
        case json

        /// Its name within the meeting's folder.
        public var fileName: String {
            switch self {
            case .markdown: "minutes.md"
            case .html: "minutes.html"
            case .mail: "summary.eml"
            case .json: "record.json"
            }
        }
    }

    /// The meeting in one of its formats.
    ///
    /// A meeting that is not closed is rendered as it stands, and says so.
    ///
    /// - Throws: the fault of a template that replaces one of the program's own.
    public static func render(
        journal: Journal, format: Format, templates: Templates = Templates()
    ) throws(MinutesError) -> String {
        try render(facts: Facts(of: journal), format: format, templates: templates)
    }

    /// Every file of the meeting: the formats, and a notice for each proposal.
    ///
    /// - Throws: the fault of a template that replaces one of the program's own.
    public static func documents(
        of journal: Journal, templates: Templates = Templates()
    ) throws(MinutesError) -> [Document] {
        let facts = Facts(of: journal)
        var documents: [Document] = []
        for format in Format.allCases {
            let text = try render(facts: facts, format: format, templates: templates)
            documents.append(Document(DocumentName(format), text: text))
        }
        let thread = MailThread(of: facts.meeting)
        for notice in facts.notices {
            let text = try NoticeMail(notice: notice, thread: thread).text(by: templates)
            documents.append(Document(notice.name, text: text))
        }
        return documents
    }

    private static func render(
        facts: Facts, format: Format, templates: Templates
    ) throws(MinutesError) -> String {
        switch format {
        case .markdown: try templates.render(.minutesMarkdown, with: facts.tree)
        case .html: try templates.render(.minutesHTML, with: facts.tree)
        case .mail: try SummaryMail(facts: facts).text(by: templates)
        case .json: facts.tree.json + "\n"
        }
    }
}
