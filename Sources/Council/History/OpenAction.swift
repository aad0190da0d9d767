/// A promise of a meeting that was held, and that nobody has kept yet.
public struct OpenAction: Equatable, Encodable, Sendable {
    /// `2026-11-25/1`.
    public let reference: ActionReference
    /// Nil if nobody owns it.
    public let owner: String?
    public let due: CalendarDay?
    /// Days since it was due; nil if it is not overdue.
    public let daysOverdue: Int?
    public let text: String
    /// The item it came from; nil if none was before the council.
    public let item: ItemID?
    public let title: String?

    /// - Parameter item: What the item is known by over the weeks.
    init(_ action: HeldAction, owner: String?, item: ItemID?, on day: CalendarDay) {
        reference = action.reference
        self.owner = owner
        due = action.due
        daysOverdue = action.due.flatMap { $0 < day ? day.daysSinceEpoch - $0.daysSinceEpoch : nil }
        text = action.text
        self.item = item
        title = action.itemTitle
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
        let actions = history.flatMap { meeting in
            meeting.actions.filter { !$0.isDone }.compactMap { action -> OpenAction? in
                let owner = owner(of: action)
                if let who, !(owner.map(who.matches) ?? false) { return nil }
                let item = action.item.map { meeting.item($0)?.lastingID ?? $0 }
                let open = OpenAction(action, owner: owner?.name, item: item, on: day)
                return open.isOverdue || !onlyOverdue ? open : nil
            }
        }
        return Dictionary(grouping: actions, by: \.owner)
            .map { ActionOwner(name: $0, actions: $1.sorted { $0.place < $1.place }) }
            .sorted { $0.place < $1.place }
    }

    /// Everybody who ever owned an action.
    public var actionOwners: [HeldPerson] {
        Set(history.flatMap(\.actions).compactMap { owner(of: $0) }).sorted { $0.name < $1.name }
    }

    /// Who owns an action, under the name that they have now.
    private func owner(of action: HeldAction) -> HeldPerson? {
        guard let owner = action.owner else { return nil }
        guard let handle = owner.handle, let member = roster.person(handle) else { return owner }
        return HeldPerson(name: member.name, handle: handle)
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

extension ActionReference: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
