import Foundation

/// The acts of one meeting in order, and the meeting that they make.
///
/// Undo and redo are acts too: nothing is ever taken out of the journal, and what is undone does not count.
public struct Journal: Equatable, Sendable {
    public private(set) var entries: [Entry]
    public private(set) var meeting: Meeting
    /// Numbers of the entries that do not count.
    public private(set) var undone: Set<Int> = []

    /// A journal without entries, of a meeting that has not begun.
    public init(docket: Docket) {
        entries = []
        meeting = Meeting(docket: docket)
    }

    /// Replays entries; nil if they do not begin with a docket.
    public init?(entries: [Entry]) {
        guard case .docket(let docket)? = entries.first?.act else { return nil }
        self.entries = entries
        meeting = Meeting(docket: docket)
        for entry in entries where entry.act.isAboutUndo { mark(entry) }
        replay()
    }

    public var nextNumber: Int { (entries.last?.number ?? 0) + 1 }

    /// Entries that count, oldest first.
    public var effective: [Entry] { entries.filter { !undone.contains($0.number) && !$0.act.isAboutUndo } }

    /// The last of the entries that count whose act fits, found from the end.
    public func last(where fits: (Act) -> Bool) -> Entry? {
        entries.last { !undone.contains($0.number) && !$0.act.isAboutUndo && fits($0.act) }
    }

    public mutating func append(_ entry: Entry) {
        entries.append(entry)
        mark(entry)
        if entry.act.isAboutUndo { refold() } else { entry.act.apply(to: &meeting, at: entry.at) }
    }

    private mutating func mark(_ entry: Entry) {
        switch entry.act {
        case .undone(let act): undone.insert(act.entry)
        case .redone(let act): undone.remove(act.entry)
        default: break
        }
    }

    private mutating func refold() {
        guard case .docket(let docket)? = entries.first?.act else { return }
        meeting = Meeting(docket: docket)
        replay()
    }

    /// Takes the entries that count into the meeting that the first one, a docket, has made.
    private mutating func replay() {
        for entry in entries.dropFirst() where !undone.contains(entry.number) && !entry.act.isAboutUndo {
            entry.act.apply(to: &meeting, at: entry.at)
        }
    }

    /// The acts of the last request that counts, oldest first; none if it may not be undone.
    ///
    /// - Parameter author: whose request; undo takes back one's own.
    public func undoable(by author: Handle? = nil) -> [Entry] {
        let last = entries.last { entry in
            !entry.act.isAboutUndo && !isByItself(entry.act) && !undone.contains(entry.number)
                && (entry.author == author || isLandmark(entry))
        }
        guard let last, !isLandmark(last) else { return [] }
        guard let request = last.request else { return [last] }
        return entries.filter { entry in
            entry.request == request && !entry.act.isAboutUndo && !undone.contains(entry.number) && !isLandmark(entry)
        }
    }

    /// Whether a program adds the act by itself, some time after the request that it follows: nobody asked for it last.
    private func isByItself(_ act: Act) -> Bool {
        switch act {
        case .recalled, .broughtBack: true
        case .updated(let updated): updated.update.by != nil
        default: false
        }
    }

    /// Whether undo stops here: at the docket the meeting began with, and at its closing and reopening, since minutes
    /// are out by then.
    private func isLandmark(_ entry: Entry) -> Bool {
        switch entry.act {
        case .closed, .reopened: true
        default: entry.number == entries.first?.number
        }
    }

    /// The acts that `redo` would bring back, oldest first: those that were undone last, together, unless something
    /// was recorded since.
    public var redoable: [Entry] {
        var pending: [(number: Int, undoing: Entry)] = []
        for entry in entries {
            switch entry.act {
            case .undone(let act): pending.append((act.entry, entry))
            case .redone(let act): pending.removeAll { $0.number == act.entry }
            case let act where isByItself(act): break
            default: pending = []
            }
        }
        guard let last = pending.last?.undoing else { return [] }
        let together = pending.filter {
            $0.undoing == last || last.request != nil && $0.undoing.request == last.request
        }
        let numbers = Set(together.map(\.number))
        return entries.filter { numbers.contains($0.number) }
    }
}
