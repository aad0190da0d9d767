import Foundation

extension Act {
    /// Somebody took over the notes.
    public struct Scribed: ActKind {
        public let who: Handle

        public static let name = "scribed"

        public var act: Act { .scribed(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.scribes = (meeting.scribes ?? []) + [Meeting.Scribing(who: who, at: moment)]
        }

        public func rests(on other: Act) -> Bool { other.brought(who) }

        public func spoken(in meeting: Meeting) -> String { "\(meeting.roster.name(of: who)) as the scribe" }

        public func told(in journal: Journal) -> [String] {
            ["\(journal.meeting.roster.name(of: who)) is the scribe from here on"]
        }

        public func correction(in meeting: Meeting) -> String? { "\(meeting.roster.name(of: who)) was the scribe" }

        public var columns: ActColumns? { ActColumns(who: who) }
    }
}

extension Act.Scribed {
    public init?(_ columns: ActColumns) {
        guard let who = columns.who else { return nil }
        self.init(who: who)
    }
}

extension Meeting {
    /// Who takes the notes; nil if nobody is named.
    public var scribe: Handle? { scribes?.last?.who ?? agenda.scribe }

    func scribe(_ who: Handle) throws(Refusal) -> Act {
        try requireNotClosed("change the scribe")
        let person = try requirePerson(who)
        try requireInRoom(person)
        guard who != scribe else { throw Refusal("\(person.name) is already the scribe: name somebody else") }
        return .scribed(Act.Scribed(who: who))
    }
}
