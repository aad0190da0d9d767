import Commands
import Council
import Screen

/// The `:` line, with completion.
struct CommandEntry: Layer {
    private var editor: TextEditor
    private var completions: [Completion] = []
    private var chosen: Int?
    private let prompt: Prompt

    enum Prompt: Sendable {
        case command
        case find

        var sign: String { self == .command ? ":" : "/" }
    }

    init(_ text: String, prompt: Prompt = .command) {
        editor = TextEditor(text, isMultiline: false)
        self.prompt = prompt
    }

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Answer] {
        switch key {
        case .escape, .control("c"): return [.close]
        case .enter:
            let line = editor.text.trimmed
            switch prompt {
            case .find: return [.close, .run("find \(line)")]
            case .command: return line.isEmpty ? [.close] : [.close, .run(line)]
            }
        case .backspace where editor.isEmpty: return [.close]
        case .tab: step(1, in: room)
        case .backTab: step(-1, in: room)
        default:
            if editor.handle(key) { chosen = nil }
        }
        return []
    }

    mutating func paste(_ text: String, in room: Model) -> [Answer] {
        editor.paste(text)
        chosen = nil
        return []
    }

    private mutating func step(_ step: Int, in room: Model) {
        guard prompt == .command else { return }
        if let before = chosen, !completions.isEmpty {
            chosen = (before + step + completions.count) % completions.count
        } else {
            completions = Completion.complete(editor.textBeforeCursor, in: room.meeting)
            chosen = completions.isEmpty ? nil : (step > 0 ? 0 : completions.count - 1)
        }
        if let chosen { editor.completeWord(with: completions[chosen].text) }
    }

    func hints(in room: Model) -> [Hint] {
        prompt == .find
            ? [Hint("Enter", "find"), Hint("Esc", "leave")]
            : [Hint("Enter", "run"), Hint("Tab", "complete"), Hint("Esc", "leave")]
    }

    /// Rows above the message line that the completions take.
    private static let most = 8

    private func shown(in room: Model) -> [Completion] {
        guard prompt == .command else { return [] }
        if chosen != nil { return completions }
        return Completion.complete(editor.textBeforeCursor, in: room.meeting)
    }

    func wantedSize(in room: Model) -> Size {
        Size(rows: 1 + min(Self.most, shown(in: room).count), columns: room.size.columns)
    }

    func draw(_ canvas: inout Canvas, in room: Model) {
        let shown = shown(in: room)
        let list = max(0, canvas.rows - 1)
        let first = max(0, (chosen ?? 0) - list + 1)
        for (offset, completion) in shown.dropFirst(first).prefix(list).enumerated() {
            let ground: Ground = chosen == first + offset ? .selected : .dialog
            canvas.fill(Rect(row: offset, column: 0, rows: 1, columns: canvas.columns), Style(.text, on: ground))
            let used = canvas.put(
                completion.text, row: offset, column: 2, width: 24, style: Style(.key, on: ground, .bold))
            canvas.put(
                completion.detail, row: offset, column: max(20, used + 4), style: Style(.muted, on: ground),
                overflow: .ellipsis)
        }
        let row = canvas.rows - 1
        canvas.fill(Rect(row: row, column: 0, rows: 1, columns: canvas.columns), Style(.text, on: .input))
        canvas.put(prompt.sign, row: row, column: 1, style: Style(.key, on: .input, .bold))
        // The end of a line that is too long is what is being typed.
        let before = TextWidth.of(editor.textBeforeCursor)
        let room = canvas.columns - 4
        let skipped = max(0, before - room)
        canvas.draw(in: Rect(row: row, column: 2, rows: 1, columns: room + 1)) { line in
            line.put(
                editor.text, row: 0, column: -skipped, width: skipped + line.columns, style: Style(.text, on: .input))
            line.cursor = Position(row: 0, column: before - skipped)
        }
    }
}
