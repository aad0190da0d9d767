import Council
import Screen

/// The debate: what was said, by whom and when; and, at its foot, the note being typed.
enum NotesPane {
    static func lines(of item: Item, in room: Model, width: Int) -> [Line] {
        var lines = item.notes.filter { !$0.isStruck }.flatMap { note(of: $0, in: room, width: width) }
        let actions = room.meeting.actions.filter { $0.item == item.id }
        if !actions.isEmpty {
            if !lines.isEmpty { lines.append(Line()) }
            for action in actions { lines += self.action(action, in: room, width: width) }
        }
        return lines.isEmpty ? [Line("nothing noted yet", Style(.muted))] : lines
    }

    private static func note(of note: Note, in room: Model, width: Int) -> [Line] {
        var spans = [
            Span("\(note.number) ", Style(.label)), Span(room.clock.time(note.at) + " ", Style(.muted)),
        ]
        if let speaker = note.speaker {
            spans.append(Span(room.meeting.roster.shortName(of: speaker) + " ", Style(.strong, on: .page, .bold)))
        }
        let (sign, text): (Role, Role) =
            switch note.kind {
            case .concern: note.isOpenConcern ? (.concern, .text) : (.muted, .muted)
            case .private: (.privateNote, .privateNote)
            default: (.accent, .text)
            }
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

    private static func action(_ action: ActionItem, in room: Model, width: Int) -> [Line] {
        let owner = action.owner.map { room.meeting.roster.name(of: $0) } ?? "no owner"
        let due = action.due.map { " by \($0.long)" } ?? ", no date"
        let state = action.isDone ? "✓ done" : "→ action \(action.number)"
        return Line.wrap(
            [
                Span("\(state) ", Style(action.isDone ? .muted : .accent, on: .page, .bold)),
                Span("\(owner)\(due): ", Style(.strong, on: .page, .bold)), Span(action.text, .plain),
            ], width: width, restIndent: 2)
    }

    static func draw(_ lines: [Line], _ canvas: inout Canvas, _ room: Model) -> PaneContent {
        guard let entry = room.noteEntry else {
            let top = room.scroll[.notes] ?? max(0, lines.count - canvas.rows)
            return PaneContent.draw(lines, top: top, finding: room.wanted, &canvas)
        }
        let prompt = room.clock.time(room.now) + " ▏"
        let indent = 1 + TextWidth.of(prompt)
        let width = max(8, canvas.columns - indent - 1)
        let layout = entry.editor.layout(width: width, height: max(1, canvas.rows - 2))
        let rows = layout.lines.count
        let (above, below) = canvas.bounds.split(bottom: rows)
        let top = room.scroll[.notes] ?? max(0, lines.count - above.rows)
        var content = canvas.draw(in: above) { PaneContent.draw(lines, top: top, finding: room.wanted, &$0) }
        content.editorWidth = width
        drawCandidates(of: entry, in: above, indent: indent, &canvas)
        canvas.fill(below, Style(.text, on: .input))
        canvas.put(prompt, row: below.row, column: 1, style: Style(.label, on: .input))
        for (offset, line) in layout.lines.enumerated() {
            canvas.put(line, row: below.row + offset, column: indent, width: width, style: Style(.text, on: .input))
        }
        if room.layers.last is NoteEntry {
            canvas.cursor = Position(row: below.row + layout.cursor.row, column: indent + layout.cursor.column)
        }
        return content
    }

    /// What the word being typed could be, over the foot of the notes: the line itself stays where it is.
    private static func drawCandidates(of entry: NoteEntry, in above: Rect, indent: Int, _ canvas: inout Canvas) {
        guard !entry.candidates.isEmpty, canvas.columns > indent + 16 else { return }
        let rows = min(CandidateList.most, entry.candidates.count, above.rows)
        let room = min(46, canvas.columns - indent)
        let area = Rect(row: above.endRow - rows, column: indent - 2, rows: rows, columns: room)
        canvas.draw(in: area) { CandidateList.draw(&$0, entry.candidates, chosen: entry.chosen?.index ?? 0) }
    }
}
