import Council

/// What the mail to somebody who owes something shows.
struct OwnerMailModel {
    let subject: String
    let name: String
    let date: Day
    let revision: Int
    /// The reason for the correction; nil in the first revision.
    let correction: String?
    let isClosed: Bool
    /// Whether a correction took back all they owed.
    let owesNothing: Bool
    let actions: [OwnedActionModel]
    let items: [OwnedItemModel]
    /// The command that says that the first open action is done; nil if there is none.
    let done: String?
    let hasCalendar: Bool
    /// The web address of the minutes, if the council names one.
    let link: String?
    /// The head of the record; nil if nothing is recorded.
    let record: RecordModel?
}

struct OwnedActionModel {
    /// `2026-11-25/1`.
    let reference: String
    let text: String
    let due: Day?
    let isDone: Bool
    /// `item 2, Prep time`; nil if none was before the council.
    let item: String?
}

/// An item that comes back to the council.
struct OwnedItemModel {
    let number: Int
    let title: String
    /// `deferred until Wed 2 Dec 2026`.
    let spoken: String
    let reason: String?
    /// What to do for it, as far as that is known: `Next: revise agendas/proposals/prep-time.md`.
    let next: String?
}

extension OwnerMail {
    var model: OwnerMailModel {
        OwnerMailModel(
            subject: subject, name: owed.name, date: Day(date), revision: revision, correction: correction,
            isClosed: isClosed, owesNothing: owed.isEmpty, actions: owed.actions.map(OwnedActionModel.init),
            items: owed.items.map(OwnedItemModel.init),
            done: owed.actions.first { !$0.isDone }.map { "mlreview actions done \($0.reference)" },
            hasCalendar: !entries.isEmpty, link: link, record: record)
    }

    /// `[ML Review] Yours from 25 Nov 2026: 2 actions, first due Wed 2 Dec 2026`.
    var subject: String {
        let open = owed.actions.filter { !$0.isDone }
        let counts = [(open.count, "action"), (owed.items.count, "item")].filter { $0.0 > 0 }.map { counted($0, $1) }
        let (due, back) = (open.compactMap(\.due).min(), owed.items.compactMap(\.until).min())
        let first = [due.map { ($0, "first due") }, back.map { ($0, "back on") }].compactMap { $0 }.min { $0.0 < $1.0 }
        let what =
            counts.isEmpty ? "nothing any more" : listed(counts) + (first.map { ", \($0.1) \($0.0.long)" } ?? "")
        let revision = revision > 1 ? " (revision \(revision))" : ""
        return "\(thread.subjectPrefix) Yours from \(date.withoutWeekday)\(revision): \(what)"
    }
}

extension OwnedActionModel {
    fileprivate init(_ action: Owed.Action) {
        self.init(
            reference: action.reference.description, text: action.text.onOneLine, due: action.due.map(Day.init),
            isDone: action.isDone, item: action.item?.onOneLine)
    }
}

extension OwnedItemModel {
    fileprivate init(_ item: Owed.Item) {
        let next: String? =
            switch item.verdict {
            case .revise: item.file.map { "Next: revise \($0.onOneLine)" }
            case .approve: "Conditions: \(item.conditions.map(\.onOneLine).joined(separator: "; "))"
            default: nil
            }
        self.init(
            number: item.number, title: item.title.onOneLine, spoken: item.spoken.onOneLine,
            reason: item.reason?.onOneLine, next: next)
    }
}
