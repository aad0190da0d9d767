import Commands
import Council
import Screen

/// The two lines at the foot: what was just said to the person, and the keys that work now.
enum Footer {
    /// The sentence that was just said to the person, in as many lines as it needs: a refusal is read to its end.
    static func message(in room: Model) -> [Line] {
        guard !(room.layers.last is CommandEntry) else { return [] }
        guard let notice = room.notice else { return unseenNote(in: room) }
        let style = notice.weight == .refusal ? Style(.warning, on: .page, .bold) : Style(.accent)
        let sign = notice.weight == .refusal ? "✗ " : ""
        return Line.wrap(sign + notice.text, style, width: max(8, room.size.columns - 2))
    }

    /// Says of a note that is typed while the shared screen shows none that its keys arrive.
    private static func unseenNote(in room: Model) -> [Line] {
        guard room.isPresenting, let entry = room.noteEntry else { return [] }
        let text = "● a note is being typed, and not shown here; letters: \(entry.editor.count)"
        return [Line(text, Style(.accent))]
    }

    /// Hints from the left for as long as there is room; help and command line always at the right.
    static func draw(_ canvas: inout Canvas, _ hints: [Hint]) {
        canvas.fill(Style(.text, on: .bar))
        let fixed = [Hint("?", "help"), Hint(":", "command")].filter { always in
            !hints.contains { $0.key == always.key }
        }
        let isEditing = hints.contains { $0.key == "Esc" }
        let right = isEditing ? [] : fixed
        let rightWidth = right.reduce(0) { $0 + width(of: $1) }
        var column = 1
        for hint in hints {
            guard column + width(of: hint) <= canvas.columns - rightWidth else { break }
            column += put(hint, &canvas, column)
        }
        column = canvas.columns - rightWidth
        for hint in right { column += put(hint, &canvas, column) }
    }

    private static func width(of hint: Hint) -> Int { TextWidth.of(hint.key) + 1 + TextWidth.of(hint.label) + 2 }

    private static func put(_ hint: Hint, _ canvas: inout Canvas, _ column: Int) -> Int {
        var used = canvas.put(hint.key, row: 0, column: column, style: Style(.key, on: .bar, .bold))
        used += 1
        used += canvas.put(hint.label, row: 0, column: column + used, style: Style(.text, on: .bar))
        return used + 2
    }

    /// The keys of commands that the rules allow now, most wanted first.
    static func hints(for room: Model) -> [Hint] {
        if room.recording.isFollowing {
            return [Hint("Tab", "pane"), Hint("j k", "scroll"), Hint("/", "find"), Hint("q", "leave")]
        }
        let meeting = room.meeting
        if meeting.phase == .closed {
            return [
                Hint(":reopen", "corrects"), Hint(":publish", "writes again"), Hint("Tab", "pane"), Hint("q", "leave"),
            ]
        }
        func allowed(_ names: String...) -> [Hint] {
            names.compactMap(Command.named).filter { isAllowed($0, room) }.compactMap { command in
                command.key.map { Hint($0, command.label) }
            }
        }
        var hints = allowed("rule", "vote", "note", "motion", "decide")
        if meeting.phase == .inSession, meeting.openMotion == nil, meeting.items.count > 1 {
            hints.append(Hint("] [", "items"))
        }
        hints += allowed("action", "amend", "open", "roll") + [Hint("Tab", "pane")] + allowed("undo")
        if meeting.phase == .inSession { hints.append(Hint("C", "close")) }
        hints.append(Hint("q", "leave"))
        return hints
    }

    private static func isAllowed(_ command: Command, _ room: Model) -> Bool {
        command.whyUnavailable(in: room.journal, at: room.now) == nil
    }
}
