import Foundation

extension Act {
    /// Somebody took back their own flag or hold.
    public struct Unflagged: ActKind {
        public let item: ItemID
        /// Nil for what was said by somebody who was not named.
        public let who: Handle?

        public static let name = "unflagged"

        public var act: Act { .unflagged(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.update(item) { $0.updateVoice(of: who) { $0.objection = nil } }
        }

        public func rests(on other: Act) -> Bool {
            if case .flagged(let flagged) = other { flagged.item == item && flagged.who == who } else { false }
        }

        public func spoken(in meeting: Meeting) -> String {
            "taking back the objection to item \(meeting.place(of: item))"
        }

        public func told(in journal: Journal) -> [String] {
            let meeting = journal.meeting
            let name = who.map { meeting.roster.name(of: $0) } ?? "somebody in the room"
            let missing = meeting.consentLane()?.items.first { $0.id == item }?.wayOut
            return ["\(name) takes back the objection to item \(meeting.place(of: item))"]
                + (missing.map { [$0] } ?? [])
        }

        public func correction(in meeting: Meeting) -> String? {
            "the objection to item \(meeting.place(of: item)) taken back"
        }

        public var columns: ActColumns? { ActColumns(item: item, who: who) }
    }
}

extension Act.Unflagged {
    public init?(_ columns: ActColumns) {
        guard let item = columns.item else { return nil }
        self.init(item: item, who: columns.who)
    }
}

extension Meeting {
    func unflag(_ number: Int, by who: Handle?) throws(Refusal) -> Act {
        let item = try requireUndecided(number, to: "unflag")
        if let who { try requireOnFile(who, to: "flag and hold items") }
        guard item.voice(of: who)?.objection != nil else {
            throw Refusal(nothingToTakeBack(from: item, number, by: who))
        }
        return .unflagged(Act.Unflagged(item: item.id, who: who))
    }

    private func nothingToTakeBack(from item: Item, _ number: Int, by who: Handle?) -> String {
        let others = item.objections.compactMap(\.who)
        guard !item.objections.isEmpty else {
            return "nobody has flagged or held item \(number): there is nothing to take back"
        }
        guard !others.isEmpty else {
            return "nobody is named who objects to item \(number): `unflag \(number)` alone takes it back"
        }
        return "item \(number) is flagged or held by \(listed(others.map { roster.name(of: $0) })): "
            + "only the person who objected can take it back, as in `unflag \(number) @\(others[0])`"
    }
}
