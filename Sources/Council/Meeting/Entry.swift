import Foundation

/// An act in the record: its number, when it was recorded, and what it came from.
///
/// An entry never changes, and a journal of thousands is copied with every act. Copies share what an entry holds.
public struct Entry: Equatable, Sendable {
    private let content: Content

    /// Counts from 1 within the meeting, without gaps.
    public var number: Int { content.number }
    /// To the millisecond.
    public var at: Date { content.at }
    public var act: Act { content.act }
    /// The request that made the act; several acts can come from one. Nil for acts that were recorded before requests
    /// had identities.
    public var request: UUID? { content.request }
    /// Who asked for it; nil if nobody signed.
    public var author: Handle? { content.author }

    public init(number: Int, at: Date, act: Act, request: UUID? = nil, author: Handle? = nil) {
        let at = Date(timeIntervalSince1970: (at.timeIntervalSince1970 * 1000).rounded() / 1000)
        content = Content(number: number, at: at, act: act, request: request, author: author)
    }

    public static func == (one: Entry, other: Entry) -> Bool {
        one.content === other.content
            || one.number == other.number && one.at == other.at && one.request == other.request
                && one.author == other.author && one.act == other.act
    }

    private final class Content: Sendable {
        let number: Int
        let at: Date
        let act: Act
        let request: UUID?
        let author: Handle?

        init(number: Int, at: Date, act: Act, request: UUID?, author: Handle?) {
            self.number = number
            self.at = at
            self.act = act
            self.request = request
            self.author = author
        }
    }
}
