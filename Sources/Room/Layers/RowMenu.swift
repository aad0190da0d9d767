import Council
import Screen

/// What can be done with the row under the cursor, one line each; a letter chooses at once.
struct RowMenu: Layer {
    let thing: PaneRow.Thing
    private let offers: [RowOffer]
    private var cursor = 0

    init(on thing: PaneRow.Thing, _ offers: [RowOffer]) {
        self.thing = thing
        self.offers = offers
    }

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        switch key {
        case .escape, .character("q"): return [.close]
        case .enter: return [.close, offers[cursor].reaction(in: room)]
        case .character(let letter) where offers.contains { $0.key == letter }:
            return offers.first { $0.key == letter }.map { [.close, $0.reaction(in: room)] } ?? []
        case .character("@"):
            guard let offer = offers.first(where: \.isOfWho) else { return [.doesNothing(key, "in this menu")] }
            return [.close, offer.reaction(in: room)]
        case .down, .character("j"), .tab: cursor = (cursor + 1) % offers.count
        case .up, .character("k"), .backTab: cursor = (cursor + offers.count - 1) % offers.count
        default: return [.doesNothing(key, "in this menu: Esc leaves it")]
        }
        return []
    }

    func hints(in room: Model) -> [Hint] {
        [Hint("Enter", offers[cursor].label), Hint("Esc", "leave"), Hint("j k", "move")]
    }

    mutating func click(at position: Position, in size: Size, _ room: Model) -> [Reaction] {
        let place = position.row - 1 - words(in: room, width: size.columns - 4).count
        guard offers.indices.contains(place) else { return [] }
        cursor = place
        return [.close, offers[place].reaction(in: room)]
    }

    /// The words of the row, so that nobody changes another one.
    private func words(in room: Model, width: Int) -> [Line] {
        let lines: [Line] =
            switch thing {
            case .note(let reference):
                room.note(reference).map { NotesPane.note($0, in: room, width: width) } ?? []
            case .action(let number):
                room.meeting.actions.first { $0.number == number }
                    .map { NotesPane.action($0, in: room, width: width) } ?? []
            case .earlierAction(let reference):
                room.meeting.earlier?.standing(of: reference, on: room.meeting.agenda.date)
                    .map { ActionsPage.lines(of: $0, on: .dialog, width: width) } ?? []
            case .item(let place):
                room.meeting.items.indices.contains(place - 1)
                    ? Line.wrap(room.meeting.title(of: room.meeting.items[place - 1]), .plain, width: width) : []
            case .privateNotes: []
            }
        return lines.prefix(4).map { $0.on(.dialog) } + (lines.isEmpty ? [] : [Line()])
    }

    func wantedSize(in room: Model) -> Size {
        let columns = room.dialogColumns(64)
        return Size(rows: words(in: room, width: columns - 4).count + offers.count + 2, columns: columns)
    }

    func draw(_ canvas: inout Canvas, in room: Model) {
        let name = room.name(of: thing)
        canvas.frame(name.capitalizedFirst)
        var row = 1
        for line in words(in: room, width: canvas.columns - 4) {
            canvas.put(line, row: row, column: 2, width: canvas.columns - 4)
            row += 1
        }
        for (place, offer) in offers.enumerated() {
            let ground: Ground = place == cursor ? .selected : .dialog
            canvas.fill(Rect(row: row, column: 1, rows: 1, columns: canvas.columns - 2), Style(.text, on: ground))
            canvas.put(place == cursor ? "▸" : " ", row: row, column: 2, style: Style(.cursor, on: ground, .bold))
            canvas.put(String(offer.key), row: row, column: 4, style: Style(.key, on: ground, .bold))
            canvas.put(
                offer.label, row: row, column: 7, width: canvas.columns - 9, style: Style(.text, on: ground),
                overflow: .ellipsis)
            row += 1
        }
    }
}
