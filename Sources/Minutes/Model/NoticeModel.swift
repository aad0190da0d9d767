/// What a notice says of one proposal: the decision, the reason, and what happens next.
struct NoticeModel {
    let council: String
    let date: Day
    /// The minutes' revision that the notice is of; a later revision that says the same of the proposal has no notice
    /// of its own.
    var revision: Int
    /// Why the minutes were corrected; nil in the first ones.
    var correction: String?
    let isClosed: Bool
    /// Counts from 1 along the agenda.
    let number: Int
    let anchor: String
    let title: String
    /// The proposal's id.
    let proposal: String
    let decision: DecisionModel?
    /// What the decision rests on and was taken over, in one line.
    let basis: String?
    /// Why the chair ruled as they did, where the decision rests on a ruling.
    let rulingReason: String?
    /// The technical lead; for want of one, who sponsors or presents it, and as what.
    let owner: String?
    let amendments: [AmendmentModel]
    /// What the decision leaves to be answered, a sentence each.
    let conditions: [String]
    let actions: [NoticeActionModel]
    /// Where the minutes of its item are read, if the council says so.
    let link: String?
    /// What happens next, a sentence each.
    let next: [String]
    /// Where the record stood; nil where nothing is recorded.
    var record: RecordModel?
}

/// Something to be done, and by whom.
struct NoticeActionModel {
    /// Nil where nobody owns it.
    let owner: String?
    let action: ActionModel
}
