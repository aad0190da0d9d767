import Foundation

extension Act {
    /// An action was done.
    public struct Finished: ActKind {
        public let action: Int
        /// Why, or how; nil if nobody said.
        public let reason: String?

        public init(action: Int, reason: String? = nil) {
            self.action = action
            self.reason = reason
        }

        public static let name = "finished"
        public static let showsItself = true

        public var act: Act { .finished(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            if let place = meeting.actions.firstIndex(where: { $0.number == action }) {
                meeting.actions[place].isDone = true
                meeting.actions[place].reason = reason
            }
        }

        public func rests(on other: Act) -> Bool {
            if case .assigned(let assigned) = other { assigned.action.number == action } else { false }
        }

        public func spoken(in meeting: Meeting) -> String { "finishing action \(action)" }

        public func told(in journal: Journal) -> [String] { ["action \(action) done\(reason.map { ": \($0)" } ?? "")"] }

        public func correction(in meeting: Meeting) -> String? { "action \(action) done" }

        public var columns: ActColumns? { ActColumns(ordinal: action, text: reason) }
    }
}

extension Act.Finished {
    public init?(_ columns: ActColumns) {
        guard let action = columns.ordinal else { return nil }
        self.init(action: action, reason: columns.text)
    }
}

extension Meeting {
    func done(_ number: Int, because reason: String?) throws(Refusal) -> Act {
        try requireInSession("finish an action")
        guard try !requireAction(number).isDone else {
            throw Refusal("action \(number) is already done: `undo` takes back what was done last")
        }
        return .finished(Act.Finished(action: number, reason: reason?.trimmed.nilIfEmpty))
    }
}
