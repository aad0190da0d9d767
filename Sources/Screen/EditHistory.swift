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
        guard kind == lastKind, var last = done.last else {
            done.append(edit)
            return
        }
        switch kind {
        case .typing
        where edit.removed.isEmpty && edit.at == last.at + last.inserted.count
            && !(edit.inserted.first != " " && last.inserted.last == " "):
            last.inserted += edit.inserted
        case .deleting where edit.inserted.isEmpty && edit.at + edit.removed.count == last.at:
            last.removed = edit.removed + last.removed
            last.at = edit.at
        case .deleting where edit.inserted.isEmpty && edit.at == last.at:
            last.removed += edit.removed
        default:
            done.append(edit)
            return
        }
        done[done.count - 1] = last
    }

    /// Starts a new step with the next change, as after a move of the cursor.
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
