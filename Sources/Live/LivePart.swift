import Council
import Foundation

/// A program's part in a meeting that several terminals hold together.
public protocol LivePart: AnyObject, Sendable {
    /// Readable, for `poll(2)`, while there is something to take.
    var newsDescriptor: Int32 { get }
    /// The meeting as it is recorded now, and what else has happened since the last call.
    func takeNews() -> LiveNews
}

/// What has happened since it was asked last.
public struct LiveNews: Sendable {
    /// The meeting as it is recorded.
    public let journal: Journal
    /// The first entry that is not as it was; nil if entries were only added.
    public var changedFrom: Int?
    /// Since when the host can't be reached; nil if it can.
    public var lostAt: Date?
    /// What the program that leads to the host said last of why it can't be reached.
    public var whyLost: String?
    /// Answers to `who`.
    public var terminals: [JoinedTerminal]?
    /// Why the host let go of this terminal for good.
    public var goodbye: String?
    /// How many notes and actions wait for the host.
    public var kept = 0
    /// What has waited, and was refused.
    public var declined: [Declined] = []

    public struct Declined: Sendable {
        public let submission: Submission
        public let why: String
    }
}
