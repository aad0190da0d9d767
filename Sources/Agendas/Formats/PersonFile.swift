import Council

/// `agendas/people/bo.yaml`: what Bo says between two meetings.
enum PersonFile {
    /// What a person's file may refer to.
    struct Surroundings {
        /// Everybody in the council's file; nil if that is not known.
        var handles: [Handle]?
        /// The items of a day's agenda; nil if there is no such agenda. Those of a faulty one are not known.
        var items: (CalendarDay) -> AgendaItems?
    }

    enum AgendaItems {
        case known([ItemID])
        case unknown
    }

    /// The folder of these files, beside the agendas.
    static let folder = "people"

    /// - Parameter name: The file's name without `.yaml`.
    /// - Returns: Nil if the file is faulty.
    static func read(
        _ text: String, named name: String, _ surroundings: Surroundings, on sheet: Sheet
    ) -> PersonalWords? {
        checkName(name, surroundings.handles, on: sheet)
        guard let root = YAMLReader.root(of: text, such: "actions: []", on: sheet) else { return nil }
        let words = sheet.mapping(root, "a person's file") { fields in
            PersonalWords(
                handle: Handle(name),
                consent: fields.mappings("consent", "a word on an item") { consent($0, surroundings) },
                actions: fields.mappings("actions", "a word on an action") { action($0, surroundings.handles) })
        }
        return sheet.hasErrors ? nil : words
    }

    /// A file outlives its owner's seat, since what they said of actions still holds.
    private static func checkName(_ name: String, _ handles: [Handle]?, on sheet: Sheet) {
        guard let handles, !handles.contains(Handle(name)) else { return }
        let known = handles.map(\.rawValue).sorted()
        guard Handle.isWellFormed(name) else {
            sheet.fault(
                at: .start,
                "`\(visible(name))` can't be a handle; name the file by its owner's, such as `\(known.first ?? "bo").yaml`"
            )
            return
        }
        sheet.fault(
            at: .start,
            "`\(name)` is not on the council's roster: these words still count for actions, but no longer for consent"
                + meant(name, known),
            severity: .warning)
    }

    // MARK: Consent

    private static func consent(_ fields: Fields, _ surroundings: Surroundings) -> ConsentWord? {
        let meeting = fields.required("meeting", "2026-12-02", fields.day)
        let name = fields.required("item", "vector-store", fields.line)
        let word = fields.required("word", "approve") { fields.choice($0, of: ConsentWord.Word.self) }
        let on = fields.required("on", "2026-11-27", fields.day)
        let because = fields.text("because")
        let items = meeting.flatMap(surroundings.items)
        if let meeting, items == nil {
            fields.fault("meeting", "there is no agenda of \(meeting); name the day of one that has the item")
        }
        guard let meeting, let items, let name else { return nil }
        let item = item(called: name, among: items)
        if case .known(let known) = items, !known.contains(item) {
            // People may take an item off an agenda after others have spoken on it.
            let names = known.map(\.spoken).sorted()
            fields.fault(
                "item",
                "`\(visible(name))` is not on the agenda of \(meeting), so this word does not count"
                    + meant(name, names),
                severity: .warning)
        }
        guard let word, let on else { return nil }
        return ConsentWord(meeting: meeting, item: item, word: word, on: on, because: because)
    }

    /// A topic may be called by its id alone.
    private static func item(called name: String, among items: AgendaItems) -> ItemID {
        guard case .known(let known) = items else { return ItemID(name) }
        return known.first { $0 == ItemID(name) } ?? known.first { $0.spoken == name } ?? ItemID(name)
    }

    // MARK: Actions

    /// Every key is looked at, whatever is wrong with the others, so that one look at the faults is enough.
    private static func action(_ fields: Fields, _ handles: [Handle]?) -> ActionWord? {
        let action = fields.required("action", "2026-11-25/1", fields.reference)
        let word = fields.required("word", "done") { fields.choice($0, of: ActionWord.Word.self) }
        let on = fields.required("on", "2026-12-01", fields.day)
        let until = fields.day("until")
        let to = fields.handle("to")
        let because = fields.text("because")
        if let action, let on, on < action.meeting {
            fields.fault("on", "\(on) is before \(action.meeting), the day on which the action was assigned")
        }
        if word ?? .reassign == .reassign, let to, let handles, !handles.contains(to) {
            // Whoever got it may have left since.
            fields.fault(
                "to",
                "nobody in council.yaml has the handle `\(visible(to.rawValue))`"
                    + meant(to, handles.map(\.rawValue).sorted()),
                severity: .warning)
        }
        if word ?? .later == .later, let until, let on, until <= on {
            fields.fault("until", "\(until) is not after \(on), the day on which this was said; name a later day")
        }
        if let word { check(word, fields) }
        guard let action, let word, let on else { return nil }
        return ActionWord(action: action, word: word, until: until, to: to, on: on, because: because)
    }

    /// The keys that go with a word, and with no other.
    private static func check(_ word: ActionWord.Word, _ fields: Fields) {
        if word != .reassign { fields.refuse(["to"], "belongs to `reassign`; take it out, or write `word: reassign`") }
        if word != .later { fields.refuse(["until"], "belongs to `later`; take it out, or write `word: later`") }
        switch word {
        case .reassign where !fields.isGiven("to"): fields.missing("`reassign` needs a person; write `to: bo`")
        case .later where !fields.isGiven("until"):
            fields.missing("`later` needs a day; write `until: 2026-12-16`")
        case .drop where !fields.isGiven("because"): fields.missing("`drop` needs a reason; write `because: …`")
        case .done, .later, .drop, .reassign: break
        }
    }
}

extension Fields {
    /// `2026-11-25/1`.
    fileprivate func reference(_ name: String) -> ActionReference? {
        guard let text = line(name) else { return nil }
        if let reference = ActionReference(text) { return reference }
        fault(
            name,
            "`\(visible(text))` is not an action; write the day of its meeting and its number, such as `2026-11-25/1`")
        return nil
    }
}
