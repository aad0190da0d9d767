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
    private var layout = RoomLayout(size: Size(rows: 0, columns: 0))
    private var drawn: [Pane: DrawnPane] = [:]
    private var header: Header.Key?
    private var footer: FooterKeys?
    private var presented: PresenterView.Key?
    private var metrics = Metrics()

    private var agenda = Kept<PaneKey, (lines: [Line], rows: [Int])>()
    private var proposal = Kept<PaneKey, PaneLines>()
    private var notes = Kept<PaneKey, [Line]>()
    private var votes = Kept<PaneKey, [Line]>()
    private var hints = Kept<HintsKey, [Hint]>()

    public init() {}

    /// Draws the whole screen, and tells the model how much of each pane there was to show.
    public func paint(_ room: inout Model, into grid: inout Grid) {
        let message = Footer.message(in: room)
        let paneKey = PaneKey(room)
        let isNew = prepare(
            for: Arrangement(
                size: grid.size, pane: paneKey, paneInFront: room.paneInFront, banner: room.banner,
                messageRows: message.count, isPresenting: room.isPresenting), room)
        if isNew, !room.isPresenting {
            for (pane, rect) in layout.panes { keepPlace(of: pane, width: rect.columns - 2, in: &room) }
        }
        paint(room, paneKey, message, into: &grid)
        room.metrics = metrics
    }

    private func paint(_ room: Model, _ paneKey: PaneKey, _ message: [Line], into grid: inout Grid) {
        guard !layout.isTooSmall else {
            grid.clear()
            paintTooSmall(&grid)
            return
        }
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
            paintPanes(room, paneKey)
        }
        let hints = hints(for: room)
        let keys = FooterKeys(hints: hints, always: Footer.always(in: room))
        if keys != footer {
            let line = FooterLine(keys.hints, always: keys.always, columns: layout.footer.columns)
            base.draw(in: layout.footer) { line.draw(&$0) }
            footer = keys
        }
        grid.update(to: base)
        paintLayers(room, into: &grid)
        for (row, line) in message.enumerated() {
            grid.draw(in: layout.message) { _ = $0.put(line, row: row, column: 1, overflow: .ellipsis) }
        }
    }

    /// What decides where things stand.
    private struct Arrangement: Equatable {
        let size: Size
        let pane: PaneKey
        let paneInFront: Pane
        let banner: String?
        let messageRows: Int
        let isPresenting: Bool
    }

    /// Begins anew where things stand elsewhere than in the last frame.
    ///
    /// - Returns: whether they do.
    private func prepare(for new: Arrangement, _ room: Model) -> Bool {
        guard new != arrangement else { return false }
        let last = arrangement
        let layout = layout(for: new, room)
        arrangement = new
        let isSame = last.map { $0.banner == new.banner && $0.isPresenting == new.isPresenting } ?? false
        guard !isSame || layout != self.layout || base.size != new.size else { return false }
        self.layout = layout
        metrics.layout = layout
        drawn = [:]
        header = nil
        footer = nil
        presented = nil
        if base.size == new.size { base.clear() } else { base = Grid(new.size) }
        for rule in layout.rules { base.verticalRule(column: rule.column, row: rule.row, length: rule.rows) }
        if let banner = new.banner {
            base.draw(in: layout.banner) { canvas in
                canvas.fill(Style(.error, on: .banner))
                let lines = Self.bannerLines(banner, columns: canvas.columns)
                for (row, line) in lines.prefix(canvas.rows).enumerated() {
                    let isCut = row == canvas.rows - 1 && lines.count > canvas.rows
                    canvas.put(isCut ? Line(line.spans + [Span("…", Self.bannerStyle)]) : line, row: row)
                }
            }
        }
        return true
    }

    private static let bannerStyle = Style(.error, on: .banner, .bold)

    private static func bannerLines(_ banner: String, columns: Int) -> [Line] {
        Line.wrap([Span("! \(banner)", bannerStyle)], width: max(8, columns - 1), firstIndent: 1, restIndent: 3)
    }

    /// Where things stand. How many rows the notes need is known once their width is.
    private func layout(for new: Arrangement, _ room: Model) -> RoomLayout {
        var content = RoomLayout.Content(
            focus: new.paneInFront, hasVote: room.shownItem?.motions.isEmpty == false,
            bannerRows: new.banner.map { Self.bannerLines($0, columns: new.size.columns).count } ?? 0,
            messageRows: new.messageRows)
        let layout = RoomLayout(size: new.size, content: content)
        guard !new.isPresenting, layout.panes[.proposal] != nil, let notes = layout.panes[.notes] else {
            return layout
        }
        content.noteRows = noteLines(in: room, width: notes.columns - 2).count
        return RoomLayout(size: new.size, content: content)
    }

    private func proposalLines(in room: Model, width: Int) -> PaneLines {
        proposal.value(for: PaneKey(room, width: width)) {
            room.shownItem.map { ProposalPane.lines(of: $0, in: room, width: width) }
                ?? PaneLines([Line("no items on this agenda", Style(.muted))])
        }
    }

    private func noteLines(in room: Model, width: Int) -> [Line] {
        notes.value(for: PaneKey(room, width: width)) {
            room.shownItem.map { NotesPane.lines(of: $0, in: room, width: width) } ?? []
        }
    }

    private func paintTooSmall(_ grid: inout Grid) {
        let least = RoomLayout.least
        let text =
            "This terminal is \(grid.columns)×\(grid.rows); \(least.columns)×\(least.rows) is the least: make it larger."
        let lines = Line.wrap(text, Style(.warning), width: max(1, grid.columns))
        for (row, line) in lines.enumerated() { grid.draw(in: grid.bounds) { _ = $0.put(line, row: row) } }
    }

    private func paintPanes(_ room: Model, _ paneKey: PaneKey) {
        for (pane, rect) in layout.panes {
            let (title, inside) = rect.split(top: 1)
            // The note being typed stands below the notes; while somebody types it is all that a frame draws.
            let note = pane == .notes ? NoteBeingTyped(in: room, size: inside.size) : nil
            let (body, foot) = inside.split(bottom: note?.rows ?? 0)
            let key = DrawnPane.Key(pane, paneKey, in: room, rows: body.rows)
            if drawn[pane]?.key != key {
                base.draw(in: title) { canvas in
                    canvas.fill(.plain)
                    PaneTitle.draw(
                        &canvas, pane, among: layout.strips[pane] ?? [pane], room, isFocused: key.isFocused)
                }
                let content = base.draw(in: body) { canvas in
                    canvas.fill(.plain)
                    return draw(pane, &canvas, room)
                }
                drawn[pane] = DrawnPane(key: key)
                metrics.content[pane] = content.rows
                metrics.visible[pane] = content.visible
                metrics.width[pane] = rect.columns - 2
            }
            guard let note else { continue }
            base.draw(in: foot) { note.draw(&$0) }
            metrics.editorWidth = note.width
            if note.hasCandidates {
                base.draw(in: body) { note.drawCandidates(&$0) }
                // What they cover is drawn anew with the next frame.
                drawn[pane] = nil
            }
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
            let lines = noteLines(in: room, width: width)
            let top = room.scroll[.notes] ?? max(0, lines.count - canvas.rows)
            return PaneContent.draw(lines, top: top, finding: room.wanted, &canvas)
        case .votes:
            let cursor = room.voting?.highlighted?.rawValue ?? ""
            let lines = votes.value(for: PaneKey(room, width: width, cursor: cursor)) {
                VotesPane.lines(in: room, width: width)
            }
            return PaneContent.draw(lines, top: VotesPane.top(lines, canvas.rows, room), &canvas)
        }
    }

    private func paintLayers(_ room: Model, into grid: inout Grid) {
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
        let muted = Style(.muted)
        grid.restyle(Rect(row: top, column: 0, rows: grid.rows - 1 - top, columns: grid.columns)) { _ in muted }
        // Less than a word fits into a narrow margin.
        let margin = area.column < 10 ? area.column : 1
        grid.fill(
            Rect(row: area.row, column: area.column - margin, rows: area.rows, columns: area.columns + 2 * margin))
    }

    // MARK: Footer

    /// What the footer shows: the keys that work now, and those that stand there always.
    private struct FooterKeys: Equatable {
        let hints: [Hint]
        let always: [Hint]
    }

    private struct HintsKey: Equatable {
        let edition: Int
        let isFollowing: Bool
        let hasDraft: Bool
    }

    /// The keys that work now. What the rules allow is asked once for each act, not for each key that is typed.
    private func hints(for room: Model) -> [Hint] {
        if let layer = room.layers.last { return layer.hints(in: room) }
        let key = HintsKey(
            edition: room.edition, isFollowing: room.recording.isFollowing, hasDraft: !room.leftDraft.isEmpty)
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
        let rows: Int

        init(_ pane: Pane, _ lines: PaneKey, in room: Model, rows: Int) {
            self.lines = lines
            self.rows = rows
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
        item = room.shownID
        self.width = width
        self.cursor = cursor
    }

    /// What the lines of any pane depend on, whatever its width.
    init(_ room: Model) {
        self.init(room, width: room.agendaCursor, cursor: room.voting?.highlighted?.rawValue ?? "")
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
