import Council
import Screen

extension RollCall {
    func hints(in room: Model) -> [Hint] {
        if let filter {
            let enter = people(in: room).isEmpty && !filter.isEmpty ? "a guest" : "present"
            return [Hint("Enter", enter), Hint("Tab", "go there"), Hint("Esc", "all names"), Hint("Up Down", "move")]
        }
        let presences = [Hint("p", "present"), Hint("r", "remote"), Hint("a", "absent")]
        let lastTime = [Hint("A", "as last time")]
        let others = [
            Hint("Esc", "leave"), Hint("/", "find a name"), Hint("j k", "move"), Hint("u", "undo"),
            Hint("L", "library"), Hint("S", "search"),
        ]
        return room.meeting.phase == .gathering
            ? [Hint("Enter", "open the meeting")] + lastTime + presences + others
            : [Hint("Enter", "done")] + presences + others + lastTime
    }

    func wantedSize(in room: Model) -> Size {
        let columns = room.dialogColumns(74)
        let roster = room.meeting.roster
        let rows = roster.everybody.count + (roster.practitioners.isEmpty ? 0 : 1) + (roster.hasGuests ? 1 : 0)
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
            lines += Line.wrap("→ \(sentence): O", Style(.accent, on: .dialog), width: width)
        }
        return lines
    }

    func draw(_ canvas: inout Canvas, in room: Model) {
        let meeting = room.meeting
        let width = canvas.columns - 4
        let name = filter.map { "Roll call: names with “\($0)”" }
        canvas.frame(name ?? "Roll call: \(meeting.roster.name), \(meeting.agenda.date.long)")
        let facts = facts(width: width, in: room)
        let shown = shown(in: room, size: canvas.size, facts: facts.count)
        for (offset, person) in shown.enumerated() {
            draw(person, row: 1 + offset, width: width, &canvas, in: room)
        }
        if shown.isEmpty {
            canvas.put(
                "nobody has that name: Enter adds a guest", row: 1, column: 4, style: Style(.muted, on: .dialog))
        }
        drawMore(
            above: shown.startIndex, below: shown.last.map { people(after: $0, in: room) } ?? 0, row: 1 + shown.count,
            &canvas)
        for (offset, line) in facts.enumerated() {
            canvas.put(line, row: canvas.rows - 1 - facts.count + offset, column: 2, width: width)
        }
    }

    private func people(after row: Row, in room: Model) -> Int {
        let last =
            switch row {
            case .person(let place): place
            case .heading(_, let before): before
            }
        return people(in: room).count - 1 - last
    }

    /// A line of the roll: somebody by their place among those shown, or what stands above some of them.
    enum Row: Equatable {
        case person(Int)
        /// - Parameter before: The place of the person above it.
        case heading(String, before: Int)
    }

    /// Shows on the blank line below the people, and at their right edge, that there are more.
    private func drawMore(above: Int, below: Int, row: Int, _ canvas: inout Canvas) {
        let style = Style(.key, on: .dialog)
        if above > 0 { canvas.put("▴", row: 1, column: canvas.columns - 2, style: style) }
        if below > 0 { canvas.put("▾ \(below) more", row: row, column: 4, style: style) }
    }

    /// The lines that are seen.
    private func shown(in room: Model, size: Size, facts: Int) -> ArraySlice<Row> {
        let roster = room.meeting.roster
        var rows: [Row] = []
        let isFiltered = filter.map { !$0.isEmpty } ?? false
        let (seated, all) = (roster.members.count, roster.members.count + roster.practitioners.count)
        for place in people(in: room).indices {
            if !isFiltered, place == seated, all > seated { rows.append(.heading("practitioners", before: place - 1)) }
            if !isFiltered, place == all { rows.append(.heading("guests", before: place - 1)) }
            rows.append(.person(place))
        }
        let visible = max(1, size.rows - 3 - facts)
        let place = rows.firstIndex(of: .person(cursor)) ?? 0
        let top = max(0, min(place - visible / 2, rows.count - visible))
        return rows.dropFirst(top).prefix(visible)
    }

    /// A click goes to a person; a second one has them come or leave.
    mutating func click(at position: Position, in size: Size, _ room: Model) -> [Reaction] {
        let rows = Array(shown(in: room, size: size, facts: facts(width: size.columns - 4, in: room).count))
        guard rows.indices.contains(position.row - 1), case .person(let person) = rows[position.row - 1] else {
            return []
        }
        if person == cursor { return handle(.character(" "), in: room) }
        point(at: person)
        return []
    }

    private func draw(_ line: Row, row: Int, width: Int, _ canvas: inout Canvas, in room: Model) {
        let index: Int
        switch line {
        case .heading(let text, _):
            canvas.put(text, row: row, column: 2, style: Style(.label, on: .dialog))
            return
        case .person(let place): index = place
        }
        let someone = people(in: room)[index]
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
        let guest = room.meeting.guests?.first { $0.handle == someone.handle }
        let discipline = (someone.discipline?.rawValue ?? guest?.organisation).map { "  \($0)" } ?? ""
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
