import Council

extension RecordReader {
    func item(_ json: inout JSONReader) throws(Fault) -> HeldItem {
        let start = try json.startOfValue()
        var held = HeldItem(id: ItemID(""), number: 0, title: "")
        var (number, id, title): (Int?, String?, String?)
        var (presenter, handle): (String?, String?)
        var (topic, topicText): (String?, String?)
        var concerns: [Concern] = []
        try json.object { key, json throws(Fault) in
            switch key {
            case "number": number = try json.integer()
            case "id": id = try json.string()
            case "title": title = try json.string()
            case "presenter": presenter = try optionalText(&json)
            case "presenterHandle": handle = try optionalText(&json)
            case "purpose":
                held.purpose = try json.optional { json throws(Fault) in try json.one(of: AgendaItem.Purpose.self) }
            case "proposal":
                guard let read = try json.optional(proposal) else { break }
                (held.proposal, held.digest, held.staleApprovals) = (read.proposal, read.digest, read.staleApprovals)
            case "topic": topic = try optionalText(&json)
            case "topicText": topicText = try optionalText(&json)
            case "amendments": held.amendments = try json.list(amendment)
            case "concerns": concerns = try json.list(concern)
            case "notes": held.notes = try json.list(note)
            case "votes": held.votes = try json.list(vote)
            case "objections": held.objections = try json.list(text)
            case "decision": held.decision = try json.optional(decision)
            case "time": try time(&json, of: &held)
            default: try json.skip()
            }
        }
        // Version 1 names proposals only.
        if version == 1 { id = held.proposal?.id ?? number.map { "topic-\($0)" } }
        guard let number, let id, let title else {
            throw Fault(place: start, sentence: missing(("number", number), ("id", id), ("title", title)))
        }
        held.number = number
        held.id = ItemID(id)
        held.title = title
        held.proposal?.title = title
        held.presenter = person(presenter, handle)
        if held.isTopic { held.text = (version == 1 ? topic : topicText) ?? "" }
        take(concerns, into: &held)
        return held
    }

    private func time(_ json: inout JSONReader, of held: inout HeldItem) throws(Fault) {
        try json.object { key, json throws(Fault) in
            switch key {
            case "box": held.box = try optionalNumber(&json)
            case "seconds": held.seconds = try optionalNumber(&json)
            default: try json.skip()
            }
        }
    }

    // MARK: Notes

    private func note(_ json: inout JSONReader) throws(Fault) -> HeldNote {
        let start = try json.startOfValue()
        var held = HeldNote(number: 0, text: "")
        var number: Int?
        var (speaker, handle): (String?, String?)
        var lines: [String]?
        try json.object { key, json throws(Fault) in
            switch key {
            case "number": number = try json.integer()
            case "at": held.at = try moment(&json)
            case "speaker": speaker = try optionalText(&json)
            case "speakerHandle": handle = try optionalText(&json)
            case "kind": held.kind = try json.optional(noteKind)?.kind ?? .plain
            case "lines": lines = try json.list(text)
            default: try json.skip()
            }
        }
        guard let number, let lines else {
            throw Fault(place: start, sentence: missing(("number", number), ("lines", lines)))
        }
        held.number = number
        held.speaker = person(speaker, handle)
        held.text = lines.joined(separator: "\n")
        return held
    }

    /// The kinds of notes that a record names: a plain note has no kind there, and a private one is not in it.
    private enum NamedKind: String, CaseIterable {
        case question, idea, data, reuse, concern

        var kind: Note.Kind { Note.Kind(rawValue: rawValue) ?? .plain }
    }

    private func noteKind(_ json: inout JSONReader) throws(Fault) -> NamedKind { try json.one(of: NamedKind.self) }

    /// How a concern ended. What it said stands with the notes, unless an earlier meeting left it open.
    private struct Concern {
        var number: Int
        var isResolved: Bool
        var resolution: String?
        var since: CalendarDay?
        var speaker: HeldPerson?
        var text: String
    }

    private func concern(_ json: inout JSONReader) throws(Fault) -> Concern {
        let start = try json.startOfValue()
        var number: Int?
        var isResolved: Bool?
        var resolution: String?
        var since: CalendarDay?
        var (speaker, handle): (String?, String?)
        var lines: [String] = []
        try json.object { key, json throws(Fault) in
            switch key {
            case "number": number = try json.integer()
            case "since": since = try json.optional(day)
            case "speaker": speaker = try optionalText(&json)
            case "speakerHandle": handle = try optionalText(&json)
            case "lines": lines = try json.list(text)
            case "isResolved": isResolved = try json.truth()
            case "resolution": resolution = try optionalText(&json)
            default: try json.skip()
            }
        }
        guard let number, let isResolved else {
            throw Fault(place: start, sentence: missing(("number", number), ("isResolved", isResolved)))
        }
        return Concern(
            number: number, isResolved: isResolved, resolution: resolution, since: since,
            speaker: person(speaker, handle), text: lines.joined(separator: "\n"))
    }

    private func take(_ concerns: [Concern], into held: inout HeldItem) {
        held.notes += concerns.filter { $0.since != nil }.map { concern in
            HeldNote(
                number: concern.number, speaker: concern.speaker, kind: .concern, text: concern.text,
                since: concern.since)
        }
        held.notes.sort { $0.number < $1.number }
        for concern in concerns where concern.isResolved {
            for place in held.notes.indices where held.notes[place].number == concern.number {
                held.notes[place].isResolved = true
                held.notes[place].resolution = concern.resolution
            }
        }
    }
}
