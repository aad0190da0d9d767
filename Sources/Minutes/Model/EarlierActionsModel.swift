/// What became of the actions of earlier meetings.
struct EarlierActionsModel {
    /// `2 done, 1 dropped, 3 still open, 2 of them overdue (Bo Håkansson)`.
    let summary: String
    /// What was said of them, in the order in which it was.
    let settled: [SettledActionModel]
    /// Those that are still open, by owner: who has something overdue comes first, then by name, nobody last.
    let owners: [EarlierOwnerModel]
}

/// A word on an action of an earlier meeting, at this meeting or since the one before it.
struct SettledActionModel {
    /// `2026-11-18/2`.
    let reference: String
    let text: String
    let owner: String?
    let ownerHandle: String?
    /// What the item it came from is known by over the weeks.
    let item: String?
    let title: String?
    /// `done`, `later`, `drop` or `reassign`.
    let word: String
    /// The same for people: `Done`, `Put off to Wed 16 Dec 2026`, `Dropped`, `Handed to Wen Li`.
    let outcome: String
    let until: Day?
    /// The new owner, of `reassign` alone.
    let to: String?
    let toHandle: String?
    let on: Day
    let because: String?
    /// Nil if the meeting said it.
    let by: String?
    let byHandle: String?
    /// `Bo Håkansson, Tue 1 Dec 2026`; nil if the meeting said it.
    let said: String?
}

/// The actions of earlier meetings that one person still has to do.
struct EarlierOwnerModel {
    /// Nil for the actions that nobody owns.
    let name: String?
    let handle: String?
    let actions: [EarlierActionModel]
}

/// An action of an earlier meeting that is still open.
struct EarlierActionModel {
    let reference: String
    let text: String
    let due: Day?
    /// Nil if it is not overdue.
    let daysOverdue: Int?
    /// The same for people: `5 days`.
    let overdue: String?
    let item: String?
    let title: String?
}
