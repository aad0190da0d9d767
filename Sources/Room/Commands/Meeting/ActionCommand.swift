import Council
import Screen

extension Command {
    static let action = Command(
        "action", "@WHO [by DATE] TEXT", key: "a", label: "action", footer: 60, group: .debate,
        completes: [.person, .choice(["by"]), .text], completesAfter: ["by": .day],
        help: "Assigns an action. DATE: 4 december, friday, next friday, tomorrow, in two weeks, or 2026-12-04.",
        probe: { _ in .action(owner: nil, due: nil, text: "…") },
        onKey: .opens(Form.action),
        line: { request in
            guard case .action(let owner, let due, let text) = request else { return nil }
            return "action \(owner.map { "@\($0) " } ?? "")\(due.map { "by \($0) " } ?? "")\(text)"
        }
    ) { words, meeting throws(Refusal) in
        var owner: Handle?
        // Other commands take a handle without its sign, so that it is missed here, too.
        let isOwner = words.peek.map { $0.hasPrefix("@") || words.goesOn(with: "by") && meeting.knows($0) } ?? false
        if isOwner { owner = try words.requireHandle() }
        var due: CalendarDay?
        if words.peek?.lowercased() == "by" {
            _ = words.next()
            due = try words.requireDate(at: meeting)
        }
        return .ask(.action(owner: owner, due: due, text: words.remainder()))
    }

    static let done = Command(
        "done", "N|REF [because TEXT]", label: "done", group: .debate,
        completes: [.either([.action, .earlierAction]), .choice(["because"]), .text],
        help: "Marks an action as done: N of this meeting, REF of an earlier one, such as 2026-11-18/2.",
        probe: { meeting in .done(action: meeting.actions.first { !$0.isDone }?.number ?? 1) },
        onRow: { thing, room in
            if case .action(let number) = thing, room.meeting.action(number)?.isDone != false { return nil }
            return room.meeting.changeableAction(thing).map { RowOffer("d", "it is done", .runs("done \($0)")) }
        },
        line: { request in
            switch request {
            case .done(let number, let reason): "done \(number)\(because(reason))"
            case .update(let action, .done, _, let reason): "done \(action)\(because(reason))"
            default: nil
            }
        }
    ) { words, _ throws(Refusal) in
        guard words.isReference else {
            return .ask(.done(action: try words.requireNumber(), because: try words.reason()))
        }
        let action = try words.requireReference()
        return .ask(.update(action: action, word: .done, until: nil, reason: try words.reason()))
    }
}

extension Meeting {
    /// The name of an action whose row is pointed at: its number, or the reference of one of an earlier meeting. Nil if
    /// nothing can be said of it, as before the call to order.
    func changeableAction(_ thing: PaneRow.Thing) -> String? {
        switch thing {
        case .action(let number): String(number)
        case .earlierAction(let reference) where phase == .inSession && earlier != nil: String(describing: reference)
        default: nil
        }
    }

    /// An action of this meeting.
    func action(_ number: Int) -> ActionItem? { actions.first { $0.number == number } }

    fileprivate func knows(_ handle: String) -> Bool { roster.person(roster.spelling(of: Handle(handle))) != nil }
}

extension Form {
    static func action(in room: Model) -> Form {
        Form(
            title: "Action",
            fields: [.text("Owner", completing: .person), .text("By", completing: .day), .text("Action")],
            facts: { _ in
                [
                    Line(
                        "Owner is a handle or a part of a name, By `friday`, `4 december`, `in two weeks`.",
                        Style(.muted, on: .dialog))
                ]
            },
            preview: { request, room in
                guard case .action(let owner, let due, _) = request else { return nil }
                let who = owner.map { room.meeting.roster.name(of: $0) } ?? "nobody yet"
                return "for \(who), \(due.map { "by \($0.long)" } ?? "no date")"
            }
        ) { fields, room throws(Refusal) in
            var due: CalendarDay?
            if !fields[1].value.isEmpty {
                due = try CalendarDay.read(fields[1].value, at: room.meeting.agenda.date)
            }
            return .action(owner: fields[0].person, due: due, text: fields[2].value)
        }
    }
}
