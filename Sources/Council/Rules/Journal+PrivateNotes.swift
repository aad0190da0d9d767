extension Journal {
    /// The numbers of the entries that only whoever may read private notes has whole.
    ///
    /// A note is followed from entry to entry, wherever it went, and not by its number: the number of a note that was
    /// undone goes to another one. What was private when it was undone stays so.
    public var privateEntries: Set<Int> {
        var notes: [FollowedNote] = []
        var places: [NotePlace: Int] = [:]
        for entry in entries {
            switch entry.act {
            case .noted(let noted):
                places[NotePlace(noted.item, noted.number)] = notes.count
                notes.append(
                    FollowedNote(
                        entries: [entry.number], isPrivate: noted.kind == .private,
                        isUndone: undone.contains(entry.number)))
            case .broughtBack(let brought):
                // Earlier minutes have its words; what is said of it here may become private.
                for index in brought.concerns.indices {
                    places[NotePlace(brought.item, brought.number + index)] = notes.count
                    notes.append(
                        FollowedNote(entries: [], isPrivate: false, isUndone: undone.contains(entry.number)))
                }
            case .reworded(let reworded):
                places[NotePlace(reworded.item, reworded.number)].map { notes[$0].entries.append(entry.number) }
            case .resolved(let resolved):
                places[NotePlace(resolved.item, resolved.number)].map { notes[$0].entries.append(entry.number) }
            case .corrected(let corrected):
                guard let note = places[NotePlace(corrected.item, corrected.number)] else { continue }
                notes[note].entries.append(entry.number)
                let counts = !undone.contains(entry.number)
                switch corrected.change {
                case .kind(.private) where counts || notes[note].isUndone: notes[note].isPrivate = true
                case .kind where counts: notes[note].isPrivate = false
                case .item(let other, let number): places[NotePlace(other, number)] = note
                case .kind, .speaker: break
                }
            default: break
            }
        }
        return Set(notes.lazy.filter(\.isPrivate).flatMap(\.entries))
    }

    /// One note with all that was said of it.
    private struct FollowedNote {
        var entries: [Int]
        var isPrivate: Bool
        let isUndone: Bool
    }

    private struct NotePlace: Hashable {
        let item: ItemID
        let number: Int

        init(_ item: ItemID, _ number: Int) { (self.item, self.number) = (item, number) }
    }
}
