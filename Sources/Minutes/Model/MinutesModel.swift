import Council

/// Everything the minutes say of one meeting, in the order in which they say it.
///
/// The names of the stored properties are the names that templates use and that `record.json` has. What is not known
/// is nil here, and a template prints the gap.
///
/// People stand here by name. Beside `speaker` there is `speakerHandle`, and beside `name` there is `handle`, for programs
/// that follow somebody over the weeks; both are nil for somebody who is not on the roster.
struct MinutesModel {
    /// The shape of the model; one more with each change that a reader of `record.json` has to know of.
    let schema = 2
    let council: String
    let date: Day
    let place: String?
    /// The zone of all times, as the IANA calls it: `America/Los_Angeles`.
    let timeZone: String
    /// Where the minutes are read, if the council says so: `https://wiki.example.com/minutes/2026-11-25/minutes.html`.
    let link: String?
    let revision: Int
    /// The minutes after the first, and what each of them corrects.
    let revisions: [RevisionModel]
    /// False while the meeting is going on, and the minutes show it as it stands.
    let isClosed: Bool
    /// `3 approved, 1 sent back, 1 without decision`.
    let outcome: String
    let register: [RegisterModel]
    let attendance: AttendanceModel
    /// What happened in the course of the meeting and belongs to none of its items, oldest first.
    let events: [EventModel]
    let owners: [OwnerModel]
    /// Seconds of the longest item, or of the longest time box; nil where nothing took time or was to.
    let longest: Int?
    let items: [ItemModel]
    /// What the meeting left open, a sentence each.
    let leftOpen: [String]
    /// Where the record stood; nil where nothing is recorded.
    let record: RecordModel?
}

/// A line of the decision register.
struct RegisterModel {
    /// Counts from 1 along the agenda.
    let number: Int
    let anchor: String
    let title: String
    /// `approved with amendments`; nil where nothing was decided.
    let decision: String?
    /// `approve`, `revise`, `defer`, `reject` or `withdraw`.
    let verdict: String?
    /// Whether the item was amended, or put to the council again, since it was decided.
    let isOvertaken: Bool
    /// What the decision rests on, in one line.
    let basis: String?
    let reason: String?
    /// Why the chair ruled as they did, where the decision rests on a ruling.
    let rulingReason: String?
    /// The amendments it includes: `cost to build 450000 → 520000`.
    let amended: [String]
    /// The technical lead; for want of one, who sponsors or presents it, and as what.
    let owner: String?
}

/// Minutes that replaced earlier ones.
struct RevisionModel {
    let number: Int
    let reason: String
    let reopened: Moment
    /// Nil where the correction is still going on.
    let closed: Moment?
    /// What was done in it, in a few words each.
    let changes: [String]
}

/// What one person has to do.
struct OwnerModel {
    /// Nil for the actions that nobody owns.
    let name: String?
    let handle: String?
    let actions: [ActionModel]
}

/// Something to be done.
struct ActionModel {
    let number: Int
    /// What it is called in later weeks: `2026-11-25/1`.
    let reference: String
    let text: String
    let due: Day?
    let isDone: Bool
    let item: ItemReference?
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
