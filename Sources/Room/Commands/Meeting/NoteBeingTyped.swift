import Screen

/// The note being typed, laid out for the foot of the notes.
struct NoteBeingTyped {
    /// Columns that its text is wrapped to.
    let width: Int
    private let entry: NoteEntry
    private let prompt: String
    private let indent: Int
    private let lines: [String]
    /// Where the cursor is in the lines; nil while the keys go elsewhere.
    private let cursor: Position?

    /// - Parameter size: of the pane without its title.
    init?(in room: Model, size: Size) {
        guard let entry = room.noteEntry else { return nil }
        self.entry = entry
        prompt = room.clock.time(room.now) + " ▏"
        indent = 1 + TextWidth.of(prompt)
        width = max(8, size.columns - indent - 1)
        let layout = entry.editor.layout(width: width, height: max(1, size.rows - 2))
        lines = layout.lines
        cursor = room.layers.last is NoteEntry ? layout.cursor : nil
    }

    var rows: Int { lines.count }
    var hasCandidates: Bool { !entry.candidates.isEmpty }

    func draw(_ canvas: inout Canvas) {
        canvas.fill(Style(.text, on: .input))
        canvas.put(prompt, row: 0, column: 1, style: Style(.label, on: .input))
        for (row, line) in lines.enumerated() {
            canvas.put(line, row: row, column: indent, width: width, style: Style(.text, on: .input))
        }
        if let cursor { canvas.cursor = Position(row: cursor.row, column: indent + cursor.column) }
    }

    /// What the word being typed could be, over the foot of the notes: the line itself stays where it is.
    func drawCandidates(_ notes: inout Canvas) {
        guard notes.columns > indent + 16 else { return }
        let rows = min(CandidateList.most, entry.candidates.count, notes.rows)
        let area = Rect(
            row: notes.rows - rows, column: indent - 2, rows: rows, columns: min(46, notes.columns - indent))
        notes.draw(in: area) { CandidateList.draw(&$0, entry.candidates, chosen: entry.chosen?.index ?? 0) }
    }
}
