import Council

extension Command {
    static let note = Command(
        "note", "[@WHO] [KIND:] TEXT", key: "n", label: "note", footer: 20, group: .debate,
        completes: [.either([.person, .kind]), .kind, .text],
        help: "Takes a note. KIND: concern, question, idea, data, reuse, private; none is a plain note.",
        probe: { _ in .note(speaker: nil, kind: .plain, text: "…") },
        onKey: .begins { room, text in
            room.focus = .notes
            // A half-typed note goes on; only a new one begins with the key's own words.
            guard room.draft.isEmpty else {
                room.layers.append(NoteEntry(room.draft))
                return []
            }
            let speaker = room.meeting.queue.speaking.map { "@\($0.turn.who) " } ?? ""
            room.layers.append(NoteEntry(beginning: text.isEmpty ? speaker : text + " "))
            return []
        },
        line: { request in
            guard case .note(let speaker, let kind, let text) = request else { return nil }
            return "note \(Note.typed(speaker: speaker, kind: kind, text: text))"
        }
    ) { words, meeting in
        let typed = TypedNote(words.remainder(), in: meeting)
        return .ask(.note(speaker: typed.speaker, kind: typed.kind, text: typed.text))
    }

    /// Says what looks mistyped in a note: it is recorded all the same, so that no word is lost.
    static func doubt(of speaker: Handle?, _ kind: Note.Kind, _ text: String, in meeting: Meeting) -> String? {
        if kind == .plain, TypedNote.soundsPrivate(text) {
            return "recorded as a plain note, which stands in the minutes: to keep it out of them, `undo` and write "
                + "`private: …`"
        }
        if let speaker, meeting.roster.person(speaker) == nil {
            let known = meeting.roster.known.map(\.handle.rawValue)
            let hint =
                nearest(to: speaker.rawValue, among: known).map { ": did you mean @\($0)?" }
                ?? ": `guest NAME` adds a guest"
            return "recorded, and nobody on the roster has the handle \(speaker)\(hint)"
        }
        guard kind == .plain, let word = TypedNote.wordBeforeColon(text), word.count > 3,
            let meant = nearest(to: word, among: Note.Kind.spoken.map(\.rawValue))
        else { return nil }
        return "recorded as a plain note: did you mean `\(meant):`?"
    }

    /// Says what looks mistyped in the new words of a note.
    static func doubt(ofRewording act: Act.Reworded, in meeting: Meeting) -> String? {
        guard let note = meeting.item(act.item)?.notes.first(where: { $0.number == act.number }) else { return nil }
        return doubt(of: note.speaker, note.kind, act.text, in: meeting)
    }
}

extension Note.Kind {
    /// The kinds that a person can name; a plain note is one without.
    static var spoken: [Note.Kind] { allCases.filter { $0 != .plain } }
}
