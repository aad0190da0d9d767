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

    /// What the footer shows: the keys that work now, and those that stand there always.
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
        if room.recording.isFollowing { return [panes, Hint("j k", "scroll")] + keys("find", as: "find") + leave }
        let meeting = room.meeting
        if meeting.phase == .closed {
            return [Hint(":reopen", "corrects"), Hint(":publish", "writes again"), panes] + leave
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
                (isFirst ? rank - 100 : rank, keys(command.name, as: goesOn ? "go on with the draft" : command.label)))
        }
        return ranked.sorted { $0.rank < $1.rank }.flatMap(\.hints)
    }

    /// Where the keys that are no commands stand among the commands' ranks.
    private static let itemsRank = 50
    private static let panesRank = 100
}
