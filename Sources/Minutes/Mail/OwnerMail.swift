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
    let council: String
    /// The web address of the minutes, if the council names one.
    let link: String?
    /// Entries that an earlier mail had, and that no longer count.
    let cancelled: [CalendarText.Entry]
    /// The time at which the minutes were closed.
    let at: Moment
    let stamp: Date
    let thread: MailThread

    var name: Minutes.DocumentName { .owner(owed.handle) }

    /// The mails of a meeting, by handle. Whoever has no address gets none.
    static func all(of journal: Journal) -> [OwnerMail] {
        let book = AddressBook(
            of: journal.meeting, proposals: journal.meeting.items.compactMap(journal.meeting.effectiveProposal))
        var latest: [Handle: OwnerMail] = [:]
        for revision in Minutes.revisions(of: journal) {
            let reader = JournalReader(revision)
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
        council = reader.roster.name
        link = reader.link
        at = reader.clock.moment(reader.end)
        stamp = reader.end
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
    var text: String { text(subject: subject, to: [to], bcc: [], plain: draft.plain, page: draft.page) }

    var draft: MailDraft { MailDraft(subject: subject, to: [to], bcc: [], text: body) }

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

    /// `[ML Review] Yours from 25 Nov 2026: 2 actions, the first due Wed 2 Dec 2026`.
    var subject: String {
        let open = owed.actions.filter { !$0.isDone }
        let counts = [(open.count, "action"), (owed.items.count, "item")].filter { $0.0 > 0 }.map { counted($0, $1) }
        let first = (open.compactMap(\.due) + owed.items.compactMap(\.until)).min()
        let what =
            counts.isEmpty
            ? "nothing any more" : listed(counts) + (first.map { ", the first day is \($0.long)" } ?? "")
        let revision = revision > 1 ? " (revision \(revision))" : ""
        return "\(thread.subjectPrefix) Yours from \(date.withoutWeekday)\(revision): \(what)"
    }

    private var body: String {
        let name = owed.name.onOneLine
        var parts = [
            owed.isEmpty
                ? "\(name), you owe nothing from the meeting of \(date.long) any more."
                : "\(name), this is yours from the meeting of \(date.long)."
        ]
        if let correction {
            parts.append(
                "This is revision \(revision), and replaces what you got before. It corrects: \(correction.onOneLine)")
        }
        if !isClosed { parts.append("The meeting is not closed: this is how it stands.") }
        if !owed.actions.isEmpty { parts.append("ACTIONS\n\n" + owed.actions.map(Self.line).joined(separator: "\n")) }
        if !owed.items.isEmpty { parts.append("YOUR ITEMS\n\n" + owed.items.map(Self.line).joined(separator: "\n")) }
        if let open = owed.actions.first(where: { !$0.isDone }) {
            parts.append("When it is done: mlreview actions done \(open.reference)")
        }
        if !entries.isEmpty {
            parts.append(
                "The attached file is for your calendar. If the minutes are corrected, a new one replaces its entries.")
        }
        parts.append(
            link.map { "Every vote, note and reason is in the minutes:\n\($0)" }
                ?? "Every vote, note and reason is in the council's folder of minutes: \(date)/minutes.html")
        return parts.joined(separator: "\n\n")
    }

    private static func line(_ action: Owed.Action) -> String {
        let due = action.due.map { "by \($0.long)" } ?? "no date"
        let place = [action.item?.onOneLine, action.reference.description].compactMap { $0 }.joined(separator: "; ")
        return "- \(due): \(action.text.onOneLine)\(action.isDone ? " (done)" : "") (\(place))"
    }

    private static func line(_ item: Owed.Item) -> String {
        let why = item.reason.map { ". Why: \($0.onOneLine)" } ?? ""
        let next: String =
            switch item.verdict {
            case .revise: item.file.map { ". Next: revise \($0.onOneLine)" } ?? ""
            case .approve: ". Conditions: \(item.conditions.map(\.onOneLine).joined(separator: "; "))"
            default: ""
            }
        return "- item \(item.number), \(item.title.onOneLine): \(item.spoken.onOneLine)\(why)\(next)"
    }

    // MARK: Calendar

    var calendar: String {
        CalendarText(organizer: thread.from.address, stamp: stamp, sequence: revision - 1, entries: entries).text
    }

    private var entries: [CalendarText.Entry] {
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
