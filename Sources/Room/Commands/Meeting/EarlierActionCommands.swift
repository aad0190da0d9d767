import Council
import Screen

extension Command {
    static let later = Command(
        "later", "N|REF DATE [because TEXT]", label: "later", group: .debate,
        completes: [.either([.action, .earlierAction]), .day, .choice(["because"]), .text],
        help: "Moves the due day of an action: N of this meeting, or REF of an earlier one, such as 2026-11-18/2.",
        probe: { .update(action: $0.someEarlierAction, word: .later, until: .distant, reason: nil) },
        onRow: { thing, room in
            room.meeting.changeableAction(thing).map { RowOffer("l", "another day", .begins("later \($0) ")) }
        },
        line: { request in
            switch request {
            case .update(let action, .later, let until?, let reason): "later \(action) \(until)\(because(reason))"
            case .revise(let number, .due(let day), let reason): "later \(number) \(day)\(because(reason))"
            default: nil
            }
        }
    ) { words, meeting throws(Refusal) in
        if !words.isReference, !words.isEmpty {
            let number = try words.requireNumber("N")
            let day = try words.requireDate(at: meeting)
            return .ask(.revise(action: number, .due(day), because: try words.reason()))
        }
        let action = try words.requireReference()
        let until = words.isEmpty ? nil : try words.requireDate(at: meeting)
        return .ask(.update(action: action, word: .later, until: until, reason: try words.reason()))
    }

    static let drop = Command(
        "drop", "N|REF because TEXT", label: "drop", group: .debate,
        completes: [.either([.action, .earlierAction]), .choice(["because"]), .text],
        help: "Drops an action that nobody will do: N of this meeting, or REF of an earlier one.",
        probe: { meeting in
            if let own = meeting.actions.first { return .retract(action: own.number, reason: "…") }
            return .update(action: meeting.someEarlierAction, word: .drop, until: nil, reason: "…")
        },
        onRow: { thing, room in
            room.meeting.changeableAction(thing).map { RowOffer("x", "drop it", .begins("drop \($0) because ")) }
        },
        line: { request in
            switch request {
            case .retract(let number, let reason): "drop \(number)\(because(reason))"
            case .update(let action, .drop, _, let reason): "drop \(action)\(because(reason))"
            default: nil
            }
        }
    ) { words, _ throws(Refusal) in
        if !words.isReference {
            return .ask(.retract(action: try words.requireNumber(), reason: try words.reasonOrEmpty()))
        }
        let action = try words.requireReference()
        return .ask(.update(action: action, word: .drop, until: nil, reason: try words.reason()))
    }

    static let reassign = Command(
        "reassign", "N|REF to WHO [because TEXT]", label: "reassign", group: .debate,
        completes: [.either([.action, .earlierAction]), .choice(["to"]), .person, .choice(["because"]), .text],
        help: "Reassigns an action: N of this meeting, or REF of an earlier one.",
        probe: { meeting in
            let action = meeting.someEarlierAction
            let owner = meeting.earlier?.standing(of: action, on: meeting.agenda.date)?.owner?.handle
            let other = meeting.roster.everybody.map(\.handle).first { $0 != owner }
            return .reassign(action: action, to: other ?? Handle("nobody"), reason: nil)
        },
        onRow: { thing, room in
            guard let name = room.meeting.changeableAction(thing) else { return nil }
            let label = "hand it to somebody else"
            // With one of an earlier meeting goes a reason, if there is one.
            guard case .action(let number) = thing else {
                return RowOffer("s", label, isOfWho: true, .begins("reassign \(name) to "))
            }
            return RowOffer(
                "s", label, isOfWho: true,
                .opens { _ in
                    Picker("Whose is action \(number)?") { typed, room in
                        Completion.people(matching: typed, in: room.meeting)
                    } line: {
                        "reassign \(number) to \($0.text)"
                    }
                })
        },
        line: { request in
            switch request {
            case .reassign(let action, let handle, let reason): "reassign \(action) to \(handle)\(because(reason))"
            case .revise(let number, .owner(let handle), let reason):
                "reassign \(number) to \(handle)\(because(reason))"
            default: nil
            }
        }
    ) { words, _ throws(Refusal) in
        if !words.isReference, !words.isEmpty {
            let number = try words.requireNumber("N")
            if words.peek?.lowercased() == "to" { _ = words.next() }
            let handle = try words.requireHandle()
            return .ask(.revise(action: number, .owner(handle), because: try words.reason()))
        }
        let action = try words.requireReference()
        if words.peek?.lowercased() == "to" { _ = words.next() }
        let handle = try words.requireHandle()
        return .ask(.reassign(action: action, to: handle, reason: try words.reason()))
    }
}

extension Meeting {
    /// An open action of an earlier meeting; if there is none, one that the rules refuse.
    fileprivate var someEarlierAction: ActionReference {
        earlier?.open(on: agenda.date).first?.action.reference
            ?? ActionReference(meeting: CalendarDay(daysSinceEpoch: 0), number: 1)
    }
}

extension CalendarDay {
    /// A day after every meeting.
    fileprivate static var distant: CalendarDay { CalendarDay(daysSinceEpoch: 2_932_896) }
}

extension Words {
    /// Whether the next word is like the reference of an action, and no number.
    var isReference: Bool { peek?.contains { $0 == "/" || $0 == "-" } ?? false }

    /// `2026-11-18/2`.
    mutating func requireReference() throws(Refusal) -> ActionReference {
        let word = try require("REF")
        guard let reference = ActionReference(word) else { throw refusal(ofReference: word) }
        return reference
    }
}
