import Foundation

/// An act in the record: its number, when it was recorded, and what it came from.
public struct Entry: Equatable, Sendable {
    /// Counts from 1 within the meeting, without gaps.
    public let number: Int
    /// To the millisecond.
    public let at: Date
    public let act: Act
    /// The request that made the act; several acts can come from one. Nil for acts that were recorded before requests
    /// had identities.
    public let request: UUID?
    /// Who asked for it; nil if nobody signed.
    public let author: Handle?

    public init(number: Int, at: Date, act: Act, request: UUID? = nil, author: Handle? = nil) {
        self.number = number
        self.at = Date(timeIntervalSince1970: (at.timeIntervalSince1970 * 1000).rounded() / 1000)
        self.act = act
        self.request = request
        self.author = author
    }
}
