import Foundation

/// A request as somebody made it. Its identity makes it the same one wherever it turns up again.
public struct Submission: Equatable, Sendable {
    /// Follow-ups that a program adds by itself, such as the first item after the call to order, share it: they are
    /// taken back together.
    public let id: UUID
    public let request: Request
    public let at: Date
    /// Who asks; nil if nobody signed.
    public let author: Handle?

    public init(_ request: Request, id: UUID = UUID(), at: Date, author: Handle? = nil) {
        self.id = id
        self.request = request
        self.at = at
        self.author = author
    }
}

extension Journal {
    /// The entries that a submission would add, in order. Nothing changes here.
    ///
    /// The record of a meeting begins with what lies before it, so that the first submission adds that, too.
    ///
    /// - Throws: a refusal, a sentence that says what is wrong and what would be right.
    public func propose(_ submission: Submission) throws(Refusal) -> [Entry] {
        let acts = try consider(submission.request, by: submission.author, at: submission.at)
        guard !acts.isEmpty else { return [] }
        let isFirst = entries.isEmpty && !acts.contains(where: \.isDocket)
        let all = isFirst ? [.docket(meeting.docket)] + acts : acts
        return all.enumerated().map { place, act in
            Entry(
                number: nextNumber + place, at: submission.at, act: act, request: submission.id,
                author: submission.author)
        }
    }
}
