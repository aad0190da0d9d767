import Council
import Screen

/// The lines at the foot: the last notice, and the keys that work now.
enum Footer {
    /// The notice in as many lines as it needs: a refusal is read to its end.
    static func message(in room: Model) -> [Line] {
        guard !(room.layers.last is CommandEntry) else { return [] }
        if room.isOnlyPresenting { return unseenNote(in: room) }
        guard let notice = room.notice else { return [] }
        let (sign, style): (String, Style) =
            switch notice.weight {
            case .news: ("", Style(.accent))
            case .doubt: ("~ ", Style(.warning, on: .page, .bold))
            case .refusal: ("✗ ", Style(.warning, on: .page, .bold))
            }
        return Line.wrap(sign + notice.text, style, width: max(8, room.size.columns - 2))
    }

    /// Shows that keys arrive in a note that the shared screen does not show.
    private static func unseenNote(in room: Model) -> [Line] {
        guard let entry = room.noteEntry else { return [] }
        let text = "● \(counted(entry.editor.count, "letter")) of a note, not shown here"
        return [Line(text, Style(.accent))]
    }

    /// The keys at the right edge: help always, and the command line if nothing is in front.
    static func always(in room: Model) -> [Hint] {
        guard let layer = room.layers.last else { return [Hint("?", "help"), Hint(":", "command")] }
        return layer is HelpPage ? [] : [Hint(layer.takesText ? "F1" : "?", "help")]
    }

    /// The keys in the footer: those that work now, and those that are always there.
    struct Keys: Equatable {
        let now: [Hint]
        let always: [Hint]
    }

    static func line(_ hints: [Hint], in room: Model, columns: Int) -> FooterLine {
        FooterLine(hints, always: always(in: room), columns: columns)
    }

    /// The keys of commands that the rules allow now, most wanted first.
    static func hints(for room: Model) -> [Hint] {
        func keys(_ lines: String..., as label: String) -> [Hint] {
            let labels = lines.compactMap { room.keys.label(of: $0) }
            return labels.isEmpty ? [] : [Hint(labels.joined(separator: " "), label)]
        }
        let panes = Hint("Tab", "pane")
        let leave = keys("quit", as: "leave")
        let found =
            room.search == nil ? [] : [Hint(">", "next"), Hint("<", "back"), Hint("Esc", "clear the marks")]
        if room.recording.isFollowing {
            return found + [panes, Hint("j k", "scroll")] + keys("find", as: "find") + leave
        }
        let meeting = room.meeting
        if meeting.phase == .closed {
            // The terminal that runs the meeting writes its files.
            let publishing = room.part.isJoined ? [] : [Hint(":publish", "writes again")]
            let reopening = room.mayAsk(.reopen(reason: "")) ? [Hint(":reopen", "corrects")] : []
            return found + reopening + publishing + [panes] + leave
        }
        var ranked: [(rank: Int, hints: [Hint])] = [(itemsRank, []), (panesRank, [panes])]
        if meeting.phase == .inSession, meeting.openMotion == nil, meeting.items.count > 1 {
            ranked[0].hints = keys("go next", "go back", as: "items")
        }
        for command in Command.all {
            guard let rank = command.footer, room.refusal(of: command) == nil else { continue }
            let goesOn = command.name == Command.note.name && !room.leftDraft.isEmpty
            // While a vote is open, voting comes first.
            let isFirst = meeting.openMotion != nil && command.group == .voting
            ranked.append(
                (isFirst ? rank - 100 : rank, keys(command.name, as: goesOn ? "resume the draft" : command.label)))
        }
        return (found.isEmpty ? rowHints(in: room) : found) + ranked.sorted { $0.rank < $1.rank }.flatMap(\.hints)
    }

    /// What the row under the cursor of the notes or concerns can do.
    private static func rowHints(in room: Model) -> [Hint] {
        let back = room.isLookingElsewhere ? [Hint("Esc", "back to item \((room.meeting.currentIndex ?? 0) + 1)")] : []
        guard room.focus != .agenda, let thing = room.pointedAt else { return back }
        let offers = Command.offers(on: thing, in: room)
        guard offers.count > 1 else { return back + offers.map { Hint(String($0.key), "\($0.label)") } }
        let who = offers.contains(where: \.isOfWho) ? [Hint("@", "who")] : []
        let label = room.size.columns < 110 ? "menu" : "change \(room.name(of: thing))"
        return back + [Hint("Enter", label)] + who
    }

    /// Where the keys that are no commands stand among the commands' ranks.
    private static let itemsRank = 50
    private static let panesRank = 100
}

/// The hints of the footer at their columns: as many as fit, the first ones first.
///
/// The way out (`Esc`), the way to everything else (`?`) and the key that finishes are never among those that are dropped. A narrow line
/// does without their labels, because those two are the keys that people know.
struct FooterLine: Equatable {
    struct Place: Equatable {
        let hint: Hint
        let column: Int
        let columns: Int
    }

    private(set) var places: [Place] = []

    /// Below this many columns, one column parts a hint from the next, and not two.
    private static let narrow = 60

    /// - Parameters:
    ///   - hints: The keys that work now, the most wanted first.
    ///   - always: The keys at the right edge.
    init(_ hints: [Hint], always: [Hint], columns: Int) {
        let isNarrow = columns < Self.narrow
        let gap = isNarrow ? 1 : 2
        let right = always.filter { fixed in !hints.contains { $0.key == fixed.key } }
            .map { isNarrow ? Hint($0.key, "") : $0 }
        var left = hints.map { isNarrow && $0.key == "Esc" ? Hint("Esc", "") : $0 }
        func width(_ hints: [Hint]) -> Int { hints.reduce(0) { $0 + $1.columns + gap } }
        let room = columns - 1 - width(right)
        while width(left) > room, let last = left.lastIndex(where: { $0.key != "Esc" && !$0.finishes }) {
            left.remove(at: last)
        }
        place(left, from: 1, gap)
        place(right, from: max(1, columns - width(right)), gap)
    }

    private mutating func place(_ hints: [Hint], from start: Int, _ gap: Int) {
        var column = start
        for hint in hints {
            places.append(Place(hint: hint, column: column, columns: hint.columns))
            column += hint.columns + gap
        }
    }

    func draw(_ canvas: inout Canvas) {
        canvas.fill(Style(.text, on: .bar))
        for place in places {
            let used = canvas.put(place.hint.key, row: 0, column: place.column, style: Style(.key, on: .bar, .bold))
            canvas.put(place.hint.label, row: 0, column: place.column + used + 1, style: Style(.text, on: .bar))
        }
    }

    /// The key of the hint at a column; nil if there is no hint, or if the hint names no single key.
    func key(at column: Int) -> KeyEvent? {
        guard let place = places.first(where: { (0..<$0.columns).contains(column - $0.column) }) else { return nil }
        // A hint such as `] [` names several keys: this is the one that was pointed at, or the first.
        let names = place.hint.key.split(separator: " ").map(String.init)
        var start = place.column
        var pointed = names.first
        for name in names {
            if (start..<start + name.count).contains(column) { pointed = name }
            start += name.count + 1
        }
        return pointed.flatMap(KeyEvent.init(label:))
    }
}

extension Hint {
    /// Columns of the key, a blank and the label.
    var columns: Int { TextWidth.of(key) + (label.isEmpty ? 0 : 1 + TextWidth.of(label)) }
}
