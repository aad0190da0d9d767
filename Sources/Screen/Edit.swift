/// One change of a text, which can be taken back.
struct Edit: Sendable {
    /// Where it happened, in graphemes.
    var at: Int
    var removed: [Character]
    var inserted: [Character]
    /// The cursor before it.
    var cursor: Int
}
