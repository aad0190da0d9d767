extension TextEditor {
    /// Does what a key does in a line editor.
    ///
    /// Enter, Escape and Tab are left to the caller; Alt-Enter and Ctrl-J start a new line.
    ///
    /// - Parameter width: Columns that the text is wrapped to. Without it, up and down are left to the caller.
    /// - Returns: Whether the key was one of the editor's.
    public mutating func handle(_ key: KeyEvent, width: Int? = nil) -> Bool {
        if let width { keepLines(width: width) }
        switch key {
        case .character(let character): insert(String(character))
        case .alt(.enter), .control("j"):
            guard isMultiline else { return false }
            insert("\n")
        case .up, .control("p"): return width.map { moveVertically(-1, width: $0) } ?? false
        case .down, .control("n"): return width.map { moveVertically(1, width: $0) } ?? false
        default: return moves(key) || deletes(key)
        }
        return true
    }

    private mutating func moves(_ key: KeyEvent) -> Bool {
        switch key {
        case .left, .control("b"): move(to: cursor - 1)
        case .right, .control("f"): move(to: cursor + 1)
        case .controlLeft, .alt(.left), .alt(.character("b")): move(to: previousWord)
        case .controlRight, .alt(.right), .alt(.character("f")): move(to: nextWord)
        case .home, .control("a"): move(to: lineStart)
        case .end, .control("e"): move(to: lineEnd)
        case .controlHome: move(to: 0)
        case .controlEnd: move(to: count)
        default: return false
        }
        return true
    }

    private mutating func deletes(_ key: KeyEvent) -> Bool {
        switch key {
        case .backspace, .control("h"): delete(max(0, cursor - 1)..<cursor)
        case .delete, .control("d"): delete(cursor..<min(count, cursor + 1))
        case .control("k"): kill(cursor..<(lineEnd == cursor ? min(count, cursor + 1) : lineEnd))
        // At the start of a line the newline before it goes, so that the same key clears a text of many lines.
        case .control("u"): kill((cursor > lineStart ? lineStart : max(0, cursor - 1))..<cursor)
        case .control("w"): kill(previousSpace..<cursor)
        case .alt(.backspace): kill(previousWord..<cursor)
        case .alt(.character("d")), .controlDelete: kill(cursor..<nextWord)
        case .control("y"): replace(cursor..<cursor, with: killed, kind: .whole)
        case .control("_"): undo()
        case .alt(.character("_")): redo()
        default: return false
        }
        return true
    }

    private mutating func delete(_ range: Range<Int>) {
        replace(range, with: [], kind: .deleting)
    }

    /// Removes text and keeps it for yank.
    private mutating func kill(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        killed = Array(characters[range])
        replace(range, with: [], kind: .whole)
    }

    /// Takes back the last change; does nothing if there is none.
    public mutating func undo() {
        guard let edit = history.undo() else { return }
        splice(edit.at..<edit.at + edit.inserted.count, edit.removed)
        cursor = edit.cursor
    }

    /// Makes the last undone change again; does nothing if there is none.
    public mutating func redo() {
        guard let edit = history.redo() else { return }
        splice(edit.at..<edit.at + edit.removed.count, edit.inserted)
        cursor = edit.at + edit.inserted.count
    }
}
