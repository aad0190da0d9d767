import Foundation

extension Act {
    /// An action of this meeting got other words, another owner or another day.
    public struct Revised: ActKind {
        /// The action as it is from here on.
        public let action: ActionItem
        /// Nil if nobody said why.
        public var because: String?

        public static let name = "revised"
        public static let showsItself = true

        public var act: Act { .revised(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            guard let place = meeting.actions.firstIndex(where: { $0.number == action.number }) else { return }
            let (isDone, reason) = (meeting.actions[place].isDone, meeting.actions[place].reason)
            meeting.actions[place] = action
            (meeting.actions[place].isDone, meeting.actions[place].reason) = (isDone, reason)
        }

        public func rests(on other: Act) -> Bool {
            switch other {
            case .assigned(let assigned): assigned.action.number == action.number
            case .revised(let revised): revised.action.number == action.number
            default: false
            }
        }

        public func spoken(in meeting: Meeting) -> String { "the change of action \(action.number)" }

        public func told(in journal: Journal) -> [String] {
            let owner = action.owner.map(journal.meeting.roster.name) ?? "no owner"
            let due = action.due.map { "by \($0)" } ?? "no date"
            return ["action \(action.number): \(owner), \(due): \(action.text)\(reason)"]
        }

        public func correction(in meeting: Meeting) -> String? {
            let due = action.due.map { "by \($0.long)" } ?? "no date"
            let owner = action.owner.map { meeting.roster.name(of: $0) } ?? "no owner"
            return "action \(action.number) is now: \(owner), \(due), \(action.text.inShort)\(reason)"
        }

        private var reason: String { because.map { ", because: \($0)" } ?? "" }
    }
}

/// What a person changes about an action of this meeting.
public enum ActionChange: Codable, Equatable, Sendable {
    case owner(Handle)
    case due(CalendarDay)
    case text(String)
}

extension Meeting {
    func revise(action number: Int, _ change: ActionChange, because reason: String? = nil) throws(Refusal) -> Act {
        try requireInSession("change an action")
        let action = try requireAction(number)
        var (owner, due, text) = (action.owner, action.due, action.text)
        switch change {
        case .owner(let handle):
            try requireUnmistaken(handle)
            owner = try requirePerson(handle).handle
        case .due(let day): due = try requireDue(day)
        case .text(let words): text = try requireText(words, for: "an action")
        }
        var revised = ActionItem(
            number: number, item: action.item, owner: owner, due: due, text: text, isDone: action.isDone,
            isLater: action.isLater)
        revised.reason = action.reason
        guard revised != action else {
            throw Refusal("action \(number) already says that: say what should change")
        }
        return .revised(Act.Revised(action: revised, because: reason?.trimmed.nilIfEmpty))
    }
}
