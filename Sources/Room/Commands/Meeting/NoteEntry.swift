import Council
import Screen

/// The line in which the scribe types a note, at the foot of the notes.
struct NoteEntry: Layer {
    var editor: TextEditor
    /// Completions of the word before the cursor, shown above the line.
    private(set) var candidates: [Completion] = []
    /// The candidate that Tab put in, and its place in the text.
    private(set) var chosen: (index: Int, range: Range<Int>)?
    private var history: NoteHistory?

    /// What stood there before anything was typed; by itself it is no note.
    private var beginning = ""

    init(_ text: String = "") { editor = TextEditor(text) }

    /// A note that begins with a speaker, or with other words that a key stands for.
    init(beginning: String) {
        editor = TextEditor(beginning)
        self.beginning = beginning
    }

    private var isUntouched: Bool { editor.text.trimmed == beginning.trimmed }

    var pane: Pane? { .notes }
    var takesText: Bool { true }
    var note: NoteEntry? { self }

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        switch key {
        case .enter: return record(in: room)
        case .escape: return leave(in: room)
        case .tab: return complete(1)
        case .backTab: return complete(-1)
        case .control("e"): return [.effect(.edit(editor.text))]
        case .backspace where editor.isEmpty: return [.leaveDraft(""), .close]
        case .alt(.up): return recall(-1, in: room)
        case .alt(.down): return recall(1, in: room)
        case .pageUp: return [.scrollNotes(-1)]
        case .pageDown: return [.scrollNotes(1)]
        case .control("u"), .control("k"), .control("w"), .alt(.backspace): return kill(key, in: room)
        default: break
        }
        guard editor.handle(key, width: room.metrics.editorWidth) else {
            // Beyond the first and the last line are the notes typed before.
            switch key {
            case .up, .control("p"): return recall(-1, in: room)
            case .down, .control("n"): return recall(1, in: room)
            default: return []
            }
        }
        suggest(in: room)
        return [.draftChanged]
    }

    mutating func paste(_ text: String, in room: Model) -> [Reaction] {
        if let refusal = PasteLimit.note.refusal(of: text, beside: editor.byteCount) {
            return [.notify(Notice(refusal, .refusal))]
        }
        editor.paste(text)
        suggest(in: room)
        return [.draftChanged]
    }

    /// Removes text; a note that is removed whole is kept, and Up finds it.
    private mutating func kill(_ key: KeyEvent, in room: Model) -> [Reaction] {
        let before = editor.text
        guard editor.handle(key, width: room.metrics.editorWidth) else { return [] }
        suggest(in: room)
        let isGone = editor.isEmpty && !before.trimmed.isEmpty
        return isGone ? [.setAsideDeleted(before), .draftChanged] : [.draftChanged]
    }

    private mutating func leave(in room: Model) -> [Reaction] {
        if isUntouched { return [.leaveDraft(waiting), .close, .notify(Notice("no note"))] }
        let (kept, aside) = history?.parting(with: editor.text) ?? (editor.text, nil)
        let notice = Notice(
            kept.trimmed.isEmpty
                ? "no note"
                : "kept as a draft\(room.isLookingElsewhere ? room.floorName.map { " of \($0)" } ?? "" : ""): n resumes it"
        )
        return (aside.map { [.setAside($0)] } ?? []) + [.leaveDraft(kept), .close, .notify(notice)]
    }

    private func record(in room: Model) -> [Reaction] {
        if isUntouched { return [.leaveDraft(waiting), .close] }
        guard let command = Command.named("note") else { return [] }
        do throws(Refusal) {
            guard case .ask(let request) = try command.parse(editor.text, in: room.meeting) else { return [] }
            return [.ask(request)]
        } catch {
            return [.notify(Notice(error.sentence, .refusal))]
        }
    }

    // MARK: Earlier notes

    /// The note that was begun before an earlier one was called up; it stays as the draft when that one is recorded.
    var waiting: String { history?.waiting ?? "" }

    private mutating func recall(_ step: Int, in room: Model) -> [Reaction] {
        if history == nil { history = NoteHistory(room.earlierNotes) }
        guard let text = history?.move(step, leaving: editor.text) else { return [] }
        editor.replaceAll(with: text)
        stopCompleting()
        return [.draftChanged]
    }

    // MARK: Completion

    private mutating func stopCompleting() {
        chosen = nil
        candidates = []
    }

    /// Finds the completions of the word before the cursor.
    private mutating func suggest(in room: Model) {
        stopCompleting()
        guard let word = editor.wordBeforeCursor() else { return }
        let isPerson = word.text.hasPrefix("@")
        guard isPerson || word.start <= 80, let before = isPerson ? [] : editor.openingWords(before: word.start) else {
            return
        }
        let found = Completion.completeNote(word.text, after: before, in: room.meeting)
        candidates = found.first?.text == word.text && found.count == 1 ? [] : found
    }

    /// Puts in a completion, and with each further Tab the next one.
    private mutating func complete(_ step: Int) -> [Reaction] {
        guard !candidates.isEmpty else { return [] }
        let index: Int
        let range: Range<Int>
        if let chosen {
            index = (chosen.index + step + candidates.count) % candidates.count
            range = chosen.range
        } else {
            guard let word = editor.wordBeforeCursor() else { return [] }
            index = step > 0 ? 0 : candidates.count - 1
            range = word.start..<editor.cursor
        }
        editor.replace(range, with: candidates[index].text + " ")
        if candidates.count == 1 {
            stopCompleting()
        } else {
            chosen = (index, range.lowerBound..<editor.cursor)
        }
        return [.draftChanged]
    }

    func hints(in room: Model) -> [Hint] {
        [
            Hint("Enter", "record"), Hint("Esc", "keep as draft"), Hint("Tab", "@who kind:"), Hint("Ctrl-E", "editor"),
            Hint("Up", "earlier notes"), Hint("Alt-Enter", "new line"),
        ]
    }
}

/// The note being typed, laid out for the foot of the notes.
struct NoteBeingTyped {
    /// Columns that its text is wrapped to.
    let width: Int
    /// The most lines that are shown of it.
    private let height: Int
    private let candidates: [Completion]
    private let chosen: Int
    private let prompt: String
    private let indent: Int
    private var lines: [String]
    /// The item that the note goes to, if the panes show another one.
    private let heading: String?
    /// The cursor in the lines; nil while another layer takes the keys.
    private var cursor: Position?

    /// - Parameter size: The size of the pane without its title.
    init?(in room: Model, size: Size) {
        guard let entry = room.noteEntry else { return nil }
        candidates = entry.candidates
        chosen = entry.chosen?.index ?? 0
        prompt = room.clock.time(room.now) + " ▏"
        indent = 1 + TextWidth.of(prompt)
        heading = room.isLookingElsewhere ? room.floorName.map { "a note on \($0)" } : nil
        width = max(8, size.columns - indent - 1)
        height = max(1, size.rows - 2)
        let layout = entry.editor.layout(width: width, height: height)
        lines = layout.lines
        cursor = room.layers.last?.note == nil ? nil : layout.cursor
    }

    /// The same note after another key that was typed in it; nil if more than its lines has changed.
    func after(_ entry: NoteEntry) -> NoteBeingTyped? {
        guard !hasCandidates, entry.candidates.isEmpty, cursor != nil else { return nil }
        let layout = entry.editor.layout(width: width, height: height)
        guard layout.lines.count == lines.count else { return nil }
        var note = self
        note.lines = layout.lines
        note.cursor = layout.cursor
        return note
    }

    var rows: Int { lines.count + top }
    private var top: Int { heading == nil ? 0 : 1 }
    var hasCandidates: Bool { !candidates.isEmpty }

    /// Draws the lines that differ from those of a note that stood in the same place.
    func draw(_ canvas: inout Canvas, over other: NoteBeingTyped) {
        for (row, line) in lines.enumerated() where line != other.lines[row] {
            draw(line, from: Self.start(of: line, after: other.lines[row]), row: top + row, &canvas)
        }
        placeCursor(&canvas)
    }

    /// Letters of ASCII with which a line begins as another one does, each of them one column. What follows the last of them
    /// may belong to it, as an accent does, unless it is ASCII as well.
    private static func start(of line: String, after other: String) -> Int {
        var count = 0
        var (mine, theirs) = (line.utf8.makeIterator(), other.utf8.makeIterator())
        while true {
            let (next, before) = (mine.next(), theirs.next())
            if let next, next == before, 0x20..<0x7F ~= next {
                count += 1
            } else {
                return (next ?? 0) < 0x80 && (before ?? 0) < 0x80 ? count : max(0, count - 1)
            }
        }
    }

    func draw(_ canvas: inout Canvas) {
        canvas.fill(Style(.text, on: .input))
        if let heading {
            canvas.put(heading, row: 0, column: 1, style: Style(.warning, on: .input, .bold), overflow: .ellipsis)
        }
        canvas.put(prompt, row: top, column: 1, style: Style(.label, on: .input))
        for (row, line) in lines.enumerated() { draw(line, row: top + row, &canvas) }
        placeCursor(&canvas)
    }

    /// - Parameter start: Letters that stand there already.
    private func draw(_ line: String, from start: Int = 0, row: Int, _ canvas: inout Canvas) {
        let style = Style(.text, on: .input)
        let start = min(start, width)
        let rest = start == 0 ? line : String(line.utf8.dropFirst(start)) ?? ""
        let used = start + canvas.put(rest, row: row, column: indent + start, width: width - start, style: style)
        canvas.fill(Rect(row: row, column: indent + used, rows: 1, columns: width - used), style)
    }

    private func placeCursor(_ canvas: inout Canvas) {
        if let cursor { canvas.cursor = Position(row: top + cursor.row, column: indent + cursor.column) }
    }

    /// Draws the completions over the foot of the notes: the line itself stays where it is.
    func drawCandidates(_ notes: inout Canvas) {
        guard notes.columns > indent + 16 else { return }
        let rows = min(CandidateList.most, candidates.count, notes.rows)
        let area = Rect(
            row: notes.rows - rows, column: indent - 2, rows: rows, columns: min(46, notes.columns - indent))
        notes.draw(in: area) { CandidateList.draw(&$0, candidates, chosen: chosen) }
    }
}
