import Council
import Screen

/// The `:` line with completion and the lines typed before, and the `/` line.
///
/// A line that is refused stays, with the reason above it, so that it is corrected rather than typed again.
struct CommandEntry: Layer {
    private var editor: TextEditor
    private let prompt: Prompt
    private var candidates: [Completion]?
    /// The candidate that Tab put in, and its place in the text.
    private var chosen: (index: Int, range: Range<Int>)?
    private(set) var refusal: String?
    /// The most rows that the list of candidates has had: it does not shrink while there are any candidates, so that
    /// nothing moves with every key.
    private var heldRows = 0
    /// The earlier line that is in the editor, counted from the last; nil if the line is new.
    private var recalled: Int?

    enum Prompt: Sendable {
        case command
        case find

        var sign: String { self == .command ? ":" : "/" }
    }

    init(_ text: String, prompt: Prompt = .command) {
        editor = TextEditor(text, isMultiline: false)
        self.prompt = prompt
    }

    var takesText: Bool { true }

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        let wasRefused = refusal != nil
        refusal = nil
        switch key {
        case .character(":") where wasRefused && editor.cursor == editor.count:
            // A person who types on without looking begins the next line.
            editor.replaceAll(with: "")
            suggest(in: room)
        // `g g` goes to the beginning, as in a pager; no item has that number.
        case .character("g") where prompt == .command && editor.text == "go ": return [.close, .goToTop]
        case .escape: return [.close]
        case .enter: return run(in: room)
        case .backspace where editor.isEmpty: return [.close]
        case .tab: complete(1, in: room)
        case .backTab: complete(-1, in: room)
        case .up, .control("p"): recall(1, in: room)
        case .down, .control("n"): recall(-1, in: room)
        default: if editor.handle(key) { suggest(in: room) }
        }
        return libraryIfNeeded(in: room)
    }

    /// Has the library read if the line is completed from it, and nobody has read it yet.
    private func libraryIfNeeded(in room: Model) -> [Reaction] {
        guard prompt == .command, room.library == nil, room.libraryFault == nil, !room.isReadingLibrary else {
            return []
        }
        return Completion.needsLibrary(editor.textBeforeCursor) ? [.readLibrary] : []
    }

    mutating func libraryWasRead(in room: Model) { if chosen == nil, refusal == nil { suggest(in: room) } }

    mutating func paste(_ text: String, in room: Model) -> [Reaction] {
        refusal = PasteLimit.line.refusal(of: text, beside: editor.byteCount)
        if refusal != nil { return [.effect(.beep)] }
        editor.paste(text)
        suggest(in: room)
        return []
    }

    private mutating func run(in room: Model) -> [Reaction] {
        let line = editor.text.trimmed
        if prompt == .find { return [.close, .run("find \(line)")] }
        guard !line.isEmpty else { return [.close] }
        do throws(Refusal) {
            if case .ask(let request) = try Command.parse(line, in: room.meeting), !request.closes,
                request != .rollAsLastTime, !room.recording.isFollowing
            {
                _ = try room.consider(request)
            }
            return [.close, .remember(line), .run(line)]
        } catch {
            refusal = error.sentence
            return [.effect(.beep)]
        }
    }

    /// Goes back (1) and forth (−1) among the lines typed before.
    private mutating func recall(_ step: Int, in room: Model) {
        guard prompt == .command else { return }
        let next = (recalled ?? -1) + step
        guard next < room.typedLines.count else { return }
        recalled = next < 0 ? nil : next
        editor.replaceAll(with: next < 0 ? "" : room.typedLines[room.typedLines.count - 1 - next])
        suggest(in: room)
    }

    // MARK: Completion

    private mutating func suggest(in room: Model) {
        chosen = nil
        let found = completions(in: room)
        candidates = found
        heldRows = found.isEmpty ? 0 : max(heldRows, min(CandidateList.most, found.count))
    }

    private func completions(in room: Model) -> [Completion] {
        prompt == .command ? Completion.complete(editor.textBeforeCursor, in: room.meeting, library: room.library) : []
    }

    private mutating func complete(_ step: Int, in room: Model) {
        let found = candidates ?? completions(in: room)
        candidates = found
        guard !found.isEmpty else { return }
        let index: Int
        let range: Range<Int>
        if let chosen {
            index = (chosen.index + step + found.count) % found.count
            range = chosen.range
        } else {
            index = step > 0 ? 0 : found.count - 1
            range = (editor.wordBeforeCursor()?.start ?? editor.cursor)..<editor.cursor
        }
        editor.replace(range, with: found[index].text + " ")
        if found.count == 1 {
            // There is only one: completion goes on with the next word.
            suggest(in: room)
        } else {
            chosen = (index, range.lowerBound..<editor.cursor)
        }
    }

    // MARK: Drawing

    func hints(in room: Model) -> [Hint] {
        prompt == .find
            ? [Hint("Enter", "find"), Hint("Esc", "leave")]
            : [Hint("Enter", "run"), Hint("Esc", "leave"), Hint("Tab", "complete"), Hint("Up", "earlier lines")]
    }

    private func refusalLines(width: Int) -> [Line] {
        refusal.map { Line.wrap("✗ \($0)", Style(.warning, on: .dialog, .bold), width: width) } ?? []
    }

    func wantedSize(in room: Model) -> Size {
        let rows =
            refusal == nil
            ? max(heldRows, (candidates ?? completions(in: room)).count)
            : refusalLines(width: room.size.columns - 2).count
        return Size(rows: 1 + min(CandidateList.most, rows), columns: room.size.columns)
    }

    func draw(_ canvas: inout Canvas, in room: Model) {
        let above = Rect(row: 0, column: 0, rows: max(0, canvas.rows - 1), columns: canvas.columns)
        if refusal != nil {
            canvas.fill(above, Style(.text, on: .dialog))
            for (row, line) in refusalLines(width: canvas.columns - 2).prefix(above.rows).enumerated() {
                canvas.put(line, row: row, column: 1)
            }
        } else {
            let found = candidates ?? completions(in: room)
            canvas.fill(above, Style(.text, on: .dialog))
            canvas.draw(in: above) { CandidateList.draw(&$0, found, chosen: chosen?.index) }
        }
        let row = canvas.rows - 1
        canvas.fill(Rect(row: row, column: 0, rows: 1, columns: canvas.columns), Style(.text, on: .input))
        canvas.put(prompt.sign, row: row, column: 1, style: Style(.key, on: .input, .bold))
        // Of a line that is too long, the end that is being typed is shown.
        let before = TextWidth.of(editor.textBeforeCursor)
        let room = canvas.columns - 4
        // It moves by half a line at once, so that a key redraws its letter and not the whole line.
        let half = max(1, room / 2)
        let skipped = before > room ? (before - room + half - 1) / half * half : 0
        canvas.draw(in: Rect(row: row, column: 2, rows: 1, columns: room + 1)) { line in
            line.put(
                editor.text, row: 0, column: -skipped, width: skipped + line.columns, style: Style(.text, on: .input))
            line.cursor = Position(row: 0, column: before - skipped)
        }
    }
}
