import Council
import Screen

extension LibraryTab {
    /// Every decision of every meeting, the newest first.
    static let decisions = LibraryTab(name: "decisions", title: "Decisions") { reading in
        let decisions = reading.library.decisions()
        return LibraryList(
            summary(of: decisions), nothing: "No decisions: meetings make them, with `d`", columns: columns,
            rows: decisions.map(row), first: "newest",
            sorts: "item", "decision", "pod")
    } page: { key, reading in
        reading.page(ofDecision: key)
    }

    private static let columns = [
        LibraryColumn("meeting", 10...10), LibraryColumn("item", 14...24), LibraryColumn("decision", 26...26),
        LibraryColumn("pod", 8...14, rank: 3), LibraryColumn("because", 18...60, rank: 1, isFlexible: true),
        LibraryColumn("title", 20...50, rank: 5),
    ]

    private static func row(of decision: PastDecision) -> LibraryRow {
        let style = Style(decision.verdict.role)
        return LibraryRow(
            "\(decision.date) \(decision.item)",
            [
                Span("\(decision.date)", Style(.muted)), Span(decision.item.spoken, Style(.strong)),
                Span(verdict(of: decision), style), Span(decision.pod ?? "", .plain),
                Span(decision.resolution ?? decision.reason ?? decision.basis, .plain), Span(decision.title, .plain),
            ],
            words: [
                decision.basis, decision.reason, decision.date.long, "\(Quarter(of: decision.date))",
                decision.until?.description,
            ]
                + decision.overConcerns.flatMap { [$0.text, $0.speaker] }, item: decision.item,
            order: [
                .text(decision.item.spoken), .number(Decision.Verdict.allCases.firstIndex(of: decision.verdict) ?? 0),
                .text((decision.pod ?? "\u{10FFFF}").folded),
            ])
    }

    /// `✓ approved with amendments`, `… deferred to 2 Dec 2026`, `↻ sent back`.
    private static func verdict(of decision: PastDecision) -> String {
        let words =
            switch decision.verdict {
            case .approve: decision.decision
            case .defer: decision.until.map { "deferred to \($0.short)" } ?? decision.verdict.past
            case .revise, .reject, .withdraw, .noted, .confirmed, .changed, .stopped: decision.verdict.past
            }
        return "\(decision.verdict.glyph) \(words)"
    }

    private static func summary(of decisions: [PastDecision]) -> String {
        let verdicts = Decision.Verdict.allCases.compactMap { verdict -> String? in
            let count = decisions.count { $0.verdict == verdict }
            return count > 0 ? "\(count) \(verdict.past)" : nil
        }
        return ([counted(decisions.count, "decision")] + verdicts).joined(separator: " · ")
    }
}

extension LibraryReading {
    /// A decision in full, and all that was said and voted before it.
    fileprivate func page(ofDecision key: String) -> DocumentPage? {
        let words = key.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2, let day = CalendarDay(words[0]) else { return nil }
        let item = ItemID(words[1])
        let filter = DecisionFilter(since: day, until: day)
        guard let decision = library.decisions(filter).first(where: { $0.item == item }) else { return nil }
        var lines: [DocumentPage.Line] = [.heading(decision.title), .text("")]
        lines.append(.text("\(decision.verdict.glyph) \(decision.decision) on \(day.long)\(decision.said)"))
        if !decision.basis.isEmpty { lines.append(.text(decision.basis)) }
        lines += decision.overConcerns.map { concern in
            let speaker = concern.speaker.map { " of \($0)" } ?? ""
            return .hanging("\(concern.role)\(speaker): \(concern.text)", 2)
        }
        lines += section(
            "At that meeting", eventLines(hearing(of: item, on: day).filter { $0.event != .decision }, dated: false))
        lines += section("What has happened since", eventLines(events(of: item, after: day)))
        return DocumentPage(name: "\(item.spoken), \(day)", lines: lines)
    }
}
