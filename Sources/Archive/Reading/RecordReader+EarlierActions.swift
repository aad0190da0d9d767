import Council

/// What a meeting said of the actions of earlier ones. Minutes from before meetings did have nothing of it.
extension RecordReader {
    func earlierActions(_ json: inout JSONReader) throws(Fault) -> [ActionUpdate] {
        var updates: [ActionUpdate] = []
        try json.object { name, json throws(Fault) in
            if name == "settled" { updates = try json.list(update) } else { try json.skip() }
        }
        return updates
    }

    private func update(_ json: inout JSONReader) throws(Fault) -> ActionUpdate {
        let start = try json.startOfValue()
        var action: ActionReference?
        var word: ActionWord.Word?
        var (until, on): (CalendarDay?, CalendarDay?)
        var (because, by, handle): (String?, String?, String?)
        var (to, toHandle): (String?, String?)
        try json.object { key, json throws(Fault) in
            switch key {
            case "reference": action = try actionReference(&json)
            case "word": word = try json.one(of: ActionWord.Word.self)
            case "until": until = try json.optional(day)
            case "to": to = try optionalText(&json)
            case "toHandle": toHandle = try optionalText(&json)
            case "on": on = try day(&json)
            case "because": because = try optionalText(&json)
            case "by": by = try optionalText(&json)
            case "byHandle": handle = try optionalText(&json)
            default: try json.skip()
            }
        }
        guard let action, let word, let on else {
            throw Fault(place: start, sentence: missing(("reference", action), ("word", word), ("on", on)))
        }
        return ActionUpdate(
            action, word, until: until, to: person(to, toHandle), because: because, on: on, by: person(by, handle))
    }

    private func actionReference(_ json: inout JSONReader) throws(Fault) -> ActionReference {
        let start = try json.startOfValue()
        guard let reference = ActionReference(try json.string()) else {
            throw Fault(place: start, sentence: "an action such as `2026-11-25/1` belongs here")
        }
        return reference
    }
}
