import Council
import Screen

extension Command {
    static let menu = Command(
        "menu", key: "x", label: "row's menu", group: .screen,
        help:
            "Opens the menu of the row under the cursor: edit, speaker, kind, move, strike, resolve, done. So does Enter."
    ) { _, _ in
        .screen { $0.openMenu() }
    }

    static let notes = Command(
        "notes", key: "N", label: "all notes", group: .screen,
        help:
            "Lists the notes of all items, to read and correct. The item before the council stays, and a vote stays open."
    ) { _, _ in
        .screen { room in
            room.layers.append(NotesPage(in: room))
            return []
        } console: {
            $0.allNotes
        }
    }

    static let privates = Command(
        "private", label: "private notes", group: .screen,
        help: "Shows the item's private notes on this terminal, or hides them again; x on their row does the same.",
        onRow: { thing, _ in
            if case .privateNotes = thing { RowOffer("x", "show them here", .runs("private")) } else { nil }
        }
    ) { _, _ in
        .screen { room throws(Refusal) in
            try room.revealOrHide()
            return []
        } console: {
            $0.privateNotes
        }
    }
}

extension Model {
    fileprivate mutating func revealOrHide() throws(Refusal) {
        guard !recording.isFollowing else {
            throw Refusal("private notes are shown by the terminal that records, and by no other")
        }
        guard let item = shownItem, !item.privateNotes.isEmpty else {
            throw Refusal("this item has no private notes: `note private: TEXT` takes one")
        }
        revealed = revealed == item.id ? nil : item.id
        rowCursor[.notes] = nil
        notice = Notice(
            revealed == nil
                ? "private notes are hidden" : "private notes are shown on this terminal: `:private` hides them again")
    }
}
