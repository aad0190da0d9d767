import Commands
import Council
import Screen

/// Draws the room into a grid.
///
/// What is costly to lay out (a proposal, hundreds of notes) is kept from one frame to the next, and a pane in which
/// nothing moved is not drawn again: a frame while somebody types in a note draws the note.
public final class Painter {
    /// The screen without dialogs, as it was drawn last.
    private var base = Grid(columns: 0, rows: 0)
    private var arrangement: Arrangement?
    private var drawn: [Pane: DrawnPane] = [:]
    private var header: Header.Key?
    private var presented: PresenterView.Key?

    private var agenda = Kept<PaneKey, (lines: [Line], rows: [Int])>()
    private var proposal = Kept<PaneKey, [Line]>()
    private var notes = Kept<PaneKey, [Line]>()
    private var votes = Kept<PaneKey, [Line]>()
    private var hints = Kept<HintsKey, [Hint]>()

    public init() {}

    /// Draws the whole screen, and tells the model how much of each pane there was to show.
    public func paint(_ room: inout Model, into grid: inout Grid) {
        let message = Footer.message(in: room)
        let layout = layout(of: room, grid.size, messageRows: message.count)
        guard !layout.isTooSmall else {
            arrangement = nil
            grid.clear()
            grid.cursor = nil
            paintTooSmall(&grid)
            return
        }
        prepare(for: Arrangement(layout: layout, banner: room.banner, isPresenting: room.isPresenting), grid.size)
        base.cursor = nil
        let heading = Header.Key(room)
        if heading != header {
            base.draw(in: layout.header) { Header.draw(&$0, room) }
            header = heading
        }
        if room.isPresenting {
            let key = PresenterView.Key(room)
            if key != presented {
                base.draw(in: layout.body) { canvas in
                    canvas.fill(.plain)
                    PresenterView.draw(&canvas, room)
                }
                presented = key
            }
        } else {
            paintPanes(&room, layout)
        }
        let hints = hints(for: room)
        base.draw(in: layout.footer) { Footer.draw(&$0, hints) }
        grid = base
        paintLayers(room, layout, into: &grid)
        for (row, line) in message.enumerated() {
            grid.draw(in: layout.message) { _ = $0.put(line, row: row, column: 1, overflow: .ellipsis) }
        }
    }

    /// Where things stand. How many rows the notes need is known once their width is.
    private func layout(of room: Model, _ size: Size, messageRows: Int) -> RoomLayout {
        var content = RoomLayout.Content(
            focus: room.paneInFront, hasVote: room.shownItem?.motions.isEmpty == false, hasBanner: room.banner != nil,
            messageRows: messageRows)
        let layout = RoomLayout(size: size, content: content)
        guard !room.isPresenting, layout.panes[.proposal] != nil, let notes = layout.panes[.notes] else {
            return layout
        }
        content.noteRows = noteLines(in: room, width: notes.columns - 2).count
        return RoomLayout(size: size, content: content)
    }

    private func proposalLines(in room: Model, width: Int) -> [Line] {
        proposal.value(for: PaneKey(room, width: width)) {
            room.shownItem.map { ProposalPane.lines(of: $0, in: room, width: width) }
                ?? [Line("no items on this agenda", Style(.muted))]
        }
    }

    private func noteLines(in room: Model, width: Int) -> [Line] {
        notes.value(for: PaneKey(room, width: width)) {
            room.shownItem.map { NotesPane.lines(of: $0, in: room, width: width) } ?? []
        }
    }

    /// Where things stand, which decides whether a frame can build upon the one before.
    private struct Arrangement: Equatable {
        let layout: RoomLayout
        let banner: String?
        let isPresenting: Bool
    }

    /// Begins anew where things stand elsewhere than in the last frame.
    private func prepare(for new: Arrangement, _ size: Size) {
        guard new != arrangement || base.size != size else { return }
        arrangement = new
        drawn = [:]
        header = nil
        presented = nil
        if base.size != size { base = Grid(size) }
        base.clear()
        for rule in new.layout.rules { base.verticalRule(column: rule.column, row: rule.row, length: rule.rows) }
        guard let banner = new.banner else { return }
        base.draw(in: new.layout.banner) { canvas in
            canvas.fill(Style(.error, on: .banner))
            canvas.put(" ! \(banner)", row: 0, style: Style(.error, on: .banner, .bold), overflow: .ellipsis)
        }
    }

    private func paintTooSmall(_ grid: inout Grid) {
        let least = RoomLayout.least
        let text =
            "This terminal is \(grid.columns)×\(grid.rows); \(least.columns)×\(least.rows) is the least: make it larger."
        let lines = Line.wrap(text, Style(.warning), width: max(1, grid.columns))
        for (row, line) in lines.enumerated() { grid.draw(in: grid.bounds) { _ = $0.put(line, row: row) } }
    }

    private func paintPanes(_ room: inout Model, _ layout: RoomLayout) {
        for (pane, rect) in layout.panes {
            let key = DrawnPane.Key(pane, in: room)
            if let last = drawn[pane], last.key == key, pane != room.layers.last?.pane { continue }
            keepPlace(of: pane, width: rect.columns - 2, in: &room)
            let shows = room
            let content = base.draw(in: rect) { canvas in
                canvas.fill(.plain)
                PaneTitle.draw(&canvas, pane, among: layout.strips[pane] ?? [pane], shows, isFocused: key.isFocused)
                return canvas.draw(in: canvas.bounds.split(top: 1).rest) { draw(pane, &$0, shows) }
            }
            drawn[pane] = DrawnPane(key: key)
            room.metrics.content[pane] = content.rows
            room.metrics.visible[pane] = content.visible
            room.metrics.width[pane] = rect.columns - 2
            if let width = content.editorWidth { room.metrics.editorWidth = width }
        }
    }

    /// Where a pane has another width than before, its text has other rows: what was in sight stays about in sight.
    private func keepPlace(of pane: Pane, width: Int, in room: inout Model) {
        guard let before = room.metrics.width[pane], before != width, let top = room.scroll[pane], top > 0,
            let rows = room.metrics.content[pane], rows > 0
        else { return }
        switch pane {
        case .proposal: room.scroll[pane] = top * proposalLines(in: room, width: width).count / rows
        case .notes: room.scroll[pane] = top * noteLines(in: room, width: width).count / rows
        case .agenda, .votes: break
        }
    }

    private func draw(_ pane: Pane, _ canvas: inout Canvas, _ room: Model) -> PaneContent {
        let width = canvas.columns - 2
        switch pane {
        case .agenda:
            let cursor = room.focus == .agenda ? room.agendaCursor : -1
            let agenda = agenda.value(for: PaneKey(room, width: width, cursor: String(cursor))) {
                AgendaPane.lines(in: room, width: width)
            }
            let top = AgendaPane.top(agenda.rows, lines: agenda.lines.count, visible: canvas.rows, in: room)
            return PaneContent.draw(agenda.lines, top: top, at: 0, &canvas)
        case .proposal:
            let lines = proposalLines(in: room, width: width)
            return PaneContent.draw(lines, top: room.scroll[.proposal] ?? 0, finding: room.wanted, &canvas)
        case .notes:
            return NotesPane.draw(noteLines(in: room, width: width), &canvas, room)
        case .votes:
            let cursor = room.voting?.highlighted?.rawValue ?? ""
            let lines = votes.value(for: PaneKey(room, width: width, cursor: cursor)) {
                VotesPane.lines(in: room, width: width)
            }
            return PaneContent.draw(lines, top: VotesPane.top(lines, canvas.rows, room), &canvas)
        }
    }

    private func paintLayers(_ room: Model, _ layout: RoomLayout, into grid: inout Grid) {
        let size = grid.size
        // A failure stays in sight, whatever is in front.
        let top = layout.banner.endRow
        for layer in room.layers where layer.pane == nil {
            grid.cursor = nil
            if layer is CommandEntry {
                let wanted = layer.wantedSize(in: room)
                let above = Rect(row: top, column: 0, rows: max(1, size.rows - 1 - top), columns: size.columns)
                let area = above.split(bottom: min(wanted.rows, above.rows)).bottom
                grid.draw(in: area) { layer.draw(&$0, in: room) }
            } else {
                let area = layer.area(in: room)
                if layer.dimsTheRest { dim(&grid, below: top, around: area) }
                grid.draw(in: area) { layer.draw(&$0, in: room) }
            }
        }
    }

    /// Lets what is behind a dialog step back, and keeps cut-off letters away from its sides.
    private func dim(_ grid: inout Grid, below top: Int, around area: Rect) {
        grid.restyle(Rect(row: top, column: 0, rows: grid.rows - 1 - top, columns: grid.columns)) { _ in Style(.muted) }
        // Less than a word fits into a narrow margin.
        let margin = area.column < 10 ? area.column : 1
        grid.fill(
            Rect(row: area.row, column: area.column - margin, rows: area.rows, columns: area.columns + 2 * margin))
    }

    // MARK: Footer

    private struct HintsKey: Equatable {
        let edition: Int
        let isFollowing: Bool
    }

    /// The keys that work now. What the rules allow is asked once for each act, not for each key that is typed.
    private func hints(for room: Model) -> [Hint] {
        if let layer = room.layers.last { return layer.hints(in: room) }
        let key = HintsKey(edition: room.edition, isFollowing: room.recording.isFollowing)
        return hints.value(for: key) { Footer.hints(for: room) }
    }
}

/// What a pane looked like when it was drawn last, as far as that depends on more than where it stands.
private struct DrawnPane {
    let key: Key

    struct Key: Equatable {
        let lines: PaneKey
        let top: Int?
        let wanted: String
        let isFocused: Bool
        let isLookingAhead: Bool
        let hasEntry: Bool

        init(_ pane: Pane, in room: Model) {
            lines = PaneKey(room, width: room.agendaCursor, cursor: room.voting?.highlighted?.rawValue ?? "")
            hasEntry = room.noteEntry != nil
            top = room.scroll[pane]
            wanted = room.wanted
            isFocused = room.paneInFront == pane
            isLookingAhead = room.focus == .agenda
        }
    }
}

/// What the lines of a pane depend on.
private struct PaneKey: Equatable {
    let edition: Int
    let item: ItemID?
    let width: Int
    /// What the pane's own cursor is on.
    let cursor: String

    init(_ room: Model, width: Int, cursor: String = "") {
        edition = room.edition
        item = room.shownItem?.id
        self.width = width
        self.cursor = cursor
    }
}

/// A value kept for as long as what it was made from stays the same.
private struct Kept<Key: Equatable, Value> {
    private var kept: (key: Key, value: Value)?

    mutating func value(for key: Key, make: () -> Value) -> Value {
        if let kept, kept.key == key { return kept.value }
        let value = make()
        kept = (key, value)
        return value
    }
}

extension Rect {
    /// The smallest rectangle that holds both.
    func union(_ other: Rect) -> Rect {
        let top = min(row, other.row)
        let left = min(column, other.column)
        return Rect(
            row: top, column: left, rows: max(endRow, other.endRow) - top,
            columns: max(endColumn, other.endColumn) - left)
    }
}
