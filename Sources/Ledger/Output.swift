import Foundation

/// A file that was written when a meeting was closed, as it was written.
public struct Output: Equatable, Sendable {
    /// Of the minutes, from 1.
    public let revision: Int
    /// The file's name, such as `minutes.md`.
    public let name: String
    public let text: String
    /// The person's own text that this one was made of; nil if the program made it alone.
    public let source: String?

    public init(revision: Int, name: String, text: String, source: String? = nil) {
        self.revision = revision
        self.name = name
        self.text = text
        self.source = source
    }

    /// As every store can keep it.
    public var withoutNUL: Output {
        Output(revision: revision, name: name, text: text.withoutNUL, source: source?.withoutNUL)
    }
}

/// The state of one mail for one of its recipients.
public struct Delivery: Equatable, Sendable {
    /// The mail's Message-ID.
    public let message: String
    /// An address.
    public let recipient: String
    public let state: State
    /// When it came to that, to the millisecond.
    public let at: Date
    /// The mail system's own words, if it did not take the mail.
    public let detail: String?

    public init(message: String, recipient: String, state: State, at: Date, detail: String?) {
        self.message = message
        self.recipient = recipient
        self.state = state
        self.at = at
        self.detail = detail
    }

    public enum State: String, Sendable {
        /// Handed to the mail system, which gave no answer, or one that nobody saw: it may have got through.
        case begun
        case accepted
        case refused
        /// The mail system could not take it then.
        case postponed

        /// The states in which a recipient does not get a mail again, if those in `states` do.
        public static func closed(despite states: Set<State>) -> Set<State> {
            Set([.begun, .accepted]).subtracting(states)
        }
    }
}
