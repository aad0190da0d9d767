import Council
import Screen

extension Command {
    static let close = Command(
        "close", "[anyway]", key: "C", label: "close", footer: 120, group: .meeting,
        completes: [.choice(["anyway"])],
        help: "The closing checklist, then the minutes and the mail. `anyway` closes with what is left open.",
        probe: { _ in .close },
        // The checklist names an open vote and everything else that is left.
        keyProbe: { $0.phase == .inSession ? nil : .close },
        onKey: .opens { _ in ClosingChecklist() },
        line: { $0 == .close ? "close anyway" : $0 == .closeIfComplete ? "close" : nil }
    ) { words, _ throws(Refusal) in
        guard !words.isEmpty else { return .ask(.closeIfComplete) }
        _ = try words.requirePlace(among: ["anyway"])
        return .ask(.close)
    }
}

/// The list of what a meeting leaves open, and the question whether to close it.
struct ClosingChecklist: Layer {
    private var top = 0

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        switch key {
        case .escape, .character("q"), .character("n"): return [.close]
        case .enter, .character("y"), .character("C"): return [.ask(.close)]
        case .character("p"): return [.effect(.preview(nil))]
        case .down, .character("j"): top += 1
        case .up, .character("k"): top = max(0, top - 1)
        case .pageDown: top += room.page(ofDialog: wantedSize(in: room))
        case .pageUp: top = max(0, top - room.page(ofDialog: wantedSize(in: room)))
        default: return [.doesNothing(key, "here: Enter closes the meeting, Esc goes on with it")]
        }
        top = min(top, room.lastTop(inDialog: wantedSize(in: room)))
        return []
    }

    func hints(in room: Model) -> [Hint] {
        let closes =
            room.journal.refusal(of: .close, at: room.now) == nil ? [Hint("Enter", "close and write the minutes")] : []
        return closes + [Hint("p", "preview"), Hint("Esc", "go on with the meeting"), Hint("j k", "scroll")]
    }

    private func lines(width: Int, in room: Model) -> [Line] {
        let meeting = room.meeting
        var lines: [Line] = []
        if let refusal = room.journal.refusal(of: .close, at: room.now) {
            lines += Line.wrap("✗ \(refusal.sentence)", Style(.error, on: .dialog, .bold), width: width, restIndent: 2)
        }
        let gaps = meeting.gaps
        if gaps.isEmpty {
            lines.append(Line("✓ nothing is left open", Style(.yes, on: .dialog, .bold)))
        } else {
            lines += Line.wrap(
                "\(counted(gaps.count, "thing")) left open, printed as such in the minutes:",
                Style(.warning, on: .dialog, .bold), width: width)
            for gap in gaps {
                lines += Line.wrap(
                    [Span("○ ", Style(.warning, on: .dialog)), Span(gap.sentence, Style(.text, on: .dialog))],
                    width: width, restIndent: 2)
            }
        }
        let drafted = meeting.items.filter { room.drafts[$0.id] != nil }
        if !drafted.isEmpty {
            lines += Line.wrap(
                "\(counted(drafted.count, "note")) half-typed, and not in the minutes:",
                Style(.warning, on: .dialog, .bold), width: width)
        }
        for item in drafted {
            lines += Line.wrap(
                [Span("○ ", Style(.warning, on: .dialog)), Span(meeting.title(of: item), Style(.text, on: .dialog))],
                width: width, restIndent: 2)
        }
        let decided = meeting.items.compactMap { item in item.decision.map { (meeting.title(of: item), $0) } }
        if !decided.isEmpty { lines.append(Line()) }
        for (title, decision) in decided {
            let sign = Span(
                "\(decision.verdict.glyph) \(decision.spoken)", Style(decision.verdict.role, .dialog, .bold))
            lines += Line.wrap([sign, Span("  \(title)", Style(.text, on: .dialog))], width: width, restIndent: 2)
        }
        return lines
    }

    func wantedSize(in room: Model) -> Size {
        let columns = room.dialogColumns(84)
        return Size(rows: lines(width: columns - 4, in: room).count + 2, columns: columns)
    }

    func draw(_ canvas: inout Canvas, in room: Model) {
        canvas.frame("Close the meeting?")
        let lines = lines(width: canvas.columns - 4, in: room)
        canvas.scrolled(rows: lines.count, from: top) { canvas in
            for (row, line) in lines.enumerated() { canvas.put(line, row: row, column: 2, width: canvas.columns - 4) }
        }
    }
}
