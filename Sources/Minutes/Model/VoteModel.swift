/// A question put to the council.
struct VoteModel {
    let number: Int
    let question: String
    let at: Moment
    let tallied: Moment?
    /// `carried`, `lost`, `tied`, `no quorum`; nil while the vote is open.
    let outcome: String?
    /// The tally's own sentence, frozen when the vote was closed.
    let tally: String
    let rule: String
    let yes: Int
    let no: Int
    let abstained: Int
    let recused: Int
    let seats: Int
    /// Who could vote when the vote was closed.
    let couldVote: [String]
    /// Everybody who had a seat, in the order of the roster.
    let ballots: [BallotModel]
    /// The number of the vote in which the same question was put again.
    let putAgain: Int?
    let escalation: EscalationModel?
    let ruling: RulingModel?
    /// Whether the chair has to rule and has not.
    let awaitsRuling: Bool
}

/// What one seat did in a vote.
struct BallotModel {
    let who: String
    let whoHandle: String?
    /// `yes`, `no`, `abstain`, `recused`; nil where no ballot was given.
    let choice: String?
    /// Why there is no ballot: `absent`, `presiding`; nil where they could have voted.
    let without: String?
    let reason: String?
}

/// The council's handing of a question to the chair.
struct EscalationModel {
    let at: Moment
    let reason: String
}

/// The chair's answer.
struct RulingModel {
    let answer: String
    let by: String
    let byHandle: String?
    let isActing: Bool
    let at: Moment?
    /// `a tie` or `an escalation`.
    let cause: String
    let reason: String
    /// What the ruler had voted before.
    let earlierBallot: String?
    /// The council's tally before it.
    let tally: String
}
