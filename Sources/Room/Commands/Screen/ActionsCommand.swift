import Council
import Screen

extension Command {
    static let actions = Command(
        "actions", key: "A", label: "actions", group: .screen,
        help: "The open actions of earlier meetings, overdue ones first."
    ) { _, _ in
        .screen { room in
            room.layers.append(EarlierActionsPage())
            return room.earlierActions == nil ? room.readLibrary() : []
        } console: {
            $0.earlierActions
        }
    }
}

extension Narrator {
    /// The actions of earlier meetings, and where they stand.
    var earlierActions: [String] {
        guard meeting.phase != .gathering else {
            return ["the call to order, `open`, brings forward the actions of earlier meetings"]
        }
        let standings = meeting.earlier?.standings(on: meeting.agenda.date) ?? []
        if standings.isEmpty { return ["no actions of earlier meetings"] }
        return standings.map { standing in
            let action = standing.action
            let title = action.title.map { " [\($0)]" } ?? ""
            return
                "\(action.reference): \(standing.owner?.name ?? "no owner"), \(standing.spoken): \(action.text)\(title)"
        }
    }
}

extension EarlierActions.Standing {
    /// `due 2026-12-02, 5 days overdue`.
    var spoken: String {
        switch state {
        case .done: "done"
        case .dropped: "dropped"
        case .open:
            (due.map { "due \($0)" } ?? "no date") + (daysOverdue.map { ", \(counted($0, "day")) overdue" } ?? "")
        }
    }
}

/// The open actions of earlier meetings, overdue ones first. What becomes of them is said here, too.
struct EarlierActionsPage: Layer {
    private var cursor = 0

    private func standings(in room: Model) -> [EarlierActions.Standing] {
        room.earlierActions?.standings(on: room.meeting.agenda.date) ?? []
    }

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        let standings = standings(in: room)
        let page = max(1, room.page(ofDialog: wantedSize(in: room)) / 2)
        switch key {
        case .escape, .enter, .character("q"), .character("A"): return [.close]
        case .down, .character("j"): cursor += 1
        case .up, .character("k"): cursor -= 1
        case .pageDown: cursor += page
        case .pageUp: cursor -= page
        case .home: cursor = 0
        case .end: cursor = standings.count
        case .character("u"): return [.run("undo")]
        case .character(":"): return [.open(CommandEntry(""))]
        case .character("d"), .character("l"), .character("x"), .character("r"):
            guard standings.indices.contains(cursor) else { return [.doesNothing(key, "without an action")] }
            return say(key, of: standings[cursor].action.reference, in: room)
        default: return [.doesNothing(key, "in the list of actions: Esc leaves it")]
        }
        cursor = max(0, min(cursor, standings.count - 1))
        return []
    }

    /// Says what became of an action; a day or a reason is typed on the command line.
    private func say(_ key: KeyEvent, of action: ActionReference, in room: Model) -> [Reaction] {
        let done = Request.update(action: action, word: .done, until: nil, reason: nil)
        guard room.meeting.phase == .inSession, room.meeting.earlier != nil else {
            return [.ask(done, thenClose: false)]
        }
        switch key {
        case .character("l"): return [.open(CommandEntry("later \(action) "))]
        case .character("r"): return [.open(CommandEntry("reassign \(action) to "))]
        case .character("x"): return [.open(CommandEntry("drop \(action) because "))]
        default: return [.ask(done, thenClose: false)]
        }
    }

    func hints(in room: Model) -> [Hint] {
        guard !standings(in: room).isEmpty else { return [Hint("Esc", "leave")] }
        let words =
            room.meeting.phase == .inSession
            ? [Hint("d", "done"), Hint("l", "later"), Hint("x", "drop"), Hint("r", "reassign")] : []
        return words + [Hint("Esc", "leave"), Hint("j k", "move")] + (words.isEmpty ? [] : [Hint("u", "undo")])
    }

    func wantedSize(in room: Model) -> Size {
        let columns = room.dialogColumns(100)
        return Size(rows: lines(width: columns - 6, in: room).count + 2, columns: columns)
    }

    /// A click goes to an action.
    mutating func click(at position: Position, in size: Size, _ room: Model) -> [Reaction] {
        let lines = lines(width: size.columns - 6, in: room)
        let row = position.row - 1 + top(of: lines, rows: size.rows - 2)
        if lines.indices.contains(row), let place = lines[row].place { cursor = place }
        return []
    }

    private struct Row {
        let line: Line
        /// The action's place in the list; nil for other lines.
        let place: Int?
    }

    private func lines(width: Int, in room: Model) -> [Row] {
        let standings = standings(in: room)
        guard !standings.isEmpty else {
            let sentence =
                room.isReadingLibrary
                ? "earlier meetings are being read" : room.libraryFault ?? "no action of an earlier meeting is open"
            return Line.wrap(sentence, Style(.text, on: .dialog), width: width).map { Row(line: $0, place: nil) }
        }
        return standings.enumerated().flatMap { place, standing in
            let ground: Ground = place == cursor ? .selected : .dialog
            let isOpen = standing.state == .open
            let state: Role = !isOpen ? .muted : standing.daysOverdue == nil ? .accent : .warning
            let action = standing.action
            let owner = standing.owner?.name ?? "no owner"
            let head = Line.wrap(
                [
                    Span("\(owner) ", Style(isOpen ? .strong : .muted, on: ground, .bold)),
                    Span(standing.spoken, Style(state, on: ground, .bold)),
                    Span("  \(action.reference)", Style(.muted, on: ground)),
                ], width: width)
            let from = action.title.map { [Span("  \($0)", Style(.muted, on: ground))] } ?? []
            let text = Line.wrap(
                [Span(action.text, Style(isOpen ? .text : .muted, on: ground))] + from, width: width)
            return (head + text).map { Row(line: $0, place: place) }
        }
    }

    /// The first line that is shown, so that the cursor's action is.
    private func top(of lines: [Row], rows: Int) -> Int {
        let last = lines.lastIndex { $0.place == cursor } ?? 0
        let first = lines.firstIndex { $0.place == cursor } ?? 0
        return max(0, min(first, max(last - rows + 1, min(first - rows / 3, lines.count - rows))))
    }

    func draw(_ canvas: inout Canvas, in room: Model) {
        canvas.frame("Actions of earlier meetings")
        let rows = max(1, canvas.rows - 2)
        let lines = lines(width: canvas.columns - 6, in: room)
        let top = top(of: lines, rows: rows)
        for (offset, row) in lines.dropFirst(top).prefix(rows).enumerated() {
            let isUnderCursor = row.place == cursor
            if isUnderCursor {
                canvas.fill(
                    Rect(row: 1 + offset, column: 1, rows: 1, columns: canvas.columns - 2),
                    Style(.text, on: .selected))
                if offset == 0 || lines[top + offset - 1].place != cursor {
                    canvas.put("▸", row: 1 + offset, column: 2, style: Style(.cursor, on: .selected, .bold))
                }
            }
            canvas.put(row.line, row: 1 + offset, column: 4, width: canvas.columns - 6)
        }
        let key = Style(.key, on: .dialog)
        if top > 0 { canvas.put("▴", row: 1, column: canvas.columns - 2, style: key) }
        if top + rows < lines.count { canvas.put("▾", row: canvas.rows - 2, column: canvas.columns - 2, style: key) }
    }
}
