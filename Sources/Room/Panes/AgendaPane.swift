import Council
import Screen

/// The week's items: which is before the council, and what came of the others.
enum AgendaPane {
    static func draw(_ canvas: inout Canvas, _ room: Model) -> PaneContent {
        let items = room.meeting.items
        guard !items.isEmpty else {
            canvas.put("no items on this agenda", row: 0, column: 1, style: Style(.muted))
            return PaneContent(rows: 1, visible: canvas.rows)
        }
        // Two rows an item: its title, and where it stands.
        let fits = max(1, canvas.rows / 2)
        let place = room.focus == .agenda ? room.agendaCursor : room.meeting.currentIndex ?? room.agendaCursor
        let first = max(0, min(place - fits / 2, items.count - fits))
        for (offset, item) in items.dropFirst(first).prefix(fits).enumerated() {
            draw(item, number: first + offset + 1, row: offset * 2, &canvas, room)
        }
        return PaneContent(rows: items.count, visible: fits)
    }

    private static func draw(_ item: Item, number: Int, row: Int, _ canvas: inout Canvas, _ room: Model) {
        let isCurrent = item.id == room.meeting.currentID
        let isUnderCursor = room.focus == .agenda && number - 1 == room.agendaCursor
        let ground: Ground = isUnderCursor ? .selected : .page
        if isUnderCursor { canvas.fill(Rect(row: row, column: 0, rows: 2, columns: canvas.columns), Style(.text, on: ground)) }
        let mark = isCurrent ? "▸" : (item.decision == nil ? " " : "✓")
        canvas.put(mark, row: row, column: 0, style: Style(isCurrent ? .cursor : .recorded, on: ground, .bold))
        let digits = number < 10 ? " \(number)" : "\(number)"
        canvas.put(digits, row: row, column: 1, style: Style(.label, on: ground))
        canvas.put(
            room.meeting.title(of: item), row: row, column: 4, width: canvas.columns - 5,
            style: Style(isCurrent ? .title : .text, on: ground, isCurrent ? .bold : []), overflow: .ellipsis)
        let (text, role) = standing(of: item, in: room)
        canvas.put(
            text, row: row + 1, column: 4, width: canvas.columns - 5, style: Style(role, on: ground), overflow: .ellipsis)
    }

    private static func standing(of item: Item, in room: Model) -> (String, Role) {
        if let decision = item.decision {
            let role: Role =
                switch decision.verdict {
                case .approve: .yes
                case .reject: .no
                case .revise, .defer, .withdraw: .abstain
                }
            return (decision.spoken, role)
        }
        if item.openMotion != nil { return ("vote open", .tied) }
        if item.motionAwaitingRuling != nil { return ("the chair rules", .tied) }
        var parts: [String] = []
        if let proposal = room.meeting.baseProposal(of: item) {
            parts.append(proposal.pod ?? proposal.kind.rawValue)
        } else {
            parts.append("topic")
        }
        if let minutes = item.timeBox { parts.append("\(minutes) min") }
        if !item.openConcerns.isEmpty { parts.append(counted(item.openConcerns.count, "concern")) }
        return (parts.joined(separator: " · "), .muted)
    }
}
