import Foundation

/// A vote, and the chair's ruling on it if there was one.
public struct HeldVote: Equatable, Sendable {
    public var number: Int
    /// `The proposal`, `Amendment 2`, or the text that was moved.
    public var question: String
    /// Nil if the vote was never closed.
    public var outcome: Outcome?
    /// The tally's own sentence, as it was frozen.
    public var tally: String
    public var yes: Int
    public var no: Int
    public var ballots: [HeldBallot]
    public var escalation: String?
    public var ruling: HeldRuling?

    public init(
        number: Int, question: String, outcome: Outcome?, tally: String, yes: Int = 0, no: Int = 0,
        ballots: [HeldBallot] = [], escalation: String? = nil, ruling: HeldRuling? = nil
    ) {
        self.number = number
        self.question = question
        self.outcome = outcome
        self.tally = tally
        self.yes = yes
        self.no = no
        self.ballots = ballots
        self.escalation = escalation
        self.ruling = ruling
    }
}

/// What one seat did in a vote.
public struct HeldBallot: Equatable, Sendable {
    public var who: HeldPerson
    public var choice: Ballot.Choice
    public var reason: String?
    /// The options that the member named; empty for a question of yes and no.
    public var options: [String]

    public init(who: HeldPerson, choice: Ballot.Choice, reason: String? = nil, options: [String] = []) {
        self.who = who
        self.choice = choice
        self.reason = reason
        self.options = options
    }

    /// `yes`, or the options by name.
    var said: String { options.isEmpty ? choice.rawValue : options.joined(separator: ", ") }
}

/// The chair's answer.
public struct HeldRuling: Equatable, Sendable {
    public var answer: Ruling.Answer
    public var by: HeldPerson
    public var reason: String
    /// The option that the chair chose; nil for a question of yes and no.
    public var option: String?

    /// `yes`, or the option.
    public var said: String { option ?? answer.rawValue }

    public init(answer: Ruling.Answer, by: HeldPerson, reason: String, option: String? = nil) {
        self.option = option
        self.answer = answer
        self.by = by
        self.reason = reason
    }
}

/// What the council decided on an item.
public struct HeldDecision: Equatable, Sendable {
    public var verdict: Decision.Verdict
    /// `approved with amendments`, `deferred until Wed 2 Dec 2026`.
    public var spoken: String
    public var at: Date?
    public var until: CalendarDay?
    public var reason: String?
    /// What was decided, without the verdict and the reason; nil if there is nothing to say beside them.
    public var resolution: String?
    /// What it rests on: `carried 5–3, 8 of 9 present (vote 1)`.
    public var basis: String
    /// Numbers of the concerns that were open.
    public var overConcerns: [Int]
    /// Numbers of those that it is bound to.
    public var conditions: [Int]
    /// The members who had approved it in writing, if it was decided in the consent lane.
    public var approvals: [HeldPerson]

    public init(
        verdict: Decision.Verdict, spoken: String, at: Date? = nil, until: CalendarDay? = nil, reason: String? = nil,
        resolution: String? = nil, basis: String = "", overConcerns: [Int] = [], conditions: [Int] = [],
        approvals: [HeldPerson] = []
    ) {
        self.verdict = verdict
        self.spoken = spoken
        self.at = at
        self.until = until
        self.reason = reason
        self.resolution = resolution
        self.basis = basis
        self.overConcerns = overConcerns
        self.conditions = conditions
        self.approvals = approvals
    }

    /// `approved: limit the first wave to three cities.`; the verdict alone if there is nothing to say beside it.
    public var sentence: String { resolution.map { "\(spoken): \($0)" } ?? spoken }

    /// The sentence and the reason: `approved: in three cities. Why: the holdout is thin`.
    public var sentenceWithReason: String { spoken + said }

    /// What was decided and why, as it follows the verdict: `: in three cities. Why: the holdout is thin`, and without a
    /// resolution `: the holdout is thin`.
    var said: String {
        (resolution.map { ": \($0)" } ?? "") + (reason.map { resolution == nil ? ": \($0)" : " Why: \($0)" } ?? "")
    }
}
