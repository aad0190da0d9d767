import Council
import Screen

extension Command {
    static let actions = Command(
        "actions", key: "A", label: "actions", group: .screen,
        help: "The actions of this meeting, and the open ones of earlier meetings, overdue ones first."
    ) { _, _ in
        .screen { room in
            room.layers.append(ActionsPage(in: room))
            return room.earlierActions == nil ? room.readLibrary() : []
        } console: {
            $0.meeting.actions.isEmpty ? $0.earlierActions : $0.actions + $0.earlierActions
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

/// The actions of this meeting, and the open ones of earlier meetings, overdue ones first. What becomes of them is said
/// here, too.
struct ActionsPage: Layer {
    private var cursor = 0

    /// - Parameter atOwn: Whether it begins with this meeting's actions, and not with those of earlier ones.
    init(in room: Model, atOwn: Bool = false) {
        let own = room.meeting.actions.count
        cursor = atOwn || room.earlierActions?.actions.isEmpty ?? true ? 0 : own
    }

    private func standings(in room: Model) -> [EarlierActions.Standing] {
        room.earlierActions?.standings(on: room.meeting.agenda.date) ?? []
    }

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        let standings = standings(in: room)
        let own = room.meeting.actions
        let page = max(1, room.page(ofDialog: wantedSize(in: room)) / 2)
        switch key {
        case .escape, .character("q"), .character("A"): return [.close]
        case .enter where cursor >= own.count: return [.close]
        case .down, .character("j"): cursor += 1
        case .up, .character("k"): cursor -= 1
        case .pageDown: cursor += page
        case .pageUp: cursor -= page
        case .home: cursor = 0
        case .end: cursor = own.count + standings.count
        case .character("u"): return [.run("undo")]
        case .character(":"): return [.open(CommandEntry(""))]
        case _ where own.indices.contains(cursor):
            let thing = PaneRow.Thing.action(own[cursor].number)
            let offers = Command.offers(on: thing, in: room)
            if key == .enter, !offers.isEmpty { return [.open(RowMenu(on: thing, offers))] }
            let chosen = offers.first {
                key == .character($0.key) || $0.isOfWho && (key == .character("@") || key == .character("r"))
            }
            return [chosen?.reaction(in: room) ?? .doesNothing(key, "in the list of actions: Esc leaves it")]
        case .character("d"), .character("l"), .character("x"), .character("r"):
            let place = cursor - own.count
            guard standings.indices.contains(place) else { return [.doesNothing(key, "without an action")] }
            return say(key, of: standings[place].action.reference, in: room)
        default: return [.doesNothing(key, "in the list of actions: Esc leaves it")]
        }
        cursor = max(0, min(cursor, own.count + standings.count - 1))
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
        if room.meeting.actions.indices.contains(cursor) {
            let offers = Command.offers(on: .action(room.meeting.actions[cursor].number), in: room)
            return [Hint("Esc", "leave")] + offers.map { Hint(String($0.key), $0.label) } + [Hint("u", "undo")]
        }
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
        let own = ownLines(width: width, in: room)
        guard !standings.isEmpty else {
            let sentence =
                room.isReadingLibrary
                ? "earlier meetings are being read" : room.libraryFault ?? "no action of an earlier meeting is open"
            return own + Line.wrap(sentence, Style(.text, on: .dialog), width: width).map { Row(line: $0, place: nil) }
        }
        let first = room.meeting.actions.count
        return own
            + standings.enumerated().flatMap { index, standing in
                let place = first + index
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

    /// This meeting's actions, under a line that says so.
    private func ownLines(width: Int, in room: Model) -> [Row] {
        let actions = room.meeting.actions
        guard !actions.isEmpty else { return [] }
        func heading(_ text: String) -> Row {
            Row(line: Line(text, Style(.label, on: .dialog, .bold)), place: nil)
        }
        let rows = actions.enumerated().flatMap { place, action in
            NotesPane.action(action, in: room, width: width).map {
                Row(line: $0.on(place == cursor ? .selected : .dialog), place: place)
            }
        }
        return [heading("this meeting")] + rows + [Row(line: Line(), place: nil), heading("earlier meetings")]
    }

    /// The first line that is shown, so that the cursor's action is.
    private func top(of lines: [Row], rows: Int) -> Int {
        let last = lines.lastIndex { $0.place == cursor } ?? 0
        let first = lines.firstIndex { $0.place == cursor } ?? 0
        return max(0, min(first, max(last - rows + 1, min(first - rows / 3, lines.count - rows))))
    }

    func draw(_ canvas: inout Canvas, in room: Model) {
        canvas.frame(room.meeting.actions.isEmpty ? "Actions of earlier meetings" : "Actions")
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
