/// A promise of a meeting that was held, and that nobody has kept or taken back yet.
public struct OpenAction: Equatable, Encodable, Sendable {
    /// `2026-11-25/1`.
    public let reference: ActionReference
    /// Nil if nobody owns it.
    public let owner: String?
    public let due: CalendarDay?
    /// When it was due first, if that was another day; nil if it was not put off.
    public let firstDue: CalendarDay?
    /// Days since it was due; nil if it is not overdue.
    public let daysOverdue: Int?
    public let text: String
    /// The item it came from; nil if none was before the council.
    public let item: ItemID?
    public let title: String?

    init(_ fate: ActionFate, on day: CalendarDay) {
        let due = fate.standing.due
        reference = fate.action.reference
        owner = fate.owner?.name
        self.due = due
        firstDue = due == fate.action.due ? nil : fate.action.due
        daysOverdue = due.flatMap { $0 < day ? day.daysSinceEpoch - $0.daysSinceEpoch : nil }
        text = fate.action.text
        item = fate.item
        title = fate.action.itemTitle
    }

    public var isOverdue: Bool { daysOverdue != nil }
}

/// The open actions of one person.
public struct ActionOwner: Equatable, Sendable {
    /// Nil for the actions that nobody owns.
    public let name: String?
    /// Overdue ones first, the earliest date first; those without a date come last.
    public let actions: [OpenAction]
}

extension Library {
    /// The open actions of all meetings that were held, by owner: who has something overdue comes first, then by name.
    /// What nobody owns comes last.
    ///
    /// - Parameter who: Nil for everybody.
    public func openActions(
        of who: PersonQuery? = nil, onlyOverdue: Bool = false, on day: CalendarDay
    ) -> [ActionOwner] {
        let actions = actionFates.filter { $0.standing.state == .open }.compactMap { fate -> OpenAction? in
            if let who, !(fate.owner.map(who.matches) ?? false) { return nil }
            let open = OpenAction(fate, on: day)
            return open.isOverdue || !onlyOverdue ? open : nil
        }
        return Dictionary(grouping: actions, by: \.owner)
            .map { ActionOwner(name: $0, actions: $1.sorted { $0.place < $1.place }) }
            .sorted { $0.place < $1.place }
    }

    /// Everybody who ever owned an action.
    public var actionOwners: [HeldPerson] {
        Set(actionFates.compactMap(\.owner)).sorted { $0.name < $1.name }
    }
}

extension OpenAction {
    fileprivate var place: (Int, ActionReference) { (due?.daysSinceEpoch ?? .max, reference) }
}

extension ActionOwner {
    fileprivate var place: (Int, Int, String) {
        let group = name == nil ? 1 : 0
        return (group, actions.contains(where: \.isOverdue) ? 0 : 1, name ?? "")
    }
}
