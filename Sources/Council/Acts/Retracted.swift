import Foundation

extension Act {
    /// An action of this meeting was handed out wrongly: it is kept, and appears in no output.
    public struct Retracted: ActKind {
        public let action: Int
        public let reason: String

        public static let name = "retracted"
        public static let showsItself = true

        public var act: Act { .retracted(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.actions.removeAll { $0.number == action }
            meeting.retractedActions = (meeting.retractedActions ?? []) + [action]
        }

        public func rests(on other: Act) -> Bool {
            switch other {
            case .assigned(let assigned): assigned.action.number == action
            case .finished(let finished): finished.action == action
            default: false
            }
        }

        public func spoken(in meeting: Meeting) -> String { "dropping action \(action)" }

        public func told(in journal: Journal) -> [String] { ["action \(action) dropped: \(reason)"] }

        public func correction(in meeting: Meeting) -> String? { "action \(action) dropped: \(reason)" }
    }
}

extension Meeting {
    func retract(action number: Int, because reason: String) throws(Refusal) -> Act {
        try requireInSession("drop an action")
        _ = try requireAction(number)
        return .retracted(
            Act.Retracted(action: number, reason: try requireReason(reason, for: "dropping an action")))
    }
}
