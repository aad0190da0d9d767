/// A vote as it was closed: who could vote, who did, and under which rule. Nothing that happens later changes it.
public struct Tally: Codable, Equatable, Sendable {
    public let rule: VotingRule
    public let seats: Int
    /// Members in the room, recused ones included.
    public let inRoom: Int
    public let quorumNeeded: Int
    /// Members who could vote: those in the room, and those who had voted before they left.
    public let eligible: [Handle]
    /// Everybody who had a seat, in roll-call order, with what they did.
    public let ballots: [Ballot]
    /// Seats that may vote, in the room or not: what `of: seats` counts.
    public let votingSeats: Int
    /// Members whose ballot stands and who could no longer change it: they had left, or had taken the chair and so voted
    /// only on a tie.
    public let fixed: [Handle]

    public init(
        rule: VotingRule, seats: Int, inRoom: Int, eligible: [Handle], ballots: [Ballot], votingSeats: Int,
        fixed: [Handle] = []
    ) {
        self.rule = rule
        self.seats = seats
        self.inRoom = inRoom
        quorumNeeded = rule.quorumNeeded(seats: seats)
        self.eligible = eligible
        self.ballots = ballots
        self.votingSeats = votingSeats
        self.fixed = fixed
    }

    public func count(_ choice: Ballot.Choice) -> Int { ballots.count { $0.choice == choice } }

    public var yes: Int { count(.yes) }
    public var no: Int { count(.no) }
    public var abstained: Int { count(.abstain) }
    public var recused: Int { count(.recuse) }
    /// Could vote and did not.
    public var silent: Int { eligible.count - yes - no - abstained }
    public var absent: Int { seats - inRoom }
    public var hasQuorum: Bool { inRoom >= quorumNeeded }

    /// Whether ballots stand on both sides: at least one says yes and at least one says no.
    public var isDivided: Bool { yes > 0 && no > 0 }

    /// What the majority is counted against.
    public var denominator: Int {
        switch rule.of {
        case .cast: yes + no
        case .present: eligible.count
        case .seats: votingSeats
        }
    }

    public var outcome: Outcome {
        Outcome(yes: yes, no: no, of: denominator, majority: rule.majority, hasQuorum: hasQuorum)
    }
}

/// How a vote went.
public enum Outcome: String, Codable, CaseIterable, Sendable {
    case carried
    case lost
    case tied
    case noQuorum = "no quorum"

    /// The outcome of `yes` and `no` ballots, `denominator` being what the majority is a majority of.
    public init(yes: Int, no: Int, of denominator: Int, majority: Majority, hasQuorum: Bool) {
        guard hasQuorum else {
            self = .noQuorum
            return
        }
        guard yes > 0 else {
            self = .lost
            return
        }
        switch majority {
        case .simple where yes == no: self = .tied
        case .simple: self = 2 * yes > denominator ? .carried : .lost
        case .twoThirds: self = 3 * yes >= 2 * denominator ? .carried : .lost
        case .unanimous: self = yes >= denominator ? .carried : .lost
        }
    }
}
