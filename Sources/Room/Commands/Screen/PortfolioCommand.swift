import Council
import Screen

extension Command {
    static let portfolio = Command(
        "portfolio", "[QUARTER|all]", label: "portfolio", group: .screen, completes: [.choice(["all"])],
        help: "The week's proposals, impact against cost. With QUARTER, such as 2026Q4, or all: what came of what was "
            + "approved."
    ) { words, _ in
        let quarter = words.remainder()
        guard quarter.isEmpty else { return overQuarters(quarter) }
        return .screen { room in
            room.layers.append(PortfolioPage())
            return []
        } console: {
            let portfolio = Portfolio(of: $0.meeting)
            guard !portfolio.entries.isEmpty else { return ["portfolio: no proposal names both an impact and a cost"] }
            var lines = [
                "portfolio: impact in \(portfolio.impactUnit) for the first year's cost in \(portfolio.costUnit)"
            ]
            lines += portfolio.entries.map { entry in
                "item \(entry.number), \(entry.title): \(entry.spoken)\(entry.decision.map { ", \($0.spoken)" } ?? "")"
            }
            if !portfolio.others.isEmpty {
                lines.append("without impact or cost in these units: \(listed(portfolio.others.map { "item \($0)" }))")
            }
            return lines
        }
    }

    /// What came of the approvals of a quarter, or of all.
    private static func overQuarters(_ quarter: String) -> Intent {
        .screen { room in
            room.layers.append(PastPortfolioPage(quarter: quarter.lowercased() == "all" ? nil : quarter))
            return room.readLibrary()
        } console: { _ throws(Refusal) in
            throw Refusal("the console reads no earlier meetings: `mlreview portfolio` prints what came of them")
        }
    }
}

/// The week's proposals, impact against cost, as a chart and in words.
struct PortfolioPage: Layer {
    private var top = 0

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        switch key {
        case .escape, .enter, .character("q"): return [.close]
        case .tab: return [.close, .run("portfolio all")]
        case .down, .character("j"): top += 1
        case .up, .character("k"): top -= 1
        case .pageDown: top += room.page(ofDialog: wantedSize(in: room))
        case .pageUp: top -= room.page(ofDialog: wantedSize(in: room))
        case .home: top = 0
        case .end: top = .max / 2
        default: break
        }
        top = max(0, min(top, room.lastTop(inDialog: wantedSize(in: room))))
        return []
    }

    func hints(in room: Model) -> [Hint] {
        let isLong = room.lastTop(inDialog: wantedSize(in: room)) > 0
        return [Hint("Esc", "leave"), Hint("Tab", "all quarters")] + (isLong ? [Hint("j k", "scroll")] : [])
    }

    func wantedSize(in room: Model) -> Size {
        let columns = room.dialogColumns(110)
        let legend = legend(of: Portfolio(of: room.meeting), width: columns - 4, in: room).count
        return Size(rows: chartRows(legend, in: room) + 1 + legend + 2, columns: columns)
    }

    /// The rows that the words leave, and never less than can be read.
    private func chartRows(_ legend: Int, in room: Model) -> Int {
        max(9, min(22, room.size.rows - 3 - 3 - legend))
    }

    func draw(_ canvas: inout Canvas, in room: Model) {
        let portfolio = Portfolio(of: room.meeting)
        canvas.frame("Impact against cost")
        let width = canvas.columns - 4
        let legend = legend(of: portfolio, width: width, in: room)
        let chart = chartRows(legend.count, in: room)
        canvas.scrolled(rows: chart + 1 + legend.count, from: top) { canvas in
            canvas.draw(in: Rect(row: 0, column: 2, rows: chart, columns: width)) { canvas in
                guard !portfolio.entries.isEmpty else { return }
                PortfolioChart.draw(
                    portfolio, &canvas, current: room.meeting.currentIndex.map { $0 + 1 }, symbols: room.symbols)
            }
            for (row, line) in legend.enumerated() { canvas.put(line, row: chart + 1 + row, column: 2, width: width) }
        }
    }

    private func legend(of portfolio: Portfolio, width: Int, in room: Model) -> [Line] {
        let text = Style(.text, on: .dialog)
        guard !portfolio.entries.isEmpty else {
            return Line.wrap("no proposal of this week names both an impact and a cost", text, width: width)
        }
        let numbersWidth = portfolio.entries.map { TextWidth.of($0.spoken) }.max() ?? 0
        let isOneLine = width >= 40 + numbersWidth
        var lines = portfolio.entries.flatMap { entry -> [Line] in
            let isCurrent = entry.number - 1 == room.meeting.currentIndex
            let verdict = entry.decision?.verdict
            let sign = isCurrent ? "▸" : verdict?.glyph ?? " "
            let head = [
                Span(sign, Style(isCurrent ? .cursor : verdict?.role ?? .text, on: .dialog, .bold)),
                Span("\(entry.number < 10 ? " " : "")\(entry.number) ", Style(.label, on: .dialog)),
            ]
            guard isOneLine else {
                return Line.wrap(head + [Span("\(entry.title): \(entry.spoken)", text)], width: width, restIndent: 4)
            }
            let title = TextWidth.truncated(entry.title, to: width - numbersWidth - 6)
            let gap = String(repeating: " ", count: width - 4 - TextWidth.of(title) - TextWidth.of(entry.spoken))
            return [Line(head + [Span(title + gap, text), Span(entry.spoken, Style(.strong, on: .dialog))])]
        }
        if !portfolio.others.isEmpty {
            let items = portfolio.others.count == 1 ? "item" : "items"
            lines += Line.wrap(
                "not drawn, as they name no impact or no cost in these units: \(items) "
                    + listed(portfolio.others.map(String.init)), Style(.muted, on: .dialog), width: width)
        }
        return lines
    }
}
