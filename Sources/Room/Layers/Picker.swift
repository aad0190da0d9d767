import Council
import Screen

/// A list to choose from by the first letters: who said a note, its kind, the item that it belongs to.
struct Picker: Layer {
    let title: String
    /// What fits the letters typed so far, the best first.
    let candidates: @Sendable (_ typed: String, Model) -> [Completion]
    /// The line that a choice runs, as if it had been typed after `:`.
    let line: @Sendable (Completion) -> String
    private var editor = TextEditor("", isMultiline: false)
    private var cursor = 0

    init(
        _ title: String, candidates: @escaping @Sendable (_ typed: String, Model) -> [Completion],
        line: @escaping @Sendable (Completion) -> String
    ) {
        self.title = title
        self.candidates = candidates
        self.line = line
    }

    var takesText: Bool { true }

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        let found = candidates(editor.text.trimmed, room)
        switch key {
        case .escape: return [.close]
        case .enter:
            guard found.indices.contains(cursor) else {
                return [
                    .notify(Notice("nothing fits `\(editor.text.trimmed)`: Backspace takes letters away", .refusal))
                ]
            }
            return [.close, .run(line(found[cursor]))]
        case .down, .tab, .control("n"): cursor = found.isEmpty ? 0 : (cursor + 1) % found.count
        case .up, .backTab, .control("p"): cursor = found.isEmpty ? 0 : (cursor + found.count - 1) % found.count
        case .backspace where editor.isEmpty: return [.close]
        default: if editor.handle(key) { cursor = 0 }
        }
        return []
    }

    mutating func paste(_ text: String, in room: Model) -> [Reaction] {
        if let refusal = PasteLimit.line.refusal(of: text, beside: editor.byteCount) {
            return [.notify(Notice(refusal, .refusal))]
        }
        editor.paste(text)
        cursor = 0
        return []
    }

    func hints(in room: Model) -> [Hint] {
        [Hint("Enter", "take"), Hint("Esc", "leave"), Hint("↑↓", "another"), Hint("a-z", "narrows the list")]
    }

    func wantedSize(in room: Model) -> Size {
        Size(rows: 3 + CandidateList.most, columns: room.dialogColumns(56))
    }

    mutating func click(at position: Position, in size: Size, _ room: Model) -> [Reaction] {
        let found = candidates(editor.text.trimmed, room)
        let place = position.row - 2 + max(0, cursor - (size.rows - 3) + 1)
        guard position.row >= 2, found.indices.contains(place) else { return [] }
        return [.close, .run(line(found[place]))]
    }

    func draw(_ canvas: inout Canvas, in room: Model) {
        canvas.frame(title)
        let width = canvas.columns - 4
        canvas.fill(Rect(row: 1, column: 2, rows: 1, columns: width), Style(.text, on: .input))
        canvas.put(editor.text, row: 1, column: 2, width: width, style: Style(.text, on: .input))
        canvas.cursor = Position(row: 1, column: min(width, TextWidth.of(editor.textBeforeCursor)) + 2)
        let list = Rect(row: 2, column: 2, rows: max(0, canvas.rows - 3), columns: width)
        let found = candidates(editor.text.trimmed, room)
        canvas.draw(in: list) { CandidateList.draw(&$0, found, chosen: found.isEmpty ? nil : cursor) }
    }
}
