/// One change of a text, which can be taken back.
struct Edit: Sendable {
    /// Where it happened, in graphemes.
    var at: Int
    var removed: [Character]
    var inserted: [Character]
    /// The cursor before it.
    var cursor: Int
}

/// What can be undone and redone in a text editor.
struct EditHistory: Sendable {
    enum Kind: Sendable {
        /// Joins the typing before it, up to the end of a word.
        case typing
        /// Joins the single deletions before it.
        case deleting
        case whole
    }

    private(set) var done: [Edit] = []
    private(set) var undone: [Edit] = []
    private var lastKind = Kind.whole

    mutating func record(_ edit: Edit, kind: Kind) {
        undone.removeAll()
        defer { lastKind = kind }
        guard kind == lastKind, let last = done.indices.last else {
            done.append(edit)
            return
        }
        switch kind {
        case .typing
        where edit.removed.isEmpty && edit.at == done[last].at + done[last].inserted.count
            && !(edit.inserted.first != " " && done[last].inserted.last == " "):
            done[last].inserted += edit.inserted
        case .deleting where edit.inserted.isEmpty && edit.at + edit.removed.count == done[last].at:
            done[last].removed = edit.removed + done[last].removed
            done[last].at = edit.at
        case .deleting where edit.inserted.isEmpty && edit.at == done[last].at:
            done[last].removed += edit.removed
        default:
            done.append(edit)
            return
        }
    }

    /// Makes the next change a step of its own, as after a move of the cursor.
    mutating func endStep() { lastKind = .whole }

    mutating func undo() -> Edit? {
        guard let edit = done.popLast() else { return nil }
        undone.append(edit)
        lastKind = .whole
        return edit
    }

    mutating func redo() -> Edit? {
        guard let edit = undone.popLast() else { return nil }
        done.append(edit)
        lastKind = .whole
        return edit
    }
}
