import Foundation

extension Act {
    /// A note was struck: it is kept, and appears in no output.
    public struct Struck: ActKind {
        public let item: ItemID
        public let number: Int

        public static let name = "struck"
        public static let showsItself = true

        public var act: Act { .struck(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.updateNote(number, of: item) { $0.isStruck = true }
            meeting.resolveAnew(item, afterNote: number)
        }

        public func rests(on other: Act) -> Bool { other.made(note: number, of: item) }

        public func spoken(in meeting: Meeting) -> String { "striking note \(number)" }

        public func told(in journal: Journal) -> [String] { ["note \(number) struck"] }

        public func correction(in meeting: Meeting) -> String? {
            guard meeting.note(number, of: item)?.kind != .private else { return nil }
            return "item \(meeting.place(of: item)): note \(number) struck"
        }

        public var columns: ActColumns? { ActColumns(item: item, ordinal: number) }
    }
}

extension Act.Struck {
    public init?(_ columns: ActColumns) {
        guard let item = columns.item, let number = columns.ordinal else { return nil }
        self.init(item: item, number: number)
    }
}

extension Meeting {
    func strike(_ reference: NoteReference) throws(Refusal) -> Act {
        let (item, note) = try requireOwnNote(reference, to: "strike")
        return .struck(Act.Struck(item: item.id, number: note.number))
    }
}
