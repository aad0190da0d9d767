import Screen

/// A part of the screen that can have the focus, described once: its place, what it shows, and what keys and clicks do.
///
/// A pane is a file like its neighbours, and a row in `Pane.all`.
struct Pane: Sendable {
    /// `notes`, as a person types it after `show`.
    let name: String
    let place: Place
    /// The lines of the pane, in so many columns, of which there is at least one.
    let lines: @Sendable (Model, _ width: Int) -> PaneLines
    /// The state that the lines and their first row depend on besides the meeting, the item shown, and scrolling.
    let state: @Sendable (Model) -> String
    /// Whether the pane shows its end until somebody scrolls, and again once somebody has scrolled there.
    let followsEnd: Bool
    /// The column in which the lines begin.
    let indent: Int
    /// The pane's cursor; nil if moving scrolls the pane.
    let cursor: Cursor?
    /// The first row to show of so many; nil shows what a person has scrolled to.
    let top: @Sendable (Model, PaneLines, _ rows: Int) -> Int?
    /// Handles a click on a line. Nil, as a closure or as its result, gives the pane the focus.
    let click: (@Sendable (inout Model, _ line: Int, PaneLines) -> [Effect]?)?
    /// The lines that the console prints for `show`.
    let spoken: @Sendable (Narrator) -> [String]

    /// Every pane, in the order of the keys `1`, `2`, … A new one is a file like its neighbours and a row here.
    static let all: [Pane] = [agenda, proposal, notes, votes]

    /// Where a pane stands on the widest screen. Panes in one place stand there in turns: the one with the focus, or the
    /// first.
    enum Place: Sendable {
        case left
        case main
        /// Below the main pane.
        case below
        /// At the right; beside the main pane on a smaller screen too, as soon as there is a vote.
        case right
    }

    /// A cursor that moves from one thing to the next.
    struct Cursor: Sendable {
        let move: @Sendable (inout Model, _ steps: Int) -> Void
        /// Handles Enter.
        let choose: @Sendable (inout Model) -> [Effect]
    }

    init(
        _ name: String, at place: Place, followsEnd: Bool = false, indent: Int = 1, cursor: Cursor? = nil,
        state: @escaping @Sendable (Model) -> String = { _ in "" },
        top: @escaping @Sendable (Model, PaneLines, _ rows: Int) -> Int? = { _, _, _ in nil },
        click: (@Sendable (inout Model, _ line: Int, PaneLines) -> [Effect]?)? = nil,
        spoken: @escaping @Sendable (Narrator) -> [String],
        lines: @escaping @Sendable (Model, _ width: Int) -> PaneLines
    ) {
        self.name = name
        self.place = place
        self.followsEnd = followsEnd
        self.indent = indent
        self.cursor = cursor
        self.state = state
        self.top = top
        self.click = click
        self.spoken = spoken
        // A window may have one column while it is dragged, and a frame takes two.
        self.lines = { room, width in lines(room, max(1, width)) }
    }

    var title: String { name.uppercased() }

    /// The digit that is its key.
    var number: Int { (Self.all.firstIndex(of: self) ?? 0) + 1 }

    /// The pane so many places further on, past the last to the first.
    func next(_ step: Int) -> Pane {
        let count = Self.all.count
        return Self.all[(number - 1 + step + count) % count]
    }

    /// The first row that is shown of so many.
    func top(of lines: PaneLines, rows: Int, in room: Model) -> Int {
        let last = max(0, lines.count - rows)
        return max(0, min(top(room, lines, rows) ?? room.scroll[self] ?? (followsEnd ? last : 0), last))
    }
}

extension Pane: Hashable {
    static func == (left: Pane, right: Pane) -> Bool { left.name == right.name }
    func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Pane: CustomStringConvertible {
    var description: String { name }
}
