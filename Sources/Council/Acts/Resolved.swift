import Foundation

extension Act {
    /// A concern was met.
    public struct Resolved: ActKind {
        public let item: ItemID
        public let number: Int
        public let reason: String?

        public static let name = "resolved"
        public static let showsItself = true

        public var act: Act { .resolved(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.updateNote(number, of: item) { $0.resolution = Note.Resolution(at: moment, reason: reason) }
        }

        public func rests(on other: Act) -> Bool { other.made(note: number, of: item) }

        public func spoken(in meeting: Meeting) -> String { "resolving concern \(number)" }

        public func told(in journal: Journal) -> [String] {
            ["concern \(number) resolved\(reason.map { ": \($0)" } ?? "")"]
        }

        public func correction(in meeting: Meeting) -> String? {
            "item \(meeting.place(of: item)): concern \(number) resolved"
        }

        public var columns: ActColumns? { ActColumns(item: item, ordinal: number, text: reason) }
    }
}

extension Act.Resolved {
    public init?(_ columns: ActColumns) {
        guard let item = columns.item, let number = columns.ordinal else { return nil }
        self.init(item: item, number: number, reason: columns.text)
    }
}

extension Meeting {
    /// Resolves a concern; the task to answer it is done with that.
    func resolve(_ reference: NoteReference, because reason: String?) throws(Refusal) -> [Act] {
        let (item, note) = try requireNote(reference, to: "resolve")
        let number = note.number
        guard note.kind == .concern else {
            let open = item.openConcerns.map { String($0.number) }
            let others =
                switch open.count {
                case 0: "this item has none open"
                case 1: "the open one is \(listed(open))"
                default: "the open ones are \(listed(open))"
                }
            throw Refusal("note \(number) is not a concern: \(others)")
        }
        guard note.resolution == nil else {
            throw Refusal("concern \(number) is already resolved: raise a new one if it is not")
        }
        let resolved = Act.resolved(Act.Resolved(item: item.id, number: number, reason: reason?.trimmed.nilIfEmpty))
        guard let task = task(toAnswer: note, of: item), !task.isDone else { return [resolved] }
        let finished = Act.Finished(
            action: task.number, reason: reason?.trimmed.nilIfEmpty ?? "concern \(number) resolved")
        return [resolved, .finished(finished)]
    }
}
