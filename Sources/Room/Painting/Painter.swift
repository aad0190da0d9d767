import Council
import Foundation
import Screen

/// Draws the room into a grid.
///
/// Each part of the screen is drawn again only if something that it depends on has changed: a frame while somebody
/// types in a note draws the note.
public final class Painter {
    /// The screen without dialogs, as it was drawn last.
    private var base = Grid(columns: 0, rows: 0)
    private var arrangement: Arrangement?
    private var layout = RoomLayout(size: Size(rows: 0, columns: 0))
    private var metrics = Metrics()
    private var panes = PanePainter()
    private var header: Header.Key?
    private var queue: QueueLine?
    private var presented: PresenterView.Key?
    private var footer: Footer.Keys?
    private var hints = Kept<HintsKey, [Hint]>()
    /// Until when nothing changes by itself.
    private var holdsUntil = Date.distantPast

    public init() {}

    /// Draws the whole screen, and tells the model how much of each pane there was to show.
    public func paint(_ room: inout Model, into grid: inout Grid) {
        if room.isPainted, room.now < holdsUntil, grid.size == base.size, let note = room.noteEntry,
            panes.paint(note, into: &base)
        {
            grid.update(to: base)
            return
        }
        let message = Footer.message(in: room)
        if arrange(Arrangement(room, size: grid.size, messageRows: message.count), room), !room.isPresenting {
            panes.keepPlaces(in: &room, layout)
        }
        paint(&room, message, into: &grid)
        room.metrics = metrics
        room.isPainted = true
        // The clock at the head shows seconds, the one beside the note minutes.
        let minute = 60 - room.now.timeIntervalSince1970.truncatingRemainder(dividingBy: 60)
        let tick = room.nextTick
        room.nextTickAt = tick.map(room.now.addingTimeInterval)
        holdsUntil = room.now.addingTimeInterval(min(minute, tick ?? minute))
    }

    private func paint(_ room: inout Model, _ message: [Line], into grid: inout Grid) {
        guard !layout.isTooSmall else {
            grid.clear()
            paintTooSmall(&grid)
            return
        }
        base.cursor = nil
        paintHeader(room)
        paintQueue(room)
        if room.isPresenting { present(room) } else { panes.paint(room, layout, into: &base, &metrics) }
        room.metrics = metrics
        paintFooter(room)
        grid.update(to: base)
        LayerPainter.paint(room, below: layout.banner.endRow, into: &grid)
        for (row, line) in message.enumerated() {
            grid.draw(in: layout.message) { _ = $0.put(line, row: row, column: 1, overflow: .ellipsis) }
        }
    }

    // MARK: Layout

    /// What decides where things stand.
    private struct Arrangement: Equatable {
        let size: Size
        let edition: Int
        let item: ItemID?
        let paneInFront: Pane
        let zoom: Zoom
        let banner: String?
        let messageRows: Int
        let isPresenting: Bool
        let isBare: Bool

        init(_ room: Model, size: Size, messageRows: Int) {
            self.size = size
            self.messageRows = messageRows
            edition = room.edition
            item = room.shownID
            paneInFront = room.paneInFront
            zoom = room.zoom
            isPresenting = room.isPresenting
            isBare = room.isOnlyPresenting
            banner = room.banner
        }
    }

    /// Begins with an empty screen if the layout has changed since the last frame.
    ///
    /// - Returns: whether it has.
    private func arrange(_ new: Arrangement, _ room: Model) -> Bool {
        guard new != arrangement else { return false }
        let last = arrangement
        let layout = RoomLayout(of: room, size: new.size, focus: new.paneInFront, messageRows: new.messageRows) {
            panes.lines(of: $0, in: room, width: $1).count
        }
        arrangement = new
        let isSame = last.map { $0.banner == new.banner && $0.isPresenting == new.isPresenting } ?? false
        guard !isSame || layout != self.layout || base.size != new.size else { return false }
        self.layout = layout
        metrics.layout = layout
        panes.forget()
        header = nil
        queue = nil
        footer = nil
        presented = nil
        if base.size == new.size { base.clear() } else { base = Grid(new.size) }
        for rule in layout.rules { base.verticalRule(column: rule.column, row: rule.row, length: rule.rows) }
        if let banner = new.banner { base.draw(in: layout.banner) { Banner.draw(&$0, banner) } }
        return true
    }

    // MARK: Parts

    private func paintTooSmall(_ grid: inout Grid) {
        let least = RoomLayout.least
        let text =
            "This terminal is \(grid.columns)×\(grid.rows); \(least.columns)×\(least.rows) is the least: make it larger."
        let lines = Line.wrap(text, Style(.warning), width: max(1, grid.columns))
        for (row, line) in lines.enumerated() { grid.draw(in: grid.bounds) { _ = $0.put(line, row: row) } }
    }

    private func paintHeader(_ room: Model) {
        let key = Header.Key(room)
        guard key != header else { return }
        base.draw(in: layout.header) { Header.draw(&$0, room) }
        header = key
    }

    private func paintQueue(_ room: Model) {
        guard layout.queue.rows > 0 else { return }
        let line = QueueLine(room)
        guard line != queue else { return }
        base.draw(in: layout.queue) { line.draw(&$0) }
        queue = line
    }

    private func present(_ room: Model) {
        let key = PresenterView.Key(room)
        guard key != presented else { return }
        base.draw(in: layout.body) { canvas in
            canvas.fill(.plain)
            PresenterView.draw(&canvas, room)
        }
        presented = key
    }

    private func paintFooter(_ room: Model) {
        let keys = Footer.Keys(now: hints(for: room), always: Footer.always(in: room))
        guard keys != footer else { return }
        let line = FooterLine(keys.now, always: keys.always, columns: layout.footer.columns)
        base.draw(in: layout.footer) { line.draw(&$0) }
        footer = keys
    }

    /// What the footer's hints depend on, apart from the layer in front.
    private struct HintsKey: Equatable {
        let edition: Int
        let libraries: Int
        let isFollowing: Bool
        let hasDraft: Bool
        let focus: Pane
        let pointedAt: PaneRow.Thing?
        let isLookingElsewhere: Bool
        let isSearching: Bool
        let columns: Int
    }

    /// The keys that work now. The rules are asked once for each act, and not for each key that is typed.
    private func hints(for room: Model) -> [Hint] {
        if let layer = room.layers.last { return layer.hints(in: room) }
        let key = HintsKey(
            edition: room.edition, libraries: room.libraries, isFollowing: room.recording.isFollowing,
            hasDraft: !room.leftDraft.isEmpty,
            focus: room.focus, pointedAt: room.pointedAt, isLookingElsewhere: room.isLookingElsewhere,
            isSearching: room.search != nil, columns: room.size.columns)
        return hints.value(for: key) { Footer.hints(for: room) }
    }
}

/// A value kept for as long as what it was made from stays the same.
struct Kept<Key: Equatable, Value> {
    private var kept: (key: Key, value: Value)?

    mutating func value(for key: Key, make: () -> Value) -> Value {
        if let kept, kept.key == key { return kept.value }
        let value = make()
        kept = (key, value)
        return value
    }
}
