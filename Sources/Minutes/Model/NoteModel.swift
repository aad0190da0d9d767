/// Something said in the debate.
struct NoteModel {
    let number: Int
    let at: Moment
    let speaker: String?
    /// `question`, `idea`, `data`, `reuse`, `concern`; nil for a plain note.
    let kind: String?
    let isConcern: Bool
    let lines: [String]
}

/// A concern, and how it ended.
struct ConcernModel {
    let number: Int
    let at: Moment
    let speaker: String?
    let lines: [String]
    let isResolved: Bool
    let resolvedAt: Moment?
    let resolution: String?
    /// Whether the item was decided while it was open.
    let wasDecidedOver: Bool
}
