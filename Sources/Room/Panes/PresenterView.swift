import Council
import Screen

/// The view for the shared screen: title, question, tally, clock and decision, large and few. Never a note.
enum PresenterView {
    static func draw(_ canvas: inout Canvas, _ room: Model) {
        let meeting = room.meeting
        let width = min(100, canvas.columns - 8)
        guard let item = meeting.current else {
            canvas.put(meeting.roster.name, row: canvas.rows / 2, column: 4, style: Style(.title, on: .page, .bold))
            return
        }
        var lines = Line.wrap(meeting.title(of: item).uppercased(), Style(.title, on: .page, .bold), width: width)
        lines.append(Line())
        if let motion = item.openMotion ?? item.motions.last { lines += vote(motion, in: room, width: width) }
        if let decision = item.decision {
            lines += Line.wrap("DECISION: \(decision.spoken)", Style(.accent, on: .page, .bold), width: width)
        }
        let used = item.clock.used(at: room.now)
        let box = item.timeBox.map { " of \($0) minutes" } ?? ""
        let isOver = item.timeBox.map { used > Double($0 * 60) } ?? false
        lines.append(
            Line(
                "\(minutesAndSeconds(used))\(box)\(isOver ? ", over" : "")",
                Style(isOver ? .timeOver : .timeGood, on: .page, .bold)))
        let top = max(0, (canvas.rows - lines.count) / 3)
        for (row, line) in lines.enumerated() { canvas.put(line, row: top + row, column: 4, width: width) }
    }

    private static func vote(_ motion: Motion, in room: Model, width: Int) -> [Line] {
        let tally = room.meeting.tally(of: motion)
        var lines = Line.wrap(motion.question.title, Style(.heading, on: .page, .bold), width: width)
        let most = max(1, tally.eligible.count, tally.yes, tally.no)
        for (word, count, role) in [("YES", tally.yes, Role.yes), ("NO ", tally.no, Role.no)] {
            let bar = String(repeating: "█", count: count * max(4, width - 12) / most)
            lines.append(
                Line([
                    Span("\(word)  ", Style(.label, on: .page, .bold)), Span(bar, Style(role)),
                    Span(" \(count)", Style(role, on: .page, .bold)),
                ]))
        }
        lines += Line.wrap(tally.sentence, Style(tally.outcome.role, on: .page, .bold), width: width)
        if let ruling = motion.ruling {
            lines += Line.wrap(
                "The chair ruled \(ruling.answer.rawValue): \(ruling.reason)", Style(.accent, on: .page, .bold),
                width: width)
        }
        lines.append(Line())
        return lines
    }
}
