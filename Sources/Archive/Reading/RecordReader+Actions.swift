import Council

extension RecordReader {
    /// An action as the record has it; the item it came from stands elsewhere.
    struct Action {
        let place: Int
        let number: Int
        var owner: HeldPerson?
        let due: CalendarDay?
        let text: String
        let isDone: Bool
        /// The item's number on the agenda.
        let item: Int?

        func held(at date: CalendarDay, of items: [HeldItem]) throws(Fault) -> HeldAction {
            guard number > 0 else { throw Fault(place: place, sentence: "actions count from 1") }
            let source = items.first { $0.number == item }
            if let item, source == nil {
                throw Fault(place: place, sentence: "it is of item \(item), and the record has no such item")
            }
            return HeldAction(
                reference: ActionReference(meeting: date, number: number), owner: owner, due: due, text: text,
                isDone: isDone, item: source?.id, itemTitle: source?.title)
        }
    }

    /// What one person has to do.
    func owner(_ json: inout JSONReader) throws(Fault) -> [Action] {
        let start = try json.startOfValue()
        var (name, handle): (String?, String?)
        var actions: [Action]?
        try json.object { key, json throws(Fault) in
            switch key {
            case "name": name = try optionalText(&json)
            case "handle": handle = try optionalText(&json)
            case "actions": actions = try json.list(action)
            default: try json.skip()
            }
        }
        guard let actions else { throw Fault(place: start, sentence: missing(("actions", nil))) }
        return actions.map { action in
            var action = action
            action.owner = person(name, handle)
            return action
        }
    }

    private func action(_ json: inout JSONReader) throws(Fault) -> Action {
        let start = try json.startOfValue()
        var (number, item): (Int?, Int?)
        var due: CalendarDay?
        var text: String?
        var isDone: Bool?
        try json.object { key, json throws(Fault) in
            switch key {
            case "number": number = try json.integer()
            case "text": text = try json.string()
            case "due": due = try json.optional(day)
            case "isDone": isDone = try json.truth()
            case "item": item = try json.optional(reference)
            default: try json.skip()
            }
        }
        guard let number, let text, let isDone else {
            throw Fault(place: start, sentence: missing(("number", number), ("text", text), ("isDone", isDone)))
        }
        return Action(place: start, number: number, due: due, text: text, isDone: isDone, item: item)
    }

    /// The number of the item that an action is of.
    private func reference(_ json: inout JSONReader) throws(Fault) -> Int {
        let start = try json.startOfValue()
        var number: Int?
        try json.object { key, json throws(Fault) in
            if key == "number" { number = try json.integer() } else { try json.skip() }
        }
        guard let number else { throw Fault(place: start, sentence: missing(("number", nil))) }
        return number
    }
}
