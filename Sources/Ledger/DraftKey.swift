import Council

/// Identifies a half-typed text: its place, its item and its author.
public struct DraftKey: Hashable, Sendable {
    /// The place that it is typed in, such as `note`.
    public let kind: String
    /// Nil for a text that belongs to no item, and for one that was kept before drafts had items.
    public let item: ItemID?
    /// Nil if nobody signed.
    public let author: Handle?

    public init(_ kind: String, on item: ItemID? = nil, by author: Handle? = nil) {
        self.kind = kind
        self.item = item
        self.author = author
    }
}

extension DraftKey: ExpressibleByStringLiteral, CustomStringConvertible {
    public init(stringLiteral kind: String) { self.init(kind) }

    public var description: String {
        ([kind, item?.rawValue, author?.rawValue] as [String?]).compactMap(\.self).joined(separator: " ")
    }
}
