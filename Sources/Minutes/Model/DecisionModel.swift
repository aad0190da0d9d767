/// What was decided on an item, and on what it rests.
struct DecisionModel {
    /// `approved with amendments`.
    let spoken: String
    let verdict: String
    let at: Moment?
    let until: Day?
    let reason: String?
    /// What it rests on: `carried 5–3, quorum 8 of 9`.
    let basis: String
    /// Who set the gate aside, where somebody did.
    let overrodeGate: String?
    let overriddenGate: [String]
    let overConcerns: [Int]
    let amendments: [Int]
    /// Whether the item was amended, or put to the council again, since.
    let isOvertaken: Bool
    /// What had been decided before it, oldest first.
    let earlier: [String]
}
