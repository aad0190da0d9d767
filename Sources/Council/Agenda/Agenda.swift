import Foundation

/// One week's meeting as its file states it.
public struct Agenda: Codable, Equatable, Sendable {
    public let date: CalendarDay
    /// When it begins, as `HH:MM` in the council's time zone.
    public let start: String?
    /// How long it is meant to take.
    public let minutes: Int?
    public let place: String?
    public let scribe: Handle?
    public let items: [AgendaItem]
    /// What a person has kept off it; nil if nothing.
    public let not: [LeftOff]?

    /// A proposal or topic that is open and that the meeting shall not hear, by its id as people say it.
    public struct LeftOff: Codable, Equatable, Sendable {
        public let id: String
        public let because: String

        public init(id: String, because: String) {
            self.id = id
            self.because = because
        }
    }

    public init(
        date: CalendarDay, start: String? = nil, minutes: Int? = nil, place: String? = nil, scribe: Handle? = nil,
        items: [AgendaItem], not: [LeftOff]? = nil
    ) {
        self.date = date
        self.start = start
        self.minutes = minutes
        self.place = place
        self.scribe = scribe
        self.items = items
        self.not = not
    }

    /// Whether a person has kept an item off it.
    func leavesOff(_ id: ItemID) -> Bool { not?.contains { $0.id == id.spoken } ?? false }

    /// The agenda with other items.
    public func with(_ items: [AgendaItem]) -> Agenda {
        Agenda(date: date, start: start, minutes: minutes, place: place, scribe: scribe, items: items, not: not)
    }
}

/// What an item of the agenda is known by over the weeks: the proposal's id, or `topic:` and the topic's own id.
public struct ItemID: RawRepresentable, Hashable, Codable, Sendable, CustomStringConvertible {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ text: String) { rawValue = text }

    /// The id of a topic, from its title or from an id that its agenda gives it: `topic:chair-rotation`.
    ///
    /// A proposal's id never has a colon, so that the two can't be taken for one another.
    public init(topic name: String) {
        let words = name.withoutAccents.split { !($0.isLetter || $0.isNumber) }
        // Cut between two words, it has no dash at its end: an id is the id of itself.
        self.init("topic:" + words.joined(separator: "-").prefix(80).split(separator: "-").joined(separator: "-"))
    }

    /// The topic's own id, without `topic:`; nil for a proposal, and for topics of records made before topics had ids.
    public var topicName: String? { rawValue.hasPrefix("topic:") ? String(rawValue.dropFirst(6)) : nil }

    /// As a person calls it: the proposal's id, or the topic's.
    public var spoken: String { topicName ?? rawValue }

    public var description: String { rawValue }
}

/// One item of an agenda: a proposal, or a topic to talk about.
public struct AgendaItem: Codable, Equatable, Sendable {
    public let id: ItemID
    public let subject: Subject
    /// The item's time box.
    public let minutes: Int?
    public let presenter: Handle?
    public let interested: [String]
    /// The meeting whose hearing this one goes on with.
    public let continues: CalendarDay?
    /// Why the council hears again what it has decided, or has heard often.
    public let again: String?
    /// What the council hears it for; nil if it is to approve it, as most items.
    public let purpose: Purpose?
    /// The day of the approval whose outcome is heard.
    public let approved: CalendarDay?

    public enum Purpose: String, Codable, CaseIterable, Sendable {
        /// It was approved before, and the council hears what came of it.
        case outcome
    }

    public enum Subject: Codable, Equatable, Sendable {
        case proposal(id: String)
        /// `text` is Markdown.
        case topic(title: String, text: String)
    }

    public init(
        id: ItemID, subject: Subject, minutes: Int? = nil, presenter: Handle? = nil, interested: [String] = [],
        continues: CalendarDay? = nil, again: String? = nil, purpose: Purpose? = nil, approved: CalendarDay? = nil
    ) {
        self.id = id
        self.subject = subject
        self.minutes = minutes
        self.presenter = presenter
        self.interested = interested
        self.continues = continues
        self.again = again
        self.purpose = purpose
        self.approved = approved
    }

    public var isTopic: Bool {
        if case .topic = subject { true } else { false }
    }

    /// The item under another id.
    public func called(_ id: ItemID) -> AgendaItem {
        AgendaItem(
            id: id, subject: subject, minutes: minutes, presenter: presenter, interested: interested,
            continues: continues, again: again, purpose: purpose, approved: approved)
    }

    /// Whether the council hears what came of an approved proposal.
    public var isForOutcome: Bool { purpose == .outcome }
}

/// Everything that lies before the council at one meeting: the roster, the agenda, and the proposals on it.
///
/// The record keeps the docket, so that a meeting can be read again when the files have long changed.
public struct Docket: Codable, Equatable, Sendable {
    public let roster: Roster
    public let agenda: Agenda
    /// By id; every proposal on the agenda is here.
    public let proposals: [String: Proposal]
    /// SHA-256 of the proposals' files as they were taken in, in hexadecimal digits by id; nil if nobody kept them.
    public let digests: [String: String]?
    /// What people have written on this meeting's items in files of their own; nil if the council has no consent lane.
    public let consent: [Handle: [ConsentWord]]?

    public init(
        roster: Roster, agenda: Agenda, proposals: [String: Proposal], digests: [String: String]? = nil,
        consent: [Handle: [ConsentWord]]? = nil
    ) {
        self.roster = roster
        self.agenda = agenda
        self.proposals = proposals
        self.digests = digests
        self.consent = consent
    }

    public func proposal(of item: AgendaItem) -> Proposal? {
        guard case .proposal(let id) = item.subject else { return nil }
        return proposals[id]
    }

    public func title(of item: AgendaItem) -> String {
        switch item.subject {
        case .proposal(let id): proposals[id]?.title ?? id
        case .topic(let title, _): title
        }
    }
}

extension Docket {
    /// The docket of no meeting.
    public static let nothing = Docket(
        roster: Roster(name: "", chair: Chair(member: Handle("chair")), members: []),
        agenda: Agenda(date: CalendarDay(daysSinceEpoch: 0), items: []), proposals: [:])
}
