import Host
import Council

/// The files of a meeting: minutes to read, mails to send, a record for programs.
///
/// Rendering is pure: the same journal gives the same text. Every time in it comes from the journal's entries.
public enum Minutes {
    /// A format of the minutes.
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
    /// - Parameter heads: The record's digests in hexadecimal, by the entry's number. If the entry that the minutes end
    ///   with has none, they name no record.
    /// - Throws: The fault of a template that replaces one of the program's own.
    public static func render(
        journal: Journal, format: Format, templates: Templates = Templates(), heads: [Int: String] = [:]
    ) throws(MinutesError) -> String {
        try render(facts: Facts(of: journal, heads: heads), format: format, templates: templates)
    }

    /// The meeting's `record.json`, for programs.
    public static func record(of journal: Journal, heads: [Int: String] = [:]) -> String {
        record(Fact(reflecting: JournalReader(journal, heads: heads).model))
    }

    private static func record(_ tree: Fact) -> String { tree.json + "\n" }

    /// Every file of the meeting: the formats, a notice for each proposal, a mail to each person who owes something, and a
    /// mail on what it changed in the register.
    ///
    /// - Parameters:
    ///   - edits: The texts that people wrote in place of some of them. If minutes were edited as Markdown, their page is
    ///     made from that, so that both say the same. `record.json` stays as it is.
    ///   - heads: The record's digests, as `render` takes them.
    ///   - news: What the meeting changed in the register, by revision; without it there is no such mail.
    ///   - approved: The meeting that approved the minutes, if the council has them as a draft first. Mails went out
    ///     before, and say nothing of it.
    /// - Throws: The fault of a template that replaces one of the program's own, or of an edited mail.
    public static func documents(
        of journal: Journal, templates: Templates = Templates(), edits: [Edit] = [], heads: [Int: String] = [:],
        news: [RegisterNews] = [], approved: CalendarDay? = nil
    ) throws(MinutesError) -> [Document] {
        let facts = Facts(of: journal, heads: heads, approved: approved)
        let revision = journal.meeting.revision
        let thread = MailThread(of: facts.meeting)
        let mails = facts.notices.map { NoticeMail(notice: $0, thread: thread) }
        // They are made side by side, because each takes as long as all the rest of closing.
        let register = RegisterMail(of: journal, news: news, heads: heads).map { [Job.register($0)] } ?? []
        let jobs =
            Format.allCases.map(Job.format) + mails.map(Job.notice)
            + OwnerMail.all(of: journal, heads: heads).map(Job.owner)
            + register
        let made = jobs.concurrentMap { job in
            Result { () throws(MinutesError) in
                switch job {
                case .format(let format):
                    try document(format, facts, revision: revision, templates: templates, edits: edits)
                case .notice(let mail):
                    try document(
                        mail.notice.name, revision: mail.notice.model.revision, edits: edits, as: mail.text(editedTo:)
                    ) { () throws(MinutesError) in try mail.text(by: templates) }
                case .owner(let mail):
                    try document(mail.name, revision: mail.revision, edits: edits, as: mail.text(editedTo:)) {
                        () throws(MinutesError) in try mail.text(by: templates)
                    }
                case .register(let mail):
                    try document(.register, revision: mail.model.revision, edits: edits, as: mail.text(editedTo:)) {
                        () throws(MinutesError) in try mail.text(by: templates)
                    }
                }
            }
        }
        return try all(made)
    }

    private enum Job {
        case format(Format)
        case notice(NoticeMail)
        case owner(OwnerMail)
        case register(RegisterMail)
    }

    private static func all(_ made: [Result<Document, MinutesError>]) throws(MinutesError) -> [Document] {
        var documents: [Document] = []
        for result in made { documents.append(try result.get()) }
        return documents
    }

    private static func document(
        _ format: Format, _ facts: Facts, revision: Int, templates: Templates, edits: [Edit]
    ) throws(MinutesError) -> Document {
        func edit(_ name: DocumentName) -> String? {
            edits.last { $0.name == name && $0.revision == revision }?.text
        }
        let name = DocumentName(format)
        let text: String
        if let edited = edit(name) {
            text = format == .mail ? try SummaryMail(facts: facts).text(editedTo: edited) : facts.approving(edited)
        } else if format == .html, let markdown = edit(.markdown).map(facts.approving) {
            let title = "\(facts.model.council), \(facts.model.date.day.long)"
            text = EditedPage(markdown, title: title, style: templates.style).html
        } else {
            text = try render(facts: facts, format: format, templates: templates)
        }
        return Document(name, revision: revision, text: text)
    }

    /// A mail of its own revision, as a person edited it or as it is made.
    private static func document(
        _ name: DocumentName, revision: Int, edits: [Edit], as edited: (String) throws(MinutesError) -> String,
        made: () throws(MinutesError) -> String
    ) throws(MinutesError) -> Document {
        let edit = edits.last { $0.name == name && $0.revision == revision }
        let text: String
        if let edit { text = try edited(edit.text) } else { text = try made() }
        return Document(name, revision: revision, text: text)
    }

    private static func render(
        facts: Facts, format: Format, templates: Templates
    ) throws(MinutesError) -> String {
        switch format {
        case .markdown: try templates.render(.minutesMarkdown, with: facts.tree)
        case .html: try templates.render(.minutesHTML, with: facts.tree)
        case .mail: try SummaryMail(facts: facts).text(by: templates)
        case .json: record(facts.tree)
        }
    }
}

extension Minutes {
    /// The JSON Schema of `record.json` (draft 2020-12).
    public static var recordSchema: String {
        String(decoding: PackageResources.record_schema_json, as: UTF8.self)
    }

    /// That of `decisions.json`.
    public static var decisionsSchema: String {
        String(decoding: PackageResources.decisions_schema_json, as: UTF8.self)
    }
}

/// The reason why minutes could not be made or written, as a sentence that names the file and the cause.
public struct MinutesError: Error, Equatable, Sendable, CustomStringConvertible {
    public let sentence: String

    public init(_ sentence: String) { self.sentence = sentence }

    public var description: String { sentence }
}
