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

        public func told(in journal: Journal) -> [String] {
            let overdue = EarlierActions(actions).open(on: journal.meeting.agenda.date).count { $0.daysOverdue != nil }
            let sentence =
                "\(counted(actions.count, "action")) of earlier meetings \(actions.count == 1 ? "is" : "are") open"
            return [sentence + (overdue > 0 ? ", \(overdue) overdue" : "")]
        }
    }
}

extension Meeting {
    /// Brings forward what earlier meetings left open, and what people have said of it since.
    func recall(_ actions: [EarlierAction], _ updates: [ActionUpdate]) throws(Refusal) -> [Act] {
        try requireInSession("bring forward the actions of earlier meetings")
        guard earlier == nil else { throw Refusal("the actions of earlier meetings lie before the council already") }
        let said = updates.compactMap { update in
            actions.first { $0.reference == update.action }.map { Act.updated(Act.Updated(action: $0, update: update)) }
        }
        return actions.isEmpty ? [] : [.recalled(Act.Recalled(actions: actions))] + said
    }
}
