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
    /// What could be chosen; nil for a question of yes and no.
    public let options: [String]?
    /// Set for a straw poll.
    public let isPoll: Bool?

    public init(
        rule: VotingRule, seats: Int, inRoom: Int, eligible: [Handle], ballots: [Ballot], votingSeats: Int,
        fixed: [Handle] = [], options: [String]? = nil, isPoll: Bool? = nil
    ) {
        self.rule = rule
        self.seats = seats
        self.inRoom = inRoom
        quorumNeeded = rule.quorumNeeded(seats: seats)
        self.eligible = eligible
        self.ballots = ballots
        self.votingSeats = votingSeats
        self.fixed = fixed
        self.options = options
        self.isPoll = isPoll
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
        if isPoll == true { return .polled }
        if options != nil { return outcomeOfChoice }
        return Outcome(yes: yes, no: no, of: denominator, majority: rule.majority, hasQuorum: hasQuorum)
    }

    // MARK: Choices

    public func count(of option: String) -> Int { ballots.count { $0.options?.contains(option) ?? false } }

    /// The options with the most votes, in the motion's order; none if nobody named one.
    public var leaders: [String] {
        let counts = (options ?? []).map { (option: $0, votes: count(of: $0)) }
        guard let most = counts.map(\.votes).max(), most > 0 else { return [] }
        return counts.filter { $0.votes == most }.map(\.option)
    }

    /// The most votes carry if they are a majority too. Of equal leaders the chair chooses, and with the chair's voice a
    /// half is a simple majority.
    private var outcomeOfChoice: Outcome {
        guard hasQuorum else { return .noQuorum }
        let leaders = leaders
        guard let first = leaders.first else { return .lost }
        let votes = count(of: first)
        let isEnough = rule.majority.isReached(by: votes, of: denominator)
        guard leaders.count > 1 else { return isEnough ? .carried : .lost }
        return isEnough || rule.majority == .simple && 2 * votes == denominator ? .tied : .lost
    }
}

/// How a vote went.
public enum Outcome: String, Codable, CaseIterable, Sendable {
    case carried
    case lost
    case tied
    case noQuorum = "no quorum"
    /// A straw poll decides nothing, however it goes.
    case polled = "straw poll"

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
        if majority == .simple, yes == no {
            self = .tied
        } else {
            self = majority.isReached(by: yes, of: denominator) ? .carried : .lost
        }
    }
}

extension Majority {
    /// Whether so many votes are enough of `whole`.
    func isReached(by votes: Int, of whole: Int) -> Bool {
        switch self {
        case .simple: 2 * votes > whole
        case .twoThirds: 3 * votes >= 2 * whole
        case .unanimous: votes >= whole
        }
    }
}
