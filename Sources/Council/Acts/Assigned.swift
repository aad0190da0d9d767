import Foundation

extension Act {
    /// An action was handed out.
    public struct Assigned: ActKind {
        public let action: ActionItem

        public static let name = "assigned"
        public static let showsItself = true

        public var act: Act { .assigned(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) { meeting.actions.append(action) }

        public func rests(on other: Act) -> Bool { other.brought(action.owner) }

        public func spoken(in meeting: Meeting) -> String { "action \(action.number): \(action.text)" }

        public func told(in journal: Journal) -> [String] {
            let owner = action.owner.map(journal.meeting.roster.name) ?? "no owner"
            let due = action.due.map { "by \($0)" } ?? "no date"
            let later = action.isLater == true ? ", entered later" : ""
            return ["action \(action.number)\(later): \(owner), \(due): \(action.text)"]
        }

        public func correction(in meeting: Meeting) -> String? {
            "action \(action.number) added: \(action.text.inShort)"
        }
    }
}

extension Meeting {
    func action(owner: Handle?, due: CalendarDay?, text: String) throws(Refusal) -> Act {
        try action(owner: owner, due: due, text: text, on: currentID)
    }

    /// - Parameter isLater: Whether the council has moved on from the item.
    func action(
        owner: Handle?, due: CalendarDay?, text: String, on item: ItemID?, isLater: Bool = false
    ) throws(Refusal) -> Act {
        try requireInSession("assign actions")
        if let owner { _ = try requirePerson(owner) }
        try requireUnmistaken(owner)
        if let due { _ = try requireDue(due) }
        let action = ActionItem(
            number: nextActionNumber, item: item, owner: owner, due: due,
            text: try requireText(text, for: "an action"), isLater: isLater ? true : nil)
        return .assigned(Act.Assigned(action: action))
    }

    var nextActionNumber: Int { ((actions.map(\.number) + (retractedActions ?? [])).max() ?? 0) + 1 }

    /// A day on which an action of this meeting can be due.
    func requireDue(_ day: CalendarDay) throws(Refusal) -> CalendarDay {
        guard day >= agenda.date else {
            throw Refusal(
                "\(day) is before the meeting's own day, \(agenda.date): an action is due on that day or later")
        }
        return day
    }
}
