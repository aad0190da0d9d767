/// What one person owes the council on a day.
public struct Reminder: Equatable, Encodable, Sendable {
    public let name: String
    public let handle: Handle?
    /// As a file has it beside the name; nil if none does.
    public let address: String?
    /// Actions first, then reviews, then revisions; of each, what was owed first.
    public let duties: [Duty]

    public init(name: String, handle: Handle?, address: String?, duties: [Duty]) {
        self.name = name
        self.handle = handle
        self.address = address
        self.duties = duties
    }

    public struct Duty: Equatable, Encodable, Sendable {
        public let kind: Kind
        /// An action's reference, or a proposal's id.
        public let subject: String
        /// What is owed, in a sentence without its end.
        public let text: String
        /// The day since when, or on which it is due; nil if no file says.
        public let since: CalendarDay?
        /// What the person can do about it.
        public let answer: String

        /// In the order of a mail.
        public enum Kind: String, CaseIterable, Encodable, Sendable {
            case action, review, revision
        }

        public init(kind: Kind, subject: String, text: String, since: CalendarDay?, answer: String) {
            self.kind = kind
            self.subject = subject
            self.text = text
            self.since = since
            self.answer = answer
        }
    }
}

extension Library {
    /// Days before it is due that a person is reminded of an action.
    public static let reminderNotice = 7

    /// What everybody owes: actions that are overdue or due within a week, reviews that keep a proposal from the council,
    /// and revisions of what was sent back. By name.
    public func reminders(on day: CalendarDay) -> [Reminder] {
        let owed = actionsOwed(on: day) + proposalIDs.flatMap { reviewsAndRevisionsOwed(of: $0, on: day) }
        return Dictionary(grouping: owed, by: { $0.who.handle?.rawValue ?? " \($0.who.name.folded)" }).values.map {
            owed in
            let people = owed.map(\.who)
            let duties = owed.map(\.duty).sorted { $0.place < $1.place }
            return Reminder(
                name: people[0].name, handle: people.compactMap(\.handle).first,
                address: people.compactMap(\.address).first, duties: duties)
        }.sorted { ($0.name, $0.handle?.rawValue ?? "") < ($1.name, $1.handle?.rawValue ?? "") }
    }

    private struct Owed {
        let who: (name: String, handle: Handle?, address: String?)
        let duty: Reminder.Duty
    }

    private func owed(
        by name: String, handle: Handle? = nil, address: String? = nil, _ duty: Reminder.Duty
    ) -> Owed {
        let member = handle.flatMap(roster.person) ?? roster.everybody.first { $0.name.folded == name.folded }
        return Owed(who: (member?.name ?? name, member?.handle, member?.email ?? address), duty: duty)
    }

    private func actionsOwed(on day: CalendarDay) -> [Owed] {
        actionFates.compactMap { fate -> Owed? in
            let standing = fate.standing
            guard standing.state == .open, let owner = fate.owner, let due = standing.due,
                due.daysSinceEpoch - day.daysSinceEpoch <= Self.reminderNotice
            else { return nil }
            let late = day.daysSinceEpoch - due.daysSinceEpoch
            let when = late > 0 ? "was due on \(due.long), \(counted(late, "day")) ago" : "is due on \(due.long)"
            let from = fate.action.itemTitle.map { ", from “\($0)”" } ?? ""
            let reference = fate.action.reference
            return owed(
                by: owner.name, handle: owner.handle,
                Reminder.Duty(
                    kind: .action, subject: reference.description,
                    text: "\(fate.action.text) (\(reference)\(from)) \(when)",
                    since: due, answer: "mlreview actions done \(reference)"))
        }
    }

    private func reviewsAndRevisionsOwed(of id: String, on day: CalendarDay) -> [Owed] {
        guard let proposal = drafts[id]?.proposal, let stage = stage(of: id, on: day) else { return [] }
        switch stage {
        case .leads(let awaited):
            return awaited.compactMap {
                review(awaited: $0, of: proposal, since: proposal.leads.compactMap(\.date).min())
            }
        case .sentBack(let date, _):
            let stale = drafts[id].map(awaitedReviews) ?? []
            if !stale.isEmpty { return stale.compactMap { review(awaited: $0, of: proposal, since: date) } }
            let decision = hearings(of: ItemID(id)).last?.item.decision
            let said = [decision?.resolution, decision?.reason].compactMap { $0 }.joined(separator: " ")
            let reason = said.isEmpty ? "" : ": \(said)"
            return proposal.techLeads.map { lead in
                owed(
                    by: lead.name, address: lead.email,
                    Reminder.Duty(
                        kind: .revision, subject: id,
                        text: "“\(proposal.title)” was sent back on \(date.long)\(reason)", since: date,
                        answer: "mlreview propose --revises \(id), or change agendas/proposals/\(id).md"))
            }
        default: return []
        }
    }

    /// Nil if nobody is named for the role.
    private func review(awaited review: LeadReview, of proposal: Proposal, since day: CalendarDay?) -> Owed? {
        guard let name = review.name else { return nil }
        return owed(
            by: name, address: review.email,
            Reminder.Duty(
                kind: .review, subject: proposal.id,
                text: "“\(proposal.title)” waits for your review (\(review.role.spoken))"
                    + (day.map { " since \($0.long)" } ?? "")
                    + (review.verdict == .approved ? ": you \(state(of: review, in: proposal))" : ""),
                since: day, answer: "mlreview review \(proposal.id) approve, or: changes because …"))
    }
}

extension Reminder.Duty {
    fileprivate var place: (Int, Int, String) {
        (Kind.allCases.firstIndex(of: kind) ?? 0, since?.daysSinceEpoch ?? .max, subject)
    }
}
