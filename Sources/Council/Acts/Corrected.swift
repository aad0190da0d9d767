import Foundation

extension Act {
    /// A note got another speaker or kind, or went to another item; what was there is kept.
    public struct Corrected: ActKind {
        public let item: ItemID
        public let number: Int
        public let change: Change

        public enum Change: Codable, Equatable, Sendable {
            case speaker(is: Handle?)
            case kind(is: Note.Kind)
            /// The note goes on as the note with that number of another item.
            case item(is: ItemID, number: Int)
        }

        public static let name = "corrected"
        public static let showsItself = true

        public var act: Act { .corrected(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            switch change {
            case .speaker(let speaker): meeting.updateNote(number, of: item) { $0.speaker = speaker }
            case .kind(let kind):
                meeting.updateNote(number, of: item) {
                    $0.kind = kind
                    if kind != .concern { $0.resolution = nil }
                }
            case .item(let other, let place):
                guard let note = meeting.note(number, of: item) else { break }
                meeting.updateNote(number, of: item) {
                    $0.isStruck = true
                    $0.movedTo = other
                }
                meeting.update(other) { $0.notes.append(note.numbered(place)) }
            }
            meeting.resolveAnew(item, afterNote: number)
        }

        public func rests(on other: Act) -> Bool { other.made(note: number, of: item) }

        public func spoken(in meeting: Meeting) -> String { "correcting note \(number)" }

        public func told(in journal: Journal) -> [String] {
            let meeting = journal.meeting
            if meeting.note(number, of: item)?.kind == .private { return ["private note \(number) corrected"] }
            switch change {
            case .speaker(let speaker):
                return ["note \(number) is \(speaker.map { "by \(meeting.roster.name(of: $0))" } ?? "nobody's") now"]
            case .kind(let kind): return ["note \(number) is \(kind.spoken) now"]
            case .item(let other, let place):
                return [
                    "note \(number) of item \(meeting.place(of: item)) is note \(place) of item \(meeting.place(of: other)) now"
                ]
            }
        }

        public func correction(in meeting: Meeting) -> String? {
            let named = "item \(meeting.place(of: item)): note \(number)"
            switch change {
            case .item(let other, let place):
                guard meeting.note(place, of: other)?.isMinuted == true else { return nil }
                return "\(named) moved to item \(meeting.place(of: other))"
            case .kind: return "\(named) corrected"
            case .speaker:
                guard meeting.note(number, of: item)?.isMinuted == true else { return nil }
                return "\(named) corrected"
            }
        }
    }
}

/// What a person corrects about a note, its words apart.
public enum NoteChange: Codable, Equatable, Sendable {
    case speaker(Handle?)
    case kind(Note.Kind)
    /// The place of another item on the agenda, from 1.
    case item(Int)
}

extension Meeting {
    func correct(_ reference: NoteReference, _ change: NoteChange) throws(Refusal) -> Act {
        let (item, note) = try requireOwnNote(reference, to: "correct")
        let number = note.number
        func corrected(_ change: Act.Corrected.Change) -> Act {
            .corrected(Act.Corrected(item: item.id, number: number, change: change))
        }
        switch change {
        case .speaker(let speaker):
            try requireUnmistaken(speaker)
            guard note.speaker != speaker else {
                throw Refusal("note \(number) already has that speaker: name somebody else")
            }
            return corrected(.speaker(is: speaker))
        case .kind(let kind):
            guard note.kind != kind else {
                throw Refusal("note \(number) is already \(kind.spoken): name another kind")
            }
            return corrected(.kind(is: kind))
        case .item(let place):
            let other = try requireItem(place)
            guard other.id != item.id else {
                throw Refusal("note \(number) already belongs to item \(place): name another item")
            }
            return corrected(.item(is: other.id, number: other.nextNoteNumber))
        }
    }
}

extension Note.Kind {
    /// `a concern`.
    fileprivate var spoken: String {
        switch self {
        case .plain: "a plain note"
        case .idea: "an idea"
        case .data: "about data"
        case .reuse: "about reuse"
        case .private: "private"
        case .concern, .question: "a \(rawValue)"
        }
    }
}
