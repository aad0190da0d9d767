import Council

/// What earlier meetings and all proposals say, for those who ask at a meeting. It is looked up when somebody asks, and
/// never before a meeting begins.
public struct Past: Sendable {
    let search: @Sendable (SearchQuery) throws(Refusal) -> SearchAnswer
    let related: @Sendable (Proposal) -> [RelatedProposal]
    /// Concerns that earlier hearings of the meeting's items left open. The minutes of all meetings are read for them.
    public var concerns: @Sendable () throws(Refusal) -> [ItemID: [EarlierConcern]] = { () throws(Refusal) in [:] }

    /// All that earlier meetings and the files say; nil if there is none.
    public var library: @Sendable () throws(Refusal) -> Library? = { () throws(Refusal) in nil }

    public init(
        search: @escaping @Sendable (SearchQuery) throws(Refusal) -> SearchAnswer,
        related: @escaping @Sendable (Proposal) -> [RelatedProposal]
    ) {
        self.search = search
        self.related = related
    }

    /// Nothing is known.
    public static let none = Past(search: { _ throws(Refusal) in SearchAnswer() }, related: { _ in [] })
}
