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
    /// Whether the minutes say that they are a draft.
    public var isDraft = false

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
    public var wasTakenUp: Bool {
        seconds != nil || decision != nil || notes.contains(where: \.wasSaid) || !votes.isEmpty
    }
    /// Whether the council dealt with it, and did more than put it off without a word.
    var wasDebated: Bool {
        let isSilent = !notes.contains(where: \.wasSaid) && votes.isEmpty && amendments.isEmpty
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
    /// The meeting that left it open; nil if it was said at this one.
    public var since: CalendarDay?
    /// Only a concern is ever resolved.
    public var isResolved: Bool
    public var resolution: String?

    public init(
        number: Int, at: Date? = nil, speaker: HeldPerson? = nil, kind: Note.Kind = .plain, text: String,
        since: CalendarDay? = nil, isResolved: Bool = false, resolution: String? = nil
    ) {
        self.since = since
        self.number = number
        self.at = at
        self.speaker = speaker
        self.kind = kind
        self.text = text
        self.isResolved = isResolved
        self.resolution = resolution
    }

    /// Whether the meeting itself had to do with it.
    var wasSaid: Bool { since == nil || isResolved }
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
