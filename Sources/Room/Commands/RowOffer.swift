import Council
import Screen

/// What a command does with the row under the cursor: a line of the row's menu.
struct RowOffer: Sendable {
    /// Its letter in the menu.
    let key: Character
    /// `edit the words`.
    let label: String
    /// Whether it says whose the row is, which `@` does too.
    var isOfWho = false
    let does: Does

    enum Does: Sendable {
        /// Runs a line as if it had been typed after `:`.
        case runs(String)
        /// Begins a line, for what only a person can say.
        case begins(String)
        /// Opens a dialog.
        case opens(@Sendable (Model) -> any Layer)
    }

    init(_ key: Character, _ label: String, isOfWho: Bool = false, _ does: Does) {
        self.key = key
        self.label = label
        self.isOfWho = isOfWho
        self.does = does
    }

    /// What a dialog does in which it was chosen.
    func reaction(in room: Model) -> Reaction {
        switch does {
        case .runs(let line): .run(line)
        case .begins(let line): .open(CommandEntry(line))
        case .opens(let layer): .open(layer(room))
        }
    }
}

extension Command {
    /// What the commands do with a row, in the order of the table.
    static func offers(on thing: PaneRow.Thing, in room: Model) -> [RowOffer] {
        if room.recording.isFollowing { return [] }
        return all.compactMap { $0.onRow(thing, room) }
    }
}

extension Model {
    /// Opens the menu of the row under the cursor. A row with one thing to do has it done.
    mutating func openMenu() -> [Effect] {
        guard let pointedAt else {
            notice = Notice(
                "no row is under the cursor here: j and k move it in the agenda, notes and concerns", .refusal)
            return [.beep]
        }
        let offers = Command.offers(on: pointedAt, in: self)
        guard !offers.isEmpty else {
            notice = Notice("another terminal records: rows are changed there", .refusal)
            return [.beep]
        }
        if offers.count == 1 { return choose(offers[0]) }
        layers.append(RowMenu(on: pointedAt, offers))
        return []
    }

    mutating func choose(_ offer: RowOffer) -> [Effect] {
        switch offer.does {
        case .runs(let line): return run(line)
        case .begins(let line): layers.append(CommandEntry(line))
        case .opens(let layer): open(layer(self))
        }
        return []
    }

    /// `note 3 of item 2`.
    func name(of thing: PaneRow.Thing) -> String {
        switch thing {
        case .note(let note): note.spoken
        case .privateNotes(let item): "private notes of item \(item)"
        case .action(let number): "action \(number)"
        case .earlierAction(let reference): "action \(reference)"
        case .item(let number): "item \(number)"
        }
    }

    /// A note that somebody points at.
    func note(_ reference: NoteReference) -> Note? { meeting.note(reference) }
}
