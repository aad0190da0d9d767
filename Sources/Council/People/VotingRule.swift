/// How the council votes: the `voting` part of the council file.
public struct VotingRule: Codable, Equatable, Sendable {
    /// The share of the seats that must be in the room.
    public var quorum: Fraction
    public var majority: Majority
    /// What the majority is a majority of.
    public var of: Denominator
    public var chair: ChairVote
    /// Where ballots are taken; nil for both.
    public var from: BallotPlace?
    /// When choices are shown; nil for at once.
    public var shown: BallotShowing?

    public init(
        quorum: Fraction = Fraction(1, 2), majority: Majority = .simple, of: Denominator = .cast,
        chair: ChairVote = .tieBreak, from: BallotPlace? = nil, shown: BallotShowing? = nil
    ) {
        self.from = from
        self.shown = shown
        self.quorum = quorum
        self.majority = majority
        self.of = of
        self.chair = chair
    }

    /// The fewest members in the room that make a quorum of `seats`: at least one, and every seat for a share of 1.
    public func quorumNeeded(seats: Int) -> Int {
        guard quorum.numerator < quorum.denominator else { return max(1, seats) }
        return max(1, (seats * quorum.numerator + quorum.denominator - 1) / quorum.denominator)
    }

    /// The rule in a few words: `simple majority of the votes cast; quorum 1/2 of the seats; chair breaks ties`.
    public var summary: String {
        let share =
            switch majority {
            case .simple: "simple majority"
            case .twoThirds: "two-thirds"
            case .unanimous: "all"
            }
        let whole =
            switch of {
            case .cast: "the votes cast"
            case .present: "those in the room who may vote"
            case .seats: "the seats that may vote"
            }
        let presiding = chair == .tieBreak ? "the chair votes only to break a tie" : "the chair votes as any member"
        return "\(share) of \(whole); quorum \(quorum) of the seats; \(presiding)"
    }
}

/// How many of the denominator must say yes.
public enum Majority: String, Codable, CaseIterable, Sendable {
    /// More than half.
    case simple
    /// At least two thirds.
    case twoThirds = "two-thirds"
    /// All.
    case unanimous
}

/// What a majority is counted against.
public enum Denominator: String, Codable, CaseIterable, Sendable {
    /// Yes and no ballots.
    case cast
    /// Everybody who may vote and is in the room.
    case present
    /// Every seat that may vote, in the room or not.
    case seats
}

/// When the chair votes.
public enum ChairVote: String, Codable, CaseIterable, Sendable {
    /// Only to break a tie, by a ruling.
    case tieBreak = "tie-break"
    /// As any member.
    case member
}

/// Where ballots are taken.
public enum BallotPlace: String, Codable, CaseIterable, Sendable {
    /// By a scribe, to whom members say them.
    case room
    /// By each member at their own terminal.
    case terminal
    case both
}

/// When a member's choice is shown to others.
public enum BallotShowing: String, Codable, CaseIterable, Sendable {
    case atOnce = "at-once"
    /// Not before the tally, so that the first ballot does not draw the others after it.
    case atTally = "at-tally"
}

/// A share such as `1/2`.
public struct Fraction: Codable, Equatable, Sendable, CustomStringConvertible {
    public let numerator: Int
    public let denominator: Int

    /// - Precondition: `denominator` is at least 1; anything less is taken as 1.
    public init(_ numerator: Int, _ denominator: Int) {
        self.numerator = numerator
        self.denominator = max(1, denominator)
    }

    public var description: String { "\(numerator)/\(denominator)" }
}
