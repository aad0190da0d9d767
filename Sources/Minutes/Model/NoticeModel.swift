/// The contents of a notice on one proposal: the decision, its reason, and the next steps.
struct NoticeModel {
    let council: String
    let date: Day
    /// The revision of the minutes that the notice belongs to. A later revision has a notice of its own only if it says
    /// something else of the proposal.
    var revision: Int
    /// The reason for the correction; nil in the first revision, and if the revision says itself what it changes here.
    var correction: String?
    /// What the revision changes of this item, a few words each.
    var changes: [String]
    let isClosed: Bool
    /// Counts from 1 along the agenda.
    let number: Int
    let anchor: String
    let title: String
    /// The proposal's id.
    let proposal: String
    let decision: DecisionModel?
    /// The basis of the decision, and everything that it overrides, in one line.
    let basis: String?
    /// The chair's reason, if the decision rests on a ruling.
    let rulingReason: String?
    /// The technical lead; if there is none, the sponsor or the presenter, named as such.
    let owner: String?
    let amendments: [AmendmentModel]
    /// What the list of duties is: `Before it comes back`, `To do now`.
    let dutiesTitle: String
    /// What the readers have to do, with who asked for it, a sentence each.
    let duties: [String]
    /// Concerns that stay open and bind nobody, a sentence each.
    let conditions: [String]
    let actions: [NoticeActionModel]
    /// The address of the minutes of its item, if the council names one.
    let link: String?
    /// The line that mail programs show after the subject in a list of mails: the first thing to do, else what follows.
    let preheader: String?
    /// The next steps, a sentence each.
    let next: [String]
    /// The head of the record; nil if nothing is recorded.
    var record: RecordModel?
}

/// A task and its owner.
struct NoticeActionModel {
    /// Nil if nobody owns it.
    let owner: String?
    let action: ActionModel
}
