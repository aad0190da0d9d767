/// What the council's folder holds between two meetings: proposals and agendas as their files are now, and the meetings
/// that were held.
///
/// Everything that is said of a proposal over the weeks is worked out from this and a day; nobody types a status.
public struct Library: Sendable {
    public struct Draft: Equatable, Sendable {
        public var proposal: Proposal
        /// SHA-256 of the file, in hexadecimal digits.
        public var digest: String

        public init(_ proposal: Proposal, digest: String = "") {
            self.proposal = proposal
            self.digest = digest
        }
    }

    public let roster: Roster
    /// The proposals that have a file, by id.
    public let drafts: [String: Draft]
    /// Every agenda's file, oldest first.
    public let agendas: [Agenda]
    /// Meetings that were held, oldest first.
    public let history: [HeldMeeting]
    /// What people say in files of their own.
    public let people: [Handle: PersonalWords]
    /// What `agendas/platform.yaml` says is there; empty without the file.
    public let platform: PlatformBook
    /// Every action that a meeting handed out, oldest first, with what became of it.
    public let actionFates: [ActionFate]
    /// The proposals that replace others, by the id of the one replaced.
    private let revisions: [String: [String]]
    /// Every time that an item was on the agenda of a held meeting, by item, oldest first.
    private let hearings: [ItemID: [Hearing]]
    /// The agendas that have an item, oldest first.
    private let listings: [ItemID: [Agenda]]
    private let heldDays: Set<CalendarDay>

    public init(
        roster: Roster, drafts: [Draft], agendas: [Agenda] = [], history: [HeldMeeting] = [],
        people: [PersonalWords] = [], platform: PlatformBook = PlatformBook()
    ) {
        self.roster = roster
        self.platform = platform
        self.drafts = Dictionary(drafts.map { ($0.proposal.id, $0) }) { first, _ in first }
        self.agendas = agendas.sorted { $0.date < $1.date }
        self.history = history.sorted { $0.date < $1.date }
        self.people = Dictionary(people.map { ($0.handle, $0) }) { first, _ in first }
        actionFates = ActionFate.all(of: self.history, people: self.people, roster: roster)
        heldDays = Set(history.map(\.date))
        var revisions: [String: [String]] = [:]
        for draft in drafts.filter({ $0.proposal.revises != nil }).sorted(by: { $0.proposal.id < $1.proposal.id }) {
            if let old = draft.proposal.revises { revisions[old, default: []].append(draft.proposal.id) }
        }
        self.revisions = revisions
        var hearings: [ItemID: [Hearing]] = [:]
        for meeting in self.history {
            for item in meeting.items {
                hearings[item.lastingID, default: []].append(Hearing(date: meeting.date, item: item))
            }
        }
        self.hearings = hearings
        var listings: [ItemID: [Agenda]] = [:]
        for agenda in self.agendas {
            for item in agenda.items { listings[item.id, default: []].append(agenda) }
        }
        self.listings = listings
    }

    /// One time that an item was on the agenda of a held meeting. It is shared, since an item is much to copy, and every
    /// question about the weeks looks at all hearings.
    public final class Hearing: Equatable, Sendable {
        public let date: CalendarDay
        public let item: HeldItem

        init(date: CalendarDay, item: HeldItem) { (self.date, self.item) = (date, item) }

        public static func == (left: Hearing, right: Hearing) -> Bool {
            (left.date, left.item) == (right.date, right.item)
        }

        public var verdict: Decision.Verdict? { item.decision?.verdict }

        var isUndecidedOutcome: Bool { item.purpose == .outcome && item.decision == nil }
    }

    public func hearings(of id: ItemID) -> [Hearing] { hearings[id] ?? [] }

    /// The last hearing at which the council dealt with an item. Its open concerns stay open until another such hearing.
    ///
    /// - Parameter day: The hearing was before this day; nil for any.
    func lastDebate(of id: ItemID, before day: CalendarDay? = nil) -> Hearing? {
        hearings(of: id).last { hearing in hearing.item.wasDebated && (day.map { hearing.date < $0 } ?? true) }
    }

    /// The proposals that replace this one.
    public func revisions(of id: String) -> [String] { revisions[id] ?? [] }

    /// The agendas that have an item, oldest first.
    func listings(of id: ItemID) -> [Agenda] { listings[id] ?? [] }

    /// Every item that was ever on an agenda, held or not.
    public var knownItems: [ItemID] {
        Set(hearings.keys).union(listings.keys).sorted { $0.rawValue < $1.rawValue }
    }

    /// Whether a meeting of that day was held.
    public func wasHeld(_ date: CalendarDay) -> Bool { heldDays.contains(date) }

    /// The first agenda from `day` on that has the item and whose meeting was not held.
    ///
    /// - Parameter except: A day whose agenda does not count.
    public func nextAgenda(with id: ItemID, from day: CalendarDay, except: CalendarDay? = nil) -> Agenda? {
        listings[id]?.first { $0.date >= day && $0.date != except && !wasHeld($0.date) }
    }

    /// The last agenda before `day` that has the item, whether its meeting was held or not.
    func lastAgenda(with id: ItemID, before day: CalendarDay) -> Agenda? { listings[id]?.last { $0.date < day } }

    /// The last agenda with the item whose day has passed without a meeting; nil if the item was heard since.
    ///
    /// Agendas from before the first meeting that is known don't count: nobody knows whether those were held.
    func skippedAgenda(with id: ItemID, before day: CalendarDay) -> Agenda? {
        guard let first = history.first?.date else { return nil }
        let since = max(first, hearings[id]?.last?.date ?? first)
        return listings[id]?.last { $0.date > since && $0.date < day && !wasHeld($0.date) }
    }
}

extension HeldItem {
    /// What the item is known by over the weeks. Topics of older minutes are called `topic-1` by their place alone, so
    /// that their title has to do; others have ids that no agenda's file could give them now.
    public var lastingID: ItemID { isTopic ? ItemID(topic: id.topicName ?? title) : id }
}
