import Foundation

extension Act {
    /// A note got other words; the earlier ones are kept.
    public struct Reworded: ActKind {
        public let item: ItemID
        public let number: Int
        public let text: String

        public static let name = "reworded"
        public static let showsItself = true

        public var act: Act { .reworded(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.updateNote(number, of: item) {
                $0.earlier.append($0.text)
                $0.text = text
            }
            meeting.resolveAnew(item, afterNote: number)
        }

        public func rests(on other: Act) -> Bool { other.made(note: number, of: item) }

        public func spoken(in meeting: Meeting) -> String { "rewording note \(number)" }

        public func told(in journal: Journal) -> [String] {
            [
                journal.meeting.note(number, of: item)?.kind == .private
                    ? "private note \(number) reworded" : "note \(number) now says: \(text)"
            ]
        }

        public func correction(in meeting: Meeting) -> String? {
            guard meeting.note(number, of: item)?.isMinuted == true else { return nil }
            return "item \(meeting.place(of: item)): note \(number) reworded"
        }

        public var columns: ActColumns? { ActColumns(item: item, ordinal: number, text: text) }
    }
}

extension Act.Reworded {
    public init?(_ columns: ActColumns) {
        guard let item = columns.item, let number = columns.ordinal, let text = columns.text else { return nil }
        self.init(item: item, number: number, text: text)
    }
}

extension Meeting {
    func reword(_ reference: NoteReference, _ text: String) throws(Refusal) -> Act {
        let (item, note) = try requireOwnNote(reference, to: "reword")
        let number = note.number
        let text = try requireText(text, for: "a note")
        guard note.text != text else { throw Refusal("note \(number) already says that: write the new words") }
        return .reworded(Act.Reworded(item: item.id, number: number, text: text))
    }
}
