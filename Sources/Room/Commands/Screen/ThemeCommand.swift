import Council
import Screen

extension Command {
    static let theme = Command(
        "theme", "[NAME]", label: "theme", group: .screen, completes: [.text],
        help: "Changes the colours; without a name, previews them as you move through the list."
    ) { words, _ in .effect(words.isEmpty ? .listThemes : .theme(words.remainder())) }
}

/// The list of themes; the screen shows the one under the cursor.
struct ThemeList: Layer {
    private var cursor: Int
    /// The theme that Esc goes back to.
    private let before: String

    init(in room: Model) {
        before = room.theme
        cursor = room.themes.firstIndex { $0.name == room.theme } ?? 0
    }

    var dimsTheRest: Bool { false }

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        switch key {
        case .escape, .character("q"): return [.close] + (room.theme == before ? [] : [.effect(.theme(before))])
        case .enter: return [.close]
        case .down, .character("j"): return move(1, in: room)
        case .up, .character("k"): return move(-1, in: room)
        case .pageDown: return move(8, in: room)
        case .pageUp: return move(-8, in: room)
        case .home: return move(-room.themes.count, in: room)
        case .end: return move(room.themes.count, in: room)
        case .character(let letter):
            let order = (1...max(1, room.themes.count)).map { (cursor + $0) % max(1, room.themes.count) }
            let next = order.first {
                room.themes.indices.contains($0) && room.themes[$0].name.hasPrefix(String(letter))
            }
            return next.map { move($0 - cursor, in: room) } ?? []
        default: return []
        }
    }

    private mutating func move(_ step: Int, in room: Model) -> [Reaction] {
        let next = max(0, min(room.themes.count - 1, cursor + step))
        guard next != cursor, room.themes.indices.contains(next) else { return [] }
        cursor = next
        return [.effect(.theme(room.themes[next].name))]
    }

    func hints(in room: Model) -> [Hint] {
        [Hint("j k", "try"), Hint("Enter", "keep"), Hint("Esc", "back to \(before)")]
    }

    private static let sample = 2

    func wantedSize(in room: Model) -> Size {
        let names = room.themes.map { TextWidth.of($0.name) + TextWidth.of($0.origin) }.max() ?? 0
        return Size(rows: room.themes.count + 2 + Self.sample, columns: room.dialogColumns(max(34, names + 8)))
    }

    /// At the right, over the votes: the text by which a person chooses stays in sight.
    func area(in room: Model) -> Rect {
        let area = room.dialogArea(wantedSize(in: room))
        return Rect(
            row: area.row, column: max(0, room.size.columns - area.columns - 1), rows: area.rows, columns: area.columns)
    }

    func draw(_ canvas: inout Canvas, in room: Model) {
        canvas.frame("Theme")
        let visible = max(1, canvas.rows - 2 - Self.sample)
        let first = max(0, min(cursor - visible / 2, room.themes.count - visible))
        for (offset, theme) in room.themes.dropFirst(first).prefix(visible).enumerated() {
            let isUnderCursor = first + offset == cursor
            let ground: Ground = isUnderCursor ? .selected : .dialog
            let row = 1 + offset
            canvas.fill(Rect(row: row, column: 1, rows: 1, columns: canvas.columns - 2), Style(.text, on: ground))
            canvas.put(isUnderCursor ? "▸" : " ", row: row, column: 2, style: Style(.cursor, on: ground, .bold))
            let used = canvas.put(
                theme.name, row: row, column: 4, width: canvas.columns - 6,
                style: Style(.text, on: ground, isUnderCursor ? .bold : []), overflow: .ellipsis)
            let left = canvas.columns - 2 - TextWidth.of(theme.origin)
            if left > 4 + used { canvas.put(theme.origin, row: row, column: left, style: Style(.muted, on: ground)) }
        }
        let signs: [(String, Role, Traits)] = [
            (" ✓ YES ", .yes, [.bold, .reverse]), (" ✗ NO ", .no, [.bold, .reverse]), ("! gate", .error, .bold),
            ("~ Speed", .warning, .bold),
        ]
        var column = 2
        for (text, role, traits) in signs {
            column +=
                canvas.put(
                    text, row: canvas.rows - 2, column: column, style: Style(role, on: .dialog, traits)) + 1
        }
    }
}
