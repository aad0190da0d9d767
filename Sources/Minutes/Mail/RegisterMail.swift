import Council

/// What a meeting changed in the register, as a mail to infrastructure.
///
/// It belongs to the revision of the minutes that changed it last: nobody is told the same twice.
struct RegisterMail: MeetingMail {
    let model: RegisterMailModel
    let to: [Mailbox]
    let bcc: [Mailbox]
    let thread: MailThread
    /// The time at which its minutes were closed.
    let at: Moment

    /// - Parameter news: By revision, as many as there are.
    /// - Returns: Nil if the council names nobody who gets it, or if the register's lists are as they were.
    init?(of journal: Journal, news: [RegisterNews], heads: [Int: String]) {
        let recipients = Recipients(forInfrastructureOf: journal.meeting.roster)
        (to, bcc) = (recipients.to, recipients.bcc)
        guard !(to + bcc).isEmpty else { return nil }
        var latest: (journal: Journal, news: RegisterNews)?
        for (journal, news) in zip(Minutes.revisions(of: journal), news) {
            let isNews = latest.map { !$0.news.saysTheSame(as: news) } ?? !news.isEmpty
            if isNews { latest = (journal, news) }
        }
        guard let latest else { return nil }
        let reader = JournalReader(latest.journal, heads: heads)
        model = RegisterMailModel(latest.news, reader)
        at = reader.clock.moment(reader.end)
        thread = MailThread(of: journal.meeting)
    }

    /// The whole mail; lines end with CR LF, as in transport.
    ///
    /// - Throws: The fault of a template that replaces one of the program's own.
    func text(by templates: Templates) throws(MinutesError) -> String {
        MultipartMail(
            header(subject: subject, to: to, bcc: bcc), plain: try plain(by: templates),
            page: try templates.render(.registerMailHTML, with: Fact(reflecting: model)), identifier: identifier
        ).text
    }

    /// The text of the plain version.
    func plain(by templates: Templates) throws(MinutesError) -> String {
        try templates.render(.registerMailText, with: Fact(reflecting: model)).inParagraphs
    }

    /// `[ML Review] 25 Nov 2026, register: 2 new, 1 gone`.
    var subject: String {
        let revision = model.revision > 1 ? " (revision \(model.revision))" : ""
        let counts = [(model.new, "new"), (model.gone, "gone")].map { lists, word in
            (lists.reduce(0) { $0 + $1.pieces.count }, word)
        }
        let changes = counts.filter { $0.0 > 0 }.map { "\($0) \($1)" }
        let change = changes.isEmpty ? "as it was before" : changes.joined(separator: ", ")
        return "\(thread.subjectPrefix) \(model.date.day.withoutWeekday), register\(revision): \(change)"
    }

    var identifier: String { "ml-review_\(model.date.day)_\(model.revision)_register" }

    func header(subject: String, to: [Mailbox], bcc: [Mailbox]) -> MailHeader {
        var header = beginHeader(
            subject: subject, to: to, bcc: bcc, date: at.mailDate,
            messageID: thread.messageID(revision: model.revision, notice: "register"))
        thread.addReferences((1...model.revision).map { thread.messageID(revision: $0) }, to: &header)
        return header
    }
}

/// What the mail on the register shows.
struct RegisterMailModel {
    let council: String
    let date: Day
    let revision: Int
    /// The reason for the correction; nil in the first revision.
    let correction: String?
    /// The meeting before; nil if there was none.
    let since: Day?
    /// The lists that have new pieces, with these alone.
    let new: [PieceListModel]
    /// The lists that have lost pieces, with these alone.
    let gone: [PieceListModel]
    /// What is missing, built twice and unused.
    let lists: [PieceListModel]
    /// The address of the register's page, if the council names one.
    let link: String?
    /// The head of the record; nil if nothing is recorded.
    let record: RecordModel?
}

extension RegisterMailModel {
    fileprivate init(_ news: RegisterNews, _ reader: JournalReader) {
        let meeting = reader.meeting
        self.init(
            council: reader.roster.name, date: Day(meeting.agenda.date), revision: meeting.revision,
            correction: meeting.corrections.last, since: news.since.map { Day($0) },
            new: Self.lists(news.new), gone: Self.lists(news.gone),
            lists: Register.List.allCases.map { PieceListModel($0, of: news.register) },
            link: reader.address(of: StandingPages.names[2]),
            record: RecordModel(of: reader.journal, heads: reader.heads))
    }
    private static func lists(_ lines: [RegisterNews.Line]) -> [PieceListModel] {
        Register.List.allCases.compactMap { list in
            let pieces = lines.filter { $0.list == list }.map(\.piece)
            return pieces.isEmpty ? nil : PieceListModel(list, pieces)
        }
    }
}
