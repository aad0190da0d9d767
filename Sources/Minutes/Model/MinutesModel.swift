import Council

/// Everything the minutes say of one meeting, in the order in which they say it.
///
/// The names of the stored properties are the names that templates use and that `record.json` has. What is not known
/// is nil here, and a template prints the gap.
struct MinutesModel {
    /// The shape of the model; one more with each change that a reader of `record.json` has to know of.
    let schema = 1
    let council: String
    let date: Day
    let place: String?
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
    let owners: [OwnerModel]
    /// Seconds of the longest item, or of the longest time box; nil where nothing took time or was to.
    let longest: Int?
    let items: [ItemModel]
    /// What the meeting left open, a sentence each.
    let leftOpen: [String]
    /// Where the record stood; nil where nothing is recorded.
    let record: RecordModel?
}
