import Commands
import Council
import Screen

/// Draws the room into a grid.
///
/// What is costly to lay out (a proposal, hundreds of notes) is kept from one frame to the next; a frame while somebody
/// types in a note only copies it.
public final class Painter {
    private var proposals = LineCache()
    private var notes = LineCache()
    private var hints: (key: HintsKey, hints: [Hint])?

    public init() {}

    /// Draws the whole screen, and tells the model how much of each pane there was to show.
    public func paint(_ room: inout Model, into grid: inout Grid) {
        grid.clear()
        grid.cursor = nil
        let layout = RoomLayout(size: grid.size, focus: room.paneInFront, hasBanner: room.banner != nil)
        guard !layout.isTooSmall else {
            paintTooSmall(&grid)
            return
        }
        room.metrics = Metrics()
        grid.draw(in: layout.header) { Header.draw(&$0, room) }
        if let banner = room.banner {
            grid.draw(in: layout.banner) { canvas in
                canvas.fill(Style(.error, on: .banner))
                canvas.put(" ! \(banner)", row: 0, style: Style(.error, on: .banner, .bold), overflow: .ellipsis)
            }
        }
        if room.isPresenting {
            let area = layout.panes.values.reduce(layout.message) { $0.union($1) }
            grid.draw(in: area) { PresenterView.draw(&$0, room) }
        } else {
            paintPanes(&room, layout, into: &grid)
        }
        paintLayers(room, layout, into: &grid)
        grid.draw(in: layout.message) { Footer.drawMessage(&$0, room) }
        let hints = hints(for: room)
        grid.draw(in: layout.footer) { Footer.draw(&$0, hints) }
    }

    private func paintTooSmall(_ grid: inout Grid) {
        let least = RoomLayout.least
        let text = "This terminal is \(grid.columns)×\(grid.rows); \(least.columns)×\(least.rows) is the least: make it larger."
        let lines = Line.wrap(text, Style(.warning), width: max(1, grid.columns))
        for (row, line) in lines.enumerated() { grid.draw(in: grid.bounds) { _ = $0.put(line, row: row) } }
    }

    private func paintPanes(_ room: inout Model, _ layout: RoomLayout, into grid: inout Grid) {
        if !layout.tabs.isEmpty { grid.draw(in: layout.tabs) { Tabs.draw(&$0, room) } }
        for rule in layout.rules { grid.verticalRule(column: rule.column, row: rule.row, length: rule.rows) }
        for (pane, rect) in layout.panes {
            let shows = room
            let isFocused = room.paneInFront == pane
            let content = grid.draw(in: rect) { canvas in
                if layout.tabs.isEmpty { PaneTitle.draw(&canvas, pane, shows, isFocused: isFocused) }
                let body = layout.tabs.isEmpty ? canvas.bounds.split(top: 1).rest : canvas.bounds
                return canvas.draw(in: body) { draw(pane, &$0, shows) }
            }
            room.metrics.content[pane] = content.rows
            room.metrics.visible[pane] = content.visible
            room.metrics.width[pane] = rect.columns - 2
            if let width = content.editorWidth { room.metrics.editorWidth = width }
        }
    }

    private func draw(_ pane: Pane, _ canvas: inout Canvas, _ room: Model) -> PaneContent {
        switch pane {
        case .agenda: return AgendaPane.draw(&canvas, room)
        case .proposal:
            let lines = proposals.lines(of: room.shownItem, in: room, width: canvas.columns - 2) {
                ProposalPane.lines(of: $0, in: room, width: $1)
            }
            return PaneContent.draw(lines, top: room.scroll[.proposal] ?? 0, finding: room.wanted, &canvas)
        case .notes:
            let lines = notes.lines(of: room.shownItem, in: room, width: canvas.columns - 2) {
                NotesPane.lines(of: $0, in: room, width: $1)
            }
            return NotesPane.draw(lines, &canvas, room)
        case .votes: return VotesPane.draw(&canvas, room)
        }
    }

    private func paintLayers(_ room: Model, _ layout: RoomLayout, into grid: inout Grid) {
        let size = grid.size
        // A failure stays in sight, whatever is in front.
        let top = layout.banner.endRow
        for layer in room.layers where layer.pane == nil {
            let wanted = layer.wantedSize(in: room)
            let area: Rect
            if layer is CommandEntry {
                let above = Rect(row: top, column: 0, rows: max(1, size.rows - 1 - top), columns: size.columns)
                area = above.split(bottom: min(wanted.rows, above.rows)).bottom
            } else {
                let free = Rect(row: top, column: 0, rows: max(1, size.rows - 2 - top), columns: size.columns)
                area = free.centered(wanted)
            }
            grid.cursor = nil
            grid.draw(in: area) { layer.draw(&$0, in: room) }
        }
    }

    // MARK: Footer

    private struct HintsKey: Equatable {
        let entries: Int
        let isFollowing: Bool
    }

    /// The keys that work now. What the rules allow is asked once for each act, not for each key that is typed.
    private func hints(for room: Model) -> [Hint] {
        if let layer = room.layers.last { return layer.hints(in: room) }
        let key = HintsKey(entries: room.journal.entries.count, isFollowing: room.recording.isFollowing)
        if let hints, hints.key == key { return hints.hints }
        let made = Footer.hints(for: room)
        hints = (key, made)
        return made
    }
}

/// Lines kept for as long as what they show stays the same.
private struct LineCache {
    private var key: Key?
    private var lines: [Line] = []

    private struct Key: Equatable {
        let entries: Int
        let item: ItemID?
        let width: Int
    }

    mutating func lines(of item: Item?, in room: Model, width: Int, make: (Item, Int) -> [Line]) -> [Line] {
        let key = Key(entries: room.journal.entries.count, item: item?.id, width: width)
        if key != self.key {
            lines = item.map { make($0, width) } ?? []
            self.key = key
        }
        return lines
    }
}

extension Rect {
    /// The smallest rectangle that holds both.
    func union(_ other: Rect) -> Rect {
        let top = min(row, other.row)
        let left = min(column, other.column)
        return Rect(
            row: top, column: left, rows: max(endRow, other.endRow) - top, columns: max(endColumn, other.endColumn) - left)
    }
}
