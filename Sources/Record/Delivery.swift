import Foundation

/// What became of one mail for one of its recipients.
public struct Delivery: Equatable, Sendable {
    /// The mail's Message-ID.
    public let message: String
    /// An address.
    public let recipient: String
    public let state: State
    /// When it came to that, to the millisecond.
    public let at: Date
    /// The mail system's own words, where it did not take the mail.
    public let detail: String?

    public enum State: String, Sendable {
        /// Handed to the mail system, which gave no answer, or one that nobody saw: it may have got through.
        case begun
        case accepted
        case refused
        /// The mail system could not take it then.
        case postponed
    }
}
