import Council
import Screen

extension Command {
    static let roll = Command(
        "roll", "WHO present|remote|absent", key: "r", label: "roll", footer: 90, group: .meeting,
        completes: [.person, .choice(Presence.allCases.map(\.rawValue))],
        help: "Attendance; arrivals and departures are stamped with the time.",
        probe: { meeting in
            let first = meeting.roster.everybody.first
            return first.map {
                .roll(who: $0.handle, presence: meeting.presence(of: $0.handle) == .present ? .absent : .present)
            }
        },
        onKey: .opens { _ in RollCall() },
        line: { if case .roll(let who, let presence) = $0 { "roll \(who) \(presence.rawValue)" } else { nil } }
    ) { words, _ throws(Refusal) in
        .ask(.roll(who: try words.requireHandle(), presence: try words.requireChoice(Presence.self)))
    }
}

/// The roll: who is in the room. The first thing shown for a meeting that has not been opened.
struct RollCall: Layer {
    private var cursor = 0

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        let people = room.meeting.roster.everybody
        switch key {
        case .escape, .character("q"): return [.close]
        case .character("p"), .character("y"): return roll(.present, in: room)
        case .character("r"): return roll(.remote, in: room)
        case .character("a"): return roll(.absent, in: room)
        case .character(" "):
            let isInRoom = people.indices.contains(cursor) && room.meeting.isInRoom(people[cursor].handle)
            return roll(isInRoom ? .absent : .present, in: room)
        case .up, .character("k"): cursor = max(0, cursor - 1)
        case .down, .character("j"), .tab: cursor = min(people.count - 1, cursor + 1)
        case .home: cursor = 0
        case .end: cursor = max(0, people.count - 1)
        case .character("u"): return [.run("undo")]
        case .character("A"): return [.open(ActionsPage(in: room))]
        // They only look, and the roll is there again when they are left.
        case .character("L"): return [.run(Command.library.name)]
        case .character("S"): return [.run(Command.search.name)]
        case .character(":"): return [.open(CommandEntry(""))]
        case .enter:
            // Once the meeting is open, the roll is only looked at and changed.
            return room.meeting.phase == .gathering ? [.ask(.open)] : [.close]
        default: return [.doesNothing(key, "in the roll call: Enter or Esc leaves it")]
        }
        return []
    }

    /// Brings the cursor to somebody.
    mutating func highlight(_ who: Handle, in room: Model) {
        if let place = room.meeting.roster.everybody.firstIndex(where: { $0.handle == who }) { cursor = place }
    }

    private mutating func roll(_ presence: Presence, in room: Model) -> [Reaction] {
        let people = room.meeting.roster.everybody
        guard people.indices.contains(cursor) else { return [] }
        let who = people[cursor].handle
        cursor = min(people.count - 1, cursor + 1)
        if room.meeting.presence(of: who) == presence { return [] }
        return [.ask(.roll(who: who, presence: presence), thenClose: false)]
    }

    func hints(in room: Model) -> [Hint] {
        let enter = room.meeting.phase == .gathering ? "open the meeting" : "done"
        return [
            Hint("Enter", enter), Hint("p", "present"), Hint("r", "remote"), Hint("a", "absent"), Hint("Esc", "leave"),
            Hint("j k", "move"), Hint("u", "undo"), Hint("L", "library"), Hint("S", "search"),
        ]
    }

    func wantedSize(in room: Model) -> Size {
        let columns = room.dialogColumns(74)
        let rows = room.meeting.roster.everybody.count + (room.meeting.roster.practitioners.isEmpty ? 0 : 1)
        return Size(rows: rows + facts(width: columns - 4, in: room).count + 4, columns: columns)
    }

    /// Quorum, and what the charter says of the chair.
    private func facts(width: Int, in room: Model) -> [Line] {
        let meeting = room.meeting
        var lines: [Line] = []
        let inRoom = meeting.membersInRoom.count
        let quorum =
            meeting.hasQuorum
            ? "\(inRoom) of \(counted(meeting.roster.seats, "seat")) in the room: quorum is \(meeting.quorumNeeded)"
            : meeting.quorumSentence(or: nil)
        lines += Line.wrap(
            "\(meeting.hasQuorum ? "●" : "○") \(quorum)",
            Style(meeting.hasQuorum ? .yes : .warning, on: .dialog, .bold),
            width: width)
        let today = room.clock.day(room.now)
        if today != meeting.agenda.date {
            lines += Line.wrap(
                "~ today is \(today.long), and this agenda is of \(meeting.agenda.date.long)",
                Style(.warning, on: .dialog), width: width)
        }
        if let finding = meeting.chairFinding {
            lines += Line.wrap("~ \(finding.line)", Style(.warning, on: .dialog), width: width)
        }
        if let sentence = room.earlierActions?.inBrief(on: meeting.agenda.date) {
            lines += Line.wrap("→ \(sentence): A", Style(.accent, on: .dialog), width: width)
        }
        return lines
    }

    func draw(_ canvas: inout Canvas, in room: Model) {
        let meeting = room.meeting
        let width = canvas.columns - 4
        canvas.frame("Roll call: \(meeting.roster.name), \(meeting.agenda.date.long)")
        let facts = facts(width: width, in: room)
        let shown = shown(in: room, size: canvas.size, facts: facts.count)
        for (offset, person) in shown.enumerated() {
            draw(person, row: 1 + offset, width: width, &canvas, in: room)
        }
        drawMore(
            above: shown.startIndex, below: shown.last.map { people(after: $0, in: room) } ?? 0, row: 1 + shown.count,
            &canvas)
        for (offset, line) in facts.enumerated() {
            canvas.put(line, row: canvas.rows - 1 - facts.count + offset, column: 2, width: width)
        }
    }

    private func people(after place: Int?, in room: Model) -> Int {
        let roster = room.meeting.roster
        return roster.everybody.count - 1 - (place ?? roster.members.count - 1)
    }

    /// Shows on the blank line below the people, and at their right edge, that there are more.
    private func drawMore(above: Int, below: Int, row: Int, _ canvas: inout Canvas) {
        let style = Style(.key, on: .dialog)
        if above > 0 { canvas.put("▴", row: 1, column: canvas.columns - 2, style: style) }
        if below > 0 { canvas.put("▾ \(below) more", row: row, column: 4, style: style) }
    }

    /// The people that are seen, by their places in the roster; nil is the line above the practitioners.
    private func shown(in room: Model, size: Size, facts: Int) -> ArraySlice<Int?> {
        let roster = room.meeting.roster
        var rows: [Int?] = roster.members.indices.map { $0 }
        if !roster.practitioners.isEmpty { rows.append(nil) }
        rows += roster.practitioners.indices.map { $0 + roster.members.count }
        let visible = max(1, size.rows - 3 - facts)
        let place = rows.firstIndex(of: cursor) ?? 0
        let top = max(0, min(place - visible / 2, rows.count - visible))
        return rows.dropFirst(top).prefix(visible)
    }

    /// A click goes to a person; a second one has them come or leave.
    mutating func click(at position: Position, in size: Size, _ room: Model) -> [Reaction] {
        let rows = Array(shown(in: room, size: size, facts: facts(width: size.columns - 4, in: room).count))
        guard rows.indices.contains(position.row - 1), let person = rows[position.row - 1] else { return [] }
        if person == cursor { return handle(.character(" "), in: room) }
        cursor = person
        return []
    }

    private func draw(_ person: Int?, row: Int, width: Int, _ canvas: inout Canvas, in room: Model) {
        guard let index = person else {
            canvas.put("practitioners", row: row, column: 2, style: Style(.label, on: .dialog))
            return
        }
        let people = room.meeting.roster.everybody
        let someone = people[index]
        let ground: Ground = index == cursor ? .selected : .dialog
        if index == cursor {
            canvas.fill(Rect(row: row, column: 1, rows: 1, columns: canvas.columns - 2), Style(.text, on: ground))
        }
        let presence = room.meeting.presence(of: someone.handle)
        let (mark, role): (String, Role) =
            switch presence {
            case .present: ("● present", .yes)
            case .remote: ("◐ remote", .yes)
            case .absent: ("○ absent", .muted)
            case nil: ("·", .muted)
            }
        canvas.put(index == cursor ? "▸" : " ", row: row, column: 2, style: Style(.cursor, on: ground))
        let isChair = someone.handle == room.meeting.presiding
        let office = isChair ? (room.meeting.actingChair == nil ? ", chair" : ", acting chair") : ""
        let discipline = someone.discipline.map { "  \($0.rawValue)" } ?? ""
        let room = width - 18
        let used = canvas.put(
            someone.name + office, row: row, column: 4, width: room, style: Style(.text, on: ground, .bold),
            overflow: .ellipsis)
        // A discipline is left out if it would be cut.
        if used + TextWidth.of(discipline) <= room {
            canvas.put(discipline, row: row, column: 4 + used, style: Style(.muted, on: ground))
        }
        canvas.put(mark, row: row, column: width - 10, width: 12, style: Style(role, on: ground, .bold))
    }
}
