import Council
import Screen

extension Pane {
    /// The debate: what was said, by whom and when.
    static let notes: Pane = Pane(
        "notes", at: .below, followsEnd: true,
        state: { room in room.shownItem.map(room.reveals) == true ? "revealed" : "" },
        click: { room, line, lines in
            guard let row = lines.rows.firstIndex(where: { $0.lines.contains(line) }) else { return nil }
            return room.pointOut(row: row, in: .notes)
        },
        spoken: \.notes
    ) { room, width in
        room.shownItem.map { NotesPane.lines(of: $0, in: room, width: width) } ?? PaneLines([])
    }
}

enum NotesPane {
    static func lines(of item: Item, in room: Model, width: Int) -> PaneLines {
        var lines: [Line] = []
        var rows: [PaneRow] = []
        func add(_ thing: PaneRow.Thing, _ more: [Line]) {
            rows.append(PaneRow(thing: thing, lines: lines.count..<lines.count + more.count))
            lines += more
        }
        let place = room.meeting.number(of: item)
        let reveals = room.reveals(item)
        let hidden = reveals ? [] : item.privateNotes
        for note in item.notes where !note.isStruck {
            if reveals || note.kind != .private {
                add(.note(NoteReference(note.number, of: place)), self.note(note, in: room, width: width))
            } else if note.number == hidden.first?.number {
                // One line for all of them, where the first one stands.
                let text = "· \(counted(hidden.count, "private note"))"
                add(.privateNotes(item: place), [Line(text, Style(.privateNote))])
            }
        }
        let actions = room.meeting.actions.filter { $0.item == item.id }
        if !actions.isEmpty, !lines.isEmpty { lines.append(Line()) }
        for action in actions { add(.action(action.number), self.action(action, in: room, width: width)) }
        return lines.isEmpty
            ? PaneLines([Line("nothing noted yet", Style(.muted))]) : PaneLines(lines, rows: rows)
    }

    static func note(_ note: Note, in room: Model, width: Int) -> [Line] {
        let when = note.since?.short ?? room.clock.time(note.at)
        var spans = [Span("\(note.number) ", Style(.label)), Span(when + " ", Style(.muted))]
        if let speaker = note.speaker {
            spans.append(Span(room.meeting.roster.shortName(of: speaker) + " ", Style(.strong, on: .page, .bold)))
        }
        let (sign, text): (Role, Role) =
            switch note.kind {
            case .concern: note.isOpenConcern ? (.concern, .text) : (.muted, .muted)
            case .private: (.privateNote, .privateNote)
            default: (.accent, .text)
            }
        if note.isLater == true { spans.append(Span("entered later ", Style(.muted))) }
        if note.kind != .plain {
            let state = note.kind == .concern ? (note.isOpenConcern ? "! concern" : "✓ concern") : note.kind.rawValue
            spans.append(Span(state + ": ", Style(sign, on: .page, .bold)))
        }
        spans.append(Span(note.text, Style(text)))
        if let resolution = note.resolution {
            spans.append(Span(" (resolved\(resolution.reason.map { ": \($0)" } ?? ""))", Style(.muted)))
        }
        return Line.wrap(spans, width: width, restIndent: 8)
    }

    static func action(_ action: ActionItem, in room: Model, width: Int) -> [Line] {
        let owner = action.owner.map { room.meeting.roster.name(of: $0) } ?? "no owner"
        let due = action.due.map { " by \($0.long)" } ?? ", no date"
        let state = action.isDone ? "✓ done" : "→ action \(action.number)"
        return Line.wrap(
            [
                Span("\(state) ", Style(action.isDone ? .muted : .accent, on: .page, .bold)),
                Span("\(owner)\(due): ", Style(.strong, on: .page, .bold)),
                Span(action.isLater == true ? "entered later " : "", Style(.muted)), Span(action.text, .plain),
            ], width: width, restIndent: 2)
    }
}

extension Item {
    /// Private notes that stand.
    var privateNotes: [Note] { notes.filter { !$0.isStruck && $0.kind == .private } }
}
