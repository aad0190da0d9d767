import Council
import Help

/// A possible end of a line being typed.
struct Completion: Equatable, Sendable {
    /// Replaces the word that is being typed.
    let text: String
    /// An explanation, such as a person's name; may be empty.
    let detail: String

    init(text: String, detail: String = "") {
        self.text = text
        self.detail = detail
    }

    /// Completions for the last word of a line, best first.
    ///
    /// - Parameter library: What has proposals that are on no agenda; nil as long as nobody has read it.
    static func complete(_ line: String, in meeting: Meeting, library: Library? = nil) -> [Completion] {
        let (before, typed) = words(of: line)
        guard !before.isEmpty else { return commands(matching: typed, in: meeting) }
        guard let argument = argument(after: before) else { return [] }
        let found =
            argument == .proposalFile
            ? proposals(of: library, notIn: meeting)
            : candidates(for: argument, typed: typed, after: before, in: meeting)
        return rank(found, by: typed)
    }

    /// Whether the word being typed is completed from the library.
    static func needsLibrary(_ line: String) -> Bool { argument(after: words(of: line).before) == .proposalFile }

    private static func words(of line: String) -> (before: [String], typed: String) {
        let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        return (words.dropLast().filter { !$0.isEmpty }, words.last ?? "")
    }

    /// What stands behind these words; nil if nothing of that command can be completed.
    private static func argument(after before: [String]) -> Argument? {
        guard let name = before.first, let command = Command.named(name), let last = command.completes.last else {
            return nil
        }
        let place = before.count - 1
        return command.completesAfter[before.suffix(2).joined(separator: " ").lowercased()]
            ?? before.last.flatMap { command.completesAfter[$0.lowercased()] }
            ?? (place < command.completes.count ? command.completes[place] : last)
    }

    /// The proposals that have a file and are not before the council.
    private static func proposals(of library: Library?, notIn meeting: Meeting) -> [Completion] {
        let present = Set(meeting.items.filter { $0.dropped == nil }.map(\.id.rawValue))
        return (library?.drafts ?? [:]).values.map(\.proposal).filter { !present.contains($0.id) }
            .sorted { $0.id < $1.id }.map { Completion(text: $0.id, detail: $0.title) }
    }

    /// Completions of a word being typed in a note: `@who`, or the note's kind.
    ///
    /// - Parameter first: The note's words before this one, as far as they tell whether a kind can stand here: the
    ///   first of them, if there is one at all.
    static func completeNote(_ typed: String, after first: [String], in meeting: Meeting) -> [Completion] {
        if typed.hasPrefix("@") { return people(matching: typed, in: meeting) }
        guard typed.count > 1, first.isEmpty || first.count == 1 && first[0].hasPrefix("@") else { return [] }
        return kinds.filter { $0.text.hasPrefix(typed.lowercased()) }
    }

    private static var kinds: [Completion] { Note.Kind.spoken.map { Completion(text: $0.rawValue + ":") } }

    /// Everybody whose handle or name begins with the typed letters, with the `@` if it was typed; if nobody's does,
    /// those whose handle or name has the letters elsewhere.
    static func people(
        matching typed: String, in meeting: Meeting, membersOnly: Bool = false
    ) -> [Completion] {
        let everybody = candidates(for: membersOnly ? .member : .person, typed: typed, in: meeting)
        let near = rank(everybody, by: typed, atLeast: .beginningInDetail)
        return near.isEmpty ? rank(everybody, by: typed) : near
    }

    /// Commands whose names begin with the typed letters; if none does, those that have the letters elsewhere.
    private static func commands(matching typed: String, in meeting: Meeting) -> [Completion] {
        let all = candidates(for: .command, typed: typed, in: meeting)
        let near = rank(all, by: typed, atLeast: .beginning)
        return near.isEmpty ? rank(all, by: typed) : near
    }

    /// The fields of a proposal that fit the typed letters.
    static func fields(matching typed: String, in meeting: Meeting) -> [Completion] {
        rank(candidates(for: .field, typed: typed, in: meeting), by: typed)
    }

    /// The items of the agenda that fit the typed letters.
    static func items(matching typed: String, in meeting: Meeting) -> [Completion] {
        rank(candidates(for: .agendaItem, typed: typed, in: meeting), by: typed)
    }

    /// The weekdays after the meeting that fit the typed letters.
    static func days(matching typed: String, in meeting: Meeting) -> [Completion] {
        rank(days(in: meeting), by: typed)
    }

    private static func days(in meeting: Meeting) -> [Completion] {
        let today = meeting.agenda.date
        return (1...7).map { CalendarDay(daysSinceEpoch: today.daysSinceEpoch + $0) }.map { day in
            Completion(text: day.weekdayName, detail: day.long)
        }
    }

    /// The field's present value, to be changed; nothing if it has several lines.
    private static func value(of name: String, in meeting: Meeting) -> [Completion] {
        guard let field = ProposalField(spoken: name), let item = meeting.current,
            let now = meeting.effectiveProposal(of: item)?.value(of: field), !now.isEmpty, !now.contains("\n")
        else { return [] }
        return [Completion(text: now, detail: "as it is now")]
    }

    private static func candidates(
        for argument: Argument, typed: String, after before: [String] = [], in meeting: Meeting
    ) -> [Completion] {
        let sign = typed.hasPrefix("@") ? "@" : ""
        switch argument {
        case .either(let arguments):
            return arguments.flatMap { candidates(for: $0, typed: typed, after: before, in: meeting) }
        case .kind: return typed.hasPrefix("@") ? [] : kinds
        case .day: return days(in: meeting)
        case .value: return typed.isEmpty && before.count > 1 ? value(of: before[1], in: meeting) : []
        case .person:
            return inRoomFirst(meeting.roster.known, in: meeting, sign)
        case .member:
            return inRoomFirst(meeting.roster.members, in: meeting, sign)
        case .item:
            return [Completion(text: "next", detail: ""), Completion(text: "back", detail: "")]
                + candidates(for: .agendaItem, typed: typed, in: meeting)
        case .agendaItem:
            return meeting.items.enumerated().map {
                Completion(text: String($0.offset + 1), detail: meeting.title(of: $0.element))
            }
        case .note: return notes(meeting.current?.notes.filter { !$0.isStruck } ?? [])
        case .concern: return notes(meeting.current?.openConcerns ?? [])
        case .amendment:
            return (meeting.current?.amendments ?? []).map {
                Completion(text: String($0.number), detail: "\($0.field.rawValue): \($0.after)")
            }
        case .action:
            return meeting.actions.filter { !$0.isDone }.map { Completion(text: String($0.number), detail: $0.text) }
        case .earlierAction:
            return (meeting.earlier?.open(on: meeting.agenda.date) ?? []).map {
                Completion(text: $0.action.reference.description, detail: $0.action.text)
            }
        case .field: return ProposalField.allCases.map { Completion(text: $0.rawValue, detail: $0.form) }
        case .command: return Command.all.map { Completion(text: $0.name, detail: $0.help) }
        case .commandOrTopic:
            // A command and a topic of one name are shown together.
            return candidates(for: .command, typed: typed, in: meeting)
                + Topic.all.filter { Command.named($0.name) == nil }.map { Completion(text: $0.name, detail: $0.title) }
        case .document:
            let proposals = meeting.items.compactMap { item in
                meeting.effectiveProposal(of: item).map { Completion(text: $0.id, detail: $0.title) }
            }
            return [Completion(text: "minutes", detail: ""), Completion(text: "summary", detail: "the mail")]
                + proposals
        case .proposal:
            return meeting.items.map { Completion(text: $0.id.spoken, detail: meeting.title(of: $0)) }
        case .question: return Question.words(on: meeting.current).map { Completion(text: $0, detail: "") }
        case .verdict:
            return meeting.verdicts(on: meeting.current).map { Completion(text: $0.rawValue, detail: "") }
        case .resolution:
            let verdict = before.dropFirst().first.flatMap { Decision.Verdict(rawValue: $0.lowercased()) }
            let text = typed.isEmpty ? verdict.flatMap { meeting.composedResolution(for: $0) } : nil
            return text?.isEmpty == false ? [Completion(text: text ?? "", detail: "as it is composed")] : []
        case .choice(let words): return words.map { Completion(text: $0, detail: "") }
        // It comes from the library.
        case .proposalFile: return []
        case .text: return []
        }
    }

    private static func inRoomFirst(_ people: [Member], in meeting: Meeting, _ sign: String) -> [Completion] {
        let there = people.filter { meeting.isInRoom($0.handle) }
        let others = people.filter { !meeting.isInRoom($0.handle) }
        return (there + others).map { Completion(text: sign + $0.handle.rawValue, detail: $0.name) }
    }

    private static func notes(_ notes: [Note]) -> [Completion] {
        notes.reversed().map { Completion(text: String($0.number), detail: $0.kind == .private ? "private" : $0.text) }
    }

    /// The candidates that fit the typed letters, the best first; all of them if nothing is typed yet.
    private static func rank(
        _ candidates: [Completion], by typed: String, atLeast worst: Match = .insideDetail
    ) -> [Completion] {
        // A page of text is not the beginning of a word.
        guard typed.utf8.count <= 1024 else { return [] }
        let letters = Match.folded(typed.hasPrefix("@") ? String(typed.dropFirst()) : typed)
        guard !letters.isEmpty else { return candidates }
        let fitting = candidates.enumerated().compactMap { place, candidate -> (match: Match, place: Int)? in
            let word = candidate.text.hasPrefix("@") ? String(candidate.text.dropFirst()) : candidate.text
            guard let match = Match(of: letters, with: word, detail: candidate.detail), match <= worst else {
                return nil
            }
            return (match, place)
        }
        return fitting.sorted { ($0.match, $0.place) < ($1.match, $1.place) }.map { candidates[$0.place] }
    }
}

/// What an argument of a command is, for completion.
enum Argument: Equatable, Sendable {
    case person
    case member
    /// The number of an item, `next` or `back`.
    case item
    /// The number of an item.
    case agendaItem
    case note
    /// The kind of a note with its colon.
    case kind
    case concern
    case amendment
    case action
    /// An open action of an earlier meeting.
    case earlierAction
    case day
    case field
    /// The present value of the proposal's field.
    case value
    /// The resolution as it is composed.
    case resolution
    case command
    /// A command, or a topic of the manual.
    case commandOrTopic
    /// A file that is written on close.
    case document
    /// An item by its id.
    case proposal
    /// A proposal that has a file and is not on the agenda.
    case proposalFile
    /// What can be put to the vote by a word of its own.
    case question
    case verdict
    case choice([String])
    case either([Argument])
    /// A person's own words.
    case text
}
