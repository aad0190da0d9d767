import Foundation

extension Act {
    /// Something was said in the debate of an item.
    public struct Noted: ActKind {
        public let item: ItemID
        /// Counts from 1 within the item.
        public let number: Int
        public let speaker: Handle?
        public let kind: Note.Kind
        public let text: String
        /// Whether the council had moved on from the item when it arrived; nil if it had not.
        public var isLater: Bool?

        public static let name = "noted"
        public static let showsItself = true

        public var act: Act { .noted(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.update(item) {
                $0.notes.append(
                    Note(number: number, at: moment, speaker: speaker, kind: kind, text: text, isLater: isLater))
            }
        }

        public func spoken(in meeting: Meeting) -> String {
            kind == .private ? "private note \(number)" : "note \(number): \(text)"
        }

        public func told(in journal: Journal) -> [String] {
            // A console may stand on a shared screen, too.
            let later = isLater == true ? " of item \(journal.meeting.place(of: item)), entered later" : ""
            if kind == .private { return ["private note \(number)\(later) recorded"] }
            let who = speaker.map { " \(journal.meeting.roster.name(of: $0)):" } ?? ""
            return ["\(kind == .plain ? "note" : kind.rawValue) \(number)\(later) recorded:\(who) \(text)"]
        }

        public func correction(in meeting: Meeting) -> String? {
            guard meeting.note(number, of: item)?.isMinuted == true else { return nil }
            return "item \(meeting.place(of: item)): \(kind == .concern ? "concern" : "note") \(number) added"
        }

        public var columns: ActColumns? {
            isLater == true
                ? nil : ActColumns(item: item, ordinal: number, who: speaker, word: kind.rawValue, text: text)
        }
    }
}

extension Act.Noted {
    public init?(_ columns: ActColumns) {
        guard let item = columns.item, let number = columns.ordinal, let text = columns.text,
            let kind = columns.word.flatMap(Note.Kind.init)
        else { return nil }
        self.init(item: item, number: number, speaker: columns.who, kind: kind, text: text)
    }
}

extension Meeting {
    func note(speaker: Handle?, kind: Note.Kind, text: String) throws(Refusal) -> Act {
        try note(speaker: speaker, kind: kind, text: text, on: try requireCurrent("take notes"))
    }

    /// - Parameter isLater: Whether the council has moved on from the item.
    func note(
        speaker: Handle?, kind: Note.Kind, text: String, on item: Item, isLater: Bool = false
    ) throws(Refusal) -> Act {
        try requireUnmistaken(speaker)
        // A speaker need not be on the roster: guests speak, and no word is lost over a handle. Closing lists them.
        return .noted(
            Act.Noted(
                item: item.id, number: item.nextNoteNumber, speaker: speaker, kind: kind,
                text: try requireText(text, for: "a note"), isLater: isLater ? true : nil))
    }
}
