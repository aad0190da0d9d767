import Council

/// Everything that the minutes say of one meeting, in their order.
///
/// Templates and `record.json` use the names of the stored properties. A fact that is not known is nil, and a template
/// prints the gap.
///
/// People stand here by name. Beside `speaker` there is `speakerHandle`, and beside `name` there is `handle`, for programs
/// that follow somebody over the weeks. Both are nil for somebody who is not on the roster.
struct MinutesModel {
    /// The version of the model. It grows with each change that breaks readers of `record.json`.
    let schema = 2
    let council: String
    let date: Day
    let place: String?
    /// The zone of all times by its IANA name: `America/Los_Angeles`.
    let timeZone: String
    /// The address of the minutes, if the council names one:
    /// `https://wiki.example.com/minutes/2026-11-25/minutes.html`.
    let link: String?
    let revision: Int
    /// The revisions after the first, and what each one corrects.
    let revisions: [RevisionModel]
    /// False while the meeting goes on. The minutes then show it as it stands.
    let isClosed: Bool
    /// Whether a later meeting is still to approve them.
    let isDraft: Bool
    /// The meeting that approved them; nil if none did, and of minutes that need no approval.
    let approved: Day?
    /// `3 approved, 1 sent back, 1 without decision`.
    let outcome: String
    let register: [RegisterModel]
    let attendance: AttendanceModel
    /// What happened in the course of the meeting and belongs to none of its items, oldest first.
    let events: [EventModel]
    let owners: [OwnerModel]
    /// What became of the actions of earlier meetings; nil if none was open.
    let earlierActions: EarlierActionsModel?
    /// Seconds of the longest item or time box; nil if there is neither.
    let longest: Int?
    let items: [ItemModel]
    /// The gaps that the meeting left open, a sentence each.
    let leftOpen: [String]
    /// The head of the record; nil if nothing is recorded.
    let record: RecordModel?
}

/// A line of the decision register.
struct RegisterModel {
    /// Counts from 1 along the agenda.
    let number: Int
    let anchor: String
    let title: String
    /// `approved with amendments`; nil if nothing was decided.
    let decision: String?
    /// `approve`, `revise`, `defer`, `reject` or `withdraw`.
    let verdict: String?
    /// Whether the item was amended or put to the council again after the decision.
    let isOvertaken: Bool
    /// Why the meeting took the item off its agenda; nil if it did not.
    let dropped: String?
    /// What was decided, without the verdict and the reason; nil if there is nothing to say beside them.
    let resolution: String?
    /// Whether the resolution leaves the amendments out.
    let listsAmendments: Bool
    /// The basis of the decision, in one line.
    let basis: String?
    let reason: String?
    /// The chair's reason, if the decision rests on a ruling.
    let rulingReason: String?
    /// The amendments it includes: `cost to build 450 k USD → 520 k USD`, and of a long text the
    /// words that changed.
    let amended: [String]
    /// The technical lead; if there is none, the sponsor or the presenter, named as such.
    let owner: String?
}

/// Minutes that replaced earlier ones.
struct RevisionModel {
    let number: Int
    let reason: String
    let reopened: Moment
    /// Nil while the correction goes on.
    let closed: Moment?
    /// The changes, in a few words each.
    let changes: [String]
}

/// The tasks of one person.
struct OwnerModel {
    /// Nil for the actions that nobody owns.
    let name: String?
    let handle: String?
    let actions: [ActionModel]
}

/// A task.
struct ActionModel {
    let number: Int
    /// What it is called in later weeks: `2026-11-25/1`.
    let reference: String
    let text: String
    let due: Day?
    let isDone: Bool
    let item: ItemReference?
    /// Whether it arrived when the council had moved on from its item; nil if it did not.
    let enteredLater: Bool?
}

/// An item of the agenda by number and title.
struct ItemReference {
    let number: Int
    let id: String
    let anchor: String
    let title: String
}

/// Something that happened to the meeting as a whole, such as a change of who presides.
struct EventModel {
    let at: Moment
    let sentence: String
}
