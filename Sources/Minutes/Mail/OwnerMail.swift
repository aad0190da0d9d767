import Council
import Foundation

/// What one person owes after a meeting, as a mail with entries for their calendar.
///
/// It belongs to the revision of the minutes that changed it last: nobody is told the same twice.
struct OwnerMail: MeetingMail {
    let owed: Owed
    let to: Mailbox
    let revision: Int
    /// The reason for the correction; nil in the first revision.
    let correction: String?
    let isClosed: Bool
    let date: CalendarDay
    /// The web address of the minutes, if the council names one.
    let link: String?
    /// Entries that an earlier mail had, and that no longer count.
    let cancelled: [CalendarText.Entry]
    /// The time at which the minutes were closed.
    let at: Moment
    let stamp: Date
    let thread: MailThread
    /// The head of the record; nil if nothing is recorded.
    let record: RecordModel?

    var name: Minutes.DocumentName { .owner(owed.handle) }

    /// The mails of a meeting, by handle. Whoever has no address gets none.
    ///
    /// - Parameter heads: The record's digests, as `Minutes.render` takes them.
    static func all(of journal: Journal, heads: [Int: String] = [:]) -> [OwnerMail] {
        let book = AddressBook(
            of: journal.meeting, proposals: journal.meeting.items.compactMap(journal.meeting.effectiveProposal))
        var latest: [Handle: OwnerMail] = [:]
        for revision in Minutes.revisions(of: journal) {
            let reader = JournalReader(revision, heads: heads)
            let owed = reader.owed
            for handle in Set(owed.keys).union(latest.keys) {
                let now = owed[handle] ?? Owed(handle: handle, name: reader.name(handle))
                let before = latest[handle]
                guard before.map({ $0.owed != now }) ?? true,
                    let to = Self.mailbox(of: handle, in: journal.meeting.roster, book)
                else { continue }
                latest[handle] = OwnerMail(now, to: to, after: before, reader, thread: MailThread(of: journal.meeting))
            }
        }
        return latest.values.sorted { $0.owed.handle < $1.owed.handle }
    }

    /// The names of people who owe something and have no address.
    static func unreachable(in journal: Journal) -> [String] {
        let meeting = journal.meeting
        let book = AddressBook(of: meeting, proposals: meeting.items.compactMap(meeting.effectiveProposal))
        return JournalReader(journal).owed.values.sorted { $0.handle < $1.handle }.filter {
            mailbox(of: $0.handle, in: meeting.roster, book) == nil
        }.map(\.name.onOneLine)
    }

    private static func mailbox(of handle: Handle, in roster: Roster, _ book: AddressBook) -> Mailbox? {
        let name = roster.name(of: handle)
        let address = roster.person(handle)?.email ?? book.address(of: name)
        return address.flatMap { try? Mailbox($0, name: name) }
    }

    private init(_ owed: Owed, to: Mailbox, after before: OwnerMail?, _ reader: JournalReader, thread: MailThread) {
        let meeting = reader.meeting
        self.owed = owed
        self.to = to
        self.thread = thread
        revision = meeting.revision
        correction = meeting.corrections.last
        isClosed = meeting.phase == .closed
        date = meeting.agenda.date
        link = reader.link
        at = reader.clock.moment(reader.end)
        stamp = reader.end
        record = RecordModel(of: reader.journal, heads: reader.heads)
        let now = Set(Self.entries(of: owed, date: date, link: link, domain: thread.from.domain).map(\.uid))
        let earlier = before.map { $0.entries } ?? []
        cancelled = earlier.filter { !now.contains($0.uid) }.map { entry in
            var entry = entry
            entry.isCancelled = true
            return entry
        }
    }

    // MARK: Text

    /// The whole mail; lines end with CR LF, as in transport.
    ///
    /// - Throws: The fault of a template that replaces one of the program's own.
    func text(by templates: Templates) throws(MinutesError) -> String {
        let facts = Fact(reflecting: model)
        return text(
            subject: subject, to: [to], bcc: [], plain: try templates.render(.ownerText, with: facts).trimmed,
            page: try templates.render(.ownerHTML, with: facts))
    }

    /// What a person edits.
    func draft(by templates: Templates) throws(MinutesError) -> MailDraft {
        MailDraft(
            subject: subject, to: [to], bcc: [],
            text: try templates.render(.ownerText, with: Fact(reflecting: model)).trimmed)
    }

    /// The whole mail as a person edited it. The calendar stays as it is.
    func text(editedTo edit: String) throws(MinutesError) -> String {
        if MailDraft.isFinished(edit) { return edit }
        let draft = try MailDraft(edit)
        return text(subject: draft.subject, to: draft.to, bcc: draft.bcc, plain: draft.plain, page: draft.page)
    }

    private func text(subject: String, to: [Mailbox], bcc: [Mailbox], plain: String, page: String) -> String {
        let header = header(subject: subject, to: to, bcc: bcc)
        guard !entries.isEmpty else {
            return MultipartMail(header, plain: plain, page: page, identifier: identifier).text
        }
        return CalendarMail(
            header, plain: plain, page: page, calendar: calendar, fileName: "ml-review-\(date).ics",
            identifier: identifier
        ).text
    }

    // MARK: Calendar

    var calendar: String {
        CalendarText(organizer: thread.from.address, stamp: stamp, sequence: revision - 1, entries: entries).text
    }

    var entries: [CalendarText.Entry] {
        Self.entries(of: owed, date: date, link: link, domain: thread.from.domain) + cancelled
    }

    private static func entries(
        of owed: Owed, date: CalendarDay, link: String?, domain: String
    ) -> [CalendarText.Entry] {
        func address(_ anchor: String?) -> String? { link.map { page in anchor.map { "\(page)#\($0)" } ?? page } }
        let tasks = owed.actions.map { action in
            CalendarText.Entry(
                uid: "\(date).action-\(action.reference.number).ml-review@\(domain)",
                kind: .task(since: date, due: action.due, isDone: action.isDone), summary: action.text,
                details: [action.item, "Done: mlreview actions done \(action.reference)"].compactMap { $0?.onOneLine }
                    .joined(separator: "\n"),
                link: address(action.anchor))
        }
        let days = owed.items.compactMap { item -> CalendarText.Entry? in
            guard item.verdict == .defer, let until = item.until else { return nil }
            return CalendarText.Entry(
                uid: "\(date).\(item.anchor).ml-review@\(domain)", kind: .day(until),
                summary: "ML Review: \(item.title.onOneLine)",
                details: ["Deferred on \(date.long)", item.reason].compactMap { $0?.onOneLine }.joined(separator: "\n"),
                link: address(item.anchor))
        }
        return tasks + days
    }

    // MARK: Header

    var identifier: String { "ml-review_\(date)_\(revision)_owner" }

    func header(subject: String, to: [Mailbox], bcc: [Mailbox]) -> MailHeader {
        var header = beginHeader(
            subject: subject, to: to, bcc: bcc, date: at.mailDate,
            messageID: thread.messageID(revision: revision, notice: "owner-\(owed.handle.rawValue.asFileName)"))
        thread.addReferences((1...revision).map { thread.messageID(revision: $0) }, to: &header)
        return header
    }
}
