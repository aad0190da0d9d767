import Foundation

extension Act {
    /// Somebody came, joined remotely, or left.
    public struct Rolled: ActKind {
        public let who: Handle
        public let presence: Presence

        public static let name = "rolled"
        public static let showsItself = true

        public var act: Act { .rolled(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            if meeting.attendance[who] == nil {
                meeting.attendance[who] = Attendance(presence: presence, at: moment)
            } else {
                meeting.attendance[who]?.change(to: presence, at: moment)
            }
        }

        public func spoken(in meeting: Meeting) -> String { "\(meeting.roster.name(of: who)) \(presence.rawValue)" }

        public func told(in journal: Journal) -> [String] {
            [spoken(in: journal.meeting), journal.meeting.quorumLine]
        }

        public func correction(in meeting: Meeting) -> String? {
            "\(meeting.roster.name(of: who)) is on the roll as \(presence.rawValue)"
        }

        public var columns: ActColumns? { ActColumns(who: who, word: presence.rawValue) }
    }
}

extension Act.Rolled {
    public init?(_ columns: ActColumns) {
        guard let who = columns.who, let presence = columns.word.flatMap(Presence.init) else { return nil }
        self.init(who: who, presence: presence)
    }
}

extension Meeting {
    func roll(_ who: Handle, _ presence: Presence) throws(Refusal) -> Act {
        try requireNotClosed("call the roll")
        let person = try requirePerson(who)
        guard attendance[who]?.presence != presence else {
            let change = presence.isInRoom ? "absent` when they leave" : "present` when they come"
            throw Refusal("\(person.name) is on the roll as \(presence.rawValue) already: `roll \(who) \(change)")
        }
        return .rolled(Act.Rolled(who: who, presence: presence))
    }
}
