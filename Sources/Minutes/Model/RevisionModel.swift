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
