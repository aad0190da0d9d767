import Council
import Screen

extension Command {
    static let actions = Command(
        "actions", key: "A", label: "actions", group: .screen,
        help: "Lists the actions of this meeting, and the open ones of earlier meetings, overdue ones first."
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
        case .down, .character("j"): cursor += 1
        case .up, .character("k"): cursor -= 1
        case .pageDown: cursor += page
        case .pageUp: cursor -= page
        case .home: cursor = 0
        case .end: cursor = own.count + standings.count
        case .character("u"): return [.run("undo")]
        default: return choose(key, in: room)
        }
        cursor = max(0, min(cursor, own.count + standings.count - 1))
        return []
    }

    /// The action under the cursor.
    private func pointedAt(in room: Model) -> PaneRow.Thing? {
        let own = room.meeting.actions
        if own.indices.contains(cursor) { return .action(own[cursor].number) }
        let standings = standings(in: room)
        let place = cursor - own.count
        return standings.indices.contains(place) ? .earlierAction(standings[place].action.reference) : nil
    }

    /// Opens the menu of the action under the cursor, or does what a letter of that menu says.
    private func choose(_ key: KeyEvent, in room: Model) -> [Reaction] {
        guard let thing = pointedAt(in: room) else {
            return key == .enter ? [.close] : [.doesNothing(key, "without an action")]
        }
        let offers = Command.offers(on: thing, in: room)
        if key == .enter, !offers.isEmpty { return [.open(RowMenu(on: thing, offers))] }
        let chosen = offers.first {
            key == .character($0.key) || $0.isOfWho && (key == .character("@") || key == .character("r"))
        }
        if let chosen { return [chosen.reaction(in: room)] }
        // The rules say why nothing can be said of it yet.
        let isLetter = [KeyEvent.enter] + "dlxrs@".map(KeyEvent.character)
        if offers.isEmpty, case .earlierAction(let action) = thing, !room.recording.isFollowing, isLetter.contains(key)
        {
            return [.ask(.update(action: action, word: .done, until: nil, reason: nil), thenClose: false)]
        }
        return [.doesNothing(key, "in the list of actions: Esc leaves it")]
    }

    func hints(in room: Model) -> [Hint] {
        let isEmpty = room.meeting.actions.isEmpty && standings(in: room).isEmpty
        let rest = [Hint("Esc", "leave")] + (isEmpty ? [] : [Hint("j k", "move")])
        let offers = pointedAt(in: room).map { Command.offers(on: $0, in: room) } ?? []
        guard !offers.isEmpty else { return rest }
        return [Hint("Enter", "menu")] + rest + offers.map { Hint(String($0.key), $0.label) } + [Hint("u", "undo")]
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
                return Self.lines(of: standing, on: ground, width: width).map { Row(line: $0, place: place) }
            }
    }

    /// An action of an earlier meeting: whose it is and when it is due, and below that its words.
    static func lines(of standing: EarlierActions.Standing, on ground: Ground, width: Int) -> [Line] {
        let isOpen = standing.state == .open
        let state: Role = !isOpen ? .muted : standing.daysOverdue == nil ? .accent : .warning
        let action = standing.action
        let head = Line.wrap(
            [
                Span("\(standing.owner?.name ?? "no owner") ", Style(isOpen ? .strong : .muted, on: ground, .bold)),
                Span(standing.spoken, Style(state, on: ground, .bold)),
                Span("  \(action.reference)", Style(.muted, on: ground)),
            ], width: width)
        let from = action.title.map { [Span("  \($0)", Style(.muted, on: ground))] } ?? []
        return head + Line.wrap([Span(action.text, Style(isOpen ? .text : .muted, on: ground))] + from, width: width)
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
