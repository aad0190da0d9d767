/// A question put to the council.
struct VoteModel {
    let number: Int
    let question: String
    /// Who put it, and who seconded it; nil if nobody said.
    let movedBy: String?
    let secondedBy: String?
    /// What could be chosen, with how many named it; empty for a question of yes and no.
    let options: [VoteOptionModel]
    /// The option that was chosen, by the council or by the chair.
    let chosen: String?
    let at: Moment
    let tallied: Moment?
    /// `carried`, `lost`, `tied`, `no quorum`, `straw poll`; nil while the vote is open.
    let outcome: String?
    /// How it went: `Carried 5–0, 1 abstention; 7 of 7 seats present (quorum 4).`
    let tally: String
    let rule: String
    /// Whether that is another rule than the one that the attendance names.
    let isUnderOtherRule: Bool
    let yes: Int
    let no: Int
    let abstained: Int
    let recused: Int
    let seats: Int
    /// Everybody who could vote when the vote was closed.
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

/// What could be chosen.
struct VoteOptionModel {
    let name: String
    let votes: Int
}

/// One seat's part in a vote.
struct BallotModel {
    let who: String
    let whoHandle: String?
    /// `yes`, `no`, `none` (of the options), `abstain`, `recused`; nil if no ballot was given.
    let choice: String?
    /// The options that the member named; empty for a question of yes and no.
    let options: [String]
    /// Why there is no ballot: `absent`, `presiding`; nil if they could have voted.
    let without: String?
    let reason: String?
    /// The scribe who entered it for the member, if several terminals recorded.
    let byVoice: String?
}

/// The council's handing of a question to the chair.
struct EscalationModel {
    let at: Moment
    let reason: String
}

/// The chair's answer.
struct RulingModel {
    let answer: String
    /// The option that the chair chose; nil for a question of yes and no.
    let option: String?
    let by: String
    let byHandle: String?
    let isActing: Bool
    let at: Moment?
    /// `a tie` or `an escalation`.
    let cause: String
    let reason: String
    /// The ballot that the chair had given before.
    let earlierBallot: String?
    /// The council's tally before the ruling.
    let tally: String
}
