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
