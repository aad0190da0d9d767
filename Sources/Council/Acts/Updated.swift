import Foundation

extension Act {
    /// An action of an earlier meeting was done, dropped, put off, or handed to somebody else.
    ///
    /// The act has the action itself, so that it says what it is about without the meeting that handed it out.
    public struct Updated: ActKind {
        public let action: EarlierAction
        public let update: ActionUpdate

        public static let name = "updated"

        public var act: Act { .updated(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            var earlier = meeting.earlier ?? EarlierActions()
            if !earlier.actions.contains(where: { $0.reference == action.reference }) { earlier.actions.append(action) }
            earlier.updates.append(update)
            meeting.earlier = earlier
        }

        public func rests(on other: Act) -> Bool {
            switch other {
            case .recalled: true
            case .updated(let other): other.action.reference == action.reference
            default: false
            }
        }

        public func spoken(in meeting: Meeting) -> String { "action \(update.action) \(update.spoken)" }

        public func told(in journal: Journal) -> [String] {
            let by = update.by.map { " (\($0.name), \(update.on.long))" } ?? ""
            return ["action \(update.action) \(update.spoken)\(by)"]
        }

        public func correction(in meeting: Meeting) -> String? { "action \(update.action) \(update.spoken)" }
    }
}

extension Meeting {
    func update(
        _ reference: ActionReference, _ word: ActionWord.Word, until: CalendarDay?, because reason: String?
    ) throws(Refusal) -> Act {
        try requireInSession("say what became of an action")
        let reason = reason?.trimmed ?? ""
        let standing = try requireEarlier(reference)
        switch (word, standing.state) {
        case (.done, .done), (.drop, .dropped):
            throw isOver(reference, standing)
        default: break
        }
        switch word {
        case .later:
            guard let until else { throw Refusal("`later` needs a day: `later \(reference) DATE`") }
            guard until > agenda.date else {
                throw Refusal("\(until) is not after this meeting's own day, \(agenda.date): name a later one")
            }
        case .drop:
            _ = try requireReason(reason, for: "dropping an action")
        case .done: break
        case .reassign: throw Refusal("`reassign` needs a person: `reassign \(reference) to WHO`")
        }
        return .updated(
            Act.Updated(
                action: standing.action,
                update: ActionUpdate(
                    reference, word, until: word == .later ? until : nil, because: reason.isEmpty ? nil : reason,
                    on: agenda.date)))
    }

    /// Hands an action to another owner.
    func reassign(_ reference: ActionReference, to handle: Handle, because reason: String?) throws(Refusal) -> Act {
        try requireInSession("reassign an action")
        let standing = try requireEarlier(reference)
        guard standing.state == .open else { throw isOver(reference, standing) }
        let person = try requirePerson(handle)
        guard standing.owner?.handle != person.handle else {
            throw Refusal("action \(reference) is already \(person.name)'s: name somebody else")
        }
        let reason = reason?.trimmed ?? ""
        return .updated(
            Act.Updated(
                action: standing.action,
                update: ActionUpdate(
                    reference, .reassign,
                    to: HeldPerson(name: person.name, handle: roster.isGuest(handle) ? nil : person.handle),
                    because: reason.isEmpty ? nil : reason, on: agenda.date)))
    }

    private func isOver(_ reference: ActionReference, _ standing: EarlierActions.Standing) -> Refusal {
        Refusal("action \(reference) is already \(standing.state.rawValue): `later` opens it again")
    }

    private func requireEarlier(_ reference: ActionReference) throws(Refusal) -> EarlierActions.Standing {
        if reference.meeting == agenda.date {
            throw Refusal("\(reference) is an action of this meeting: `done \(reference.number)`")
        }
        guard let earlier else {
            throw Refusal("no actions of earlier meetings are before the council: none is known to be open")
        }
        if let standing = earlier.standing(of: reference, on: agenda.date) { return standing }
        let known = earlier.actions.map(\.reference.description)
        let meant = nearest(to: reference.description, among: known).map { "did you mean `\($0)`?" }
        throw Refusal("no action \(reference) was open when this meeting began: \(meant ?? "`actions` lists them")")
    }
}
