import Council
import Screen

/// What corrects a note that stands, of this item (`3`) or of another one (`2/3`), which is not taken up for it.
extension Command {
    static let reword = Command(
        "reword", "N|action N TEXT", label: "reword", group: .debate, completes: [.note, .text],
        help: "Corrects the words of note N, or of action N of this meeting. The record keeps what was there.",
        probe: { meeting in .reword(note: lastNote(in: meeting), text: "…") },
        onRow: { thing, room in
            switch thing {
            case .note(let note):
                RowOffer("e", "edit the words", .opens { Form.words(of: note, in: $0) })
            case .action(let number):
                RowOffer("e", "edit the words", .opens { Form.words(ofAction: number, in: $0) })
            default: nil
            }
        },
        line: { request in
            switch request {
            case .reword(let note, let text): "reword \(note) \(text)"
            case .revise(let number, .text(let text), _): "reword action \(number) \(text)"
            default: nil
            }
        }
    ) { words, meeting throws(Refusal) in
        if words.peek?.lowercased() == "action" {
            _ = words.next()
            let number = try words.requireNumber()
            return .ask(.revise(action: number, .text(words.remainder())))
        }
        let reference = try words.requireNote()
        let text = words.remainder()
        guard let note = meeting.note(reference),
            case .ask(.note(let speaker, let kind, let rest))? = try named("note")?.parse(text, in: meeting),
            speaker != nil || kind != .plain
        else { return .ask(.reword(note: reference, text: text)) }
        // A person who types speaker and kind again means the words behind them.
        guard speaker == nil || speaker == note.speaker, kind == .plain || kind == note.kind else {
            throw Refusal(
                "`reword` changes the words of a note: `speaker \(reference) WHO` changes who said it, and `kind \(reference) KIND` its kind"
            )
        }
        return .ask(.reword(note: reference, text: rest))
    }

    static let speaker = Command(
        "speaker", "N WHO|nobody", label: "speaker", group: .debate,
        completes: [.note, .either([.person, .choice(["nobody"])])],
        help: "Corrects who said note N.",
        probe: { meeting in .correct(note: lastNote(in: meeting), .speaker(Handle("…"))) },
        onRow: { thing, _ in
            guard case .note(let note) = thing else { return nil }
            return RowOffer("s", "change who said it", isOfWho: true, .opens { _ in Picker.speaker(of: note) })
        },
        line: { request in
            guard case .correct(let note, .speaker(let who)) = request else { return nil }
            return "speaker \(note) \(who?.rawValue ?? "nobody")"
        }
    ) { words, _ throws(Refusal) in
        let note = try words.requireNote()
        guard words.peek?.lowercased() != "nobody" else {
            _ = words.next()
            return .ask(.correct(note: note, .speaker(nil)))
        }
        return .ask(.correct(note: note, .speaker(try words.requireHandle())))
    }

    static let kind = Command(
        "kind", "N KIND", label: "kind", group: .debate,
        completes: [.note, .choice(Note.Kind.allCases.map(\.rawValue))],
        help: "Corrects the kind of note N: \(listed(Note.Kind.allCases.map(\.rawValue), "or")).",
        probe: { meeting in
            let note = lastNote(in: meeting)
            return .correct(note: note, .kind(meeting.note(note)?.kind == .idea ? .plain : .idea))
        },
        onRow: { thing, _ in
            guard case .note(let note) = thing else { return nil }
            return RowOffer("t", "change its kind", .opens { _ in Picker.kind(of: note) })
        },
        line: { request in
            guard case .correct(let note, .kind(let kind)) = request else { return nil }
            return "kind \(note) \(kind.rawValue)"
        }
    ) { words, _ throws(Refusal) in
        let note = try words.requireNote()
        return .ask(.correct(note: note, .kind(try words.requireChoice(Note.Kind.self))))
    }

    static let refile = Command(
        "refile", "N to ITEM", label: "refile", group: .debate, completes: [.note, .choice(["to"]), .agendaItem],
        help: "Moves note N to the item that it belongs to.",
        probe: { meeting in
            .correct(note: lastNote(in: meeting), .item(meeting.currentIndex == 0 ? 2 : 1))
        },
        onRow: { thing, room in
            guard case .note(let note) = thing, room.meeting.items.count > 1 else { return nil }
            return RowOffer("m", "move to another item", .opens { _ in Picker.item(of: note) })
        },
        line: { request in
            guard case .correct(let note, .item(let item)) = request else { return nil }
            return "refile \(note) to \(item)"
        }
    ) { words, _ throws(Refusal) in
        let note = try words.requireNote()
        if words.peek?.lowercased() == "to" { _ = words.next() }
        return .ask(.correct(note: note, .item(try words.requireNumber("ITEM"))))
    }

    static let strike = Command(
        "strike", "N", label: "strike", group: .debate, completes: [.note],
        help: "Withdraws note N. The record keeps it.",
        probe: { meeting in .strike(note: lastNote(in: meeting)) },
        onRow: { thing, _ in
            guard case .note(let note) = thing else { return nil }
            return RowOffer("x", "strike it", .runs("strike \(note)"))
        },
        line: { if case .strike(let note) = $0 { "strike \(note)" } else { nil } }
    ) { words, _ throws(Refusal) in .ask(.strike(note: try words.requireNote())) }

    static let resolve = Command(
        "resolve", "N [because TEXT]", label: "resolve", group: .debate,
        completes: [.concern, .choice(["because"]), .text],
        help: "Resolves concern N.",
        probe: { meeting in .resolve(note: NoteReference(meeting.current?.openConcerns.first?.number ?? 1), reason: nil)
        },
        onRow: { thing, room in
            guard case .note(let note) = thing, room.note(note)?.isOpenConcern == true else { return nil }
            return RowOffer("r", "resolve the concern", .opens { Form.resolution(of: note, in: $0) })
        },
        line: { if case .resolve(let note, let reason) = $0 { "resolve \(note)\(because(reason))" } else { nil } }
    ) { words, _ throws(Refusal) in
        .ask(.resolve(note: try words.requireNote(), reason: try words.reason()))
    }

    private static func lastNote(in meeting: Meeting) -> NoteReference {
        NoteReference(meeting.current?.notes.last { !$0.isStruck }?.number ?? 1)
    }
}

extension Meeting {
    /// The note that somebody names.
    func note(_ reference: NoteReference) -> Note? {
        let item = reference.item.flatMap { items.indices.contains($0 - 1) ? items[$0 - 1] : nil }
        return (reference.item == nil ? current : item)?.notes.first { $0.number == reference.number }
    }
}

extension Words {
    /// `3`, or `2/3` for note 3 of item 2.
    mutating func requireNote() throws(Refusal) -> NoteReference {
        let word = try require("N")
        if let reference = NoteReference(word) { return reference }
        guard !word.contains("/") else {
            throw Refusal("`\(word)` is not a note: write its number, or `2/3` for note 3 of item 2")
        }
        throw noNumber(word)
    }
}

extension Form {
    /// Why a concern is met, which need not be said.
    fileprivate static func resolution(of reference: NoteReference, in room: Model) -> Form {
        var form = Form(
            title: "Resolve concern \(reference.number)\(reference.item.map { " of item \($0)" } ?? "")",
            fields: [.text("Because")],
            facts: { room in
                room.note(reference).map { [Line($0.text, Style(.text, on: .dialog))] } ?? []
            }
        ) { fields, _ in
            .resolve(note: reference, reason: fields[0].value.isEmpty ? nil : fields[0].value)
        }
        form.namesFloor = false
        return form
    }

    /// The words of a note, to be corrected.
    fileprivate static func words(of reference: NoteReference, in room: Model) -> Form {
        let title = room.name(of: .note(reference))
        return words(title, room.note(reference)?.text ?? "") { .reword(note: reference, text: $0) }
    }

    fileprivate static func words(ofAction number: Int, in room: Model) -> Form {
        let text = room.meeting.actions.first { $0.number == number }?.text ?? ""
        return words("action \(number)", text) { .revise(action: number, .text($0)) }
    }

    private static func words(
        _ name: String, _ text: String, request: @escaping @Sendable (String) -> Request
    ) -> Form {
        var form = Form(
            title: name.capitalizedFirst, fields: [.text("Words", text, isMultiline: true)]
        ) { fields, _ in request(fields[0].value) }
        form.namesFloor = false
        form.isKept = false
        return form
    }
}

extension Picker {
    fileprivate static func speaker(of note: NoteReference) -> Picker {
        Picker("Who said \(note.spoken)?") { typed, room in
            let nobody = Completion(text: "nobody", detail: "leaves it without a name")
            return Completion.people(matching: typed, in: room.meeting)
                + ("nobody".hasPrefix(typed.lowercased()) ? [nobody] : [])
        } line: {
            "speaker \(note) \($0.text)"
        }
    }

    fileprivate static func kind(of note: NoteReference) -> Picker {
        Picker("What is \(note.spoken)?") { typed, _ in
            Note.Kind.allCases.filter { $0.rawValue.hasPrefix(typed.lowercased()) }.map {
                Completion(text: $0.rawValue, detail: $0 == .private ? "kept out of all that is printed" : "")
            }
        } line: {
            "kind \(note) \($0.text)"
        }
    }

    fileprivate static func item(of note: NoteReference) -> Picker {
        Picker("Where does \(note.spoken) belong?") { typed, room in
            Completion.items(matching: typed, in: room.meeting)
        } line: {
            "refile \(note) to \($0.text)"
        }
    }
}
