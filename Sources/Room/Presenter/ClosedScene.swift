import Council
import Screen

/// The meeting is over, and what it decided.
struct ClosedScene {
    let room: Model
    let easel: Easel

    var blocks: [PresenterBlock] {
        let meeting = room.meeting
        let items = meeting.items.map { item -> Line in
            let decision = item.decision
            let style = Style(decision?.verdict.role ?? .muted, on: .page, .bold)
            let word = decision.map { "\($0.verdict.glyph) \($0.spoken)" } ?? "· no decision"
            // The decision stays whole; the title gives way.
            let title = TextWidth.truncated(
                meeting.numberedTitle(of: item), to: max(4, easel.width - TextWidth.of(word) - 2))
            return Line([Span(title), Span("  "), Span(word, style)])
        }
        let widest = items.map(\.width).max() ?? 0
        let indent = max(easel.margin, (easel.columns - widest) / 2)
        let listed = items.map { Line($0.spans, indent: indent) }
        return [
            easel.strip(meeting.roster.name, meeting.agenda.date.long), easel.band("closed", sign: "✓", .title),
            PresenterBlock(rank: 1, large.map { [$0] } ?? [], small: [listed]), easel.fine(count, rank: 2),
        ]
    }

    /// Every item in letters with the sign of its decision, if all of them fit.
    private var large: [Line]? {
        guard let size = easel.sizes().last else { return nil }
        var lines: [Line] = []
        for item in room.meeting.items {
            let decision = item.decision
            let style = Style(decision?.verdict.role ?? .muted, on: .page, .bold)
            let text = "\(decision?.verdict.largeSign ?? "·") \(room.meeting.numberedTitle(of: item))"
            guard let drawn = LargeText.line(text, size, style, symbols: easel.symbols),
                drawn.allSatisfy({ $0.width <= easel.width })
            else { return nil }
            lines += drawn.map { Line($0.spans, indent: easel.margin) }
        }
        return lines
    }

    private var count: String {
        let meeting = room.meeting
        let decided = meeting.items.count { $0.decision != nil }
        return "\(counted(decided, "decision")), \(counted(meeting.actions.count, "action"))"
    }
}
