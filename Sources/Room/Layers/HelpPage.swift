import Commands
import Council
import Screen

/// Commands and keys, made from the command table; what is not to be had says why. Typing searches.
struct HelpPage: Layer {
    private var search: TextEditor
    private var top = 0

    init(_ command: String? = nil) { search = TextEditor(command ?? "", isMultiline: false) }

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Answer] {
        switch key {
        case .escape: return [.close]
        case .enter: return [.close]
        case .character("q") where search.isEmpty: return [.close]
        case .character("?") where search.isEmpty: return [.close]
        case .down: top += 1
        case .up: top = max(0, top - 1)
        case .pageDown: top += 10
        case .pageUp: top = max(0, top - 10)
        default:
            if search.handle(key) { top = 0 }
        }
        top = min(top, max(0, lines(width: 70, in: room).count - 1))
        return []
    }

    func hints(in room: Model) -> [Hint] {
        [Hint("type", "to search"), Hint("Up Down", "scroll"), Hint("Esc", "leave")]
    }

    func wantedSize(in room: Model) -> Size {
        Size(rows: room.size.rows - 4, columns: min(100, room.size.columns - 4))
    }

    private func lines(width: Int, in room: Model) -> [Line] {
        let wanted = search.text.trimmed.lowercased()
        var lines: [Line] = []
        for group in Command.Group.allCases {
            let commands = Command.all.filter { $0.group == group && $0.matches(wanted) }
            if commands.isEmpty { continue }
            if !lines.isEmpty { lines.append(Line()) }
            lines.append(Line(group.rawValue, Style(.heading, on: .dialog, .bold)))
            for command in commands { lines += describe(command, width: width, in: room) }
        }
        if wanted.isEmpty { lines += Self.keys(width: width) }
        if lines.isEmpty {
            lines = [Line("nothing is called that: Backspace takes the search back", Style(.warning, on: .dialog))]
        }
        return lines
    }

    private func describe(_ command: Command, width: Int, in room: Model) -> [Line] {
        let key = command.key ?? ""
        var head = [
            Span(key + String(repeating: " ", count: max(1, 8 - TextWidth.of(key))), Style(.key, on: .dialog, .bold)),
            Span(command.name, Style(.strong, on: .dialog, .bold)),
        ]
        if !command.arguments.isEmpty { head.append(Span(" " + command.arguments, Style(.code, on: .dialog))) }
        var lines = Line.wrap(head, width: width, restIndent: 8)
        lines += Line.wrap(command.help, Style(.text, on: .dialog), width: width, firstIndent: 8, restIndent: 8)
        if let refusal = command.whyUnavailable(in: room.journal, at: room.now) {
            lines += Line.wrap(
                "not now: \(refusal.sentence)", Style(.warning, on: .dialog), width: width, firstIndent: 8,
                restIndent: 8)
        }
        return lines
    }

    /// Keys that are no commands.
    private static func keys(width: Int) -> [Line] {
        let rows = [
            ("] [", "next and previous item"), ("Tab 1–4", "panes"), ("j k ↑ ↓", "move, scroll; PgUp PgDn, Home End"),
            (":", "command line"), ("Ctrl-Z", "suspends; fg comes back"),
        ]
        return [Line(), Line("Keys", Style(.heading, on: .dialog, .bold))]
            + rows.flatMap { key, text in
                Line.wrap(
                    [
                        Span(
                            key + String(repeating: " ", count: max(1, 8 - TextWidth.of(key))),
                            Style(.key, on: .dialog, .bold)),
                        Span(text, Style(.text, on: .dialog)),
                    ], width: width, restIndent: 8)
            }
    }

    func draw(_ canvas: inout Canvas, in room: Model) {
        canvas.frame("Help")
        let width = canvas.columns - 4
        canvas.put("search ", row: 1, column: 2, style: Style(.label, on: .dialog))
        canvas.fill(Rect(row: 1, column: 9, rows: 1, columns: max(0, min(40, width - 8))), Style(.text, on: .input))
        canvas.put(search.text, row: 1, column: 9, width: min(40, width - 8), style: Style(.text, on: .input))
        canvas.cursor = Position(row: 1, column: 9 + min(39, TextWidth.of(search.textBeforeCursor)))
        let lines = lines(width: width, in: room)
        let visible = max(1, canvas.rows - 4)
        let first = min(top, max(0, lines.count - visible))
        for (offset, line) in lines.dropFirst(first).prefix(visible).enumerated() {
            canvas.put(line, row: 3 + offset, column: 2, width: width)
        }
        let more = lines.count - first - visible
        if more > 0 { canvas.put(" \(more) more ", row: canvas.rows - 1, column: 2, style: Style(.muted, on: .dialog)) }
    }
}

extension Command {
    fileprivate func matches(_ wanted: String) -> Bool {
        wanted.isEmpty || usage.lowercased().contains(wanted) || help.lowercased().contains(wanted) || key == wanted
    }
}
