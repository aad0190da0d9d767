import Council
import Screen

/// A line to type in, and below it what is found.
struct SearchList: Layer {
    private var editor: TextEditor
    /// What was found last, and for what.
    private var answer: (found: SearchAnswer, text: String)?
    private var cursor = 0
    private var refusal: String?

    init(_ text: String) { editor = TextEditor(text, isMultiline: false) }

    var takesText: Bool { true }

    /// Takes in what was found, unless somebody has typed on.
    mutating func show(_ found: SearchAnswer, for text: String) {
        guard text == editor.text else { return }
        answer = (found, text)
        cursor = 0
    }

    private var hits: [SearchHit] { answer?.found.hits ?? [] }

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        refusal = nil
        switch key {
        case .escape: return [.close]
        case .enter: return hits.indices.contains(cursor) ? [.effect(.openFound(hits[cursor]))] : []
        case .down, .control("n"): move(1)
        case .up, .control("p"): move(-1)
        case .pageDown: move(shown(in: room))
        case .pageUp: move(-shown(in: room))
        default:
            let before = editor.text
            if editor.handle(key), editor.text != before { return lookUp() }
        }
        return []
    }

    mutating func paste(_ text: String, in room: Model) -> [Reaction] {
        refusal = PasteLimit.line.refusal(of: text, beside: editor.byteCount)
        if refusal != nil { return [.effect(.beep)] }
        editor.paste(text)
        return lookUp()
    }

    private mutating func lookUp() -> [Reaction] {
        guard SearchQuery(editor.text) != nil else {
            answer = nil
            return []
        }
        return [.effect(.search(editor.text))]
    }

    private mutating func move(_ step: Int) { cursor = max(0, min(hits.count - 1, cursor + step)) }

    func hints(in room: Model) -> [Hint] {
        let list = hits.isEmpty ? [] : [Hint("Enter", "open"), Hint("Up Down", "move")]
        return list + [Hint("Esc", "leave")]
    }

    func wantedSize(in room: Model) -> Size { Size(rows: room.size.rows, columns: room.dialogColumns(110)) }

    // MARK: Drawing

    /// Rows above the list: the frame, the line, and a sentence.
    private static let head = 3
    /// Rows of a hit.
    private static let each = 2

    /// Hits in sight at once.
    private func shown(in room: Model) -> Int { max(1, (area(in: room).rows - Self.head - 1) / Self.each) }

    func draw(_ canvas: inout Canvas, in room: Model) {
        canvas.frame("Search")
        drawLine(&canvas)
        let width = canvas.columns - 4
        canvas.put(
            sentence, row: 2, column: 2, width: width, style: Style(refusal == nil ? .muted : .warning, on: .dialog),
            overflow: .ellipsis)
        let count = max(1, (canvas.rows - Self.head - 1) / Self.each)
        let first = max(0, min(cursor - count / 2, hits.count - count))
        for (place, hit) in hits.dropFirst(first).prefix(count).enumerated() {
            draw(hit, at: Self.head + place * Self.each, isChosen: first + place == cursor, &canvas)
        }
    }

    private func drawLine(_ canvas: inout Canvas) {
        let line = Rect(row: 1, column: 2, rows: 1, columns: canvas.columns - 4)
        canvas.fill(line, Style(.text, on: .input))
        let before = TextWidth.of(editor.textBeforeCursor)
        canvas.draw(in: line) { line in
            // Of a text that is too long, the end that is being typed is shown.
            let skipped = max(0, before - line.columns + 1)
            line.put(
                editor.text, row: 0, column: -skipped, width: skipped + line.columns, style: Style(.text, on: .input))
            line.cursor = Position(row: 0, column: before - skipped)
        }
    }

    private var sentence: String {
        if let refusal { return refusal }
        guard SearchQuery(editor.text) != nil else {
            return "words, \"phrases\", beginnings*: all of them have to be there"
        }
        guard let answer else { return "searching …" }
        if answer.found.hits.isEmpty { return SearchAnswer.nothing }
        let more = answer.found.more > 0 ? "; the best \(answer.found.hits.count) are here" : ""
        return counted(answer.found.total, "text") + more
    }

    private func draw(_ hit: SearchHit, at row: Int, isChosen: Bool, _ canvas: inout Canvas) {
        let ground: Ground = isChosen ? .selected : .dialog
        let inside = Rect(row: row, column: 1, rows: Self.each, columns: canvas.columns - 2)
        canvas.fill(inside, Style(.text, on: ground))
        canvas.put(isChosen ? "▸" : " ", row: row, column: 2, style: Style(.cursor, on: ground, .bold))
        let width = canvas.columns - 6
        canvas.put(
            hit.place.joined(separator: " · "), row: row, column: 4, width: width, style: Style(.label, on: ground),
            overflow: .ellipsis)
        let text = Style(.text, on: ground)
        let found = Style(.strong, on: ground, .bold)
        canvas.put(
            Line(hit.snippet.parts.map { Span($0.text, $0.isHit ? found : text) }), row: row + 1, column: 4,
            width: width, overflow: .ellipsis)
    }
}
