import Council
import Screen

/// The roll: who is in the room. The first thing shown for a meeting that has not been opened.
///
/// Letters that are no command, or anything after `/`, filter the names.
struct RollCall: Layer {
    /// A place among the people who are shown.
    private(set) var cursor = 0
    /// What was typed to find somebody; nil while the letters are commands.
    private(set) var filter: String?
    /// Whether it is left as soon as somebody is on the roll: the vote behind it goes on.
    private let isForLatecomer: Bool

    init(in meeting: Meeting) {
        isForLatecomer = false
        goToNext(in: meeting)
    }

    /// Goes to the first who is not on the roll yet; once everybody is, to the first who is not in the room.
    mutating func goToNext(in meeting: Meeting) {
        let people = meeting.roster.everybody
        cursor =
            people.firstIndex { meeting.presence(of: $0.handle) == nil }
            ?? people.firstIndex { !meeting.isInRoom($0.handle) } ?? 0
    }

    /// At the first member who is not in the room.
    init(forLatecomerIn room: Model) {
        isForLatecomer = true
        let people = room.meeting.roster.everybody
        cursor = people.firstIndex { !room.meeting.isInRoom($0.handle) } ?? 0
    }

    var takesText: Bool { filter != nil }

    /// The people who are shown; with a filter also those whom only a proposal names.
    func people(in room: Model) -> [Member] {
        let roster = room.meeting.roster
        guard let filter, !filter.isEmpty else { return roster.everybody }
        let typed = Match.folded(filter)
        let found = roster.known.enumerated().compactMap {
            place, person -> (match: Match, place: Int, person: Member)? in
            guard let match = Match(of: typed, with: person.handle.rawValue, detail: person.name), match != .scattered
            else { return nil }
            return (match, place, person)
        }
        return found.sorted { ($0.match, $0.place) < ($1.match, $1.place) }.map(\.person)
    }

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        if filter != nil { return handleWhileFiltering(key, in: room) }
        switch key {
        case .escape, .character("q"): return [.close]
        case .character("p"), .character("y"): return roll(.present, in: room)
        case .character("r"): return roll(.remote, in: room)
        case .character("a"): return roll(.absent, in: room)
        case .character(" "):
            let people = people(in: room)
            let isInRoom = people.indices.contains(cursor) && room.meeting.isInRoom(people[cursor].handle)
            return roll(isInRoom ? .absent : .present, in: room)
        case .character("k"): move(-1, in: room)
        case .character("j"), .tab: move(1, in: room)
        case .character("u"): return [.run("undo")]
        case .character("A"): return [.run("roll as last time")]
        // They only look, and the roll is there again when they are left.
        case .character("O"): return [.open(ActionsPage(in: room))]
        case .character("L"): return [.run(Command.library.name)]
        case .character("S"): return [.run(Command.search.name)]
        case .character("/"): filter = ""
        case .character(let letter) where letter.isLetter:
            filter = String(letter)
            cursor = 0
        case .enter:
            // Once the meeting is open, the roll is only looked at and changed.
            return room.meeting.phase == .gathering ? [.ask(.open)] : [.close]
        default: return moveFar(key, in: room) ?? [.doesNothing(key, "in the roll call: Enter or Esc leaves it")]
        }
        return []
    }

    private mutating func handleWhileFiltering(_ key: KeyEvent, in room: Model) -> [Reaction] {
        switch key {
        case .escape: stopFiltering(at: nil, in: room)
        case .backspace where filter?.isEmpty ?? true: stopFiltering(at: nil, in: room)
        case .backspace:
            filter?.removeLast()
            cursor = 0
        case .tab:
            let people = people(in: room)
            if people.indices.contains(cursor) { stopFiltering(at: people[cursor].handle, in: room) }
        case .enter:
            let people = people(in: room)
            guard people.indices.contains(cursor) else {
                let name = filter ?? ""
                stopFiltering(at: nil, in: room)
                return [.open(CommandEntry("guest \(name)"))]
            }
            let who = people[cursor].handle
            // Somebody who is there is only looked up: p, r or a says what has changed.
            guard room.meeting.isInRoom(who) else { return roll(.present, in: room) }
            stopFiltering(at: who, in: room)
        case .character(let letter):
            filter?.append(letter)
            cursor = 0
        default: return moveFar(key, in: room) ?? [.doesNothing(key, "while names are filtered: Esc shows all")]
        }
        return []
    }

    private mutating func moveFar(_ key: KeyEvent, in room: Model) -> [Reaction]? {
        switch key {
        case .up: move(-1, in: room)
        case .down: move(1, in: room)
        case .home: cursor = 0
        case .end: cursor = max(0, people(in: room).count - 1)
        default: return nil
        }
        return []
    }

    private mutating func move(_ step: Int, in room: Model) {
        cursor = max(0, min(people(in: room).count - 1, cursor + step))
    }

    /// Shows everybody again, with the cursor on somebody.
    private mutating func stopFiltering(at who: Handle?, in room: Model) {
        filter = nil
        cursor = 0
        if let who { highlight(who, in: room) }
    }

    /// Brings the cursor to somebody.
    mutating func highlight(_ who: Handle, in room: Model) {
        if let place = people(in: room).firstIndex(where: { $0.handle == who }) { cursor = place }
    }

    mutating func point(at place: Int) { cursor = place }

    private mutating func roll(_ presence: Presence, in room: Model) -> [Reaction] {
        let people = people(in: room)
        guard people.indices.contains(cursor) else { return [] }
        let who = people[cursor].handle
        if filter != nil {
            stopFiltering(at: who, in: room)
        } else {
            cursor = min(people.count - 1, cursor + 1)
        }
        if room.meeting.presence(of: who) == presence { return isForLatecomer ? [.close] : [] }
        return [.ask(.roll(who: who, presence: presence), thenClose: isForLatecomer)]
    }
}
