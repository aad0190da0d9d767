/// What a text that is found was.
public enum SearchKind: String, CaseIterable, Codable, Sendable {
    case note
    case concern
    case question
    case idea
    case data
    case reuse
    /// A change to a proposal, with its reason.
    case amendment
    /// A question of somebody's own, a reason for a ballot, or why a vote was escalated.
    case vote
    case ruling
    case decision
    case action
    case topic
    /// As its file is, or as a meeting heard it.
    case proposal

    /// Nil for what nobody but the scribe may see.
    init?(_ kind: Note.Kind) {
        switch kind {
        case .plain: self = .note
        case .concern: self = .concern
        case .question: self = .question
        case .idea: self = .idea
        case .data: self = .data
        case .reuse: self = .reuse
        case .private: return nil
        }
    }

    /// The kinds that a person means by this one: a concern is a note, too.
    public var meant: [SearchKind] {
        self == .note ? [.note, .concern, .question, .idea, .data, .reuse] : [self]
    }
}
