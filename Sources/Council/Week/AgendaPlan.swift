/// The agenda that follows from what earlier meetings left and from what is ready.
///
/// Every open item is either in `items` or, with its reason, in `left`.
public struct AgendaPlan: Equatable, Sendable {
    public var date: CalendarDay
    /// How long the meeting is meant to take.
    public var minutes: Int
    public var items: [Item]
    public var left: [Left]

    public init(date: CalendarDay, minutes: Int, items: [Item], left: [Left]) {
        self.date = date
        self.minutes = minutes
        self.items = items
        self.left = left
    }

    /// An item with the reason why it is on the agenda.
    public struct Item: Equatable, Sendable {
        public var item: AgendaItem
        public var title: String
        public var why: String

        public init(item: AgendaItem, title: String, why: String) {
            self.item = item
            self.title = title
            self.why = why
        }
    }

    /// An open proposal or topic that is not on the agenda, and why.
    public struct Left: Equatable, Sendable {
        public var id: ItemID
        public var title: String
        public var reason: Reason
        public var why: String

        public init(id: ItemID, title: String, reason: Reason, why: String) {
            self.id = id
            self.title = title
            self.reason = reason
            self.why = why
        }
    }

    /// Why something open is not on an agenda.
    public enum Reason: Equatable, Sendable {
        /// It has a claim, and its time box does not fit.
        case full
        /// Somebody has something to do first, or its day has not come.
        case waits
        /// Another agenda has it.
        case elsewhere
        /// It is approved, and its outcome is due later.
        case outcome
    }

    /// Minutes that stay unplanned, since a meeting never begins and ends on time.
    static let slack = 3
}

/// What has changed since an agenda was written.
public struct AgendaChanges: Equatable, Sendable {
    /// What should be on the agenda and is not, as far as there is time for it.
    public var missing: [AgendaPlan.Item]
    /// What is on the agenda and has no claim to it any more.
    public var settled: [AgendaPlan.Left]
    /// What is open and on no account to be added, and why.
    public var left: [AgendaPlan.Left]
}

extension Library {
    /// Plans the meeting of a day. An agenda that the day has already has no say in it.
    ///
    /// First comes what the last hearing left undecided, then what was deferred to this day or an earlier one, outcomes
    /// that are due, what a full agenda has left over, ready applications by priority and waiting time, technology and
    /// hiring, topics. Items are added as long as their time boxes fit. Outcomes after the first take at most a third of
    /// the meeting as long as others wait, since every approval brings one and new proposals need to be heard.
    ///
    /// - Parameter today: The day on which it is planned. Agendas of earlier days that were not held are void.
    public func plan(for date: CalendarDay, on today: CalendarDay, minutes: Int) -> AgendaPlan {
        let candidates = Candidates(self, for: date, on: today)
        let (items, left) = candidates.pack(into: minutes - AgendaPlan.slack)
        return AgendaPlan(date: date, minutes: minutes, items: items, left: left)
    }

    /// Compares an agenda with what would be planned for its day now.
    public func changes(to agenda: Agenda, on today: CalendarDay) -> AgendaChanges {
        let candidates = Candidates(self, for: agenda.date, on: today)
        let present = Set(agenda.items.map(\.id))
        let planned = agenda.items.map { $0.minutes ?? candidates.box(of: $0.id) }.reduce(0, +)
        let free = agenda.minutes.map { $0 - AgendaPlan.slack - planned } ?? .max
        let (missing, left) = candidates.pack(into: free) { present.contains($0) || agenda.leavesOff($0) }
        return AgendaChanges(missing: missing, settled: candidates.settled(on: agenda), left: left)
    }
}
