import Council
import Screen

/// The view for the shared screen: title, question, tally, clock and decision, large and few. Never a note.
enum PresenterView {
    /// The most rows that are not blank.
    static let mostRows = 12

    /// Everything that the view depends on: it is drawn when that changes, and not with every key.
    struct Key: Equatable {
        let entries: Int
        let seconds: Int
        let highlighted: Handle?

        init(_ room: Model) {
            entries = room.journal.entries.count
            seconds = Int(room.journal.meeting.currentClock?.used(at: room.now) ?? 0)
            highlighted = room.voting?.highlighted
        }
    }

    static func draw(_ canvas: inout Canvas, _ room: Model) {
        let margin = canvas.columns < 60 ? 1 : 4
        let width = min(120, canvas.columns - 2 * margin)
        // Large if that fits, else in single rows, as many as there is room for.
        var blocks = self.blocks(in: room, width: width, isLarge: true)
        let isLarge = width >= 48 && rows(blocks) <= min(mostRows, canvas.rows)
        if !isLarge { blocks = self.blocks(in: room, width: width, isLarge: false) }
        // A blank row between any two blocks, if there is room for all of them.
        let gap = rows(blocks) + blocks.count - 1 <= canvas.rows ? 1 : 0
        var row = max(0, (canvas.rows - rows(blocks) - gap * (blocks.count - 1)) / 3)
        for line in blocks.map({ $0 + Array(repeating: Line(), count: gap) }).joined() {
            canvas.put(line, row: row, column: margin, width: width)
            row += 1
        }
    }

    private static func rows(_ blocks: [[Line]]) -> Int { blocks.reduce(0) { $0 + $1.count } }

    private static func blocks(in room: Model, width: Int, isLarge: Bool) -> [[Line]] {
        let meeting = room.meeting
        guard let item = meeting.current else {
            let state = meeting.phase == .closed ? "closed" : "not opened yet"
            return [
                [Line(meeting.roster.name, Style(.title, on: .page, .bold))],
                [Line("\(meeting.agenda.date.long), \(state)", .plain)],
            ]
        }
        let title = Line.wrap(meeting.title(of: item), Style(.title, on: .page, .bold), width: width)
        var blocks = [Array(title.prefix(2))]
        if let motion = item.openMotion ?? item.motions.last {
            blocks += vote(motion, in: room, width: width, isLarge: isLarge)
        } else {
            let facts = facts(of: item, in: room)
            if !facts.isEmpty { blocks.append(facts.map { Line(TextWidth.truncated($0, to: width), .plain) }) }
        }
        if let decision = item.decision {
            let style = Style(decision.verdict.role, on: .page, [.bold, .reverse])
            blocks.append([Line(" \(decision.verdict.glyph) \(decision.spoken.uppercased()) ", style)])
        }
        blocks.append(clock(of: item, in: room, width: width, isLarge: isLarge && item.motions.isEmpty))
        return blocks
    }

    /// The proposal in brief, until there is a vote.
    private static func facts(of item: Item, in room: Model) -> [String] {
        guard let proposal = room.meeting.effectiveProposal(of: item) else { return [] }
        let who =
            [proposal.kind.rawValue, proposal.pod].compactMap { $0 } + proposal.techLeads.map { "lead \($0.spoken)" }
        let sums = [proposal.impact.map { "impact \($0.spoken)" }, proposal.cost?.spoken].compactMap { $0 }
        var facts = [who, sums].filter { !$0.isEmpty }.map { $0.joined(separator: " · ") }
        let gate = room.meeting.gate(on: item).count
        if gate > 0 { facts.append("! gate: \(counted(gate, "finding"))") }
        return facts
    }

    private static func vote(_ motion: Motion, in room: Model, width: Int, isLarge: Bool) -> [[Line]] {
        let tally = room.meeting.tally(of: motion)
        var question = [
            Span(motion.question.shownTitle, Style(.heading, on: .page, .bold)),
            Span(motion.isOpen ? "  ● open" : "  closed", Style(motion.isOpen ? .tied : .muted, on: .page, .bold)),
        ]
        if motion.isOpen, let next = room.voting?.highlighted {
            question.append(Span("   ▸ \(room.meeting.roster.shortName(of: next))", Style(.cursor, on: .page, .bold)))
        }
        let most = max(1, tally.eligible.count, tally.yes, tally.no)
        let words = tally.bars.map { padded($0.word.uppercased(), to: tally.options == nil ? 3 : 16) }
        let bars = zip(words, tally.bars).flatMap { word, each in
            bar(
                word, each.count, of: most, each.role, width: width, isLarge: isLarge && tally.options == nil,
                symbols: room.symbols)
        }
        var outcome = Array(Line.wrap(tally.shownSpans(isOpen: motion.isOpen), width: width).prefix(2))
        if let ruling = motion.ruling {
            let answer = "The chair ruled \(ruling.said)"
            let text = TextWidth.truncated(": \(ruling.reason)", to: max(0, width - TextWidth.of(answer)))
            outcome.append(
                Line([Span(answer, Style(ruling.answer == .yes ? .yes : .no, on: .page, .bold)), Span(text, .plain)]))
        }
        return [[Line(question)], bars, outcome]
    }

    private static func padded(_ word: String, to columns: Int) -> String {
        let word = TextWidth.truncated(word, to: columns)
        return word + String(repeating: " ", count: max(0, columns - TextWidth.of(word)))
    }

    /// A bar with its word and its number, three rows high if it is large.
    private static func bar(
        _ word: String, _ count: Int, of most: Int, _ role: Role, width: Int, isLarge: Bool, symbols: Symbols
    ) -> [Line] {
        let label = Style(role, on: .page, .bold)
        let digits = String(most).count
        guard isLarge else {
            let number = String(repeating: " ", count: digits - String(count).count) + String(count)
            let meter = Meter(
                Double(count) / Double(most), width: width - 4 - TextWidth.of(word) - digits, symbols: symbols)
            return [Line([Span("\(word) \(number)  ", label), Span(meter.filled, Style(role))])]
        }
        let number = BigDigits.lines(String(count), symbols: symbols)
        let room = 4 * digits
        let meter = Meter(Double(count) / Double(most), width: width - 8 - room, symbols: symbols)
        return (0..<BigDigits.rows).map { row in
            let left = row == 1 ? "\(word)   " : "      "
            let gap = String(repeating: " ", count: room - TextWidth.of(number[row]) + 1)
            // The lowest row is half as high, as that of the digits, so that a gap parts this bar from the next.
            let isLast = row == BigDigits.rows - 1
            let text =
                isLast ? String(repeating: symbols == .plain ? " " : "▀", count: meter.filled.count) : meter.filled
            return Line([Span(left, label), Span(number[row] + gap, label), Span(text, Style(role))])
        }
    }

    /// The time box as a bar, with large digits while there is nothing else to look at.
    private static func clock(of item: Item, in room: Model, width: Int, isLarge: Bool) -> [Line] {
        let used = item.clock.used(at: room.now)
        let isOver = item.timeBox.map { used > Double($0 * 60) } ?? false
        let style = Style(isOver ? .timeOver : .timeGood, on: .page, .bold)
        let state = (isOver ? ", over" : "") + (item.clock.isPaused ? ", paused" : "")
        let time = minutesAndSeconds(used)
        let box = item.timeBox.map { "of \($0) minutes" } ?? ""
        var lines: [Line] = []
        if isLarge {
            lines = BigDigits.lines(time, symbols: room.symbols).enumerated().map { row, text in
                Line([
                    Span(text, Style(isOver ? .timeOver : .timeGood)), Span(row == 1 ? "  \(box)\(state)" : "", style),
                ])
            }
        }
        let text = "\(time) \(box)\(state)"
        guard let minutes = item.timeBox else { return isLarge ? lines : [Line(text, style)] }
        let label = isLarge ? "" : text + "  "
        let meter = Meter(
            used / Double(max(1, minutes * 60)), width: max(4, min(60, width - TextWidth.of(label))),
            symbols: room.symbols,
            track: "░")
        lines.append(
            Line([
                Span(label, style), Span(meter.filled, Style(isOver ? .timeOver : .timeGood)),
                Span(meter.rest, Style(.border)),
            ]))
        return lines
    }
}
