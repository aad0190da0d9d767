/// The open actions of earlier meetings as a meeting began with them, and what was said of them since.
public struct EarlierActions: Codable, Equatable, Sendable {
    public internal(set) var actions: [EarlierAction]
    public internal(set) var updates: [ActionUpdate]

    public init(_ actions: [EarlierAction] = [], updates: [ActionUpdate] = []) {
        self.actions = actions
        self.updates = updates
    }

    /// An action, and where it stands.
    public struct Standing: Equatable, Sendable {
        public let action: EarlierAction
        /// Whose it is now; nil if it is nobody's.
        public let owner: HeldPerson?
        public let state: ActionStanding.State
        public let due: CalendarDay?
        /// Days since it was due; nil if it is not overdue, or not open.
        public let daysOverdue: Int?
    }

    /// Where an action stands on a day; nil if it is not one of these.
    public func standing(of reference: ActionReference, on day: CalendarDay) -> Standing? {
        actions.first { $0.reference == reference }.map { standing(of: $0, on: day) }
    }

    private func standing(of action: EarlierAction, on day: CalendarDay) -> Standing {
        let now = ActionStanding(due: action.due, updates.filter { $0.action == action.reference })
        let days = now.due.flatMap { $0 < day ? day.daysSinceEpoch - $0.daysSinceEpoch : nil }
        return Standing(
            action: action, owner: now.newOwner ?? action.owner, state: now.state, due: now.due,
            daysOverdue: now.state == .open ? days : nil)
    }

    /// Where all of them stand: open ones first, the earliest date first; those without a date come after them.
    public func standings(on day: CalendarDay) -> [Standing] {
        actions.map { standing(of: $0, on: day) }.sorted { $0.place < $1.place }
    }

    public func open(on day: CalendarDay) -> [Standing] { standings(on: day).filter { $0.state == .open } }
}

extension EarlierActions.Standing {
    fileprivate var place: (Int, Int, ActionReference) {
        (state == .open ? 0 : 1, due?.daysSinceEpoch ?? .max, action.reference)
    }
}
