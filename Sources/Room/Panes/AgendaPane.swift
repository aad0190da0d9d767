import Council
import Screen

/// The week's items: which is before the council, and what came of the others.
enum AgendaPane {
    /// The items as lines, and the row where each begins.
    static func lines(in room: Model, width: Int) -> (lines: [Line], rows: [Int]) {
        guard !room.meeting.items.isEmpty else { return ([Line("no items on this agenda", Style(.muted))], [0]) }
        var lines: [Line] = []
        var rows: [Int] = []
        for (index, item) in room.meeting.items.enumerated() {
            rows.append(lines.count)
            lines += self.lines(of: item, number: index + 1, in: room, width: width)
        }
        return (lines, rows)
    }

    private static func lines(of item: Item, number: Int, in room: Model, width: Int) -> [Line] {
        let isCurrent = item.id == room.meeting.currentID
        let ground: Ground = room.focus == .agenda && number - 1 == room.agendaCursor ? .selected : .page
        let verdict = item.isDecisionOvertaken ? nil : item.decision?.verdict
        let mark = isCurrent ? "▸" : verdict?.glyph ?? " "
        let head = [
            Span(mark, Style(isCurrent ? .cursor : verdict?.role ?? .text, on: ground, .bold)),
            Span(number < 10 ? " \(number) " : "\(number) ", Style(.label, on: ground)),
        ]
        // What is decided steps back: the eye is for what is not.
        let titleStyle = Style(
            isCurrent ? .title : verdict == nil ? .text : .muted, on: ground, isCurrent ? .bold : [])
        var title = Line.wrap(room.meeting.title(of: item), titleStyle, width: max(4, width - 4))
        if title.count > 2 {
            let rest = title[1...].map(\.text).joined(separator: " ")
            title = [title[0], Line(TextWidth.truncated(rest, to: max(4, width - 4)), titleStyle)]
        }
        let (text, role) = standing(of: item, in: room)
        let foot = Line(
            TextWidth.truncated(text, to: max(4, width - 4)), Style(role, on: ground, role == .muted ? [] : .bold))
        let body = (title + [foot]).enumerated().map { offset, line in
            Line((offset == 0 ? head : [Span("    ", Style(.text, on: ground))]) + line.spans)
        }
        guard ground == .selected else { return body }
        return body.map {
            Line($0.spans + [Span(String(repeating: " ", count: max(0, width - $0.width)), Style(.text, on: ground))])
        }
    }

    private static func standing(of item: Item, in room: Model) -> (String, Role) {
        if item.isDecisionOvertaken { return ("! overtaken: decide again", .warning) }
        if let decision = item.decision {
            return ("\(decision.verdict.glyph) \(decision.spoken)", decision.verdict.role)
        }
        if item.openMotion != nil { return ("● vote open", .tied) }
        if item.motionAwaitingRuling != nil { return ("● the chair rules", .tied) }
        // What still has to be settled stands first: the end is cut off where the pane is narrow.
        let concerns = item.openConcerns.count
        var parts = concerns > 0 ? ["! \(counted(concerns, "concern"))"] : []
        if let proposal = room.meeting.baseProposal(of: item) {
            parts.append(proposal.pod ?? proposal.kind.rawValue)
        } else {
            parts.append("topic")
        }
        if let minutes = item.timeBox { parts.append("\(minutes) min") }
        return (parts.joined(separator: " · "), .muted)
    }

    /// The first row to show, so that the item under the cursor, or the one before the council, is in sight.
    static func top(_ rows: [Int], lines: Int, visible: Int, in room: Model) -> Int {
        let place = room.focus == .agenda ? room.agendaCursor : room.meeting.currentIndex ?? room.agendaCursor
        guard rows.indices.contains(place) else { return 0 }
        let end = rows.indices.contains(place + 1) ? rows[place + 1] : lines
        return max(0, min(end + visible / 3 - visible, rows[place]))
    }
}
