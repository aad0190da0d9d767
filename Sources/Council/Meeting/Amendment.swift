import Foundation

/// A change to a proposal: a field, before and after.
public struct Amendment: Codable, Equatable, Sendable {
    /// Counts from 1 within the item.
    public let number: Int
    public let field: ProposalField
    public let before: String
    public let after: String
    public let reason: String?

    public init(number: Int, field: ProposalField, before: String, after: String, reason: String? = nil) {
        self.number = number
        self.field = field
        self.before = before
        self.after = after
        self.reason = reason
    }

    /// How an amendment stands: taken by consent, unless somebody asks for a vote on it.
    public enum Standing: Equatable, Sendable {
        case byConsent
        case voting
        case carried
        case lost

        public var isAccepted: Bool { self == .byConsent || self == .carried }
    }
}
