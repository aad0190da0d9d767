import Foundation

extension Act {
    /// Somebody took the chair.
    public struct Chaired: ActKind {
        public let who: Handle
        public let reason: String

        public static let name = "chaired"
        public static let showsItself = true

        public var act: Act { .chaired(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.actingChair =
                who == meeting.roster.chair.member ? nil : Meeting.ActingChair(who: who, reason: reason, at: moment)
        }

        public func spoken(in meeting: Meeting) -> String { "\(meeting.roster.name(of: who)) in the chair" }

        public func told(in journal: Journal) -> [String] {
            ["\(journal.meeting.roster.name(of: who)) presides: \(reason)"]
        }

        public func event(in meeting: Meeting) -> String? {
            let isReturn = who == meeting.roster.chair.member
            return "\(meeting.roster.name(of: who)) took the chair\(isReturn ? " back" : ""): \(reason)"
        }

        public var columns: ActColumns? { ActColumns(who: who, text: reason) }
    }
}

extension Act.Chaired {
    public init?(_ columns: ActColumns) {
        guard let who = columns.who, let reason = columns.text else { return nil }
        self.init(who: who, reason: reason)
    }
}

extension Meeting {
    func chair(_ who: Handle, because reason: String) throws(Refusal) -> Act {
        try requireNotClosed("change the chair")
        let person = try requirePerson(who, mayBeGuest: false)
        guard roster.isMember(who) else {
            throw Refusal("\(person.name) has no seat on the council: an acting chair is one of \(memberList("or"))")
        }
        guard isInRoom(who) else {
            throw Refusal("\(person.name) is not in the room: `roll \(who) present` first, or name somebody who is")
        }
        guard who != presiding else { throw Refusal("\(person.name) is already presiding: name somebody else") }
        return .chaired(Act.Chaired(who: who, reason: try requireReason(reason, for: "a change of chair")))
    }
}
