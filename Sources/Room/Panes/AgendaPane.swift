import Council
import Screen

extension Pane {
    /// The week's items: the one before the council, and the decisions on the others.
    static let agenda: Pane = Pane(
        "agenda", at: .left, indent: 0,
        cursor: Cursor(
            move: { room, steps in
                room.look(at: min(max(0, room.agendaCursor + steps), max(0, room.meeting.items.count - 1)))
            },
            // The item before the council can't be taken up: Enter says what else can be done with it.
            choose: { room in
                room.meeting.currentIndex == room.agendaCursor
                    ? room.openMenu() : room.ask(.go(.item(room.agendaCursor + 1)))
            }),
        state: {
            "\($0.agendaCursor)\($0.focus == .agenda ? " in focus" : "") \($0.meeting.roster.consent == nil ? 0 : $0.libraries)"
        },
        top: AgendaPane.top,
        click: { room, line, lines in
            guard let item = lines.starts.lastIndex(where: { $0 <= line }) else { return nil }
            room.layers.removeAll { $0 is Voting }
            room.look(at: item)
            return nil
        },
        spoken: \.agenda, lines: AgendaPane.lines)
}

private enum AgendaPane {
    @Sendable static func lines(in room: Model, width: Int) -> PaneLines {
        guard !room.meeting.items.isEmpty else { return PaneLines([.noItems]) }
        var lines: [Line] = []
        var starts: [Int] = []
        let lane = room.consentLane?.ready.map(\.id) ?? []
        for (index, item) in room.meeting.items.enumerated() {
            starts.append(lines.count)
            lines += self.lines(of: item, number: index + 1, lane.contains(item.id), in: room, width: width)
        }
        return PaneLines(lines, starts: starts)
    }

    private static func lines(
        of item: Item, number: Int, _ isInLane: Bool, in room: Model, width: Int
    ) -> [Line] {
        let isCurrent = item.id == room.meeting.currentID
        let isShown = number - 1 == room.agendaCursor && (room.focus == .agenda || room.isLookingElsewhere)
        let ground: Ground = isShown ? .selected : .page
        let verdict = item.isDecisionOvertaken ? nil : item.decision?.verdict
        let mark = isCurrent ? "▸" : verdict?.glyph ?? " "
        let head = [
            Span(mark, Style(isCurrent ? .cursor : verdict?.role ?? .text, on: ground, .bold)),
            Span(number < 10 ? " \(number) " : "\(number) ", Style(.label, on: ground)),
        ]
        // Decided items are muted, so that the others catch the eye.
        let titleStyle = Style(
            isCurrent ? .title : verdict == nil && item.dropped == nil ? .text : .muted, on: ground,
            isCurrent ? .bold : [])
        var title = Line.wrap(room.meeting.title(of: item), titleStyle, width: max(4, width - 4))
        if title.count > 2 {
            let rest = title[1...].map(\.text).joined(separator: " ")
            title = [title[0], Line(TextWidth.truncated(rest, to: max(4, width - 4)), titleStyle)]
        }
        let (text, role) = standing(of: item, isInLane, in: room)
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

    private static func standing(of item: Item, _ isInLane: Bool, in room: Model) -> (String, Role) {
        if item.dropped != nil { return ("– off the agenda", .muted) }
        if item.isDecisionOvertaken { return ("! overtaken: decide again", .warning) }
        if let decision = item.decision {
            return ("\(decision.verdict.glyph) \(decision.spokenInBrief)", decision.verdict.role)
        }
        if item.openMotion != nil { return ("● vote open", .tied) }
        if item.motionAwaitingRuling != nil { return ("● the chair rules", .tied) }
        // Open concerns stand first: a narrow pane cuts off the end.
        let concerns = item.openConcerns.count
        var parts = concerns > 0 ? ["! \(counted(concerns, "concern"))"] : []
        if let objection = item.objections.first?.objection { parts.append("! \(objection.kind.past)") }
        if isInLane { parts.append("◇ consent") }
        if let proposal = room.meeting.baseProposal(of: item) {
            parts.append(proposal.pod ?? proposal.kind.rawValue)
        } else {
            parts.append("topic")
        }
        if let minutes = item.timeBox { parts.append("\(minutes) min") }
        return (parts.joined(separator: " · "), .muted)
    }

    /// The first row to show so that the item under the cursor, or the one before the council, is in sight.
    @Sendable static func top(in room: Model, _ lines: PaneLines, rows: Int) -> Int {
        let place = room.agendaCursor
        guard lines.starts.indices.contains(place) else { return 0 }
        let end = lines.starts.indices.contains(place + 1) ? lines.starts[place + 1] : lines.count
        return max(0, min(end + rows / 3 - rows, lines.starts[place]))
    }
}
