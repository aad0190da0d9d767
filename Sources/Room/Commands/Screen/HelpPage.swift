import Council
import Screen

/// Commands and keys, made from the command table; what is not to be had says why. Typing searches.
struct HelpPage: Layer {
    private var search: TextEditor
    private var top = 0
    /// The keys of what was in front when help was asked for.
    private let here: [Hint]

    init(_ command: String? = nil, here: [Hint] = []) {
        search = TextEditor(command ?? "", isMultiline: false)
        self.here = here
    }

    var takesText: Bool { true }

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Answer] {
        switch key {
        case .escape, .enter, .function(1): return [.close]
        case .character("q") where search.isEmpty: return [.close]
        case .character("?") where search.isEmpty: return [.close]
        case .down: top += 1
        case .up: top = max(0, top - 1)
        case .pageDown: top += page(in: room)
        case .pageUp: top = max(0, top - page(in: room))
        case .controlHome: top = 0
        default:
            if search.handle(key) { top = 0 }
        }
        if top > 0 {
            let size = wantedSize(in: room)
            top = min(top, max(0, lines(width: size.columns - 4, in: room).count - visible(rows: size.rows)))
        }
        return []
    }

    mutating func paste(_ text: String, in room: Model) -> [Answer] {
        if let refusal = PasteLimit.search.refusal(of: text, beside: search.byteCount) {
            return [.tell(Notice(refusal, .refusal))]
        }
        search.paste(text)
        top = 0
        return []
    }

    func hints(in room: Model) -> [Hint] {
        [Hint("type", "to search"), Hint("Esc", "leave"), Hint("Up Down", "scroll")]
    }

    func wantedSize(in room: Model) -> Size {
        Size(rows: max(6, room.size.rows - 4), columns: min(100, room.size.columns - 4))
    }

    /// Rows above the first line but one: the frame, and the search.
    private static let headRows = 2
    private func visible(rows: Int) -> Int { max(1, rows - Self.headRows - 2) }
    private func page(in room: Model) -> Int { max(1, visible(rows: wantedSize(in: room).rows) - 1) }

    // MARK: Lines

    private func lines(width: Int, in room: Model) -> [Line] {
        let wanted = search.text.trimmed.lowercased()
        var lines: [Line] = []
        func section(_ title: String, _ body: [Line]) {
            guard !body.isEmpty else { return }
            if !lines.isEmpty { lines.append(Line()) }
            lines.append(Line(title, Style(.heading, on: .dialog, .bold)))
            lines += body
        }
        if wanted.isEmpty { section("Here", here.flatMap { Self.row($0.key, $0.label, width) }) }
        for group in Command.Group.allCases {
            let commands = Command.all.filter { command in
                command.group == group && command.matches(wanted, key: room.keys.label(of: command.name))
            }
            section(group.rawValue, commands.flatMap { describe($0, width: width, in: room) })
        }
        for (title, rows) in HelpKeys.sections(in: room) {
            let found = rows.filter { wanted.isEmpty || "\($0.key) \($0.text)".lowercased().contains(wanted) }
            section(title, found.flatMap { Self.row($0.key, $0.text, width) })
        }
        if !lines.isEmpty { return lines }
        let hint = nearest(to: wanted, among: Command.all.map(\.name)).map { "did you mean \($0)?" }
        let text = "nothing is called “\(wanted)”: \(hint ?? "Backspace takes the search back")"
        return Line.wrap(text, Style(.warning, on: .dialog), width: width)
    }

    /// Columns in which the keys stand.
    private static let keyColumns = 10

    private static func row(_ key: String, _ text: String, _ width: Int) -> [Line] {
        let gap = String(repeating: " ", count: max(1, keyColumns - TextWidth.of(key)))
        return Line.wrap(
            [Span(key + gap, Style(.key, on: .dialog, .bold)), Span(text, Style(.text, on: .dialog))],
            width: width, restIndent: keyColumns)
    }

    private func describe(_ command: Command, width: Int, in room: Model) -> [Line] {
        let key = room.keys.label(of: command.name) ?? ""
        let gap = String(repeating: " ", count: max(1, Self.keyColumns - TextWidth.of(key)))
        var head = [
            Span(key + gap, Style(.key, on: .dialog, .bold)),
            Span(command.name, Style(.strong, on: .dialog, .bold)),
        ]
        if !command.arguments.isEmpty { head.append(Span(" " + command.arguments, Style(.code, on: .dialog))) }
        var lines = Line.wrap(head, width: width, restIndent: Self.keyColumns)
        func add(_ text: String, _ role: Role) {
            lines += Line.wrap(
                text, Style(role, on: .dialog), width: width, firstIndent: Self.keyColumns, restIndent: Self.keyColumns)
        }
        add(command.help, .text)
        if let refusal = room.refusal(of: command) {
            add("not now: \(refusal.sentence)", .warning)
        }
        return lines
    }

    // MARK: Drawing

    func draw(_ canvas: inout Canvas, in room: Model) {
        canvas.frame("Help")
        let width = canvas.columns - 4
        let field = max(0, min(40, width - 8))
        canvas.put("search ", row: 1, column: 2, style: Style(.label, on: .dialog))
        canvas.fill(Rect(row: 1, column: 9, rows: 1, columns: field), Style(.text, on: .input))
        canvas.put(search.text, row: 1, column: 9, width: field, style: Style(.text, on: .input))
        canvas.cursor = Position(row: 1, column: 9 + min(max(0, field - 1), TextWidth.of(search.textBeforeCursor)))
        let lines = lines(width: width, in: room)
        let below = Rect(row: Self.headRows, column: 0, rows: canvas.rows - Self.headRows, columns: canvas.columns)
        canvas.draw(in: below) { canvas in
            canvas.scrolled(rows: lines.count, from: top) { canvas in
                for (row, line) in lines.enumerated() { canvas.put(line, row: row, column: 2, width: width) }
            }
        }
    }
}

extension Command {
    fileprivate func matches(_ wanted: String, key: String?) -> Bool {
        wanted.isEmpty || usage.lowercased().contains(wanted) || help.lowercased().contains(wanted)
            || key?.lowercased() == wanted
    }
}
