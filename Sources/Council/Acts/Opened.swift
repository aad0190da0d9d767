import Foundation

extension Act {
    /// The meeting was called to order.
    public struct Opened: ActKind {
        public static let name = "opened"

        public var act: Act { .opened }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.phase = .inSession
            meeting.openedAt = moment
        }

        public func spoken(in meeting: Meeting) -> String { "the call to order" }

        public func told(in journal: Journal) -> [String] { ["the meeting is open", journal.meeting.quorumLine] }

        public var columns: ActColumns? { ActColumns() }
    }
}

extension Act.Opened {
    public init?(_ columns: ActColumns) { self.init() }
}

extension Meeting {
    func open() throws(Refusal) -> Act {
        guard phase != .closed else { throw Refusal(closedAlready) }
        guard phase == .gathering else {
            throw Refusal("the meeting is already open: `go N` takes up an item, `close` ends it")
        }
        guard attendance.values.contains(where: { $0.presence.isInRoom }) else {
            throw Refusal("nobody is in the room: `roll WHO present` first")
        }
        return .opened
    }
}
