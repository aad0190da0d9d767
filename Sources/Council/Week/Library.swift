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
    /// The proposals that replace others, by the id of the one replaced.
    private let revisions: [String: [String]]
    /// Every time that an item was on the agenda of a held meeting, by item, oldest first.
    private let hearings: [ItemID: [Hearing]]

    public init(roster: Roster, drafts: [Draft], agendas: [Agenda] = [], history: [HeldMeeting] = []) {
        self.roster = roster
        self.drafts = Dictionary(drafts.map { ($0.proposal.id, $0) }) { first, _ in first }
        self.agendas = agendas.sorted { $0.date < $1.date }
        self.history = history.sorted { $0.date < $1.date }
        var revisions: [String: [String]] = [:]
        for draft in drafts.sorted(by: { $0.proposal.id < $1.proposal.id }) {
            if let old = draft.proposal.revises { revisions[old, default: []].append(draft.proposal.id) }
        }
        self.revisions = revisions
        var hearings: [ItemID: [Hearing]] = [:]
        for meeting in self.history {
            for item in meeting.items { hearings[item.id, default: []].append(Hearing(date: meeting.date, item: item)) }
        }
        self.hearings = hearings
    }

    /// One time that an item was on the agenda of a held meeting.
    public struct Hearing: Equatable, Sendable {
        public let date: CalendarDay
        public let item: HeldItem
    }

    public func hearings(of id: ItemID) -> [Hearing] { hearings[id] ?? [] }

    /// The proposals that replace this one.
    public func revisions(of id: String) -> [String] { revisions[id] ?? [] }

    /// Every item that was ever on the agenda of a held meeting.
    public var heardItems: [ItemID] { hearings.keys.sorted { $0.rawValue < $1.rawValue } }

    /// Whether a meeting of that day was held.
    public func wasHeld(_ date: CalendarDay) -> Bool { history.contains { $0.date == date } }

    /// The first agenda from `day` on that has the item and whose meeting was not held.
    public func nextAgenda(with id: ItemID, from day: CalendarDay) -> Agenda? {
        agendas.first { $0.date >= day && !wasHeld($0.date) && $0.items.contains { $0.id == id } }
    }
}
