import Foundation

/// A question put to the council, and how it went.
public struct Motion: Codable, Equatable, Sendable {
    /// Counts from 1 within the meeting.
    public let number: Int
    public let item: ItemID
    public let question: Question
    public let at: Date
    /// The members in the order in which they are called; it rotates from motion to motion.
    public let order: [Handle]
    /// The ballot each member has given last.
    public internal(set) var ballots: [Handle: Ballot] = [:]
    /// Set when the vote is closed.
    public internal(set) var tally: Tally?
    public internal(set) var closedAt: Date?
    /// Items of a carried vote on several that it did not decide, since something kept them out when it was closed.
    public internal(set) var leftOut: [LeftOut] = []
    public internal(set) var escalation: Escalation?
    public internal(set) var ruling: Ruling?
    /// Who put the question, and who seconded it; nil if nobody said.
    public internal(set) var by: Handle?
    public internal(set) var second: Handle?
    /// Whether a decision that stood was overtaken by it, so that it stands again if the motion is withdrawn.
    var overtook: Bool?

    /// The option that was chosen, by the council or by the chair; nil if none was, and for a question of yes and no.
    public var chosen: String? {
        guard let tally, tally.options != nil else { return nil }
        return ruling?.option ?? (tally.outcome == .carried ? tally.leaders.first : nil)
    }

    public var isOpen: Bool { tally == nil }

    /// Whether the chair has to rule, or may, because the council was tied or handed the question over.
    public var awaitsRuling: Bool {
        // The chair answers for no item of the consent lane: each can be taken up by itself.
        guard let tally, ruling == nil, !question.isConsent else { return false }
        return tally.outcome == .tied || escalation != nil
    }

    /// Whether the question was answered with yes, by the council or by the chair; nil while it is not answered.
    public var isCarried: Bool? {
        guard let tally else { return nil }
        if let ruling { return ruling.answer == .yes }
        if escalation != nil { return nil }
        return switch tally.outcome {
        case .carried: true
        case .lost: false
        case .tied, .noQuorum, .polled: nil
        }
    }
}

/// What a motion asks.
public enum Question: Codable, Hashable, Sendable {
    case proposal
    case solution
    case team
    case lead
    case amendment(number: Int)
    case text(String)
    /// Whether to approve all of these.
    case consent([ConsentPlace])
    /// Which of these: each member names as many as they approve of.
    case choice([String])
    /// A straw poll, on which nothing can rest.
    case poll(String)

    /// What is asked about an outcome.
    case confirmed
    case changed
    case stopped

    /// The decision about an outcome that a yes to the question makes; nil for other questions.
    public var outcomeVerdict: Decision.Verdict? {
        switch self {
        case .confirmed: .confirmed
        case .changed: .changed
        case .stopped: .stopped
        case .proposal, .solution, .team, .lead, .amendment, .text, .consent, .choice, .poll: nil
        }
    }

    /// What can be chosen; nil for a question of yes and no.
    public var options: [String]? { if case .choice(let options) = self { options } else { nil } }

    public var isPoll: Bool { if case .poll = self { true } else { false } }

    /// `The proposal`, `Amendment 2`, or the text that was moved.
    public var title: String {
        switch self {
        case .proposal: "The proposal"
        case .solution: "The solution"
        case .team: "The team"
        case .lead: "The technical lead"
        case .amendment(let number): "Amendment \(number)"
        case .text(let text): text
        case .consent(let items):
            "Approve the consent \(items.count == 1 ? "item" : "items"): "
                + items.map { "\($0.number)" }.joined(separator: ", ")
        case .choice(let options): Self.choiceBetween + listed(options)
        case .poll(let text): Self.strawPoll + text
        case .confirmed: "Confirming it"
        case .changed: "Changing it"
        case .stopped: "Stopping it"
        }
    }

    /// Its title on an item; a position is led by a hiring lead.
    public func title(on proposal: Proposal?) -> String {
        self == .lead && proposal?.kind == .hiring ? Self.hiringLead : title
    }

    private static let hiringLead = "The hiring lead"
    private static let choiceBetween = "The choice between "
    private static let strawPoll = "Straw poll: "

    /// The same as `spoken`, of a question that is only known by its title.
    static func spoken(_ title: String) -> String {
        let known: [Question] = [.proposal, .solution, .team, .lead, .confirmed, .changed, .stopped]
        if let question = known.first(where: { $0.title == title }) { return question.spoken }
        if title == hiringLead { return title.prefix(1).lowercased() + title.dropFirst() }
        if title.wholeMatch(of: /Amendment [0-9]+|Approve the consent items?: [0-9, ]+/) != nil {
            return title.prefix(1).lowercased() + title.dropFirst()
        }
        if title.hasPrefix(choiceBetween) {
            return Question.choice([String(title.dropFirst(choiceBetween.count))]).spoken
        }
        if title.hasPrefix(strawPoll) { return Question.poll(String(title.dropFirst(strawPoll.count))).spoken }
        return Question.text(title).spoken
    }

    /// As it stands within a sentence: `the proposal`, `amendment 2`, or the text in quotation marks.
    public var spoken: String {
        switch self {
        case .text(let text): "“\(text)”"
        case .poll(let text): "the straw poll “\(text)”"
        case .consent(let items):
            "the consent \(items.count == 1 ? "item" : "items") \(listed(items.map { "\($0.number)" }))"
        default: title.prefix(1).lowercased() + title.dropFirst()
        }
    }
}

/// An item of a question on several.
public struct ConsentPlace: Codable, Hashable, Sendable {
    /// Its place on the agenda when the question was put, from 1.
    public let number: Int
    public let item: ItemID

    public init(number: Int, item: ItemID) {
        self.number = number
        self.item = item
    }
}

/// An item that had left the consent lane before a vote on it was closed.
public struct LeftOut: Codable, Equatable, Sendable {
    public let item: ItemID
    /// `hire is flagged by Raj Das (one city)`.
    public let sentence: String
}

extension Motion {
    public func hasLeftOut(_ item: ItemID) -> Bool { leftOut.contains { $0.item == item } }

    /// Whether a carried vote decided nothing, since nothing that it asked was in the consent lane any more.
    public var coversNothing: Bool { !leftOut.isEmpty && leftOut.count == question.consentItems.count }

    /// `it covers nothing: hire is flagged by Raj Das (one city)`; nil if it covers all.
    public var whatIsLeftOut: String? {
        guard !leftOut.isEmpty else { return nil }
        let sentences = leftOut.map(\.sentence).joined(separator: "; ")
        return coversNothing ? "it covers nothing: \(sentences)" : "it does not cover all: \(sentences)"
    }
}

extension Question {
    /// The items that it asks to approve together; none for any other question.
    public var consentItems: [ConsentPlace] { if case .consent(let items) = self { items } else { [] } }

    public var isConsent: Bool { if case .consent = self { true } else { false } }
}

/// One member's answer to a motion.
public struct Ballot: Codable, Equatable, Sendable {
    public let who: Handle
    public let choice: Choice
    public let reason: String?
    /// The options that a member approves of, in the motion's order; empty for none of them, and nil if the question
    /// is one of yes and no or the member takes no side.
    public let options: [String]?
    /// Who entered it: the member, or a scribe to whom they said it; nil if nobody signed.
    public let by: Handle?

    public init(
        who: Handle, choice: Choice, reason: String? = nil, options: [String]? = nil, by: Handle? = nil
    ) {
        self.by = by
        self.who = who
        self.choice = choice
        self.reason = reason
        self.options = options
    }

    /// Whether its choice is not told here before the tally. No record has it.
    public internal(set) var isSealed: Bool?

    /// Whether the member said it to a scribe, who entered it.
    public var isByVoice: Bool { by.map { $0 != who } ?? false }

    /// `yes`, `recused`, `none`, or the options by name.
    public var spoken: String {
        if isSealed == true { return "voted" }
        guard let options else { return choice.spoken }
        return options.isEmpty ? "none" : options.joined(separator: ", ")
    }

    public enum Choice: String, Codable, CaseIterable, Sendable {
        case yes
        case no
        case abstain
        /// Takes no part in the question: neither an abstention nor an absence.
        case recuse

        /// As it is said of a member: `yes`, `abstains`, `recused`.
        public var spoken: String {
            switch self {
            case .yes, .no: rawValue
            case .abstain: "abstains"
            case .recuse: "recused"
            }
        }
    }
}

/// The council's handing of a question to the chair.
public struct Escalation: Codable, Equatable, Sendable {
    public let at: Date
    public let reason: String
}

/// The chair's answer to a question on which the council was tied, or which it escalated.
public struct Ruling: Codable, Equatable, Sendable {
    public let answer: Answer
    public let reason: String
    /// Who ruled.
    public let by: Handle
    /// Whether they presided as acting chair.
    public let isActing: Bool
    /// What the ruler had voted before, if the chair votes as any member.
    public let earlierBallot: Ballot.Choice?
    public let cause: Cause
    /// The option that the chair chose among those that were tied; nil if the question was one of yes and no.
    public internal(set) var option: String?

    /// `yes`, or the option.
    public var said: String { option ?? answer.rawValue }

    public enum Answer: String, Codable, CaseIterable, Sendable {
        case yes
        case no
    }

    /// What gave the chair the question.
    public enum Cause: String, Codable, Sendable {
        case tie
        case escalation
    }
}
