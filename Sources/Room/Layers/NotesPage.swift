import Council
import Screen

/// The notes of all items, the latest of the item before the council under the cursor: a note of some items ago is
/// corrected here, and the council stays where it is.
struct NotesPage: Layer {
    private var cursor: Int

    init(in room: Model) {
        let rows = Self.notes(in: room)
        let current = room.meeting.currentIndex.map { $0 + 1 }
        cursor = rows.lastIndex { $0.item ?? 0 <= current ?? .max } ?? max(0, rows.count - 1)
    }

    private static func notes(in room: Model) -> [NoteReference] {
        room.meeting.items.enumerated().flatMap { place, item in
            item.notes.filter { !$0.isStruck && ($0.kind != .private || room.reveals(item)) }
                .map { NoteReference($0.number, of: place + 1) }
        }
    }

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        let notes = Self.notes(in: room)
        cursor = max(0, min(cursor, notes.count - 1))
        switch key {
        case .escape, .character("q"), .character("N"): return [.close]
        case .down, .character("j"): cursor += 1
        case .up, .character("k"): cursor -= 1
        case .pageDown, .character(" "): cursor += max(1, room.page(ofDialog: wantedSize(in: room)) / 2)
        case .pageUp: cursor -= max(1, room.page(ofDialog: wantedSize(in: room)) / 2)
        case .home: cursor = 0
        case .end, .character("G"): cursor = notes.count
        case .character("["), .character("]"): goToItem(key == .character("[") ? -1 : 1, among: notes)
        case .character("u"): return [.run("undo")]
        default:
            guard notes.indices.contains(cursor) else { return [.doesNothing(key, "without notes: Esc leaves")] }
            return choose(key, on: .note(notes[cursor]), in: room)
        }
        cursor = max(0, min(cursor, notes.count - 1))
        return []
    }

    /// Goes to the last note of the item before, or of the next one.
    private mutating func goToItem(_ step: Int, among notes: [NoteReference]) {
        guard notes.indices.contains(cursor), let item = notes[cursor].item else { return }
        let others = notes.compactMap(\.item)
        let wanted = step < 0 ? others.last { $0 < item } : others.first { $0 > item }
        cursor = others.lastIndex { $0 == wanted } ?? cursor
    }

    /// The letters of the row's menu work here, too.
    private func choose(_ key: KeyEvent, on thing: PaneRow.Thing, in room: Model) -> [Reaction] {
        let offers = Command.offers(on: thing, in: room)
        switch key {
        case .enter where !offers.isEmpty: return [.open(RowMenu(on: thing, offers))]
        case .character("@"): if let offer = offers.first(where: \.isOfWho) { return [offer.reaction(in: room)] }
        case .character(let letter):
            if let offer = offers.first(where: { $0.key == letter }) { return [offer.reaction(in: room)] }
        default: break
        }
        return [.doesNothing(key, "in the list of notes: Esc leaves it")]
    }

    func hints(in room: Model) -> [Hint] {
        let notes = Self.notes(in: room)
        guard notes.indices.contains(cursor) else { return [Hint("Esc", "leave")] }
        let offers = Command.offers(on: .note(notes[cursor]), in: room)
        return [Hint("Esc", "leave"), Hint("[ ]", "items")] + offers.map { Hint(String($0.key), $0.label) }
            + [Hint("u", "undo")]
    }

    private struct Row {
        let line: Line
        /// The note's place in the list; nil for other lines.
        let place: Int?
    }

    private func rows(width: Int, in room: Model) -> [Row] {
        let notes = Self.notes(in: room)
        var rows: [Row] = []
        var item: Int?
        for (place, reference) in notes.enumerated() {
            guard let note = room.note(reference) else { continue }
            if reference.item != item, let number = reference.item {
                item = number
                if !rows.isEmpty { rows.append(Row(line: Line(), place: nil)) }
                let title = "\(number) \(room.meeting.title(of: room.meeting.items[number - 1]))"
                rows.append(
                    Row(
                        line: Line(TextWidth.truncated(title, to: width), Style(.label, on: .dialog, .bold)), place: nil
                    ))
            }
            let ground: Ground = place == cursor ? .selected : .dialog
            rows += NotesPane.note(note, in: room, width: width).map { Row(line: $0.on(ground), place: place) }
        }
        return rows.isEmpty ? [Row(line: Line("nothing noted yet", Style(.muted, on: .dialog)), place: nil)] : rows
    }

    func wantedSize(in room: Model) -> Size {
        let columns = room.dialogColumns(100)
        return Size(rows: rows(width: columns - 6, in: room).count + 2, columns: columns)
    }

    private func top(of rows: [Row], visible: Int) -> Int {
        let first = rows.firstIndex { $0.place == cursor } ?? 0
        let last = rows.lastIndex { $0.place == cursor } ?? 0
        return max(0, min(first, max(last - visible + 1, min(first - visible / 2, rows.count - visible))))
    }

    /// A click goes to a note.
    mutating func click(at position: Position, in size: Size, _ room: Model) -> [Reaction] {
        let rows = rows(width: size.columns - 6, in: room)
        let row = position.row - 1 + top(of: rows, visible: max(1, size.rows - 2))
        if rows.indices.contains(row), let place = rows[row].place { cursor = place }
        return []
    }

    func draw(_ canvas: inout Canvas, in room: Model) {
        canvas.frame("Notes of the meeting")
        let visible = max(1, canvas.rows - 2)
        let rows = rows(width: canvas.columns - 6, in: room)
        for (offset, row) in rows.dropFirst(top(of: rows, visible: visible)).prefix(visible).enumerated() {
            if row.place == cursor {
                canvas.fill(
                    Rect(row: 1 + offset, column: 1, rows: 1, columns: canvas.columns - 2), Style(.text, on: .selected))
            }
            canvas.put(row.line, row: 1 + offset, column: 3, width: canvas.columns - 5)
        }
    }
}
