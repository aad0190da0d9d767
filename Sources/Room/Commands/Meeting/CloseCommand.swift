import Council
import Screen

extension Command {
    static let close = Command(
        "close", "[anyway]", key: "C", label: "close", footer: 120, group: .meeting,
        completes: [.choice(["anyway"])],
        help:
            "Shows the closing checklist, then writes minutes and mail. `anyway` closes even if something is left open.",
        probe: { _ in .close },
        // The checklist names an open vote and everything else that is left.
        keyProbe: { meeting, author in
            meeting.phase == .inSession && meeting.mayAsk(.close, by: author) ? nil : .close
        },
        onKey: .opens { _ in ClosingChecklist() },
        line: { $0 == .close ? "close anyway" : $0 == .closeIfComplete ? "close" : nil }
    ) { words, _ throws(Refusal) in
        guard !words.isEmpty else { return .ask(.closeIfComplete) }
        _ = try words.requirePlace(among: ["anyway"])
        return .ask(.close)
    }
}

/// The list of what a meeting leaves open, each with a way to its place, and the question whether to close it.
struct ClosingChecklist: Layer {
    private var top = 0
    /// What is left open and under the cursor; nil as long as Enter closes the meeting.
    private var cursor: Int?

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        let places = room.placesLeftOpen
        switch key {
        case .escape, .character("q"), .character("n"): return [.close]
        case .enter where cursor != nil:
            guard let cursor, places.indices.contains(cursor) else { return [] }
            return [.close] + places[cursor].way
        case .enter, .character("y"), .character("C"): return [.ask(.close)]
        case .character("p"): return [.effect(.preview(nil))]
        case .down, .character("j"): move(1, in: room)
        case .up, .character("k"): move(-1, in: room)
        case .pageDown: top += room.page(ofDialog: wantedSize(in: room))
        case .pageUp: top = max(0, top - room.page(ofDialog: wantedSize(in: room)))
        default: return [.doesNothing(key, "here: Enter closes the meeting, Esc goes back to it")]
        }
        top = max(0, min(top, room.lastTop(inDialog: wantedSize(in: room))))
        return []
    }

    /// Goes to another row, and keeps it in sight; above the first one nothing is chosen. Without rows it scrolls.
    private mutating func move(_ step: Int, in room: Model) {
        let count = room.placesLeftOpen.count
        let next = (cursor ?? -1) + step
        guard next < count else {
            top += step
            return
        }
        cursor = next < 0 ? nil : next
        let wanted = wantedSize(in: room)
        let lines = lines(width: wanted.columns - 4, in: room)
        let visible = max(1, room.dialogArea(wanted).rows - 2)
        let first = lines.firstIndex { $0.place == cursor } ?? 0
        let last = lines.lastIndex { $0.place == cursor } ?? 0
        top = cursor == nil ? 0 : max(min(top, first), last - visible + 1)
    }

    func hints(in room: Model) -> [Hint] {
        let places = room.placesLeftOpen
        let rest = (places.isEmpty ? [] : [Hint("j k", "move")]) + [Hint("Esc", "go on"), Hint("p", "preview")]
        if let cursor, places.indices.contains(cursor) { return [Hint("Enter", "go there")] + rest }
        let closes =
            room.refusal(of: Request.close) == nil ? [Hint("Enter", "close and write the minutes")] : []
        return closes + rest
    }

    private struct Row {
        let line: Line
        /// Its place among what is left open; nil for other lines.
        var place: Int?
    }

    private func lines(width: Int, in room: Model) -> [Row] {
        let meeting = room.meeting
        let places = room.placesLeftOpen
        let gaps = meeting.gaps.count
        var lines: [Row] = []
        func add(_ more: [Line]) { lines += more.map { Row(line: $0) } }
        func add(_ range: Range<Int>) {
            for place in range {
                let ground: Ground = place == cursor ? .selected : .dialog
                let sign = place == cursor ? "▸ " : "○ "
                lines += Line.wrap(
                    [
                        Span(sign, Style(.warning, on: ground)), Span(places[place].sentence, Style(.text, on: ground)),
                    ], width: width, restIndent: 2
                ).map { Row(line: $0, place: place) }
            }
        }
        if let refusal = room.refusal(of: Request.close) {
            add(Line.wrap("✗ \(refusal.sentence)", Style(.error, on: .dialog, .bold), width: width, restIndent: 2))
        }
        if gaps == 0 {
            add([Line("✓ nothing is left open", Style(.yes, on: .dialog, .bold))])
        } else {
            add(
                Line.wrap(
                    "\(counted(gaps, "thing")) left open, printed as such in the minutes:",
                    Style(.warning, on: .dialog, .bold), width: width))
        }
        add(0..<gaps)
        if places.count > gaps {
            add(
                Line.wrap(
                    "\(counted(places.count - gaps, "unfinished note")), not in the minutes:",
                    Style(.warning, on: .dialog, .bold), width: width))
        }
        add(gaps..<places.count)
        let decided = meeting.items.compactMap { item in item.decision.map { (meeting.title(of: item), $0) } }
        if !decided.isEmpty { add([Line()]) }
        for (title, decision) in decided {
            let sign = Span(
                "\(decision.verdict.glyph) \(decision.spokenInBrief)", Style(decision.verdict.role, .dialog, .bold))
            add(Line.wrap([sign, Span("  \(title)", Style(.text, on: .dialog))], width: width, restIndent: 2))
        }
        return lines
    }

    func wantedSize(in room: Model) -> Size {
        let columns = room.dialogColumns(84)
        return Size(rows: lines(width: columns - 4, in: room).count + 2, columns: columns)
    }

    /// A click goes to something that is left open.
    mutating func click(at position: Position, in size: Size, _ room: Model) -> [Reaction] {
        let lines = lines(width: size.columns - 4, in: room)
        let row = position.row - 1 + min(top, max(0, lines.count - size.rows + 2))
        if lines.indices.contains(row), let place = lines[row].place { cursor = place }
        return []
    }

    func draw(_ canvas: inout Canvas, in room: Model) {
        canvas.frame("Close the meeting?")
        let lines = lines(width: canvas.columns - 4, in: room)
        canvas.scrolled(rows: lines.count, from: top) { canvas in
            for (row, line) in lines.enumerated() {
                canvas.put(line.line, row: row, column: 2, width: canvas.columns - 4)
            }
        }
    }
}
