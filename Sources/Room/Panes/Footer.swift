import Commands
import Council
import Screen

/// The two lines at the foot: what was just said to the person, and the keys that work now.
enum Footer {
    /// The sentence that was just said to the person, in as many lines as it needs: a refusal is read to its end.
    static func message(in room: Model) -> [Line] {
        guard !(room.layers.last is CommandEntry) else { return [] }
        guard let notice = room.notice else { return unseenNote(in: room) }
        let (sign, style): (String, Style) =
            switch notice.weight {
            case .news: ("", Style(.accent))
            case .doubt: ("~ ", Style(.warning, on: .page, .bold))
            case .refusal: ("✗ ", Style(.warning, on: .page, .bold))
            }
        return Line.wrap(sign + notice.text, style, width: max(8, room.size.columns - 2))
    }

    /// Says of a note that is typed while the shared screen shows none that its keys arrive.
    private static func unseenNote(in room: Model) -> [Line] {
        guard room.isPresenting, let entry = room.noteEntry else { return [] }
        let text = "● \(counted(entry.editor.count, "letter")) of a note, not shown here"
        return [Line(text, Style(.accent))]
    }

    /// The keys at the right edge: help always, and the command line where nothing is in front.
    static func always(in room: Model) -> [Hint] {
        guard let layer = room.layers.last else { return [Hint("?", "help"), Hint(":", "command")] }
        return layer is HelpPage ? [] : [Hint(layer.takesText ? "F1" : "?", "help")]
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
        func allowed(_ names: String...) -> [Hint] {
            names.compactMap(Command.named).filter { room.refusal(of: $0) == nil }.flatMap {
                keys($0.name, as: $0.label)
            }
        }
        if room.recording.isFollowing {
            return [Hint("Tab", "pane"), Hint("j k", "scroll")] + keys("find", as: "find") + keys("quit", as: "leave")
        }
        let meeting = room.meeting
        if meeting.phase == .closed {
            return [Hint(":reopen", "corrects"), Hint(":publish", "writes again"), Hint("Tab", "pane")]
                + keys("quit", as: "leave")
        }
        var hints = allowed("rule")
        hints += meeting.openMotion == nil ? allowed("note", "vote") : allowed("vote", "note")
        hints += allowed("decide")
        if !room.leftDraft.isEmpty, let note = room.keys.label(of: "note"),
            let place = hints.firstIndex(where: { $0.key == note })
        {
            hints[place] = Hint(note, "go on with the draft")
        }
        if meeting.phase == .inSession, meeting.openMotion == nil, meeting.items.count > 1 {
            hints += keys("go next", "go back", as: "items")
        }
        hints += allowed("action", "amend", "open", "roll") + [Hint("Tab", "pane")] + allowed("undo")
        if meeting.phase == .inSession { hints += keys("close", as: "close") }
        return hints + allowed("motion") + keys("quit", as: "leave")
    }
}
