import Council

/// What somebody says of an action between two meetings, checked against what the minutes know.
struct ActionReport {
    let word: ActionWord
    /// Who says it, and in whose file it stands.
    let speaker: Handle
    private let week: WeekFolder

    /// - Parameters:
    ///   - reference: As it was typed.
    ///   - receiver: The new owner as it was typed, of `reassign` alone.
    ///   - because: May be empty.
    init(
        _ reference: String, _ word: ActionWord.Word, until: CalendarDay? = nil, to receiver: String? = nil,
        because: String, by speaker: Handle, in week: WeekFolder
    ) throws {
        let fate = try Self.fate(of: reference, in: week.library)
        let action = fate.action.reference
        let (state, roster) = (fate.standing.state, week.library.roster)
        if state == .done && word == .done || state == .dropped && word == .drop || state != .open && word == .reassign
        {
            throw Complaint(
                "action \(action) is already \(state.rawValue): `mlreview actions later \(action) --until DATE` opens it again"
            )
        }
        try Self.check(fate, maySay: speaker, on: roster)
        let to = try receiver.map { try Speaker.handle($0, from: "`to`", on: roster) }
        if let to, to == fate.owner?.handle {
            throw Complaint("action \(action) is already \(roster.name(of: to))'s: name somebody else")
        }
        let because = because.trimmed
        if word == .drop, because.isEmpty {
            throw Complaint("give the reason: `mlreview actions drop \(action) because TEXT`")
        }
        // A meeting may be held before its day.
        let day = max(week.today, action.meeting)
        if let until, until <= day {
            throw Complaint("\(until) is not after \(day == week.today ? "today, " : "")\(day): name a later day")
        }
        self.word = ActionWord(
            action: action, word: word, until: until, to: to, on: day, because: because.isEmpty ? nil : because)
        (self.speaker, self.week) = (speaker, week)
    }

    /// The day that somebody names, as at a meeting: a date, a weekday after today, or tomorrow.
    static func day(_ text: String, from today: CalendarDay) throws(Complaint) -> CalendarDay {
        do throws(Refusal) { return try CalendarDay.read(text, at: today) } catch { throw Complaint(error.sentence) }
    }

    /// The file with the word in it.
    func change() throws -> FileChange {
        let what =
            switch word.word {
            case .done: "done"
            case .later: "later"
            case .drop: "dropped"
            case .reassign: "handed to \(word.to.map(week.library.roster.name) ?? "nobody")"
            }
        return try PersonalChange(
            adding: .action(word), of: speaker, in: week, message: "Action \(word.action): \(what)"
        ).change
    }

    private static func fate(of text: String, in library: Library) throws -> ActionFate {
        guard let reference = ActionReference(text) else {
            throw Complaint(
                "`\(text)` is not an action: write the day of its meeting and its number, such as 2026-11-25/1")
        }
        if let fate = library.fate(of: reference) { return fate }
        guard library.wasHeld(reference.meeting) else {
            throw Complaint(Library.unknownAction(of: reference.meeting))
        }
        let known = library.actionFates.map(\.action.reference).filter { $0.meeting == reference.meeting }
        throw Complaint(
            "the meeting of \(reference.meeting) assigned no action \(reference.number)\(suggestion(for: text, among: known.map(\.description)))"
        )
    }

    /// An action is its owner's; the chair may speak for everybody, and anybody for those who are not on the roster.
    private static func check(_ fate: ActionFate, maySay speaker: Handle, on roster: Roster) throws {
        guard let owner = fate.owner?.handle, roster.person(owner) != nil, owner != speaker,
            roster.chair.member != speaker
        else { return }
        throw Complaint(
            "action \(fate.action.reference) is \(roster.name(of: owner))'s: they say what became of it (--as \(owner)), "
                + "or the chair does (--as \(roster.chair.member))")
    }
}
