import Foundation

extension Act {
    /// The open actions of earlier meetings lie before this one.
    ///
    /// The act has the whole list, so that a meeting is replayed without any other.
    public struct Recalled: ActKind {
        public let actions: [EarlierAction]

        public static let name = "recalled"

        public var act: Act { .recalled(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.earlier = EarlierActions(actions, updates: meeting.earlier?.updates ?? [])
        }

        public func spoken(in meeting: Meeting) -> String { "the open actions of earlier meetings" }

        /// What people have said of the actions in their files is taken in with them, so that it counts here.
        public func told(in journal: Journal) -> [String] {
            let open = (journal.meeting.earlier ?? EarlierActions(actions)).open(on: journal.meeting.agenda.date)
            let overdue = open.count { $0.daysOverdue != nil }
            if open.isEmpty { return ["no action of earlier meetings is open any more"] }
            let sentence = "\(counted(open.count, "action")) of earlier meetings \(open.count == 1 ? "is" : "are") open"
            return [sentence + (overdue > 0 ? ", \(overdue) overdue" : "")]
        }
    }
}

extension Meeting {
    /// Brings forward what earlier meetings left open, and what people have said of it since.
    func recall(
        _ actions: [EarlierAction], _ updates: [ActionUpdate], _ concerns: [ItemID: [EarlierConcern]]
    ) throws(Refusal) -> [Act] {
        try requireInSession("bring forward what earlier meetings left open")
        let brought = bringBack(concerns)
        guard earlier == nil else {
            // An item that came on the agenda since then has concerns of its own.
            if !brought.isEmpty { return brought }
            throw Refusal("what earlier meetings left open is already before the council")
        }
        let said = updates.compactMap { update in
            actions.first { $0.reference == update.action }.map { Act.updated(Act.Updated(action: $0, update: update)) }
        }
        return (actions.isEmpty ? [] : [.recalled(Act.Recalled(actions: actions))]) + said + brought
    }
}
