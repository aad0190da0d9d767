import Council
import Screen

/// Draws the panes, and keeps their lines from one frame to the next: a proposal and hundreds of notes are costly to lay
/// out.
struct PanePainter {
    private var lines: [Pane: Kept<LinesKey, PaneLines>] = [:]
    /// What each pane was drawn from last.
    private var drawn: [Pane: DrawnKey] = [:]
    /// The note being typed as it was drawn last, and the pane that it stands in, without its title.
    private var typed: (note: NoteBeingTyped, inside: Rect)?

    /// Has every pane drawn anew.
    mutating func forget() {
        drawn = [:]
        typed = nil
    }

    /// Draws the note being typed if it stands where it stood, so that the panes stay as they are.
    ///
    /// - Returns: whether it does.
    mutating func paint(_ entry: NoteEntry, into grid: inout Grid) -> Bool {
        guard let (last, inside) = typed, let note = last.after(entry) else { return false }
        grid.draw(in: inside.split(bottom: note.rows).bottom) { note.draw(&$0, over: last) }
        typed = (note, inside)
        return true
    }

    /// Draws the panes that have changed.
    mutating func paint(_ room: Model, _ layout: RoomLayout, into grid: inout Grid, _ metrics: inout Metrics) {
        typed = nil
        for (pane, rect) in layout.panes {
            let (title, inside) = rect.split(top: 1)
            // The note being typed stands below the notes; while somebody types it is all that a frame draws.
            let note = room.noteEntry != nil && pane == .notes ? NoteBeingTyped(in: room, size: inside.size) : nil
            let (body, foot) = inside.split(bottom: note?.rows ?? 0)
            let key = DrawnKey(pane, in: room, width: rect.columns - 2, rows: body.rows)
            if drawn[pane] != key {
                grid.draw(in: title) { canvas in
                    canvas.fill(.plain)
                    PaneTitle.draw(&canvas, pane, among: layout.strips[pane] ?? [pane], room, isFocused: key.isFocused)
                }
                let lines = lines(of: pane, in: room, width: rect.columns - 2)
                grid.draw(in: body) { canvas in
                    canvas.fill(.plain)
                    lines.draw(
                        &canvas, from: pane.top(of: lines, rows: canvas.rows, in: room), at: pane.indent,
                        finding: pane.cursor == nil ? room.search : nil, place: key.place,
                        cursor: key.isPointing ? room.cursorRow(in: pane, of: lines.rows) : nil)
                }
                drawn[pane] = key
                metrics.content[pane] = lines.count
                metrics.visible[pane] = body.rows
                metrics.width[pane] = rect.columns - 2
                metrics.rows[pane] = lines.rows
            }
            guard let note else { continue }
            grid.draw(in: foot) { note.draw(&$0) }
            typed = (note, inside)
            metrics.editorWidth = note.width
            if note.hasCandidates {
                grid.draw(in: body) { note.drawCandidates(&$0) }
                // What they cover is drawn anew with the next frame.
                drawn[pane] = nil
            }
        }
    }

    /// The lines of a pane, laid out anew only if something that they depend on has changed.
    mutating func lines(of pane: Pane, in room: Model, width: Int) -> PaneLines {
        lines[pane, default: Kept()].value(for: LinesKey(pane, in: room, width: width)) { pane.lines(room, width) }
    }

    /// Keeps what is in sight about in sight: in another width a pane's text has other rows.
    mutating func keepPlaces(in room: inout Model, _ layout: RoomLayout) {
        for (pane, rect) in layout.panes {
            let width = rect.columns - 2
            guard let before = room.metrics.width[pane], before != width, let top = room.scroll[pane], top > 0,
                let rows = room.metrics.content[pane], rows > 0
            else { continue }
            // Less may be shown than when it was scrolled: without a bound, the place would grow with every new width.
            room.scroll[pane] = min(top, rows) * lines(of: pane, in: room, width: width).count / rows
        }
    }

    /// What the lines of a pane depend on.
    private struct LinesKey: Equatable {
        let edition: Int
        let item: ItemID?
        let width: Int
        let state: String

        init(_ pane: Pane, in room: Model, width: Int) {
            edition = room.edition
            item = room.shownID
            state = pane.state(room)
            self.width = width
        }
    }

    /// What the picture of a pane depends on, apart from its place on the screen.
    private struct DrawnKey: Equatable {
        let lines: LinesKey
        let scroll: Int?
        let wanted: String?
        let place: TextSearch.Place?
        let row: Int?
        /// Whether keys move the pane's cursor, so that it is shown.
        let isPointing: Bool
        let isFocused: Bool
        let isLookingElsewhere: Bool
        let rows: Int

        init(_ pane: Pane, in room: Model, width: Int, rows: Int) {
            lines = LinesKey(pane, in: room, width: width)
            scroll = room.scroll[pane]
            wanted = room.search?.wanted
            place = room.search?.place.flatMap { $0.pane == pane ? $0 : nil }
            row = room.rowCursor[pane]
            isPointing = room.layers.isEmpty && room.focus == pane
            isFocused = room.paneInFront == pane
            isLookingElsewhere = room.isLookingElsewhere
            self.rows = rows
        }
    }
}
