import Foundation

extension Act {
    /// The act with this number in the record no longer counts.
    public struct Undone: ActKind {
        public let entry: Int

        public static let name = "undone"

        public var act: Act { .undone(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {}

        public func spoken(in meeting: Meeting) -> String { "an undo" }

        public func told(in journal: Journal) -> [String] { ["undone: \(journal.spoken(entry))"] }

        public var columns: ActColumns? { ActColumns(ordinal: entry) }
    }

    /// The act with this number in the record counts again.
    public struct Redone: ActKind {
        public let entry: Int

        public static let name = "redone"

        public var act: Act { .redone(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {}

        public func spoken(in meeting: Meeting) -> String { "an undo" }

        public func told(in journal: Journal) -> [String] { ["done again: \(journal.spoken(entry))"] }

        public var columns: ActColumns? { ActColumns(ordinal: entry) }
    }
}

extension Act.Undone {
    public init?(_ columns: ActColumns) {
        guard let entry = columns.ordinal else { return nil }
        self.init(entry: entry)
    }
}

extension Act.Redone {
    public init?(_ columns: ActColumns) {
        guard let entry = columns.ordinal else { return nil }
        self.init(entry: entry)
    }
}

extension Journal {
    /// What an entry was, in a few words.
    public func spoken(_ number: Int) -> String {
        entries.first { $0.number == number }?.act.spoken(in: meeting) ?? "an act"
    }

    func undo(of author: Handle?) throws(Refusal) -> [Act] {
        try requireMinutesNotOut()
        let entries = undoable(by: author)
        guard let last = entries.last else {
            throw Refusal(
                meeting.revision > 1
                    ? "nothing was done since the meeting was reopened: there is nothing to undo"
                    : "nothing was done yet: there is nothing to undo")
        }
        for later in effective where later.number > last.number {
            guard let base = entries.first(where: { later.act.rests(on: $0.act) }) else { continue }
            throw Refusal(
                "entry \(later.number) rests on entry \(base.number), and was made by somebody else since: "
                    + "it has to be undone first")
        }
        return entries.reversed().map { .undone(Act.Undone(entry: $0.number)) }
    }

    func redo(of author: Handle?) throws(Refusal) -> [Act] {
        try requireMinutesNotOut()
        let entries = redoable
        guard !entries.isEmpty else {
            throw Refusal("nothing was undone since the last act: there is nothing to redo")
        }
        if let author, let other = entries.first(where: { $0.author != author }) {
            let who = other.author.map(meeting.roster.name(of:)) ?? "somebody else"
            throw Refusal("\(who) asked for what was undone last, so only they can have it done again")
        }
        return entries.map { .redone(Act.Redone(entry: $0.number)) }
    }

    private func requireMinutesNotOut() throws(Refusal) {
        guard meeting.phase != .closed else {
            throw Refusal("the meeting is closed and its minutes are out: `reopen because TEXT` corrects them")
        }
    }
}
