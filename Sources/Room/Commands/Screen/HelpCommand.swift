import Council
import Help
import Screen

extension Command {
    static let help = Command(
        "help", "[COMMAND|TOPIC]", key: "?", label: "help", group: .screen, completes: [.commandOrTopic],
        help: "Lists commands, keys and topics; says why a command is unavailable, and shows a topic of the manual."
    ) { words, _ throws(Refusal) in
        let name = words.next()?.lowercased()
        let (command, topic) = (name.flatMap(named), name.flatMap(Topic.named))
        if let name, command == nil, topic == nil {
            let guess = guess(name, or: Topic.all.map(\.name))
            throw Refusal("there is no command and no topic `\(name)`: \(guess ?? "`help` lists them")")
        }
        return .screen { room in
            if let topic {
                let about = command.map { DocumentPage.Line.about($0, room.refusal(of: $0)) } ?? []
                let page = DocumentPage(name: topic.name, lines: about + [.markdown(topic.text(shownBy: ":help"))])
                room.layers.append(DocumentReader([page], as: .found, in: room))
            } else {
                room.layers.append(HelpPage(name))
            }
            return []
        } console: { narrator in
            if command == nil, topic == nil {
                return all.map { "\($0.usage): \($0.help)" } + Topic.all.map { "\($0.name): \($0.title)" }
            }
            let about = command.map { command in
                let refusal = command.whyUnavailable(in: narrator.journal, at: narrator.now)
                return ["\(command.usage): \(command.help)"] + (refusal.map { ["not now: \($0.sentence)"] } ?? [])
            }
            let manual = topic.map {
                PrintedMarkdown.lines(of: $0.text(shownBy: "help"), width: 80, isMarked: false)
            }
            return (about ?? []) + (manual ?? [])
        }
    }
}

extension DocumentPage.Line {
    /// What a command does, before the topic of the same name.
    fileprivate static func about(_ command: Command, _ refusal: Refusal?) -> [DocumentPage.Line] {
        [.heading(command.usage), .text(command.help)]
            + (refusal.map { [.text("not now: \($0.sentence)")] } ?? []) + [.text("")]
    }
}

/// Commands and keys, made from the command table, with the reason why a command can't be used now. Typing searches.
struct HelpPage: Layer {
    private var search: TextEditor
    private var top = 0
    /// The keys of the layer that was in front when help was asked for.
    private let here: [Hint]

    init(_ command: String? = nil, here: [Hint] = []) {
        search = TextEditor(command ?? "", isMultiline: false)
        self.here = here
    }

    var takesText: Bool { true }

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
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

    mutating func paste(_ text: String, in room: Model) -> [Reaction] {
        if let refusal = PasteLimit.search.refusal(of: text, beside: search.byteCount) {
            return [.notify(Notice(refusal, .refusal))]
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

    /// Rows above the list: the frame and the search.
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
        for group in Command.Group.allCases where !room.isLibraryAlone {
            let commands = Command.all.filter { command in
                command.group == group && command.matches(wanted, key: room.keys.label(of: command.name))
            }
            section(group.rawValue, commands.flatMap { describe($0, width: width, in: room) })
        }
        for (title, rows) in HelpKeys.sections(in: room) {
            let found = rows.filter { wanted.isEmpty || "\($0.key) \($0.text)".lowercased().contains(wanted) }
            section(title, found.flatMap { Self.row($0.key, $0.text, width) })
        }
        // The library alone has no command line.
        let topics =
            room.isLibraryAlone
            ? [] : Topic.all.filter { wanted.isEmpty || "\($0.name) \($0.title)".lowercased().contains(wanted) }
        section("The manual", topics.flatMap { Self.row(":help \($0.name)", $0.title, width) })
        if !lines.isEmpty { return lines }
        let hint = nearest(to: wanted, among: Command.all.map(\.name)).map { "did you mean \($0)?" }
        let text = "nothing is called “\(wanted)”: \(hint ?? "Backspace takes the search back")"
        return Line.wrap(text, Style(.warning, on: .dialog), width: width)
    }

    /// The width of the column of keys.
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

/// The keys without a command, as the help lists them.
enum HelpKeys {
    typealias Row = (key: String, text: String)

    static func sections(in room: Model) -> [(title: String, rows: [Row])] {
        if room.isLibraryAlone {
            return [("In the library", library + [("o", "opens the meeting, or goes on with it")])]
        }
        let own = room.keys.ownLines.filter { $0.line.contains(" ") }.map { (key: $0.label, text: "runs `\($0.line)`") }
        return [
            ("Keys", moving(in: room) + own), ("In a note", note), ("While voting", voting), ("In a dialog", dialog),
            ("In the library", library),
        ]
    }

    private static func moving(in room: Model) -> [Row] {
        let rows: [(line: String, text: String)] = [("go next", "the next item"), ("go back", "the item before")]
        return rows.compactMap { row in room.keys.label(of: row.line).map { ($0, row.text) } } + [
            ("Tab 1 … \(Pane.all.count)", "goes to another pane"),
            ("j k ↑ ↓", "moves and scrolls; PgUp PgDn Space, Home End too"),
            ("g g  G", "the beginning and the end; Ctrl-D Ctrl-U half a page, Ctrl-F Ctrl-B a page"),
            ("z + -", "the pane alone and back; a larger pane, a smaller one"),
            ("Enter  @", "the menu of the row under the cursor; who said it, or whose it is"),
            ("> <", "the next place of what was looked for, and the one before; Esc clears the marks"),
            (":", "command line; Tab completes, Up calls up earlier lines"), ("F1", "help, wherever you are"),
            ("Ctrl-Z", "suspends; fg comes back"),
        ]
    }

    private static let note: [Row] = [
        ("Enter", "records the note"), ("Esc", "keeps it as a draft; the note key goes on with it"),
        ("@… Tab", "a person; the ones that fit stand above the line"),
        ("kind: Tab", "concern: question: idea: data: reuse: private:"),
        ("Alt-Enter", "starts a new line, as Ctrl-J does"),
        ("Up Down", "earlier notes, from the first and the last line; Alt-Up, Alt-Down from any"),
        ("PgUp PgDn", "scrolls the notes behind the line"), ("Ctrl-E", "opens $VISUAL or $EDITOR on the note"),
        ("Alt-B F", "a word back and forth, as Ctrl-← and Ctrl-→ do"),
        ("Ctrl-A", "the line's beginning, as Home does; End its end"),
        ("Ctrl-W U K", "removes the word, or the line up to or from the cursor; Ctrl-Y puts it back"),
        ("Ctrl-_", "takes back a change, Alt-_ makes it again"),
    ]

    private static let voting: [Row] = [
        ("y n a r", "yes, no, abstains, recused: the member's ballot, and on to the next"),
        ("b", "gives the ballot its reason"), ("j k", "another member"), ("u", "takes the last ballot back"),
        ("N", "all notes: one of an earlier item is corrected, and the vote stays open"),
        ("Enter", "closes the vote"), ("Esc", "leaves; the vote stays open"),
    ]

    private static let library: [Row] = [
        ("1 … \(LibraryTab.all.count)", "a tab; Tab or ] the next one, Shift-Tab or [ the one before"),
        ("j k ↑ ↓", "moves; PgUp PgDn Space or Ctrl-U Ctrl-D, Home End or g G too"),
        ("/", "shows only the rows with the words that are typed, in all tabs; Esc shows all again"),
        ("s", "sorts by the next of the orders that stand above the list"),
        ("Enter", "opens what the row stands for; there, ] and [ go on to the next row and the one before"),
        ("H", "the history of the row's item"),
        ("▲", "marks what is overdue, or has waited more than 14 days"),
        ("r", "reads files and minutes again"), ("M", "the mouse: the wheel moves, a second click opens"),
        ("Esc q", "leaves"),
    ]

    private static let dialog: [Row] = [
        ("Tab", "the next field, completing a name on the way; Shift-Tab the one before"),
        ("← →", "another choice; or its first letter"), ("Enter", "records"), ("Esc", "leaves without"),
    ]
}
