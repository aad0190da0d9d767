extension Meeting {
    func note(speaker: Handle?, kind: Note.Kind, text: String) throws(Refusal) -> Act {
        let item = try requireCurrent("take notes")
        // A speaker need not be on the roster: guests speak, and no word is lost over a handle. Closing lists them.
        return .noted(
            item: item.id, number: item.notes.count + 1, speaker: speaker, kind: kind,
            text: try requireText(text, for: "a note"))
    }

    func reword(_ number: Int, _ text: String) throws(Refusal) -> Act {
        let (item, note) = try requireNote(number, to: "reword")
        let text = try requireText(text, for: "a note")
        guard note.text != text else { throw Refusal("note \(number) says that already: write what it should say") }
        return .reworded(item: item.id, number: number, text: text)
    }

    func strike(_ number: Int) throws(Refusal) -> Act {
        let (item, _) = try requireNote(number, to: "strike")
        return .struck(item: item.id, number: number)
    }

    func resolve(_ number: Int, because reason: String?) throws(Refusal) -> Act {
        let (item, note) = try requireNote(number, to: "resolve")
        guard note.kind == .concern else {
            let open = item.openConcerns.map { String($0.number) }
            let others =
                switch open.count {
                case 0: "this item has none open"
                case 1: "the open one is \(listed(open))"
                default: "the open ones are \(listed(open))"
                }
            throw Refusal("note \(number) is no concern: \(others)")
        }
        guard note.resolution == nil else {
            throw Refusal("concern \(number) is resolved already: raise a new one if it is not")
        }
        return .resolved(item: item.id, number: number, reason: reason?.trimmed.nilIfEmpty)
    }

    private func requireNote(_ number: Int, to what: String) throws(Refusal) -> (Item, Note) {
        let item = try requireCurrent("\(what) a note")
        guard let note = item.notes.first(where: { $0.number == number }) else {
            throw Refusal("this item has no note \(number): \(extent(item.notes.count, "note"))")
        }
        guard !note.isStruck else {
            throw Refusal("note \(number) was struck: write it anew if it should stand")
        }
        return (item, note)
    }
}
