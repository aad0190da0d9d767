import Commands
import Council
import Screen

/// The line in which the scribe types a note, at the foot of the notes.
struct NoteEntry: Layer {
    var editor: TextEditor
    /// What the word being typed could be, while Tab goes through it.
    private var completions: [Completion] = []
    private var completion = 0

    init(_ text: String = "") { editor = TextEditor(text) }

    var pane: Pane? { .notes }

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Answer] {
        if key != .tab { completions = [] }
        switch key {
        case .enter: return record(in: room)
        case .escape: return [.leaveDraft(editor.text), .close, .tell(Notice(leaving))]
        case .tab: return complete(in: room)
        case .control("e"): return [.effect(.edit(editor.text))]
        case .backspace where editor.isEmpty: return [.leaveDraft(""), .close]
        default:
            guard editor.handle(key, width: room.metrics.editorWidth) else { return [] }
            return [.draftChanged]
        }
    }

    mutating func paste(_ text: String, in room: Model) -> [Answer] {
        completions = []
        editor.paste(text)
        return [.draftChanged]
    }

    private var leaving: String { editor.isEmpty ? "no note" : "kept as a draft: n goes on with it" }

    private func record(in room: Model) -> [Answer] {
        if editor.text.trimmed.isEmpty { return [.leaveDraft(""), .close] }
        guard let command = Command.named("note") else { return [] }
        do throws(Refusal) {
            guard case .ask(let request) = try command.parse(editor.text, in: room.meeting) else { return [] }
            return [.ask(request)]
        } catch {
            return [.tell(Notice(error.sentence, .refusal))]
        }
    }

    /// Completes the word before the cursor, and goes through what it could be with each further Tab.
    private mutating func complete(in room: Model) -> [Answer] {
        if completions.isEmpty {
            completions = Completion.completeNote(editor.textBeforeCursor, in: room.meeting)
            completion = 0
        } else {
            completion = (completion + 1) % completions.count
        }
        guard completions.indices.contains(completion) else { return [] }
        editor.completeWord(with: completions[completion].text)
        return [.draftChanged]
    }

    func hints(in room: Model) -> [Hint] {
        [
            Hint("Enter", "record"), Hint("Esc", "keep as draft"), Hint("Tab", "@who kind:"), Hint("Ctrl-E", "editor"),
            Hint("Alt-Enter", "new line"),
        ]
    }
}

extension TextEditor {
    /// Puts a completion in the place of the word before the cursor; a space follows unless the cursor is within text.
    mutating func completeWord(with text: String) {
        let before = textBeforeCursor
        let isCompleted = before.hasSuffix(" ") && before.count > 1
        let head = isCompleted && before.dropLast().last != " " ? String(before.dropLast()) : before
        let start = head.lastIndex { $0.isWhitespace }.map { head.distance(from: head.startIndex, to: $0) + 1 } ?? 0
        replace(start..<cursor, with: text + " ")
    }
}
