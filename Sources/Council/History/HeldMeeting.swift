import Foundation

/// A meeting that was held, as later weeks need it: what was heard, said, decided and promised.
///
/// It holds what the meeting's minutes hold and no more: private and struck notes are not in it. So the same history can
/// be read from `record.json`, which travels with the minutes, and from the record itself.
public struct HeldMeeting: Equatable, Sendable {
    public var date: CalendarDay
    /// Of the minutes, from 1.
    public var revision: Int
    public var openedAt: Date?
    public var closedAt: Date?
    /// How long it was meant to take.
    public var minutes: Int?
    /// Who of the roster was there, and how.
    public var attended: [Handle: Presence] = [:]
    /// In the order of the agenda.
    public var items: [HeldItem]
    public var actions: [HeldAction]
    /// What was said of earlier meetings' actions, in the order in which it was.
    public var updates: [ActionUpdate]

    public init(
        date: CalendarDay, revision: Int = 1, openedAt: Date? = nil, closedAt: Date? = nil, minutes: Int? = nil,
        items: [HeldItem] = [], actions: [HeldAction] = [], updates: [ActionUpdate] = []
    ) {
        self.date = date
        self.revision = revision
        self.openedAt = openedAt
        self.closedAt = closedAt
        self.minutes = minutes
        self.items = items
        self.actions = actions
        self.updates = updates
    }

    public func item(_ id: ItemID) -> HeldItem? { items.first { $0.id == id } }
}

/// Somebody named in minutes. The handle is nil for guests, and in minutes written before minutes had handles.
public struct HeldPerson: Codable, Hashable, Sendable {
    public var name: String
    public var handle: Handle?

    public init(name: String, handle: Handle? = nil) {
        self.name = name
        self.handle = handle
    }
}

/// One hearing of an item.
public struct HeldItem: Equatable, Sendable {
    public var id: ItemID
    /// The place on the agenda, from 1.
    public var number: Int
    public var title: String
    /// The proposal as it stood at the end, accepted amendments included; nil for a topic. Its body is empty.
    public var proposal: Proposal?
    /// A topic's own words, in Markdown; nil for a proposal.
    public var text: String?
    /// SHA-256 of the proposal's file as it was debated, in hexadecimal digits; nil if nobody kept it.
    public var digest: String?
    /// Approvals that were of an earlier version than the one that was heard: who, and what had changed.
    public var staleApprovals: [String]
    public var presenter: HeldPerson?
    /// What the council heard it for; nil if it was to approve it.
    public var purpose: AgendaItem.Purpose?
    /// Seconds before the council; nil if it was not taken up.
    public var seconds: Int?
    /// Minutes of the time box, with what was added.
    public var box: Int?
    public var notes: [HeldNote]
    public var amendments: [HeldAmendment]
    public var votes: [HeldVote]
    /// Why it was not in the consent lane, as far as somebody was against that.
    public var objections: [String]
    /// The decision that stands at the end; nil if there is none.
    public var decision: HeldDecision?

    public init(
        id: ItemID, number: Int, title: String, proposal: Proposal? = nil, text: String? = nil, digest: String? = nil,
        staleApprovals: [String] = [], presenter: HeldPerson? = nil, purpose: AgendaItem.Purpose? = nil,
        seconds: Int? = nil, box: Int? = nil,
        notes: [HeldNote] = [], amendments: [HeldAmendment] = [], votes: [HeldVote] = [], objections: [String] = [],
        decision: HeldDecision? = nil
    ) {
        self.id = id
        self.number = number
        self.title = title
        self.proposal = proposal
        self.text = text
        self.digest = digest
        self.staleApprovals = staleApprovals
        self.presenter = presenter
        self.purpose = purpose
        self.seconds = seconds
        self.box = box
        self.notes = notes
        self.amendments = amendments
        self.votes = votes
        self.objections = objections
        self.decision = decision
    }

    public var isTopic: Bool { proposal == nil }
    public var wasTakenUp: Bool { seconds != nil || decision != nil || !notes.isEmpty || !votes.isEmpty }
    /// Whether the council dealt with it, and did more than put it off without a word.
    var wasDebated: Bool {
        let isSilent = notes.isEmpty && votes.isEmpty && amendments.isEmpty
        return wasTakenUp && !(isSilent && decision?.verdict == .defer)
    }
    public var openConcerns: [HeldNote] { notes.filter { $0.kind == .concern && !$0.isResolved } }
}

/// Something that was said, as the minutes show it.
public struct HeldNote: Equatable, Sendable {
    public var number: Int
    public var at: Date?
    public var speaker: HeldPerson?
    public var kind: Note.Kind
    public var text: String
    /// Only a concern is ever resolved.
    public var isResolved: Bool
    public var resolution: String?

    public init(
        number: Int, at: Date? = nil, speaker: HeldPerson? = nil, kind: Note.Kind = .plain, text: String,
        isResolved: Bool = false, resolution: String? = nil
    ) {
        self.number = number
        self.at = at
        self.speaker = speaker
        self.kind = kind
        self.text = text
        self.isResolved = isResolved
        self.resolution = resolution
    }
}

/// A change to a proposal at a meeting. Long values may be shortened to what differs.
public struct HeldAmendment: Equatable, Sendable {
    public var number: Int
    /// As the proposal's file calls it, such as `cost.build`.
    public var field: String
    public var before: String?
    public var after: String?
    public var reason: String?
    public var isAccepted: Bool

    public init(
        number: Int, field: String, before: String?, after: String?, reason: String? = nil, isAccepted: Bool
    ) {
        self.number = number
        self.field = field
        self.before = before
        self.after = after
        self.reason = reason
        self.isAccepted = isAccepted
    }
}

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
    var said: String { option ?? answer.rawValue }

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
    /// What it rests on: `carried 5–3, quorum 8 of 9 (vote 1)`.
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

/// What somebody promised at a meeting.
public struct HeldAction: Equatable, Sendable {
    /// The meeting's day and the action's number: `2026-11-25/1`.
    public var reference: ActionReference
    public var owner: HeldPerson?
    public var due: CalendarDay?
    public var text: String
    public var isDone: Bool
    /// The item it came from; nil if none was before the council.
    public var item: ItemID?
    public var itemTitle: String?

    public init(
        reference: ActionReference, owner: HeldPerson?, due: CalendarDay?, text: String, isDone: Bool = false,
        item: ItemID? = nil, itemTitle: String? = nil
    ) {
        self.reference = reference
        self.owner = owner
        self.due = due
        self.text = text
        self.isDone = isDone
        self.item = item
        self.itemTitle = itemTitle
    }
}

/// What an action is known by over the weeks: the meeting that handed it out, and its number there.
public struct ActionReference: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let meeting: CalendarDay
    /// Counts from 1 within the meeting.
    public let number: Int

    public init(meeting: CalendarDay, number: Int) {
        self.meeting = meeting
        self.number = number
    }

    /// Reads `2026-11-25/1`, and nothing else.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let meeting = CalendarDay(String(parts[0])), let number = Int(parts[1]), number > 0,
            parts[1] == "\(number)"
        else { return nil }
        self.init(meeting: meeting, number: number)
    }

    public var description: String { "\(meeting)/\(number)" }

    public static func < (left: ActionReference, right: ActionReference) -> Bool {
        (left.meeting, left.number) < (right.meeting, right.number)
    }
}
