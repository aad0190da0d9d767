import Foundation

extension Act {
    /// A closed meeting was opened again, to correct its minutes.
    public struct Reopened: ActKind {
        public let reason: String

        public static let name = "reopened"

        public var act: Act { .reopened(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.phase = .inSession
            meeting.revision += 1
            meeting.corrections.append(reason)
        }

        public func spoken(in meeting: Meeting) -> String { "reopening" }

        public func told(in journal: Journal) -> [String] {
            ["open again for revision \(journal.meeting.revision): \(reason)"]
        }

        public var columns: ActColumns? { ActColumns(text: reason) }
    }
}

extension Act.Reopened {
    public init?(_ columns: ActColumns) {
        guard let reason = columns.text else { return nil }
        self.init(reason: reason)
    }
}

extension Meeting {
    func reopen(because reason: String) throws(Refusal) -> Act {
        guard phase == .closed else {
            throw Refusal("the meeting is not closed, so there is nothing to reopen: go on where it stands")
        }
        return .reopened(Act.Reopened(reason: try requireReason(reason, for: "a correction")))
    }
}
