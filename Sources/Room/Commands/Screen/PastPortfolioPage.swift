import Council
import Screen

/// All approved proposals over the quarters, one unit of impact at a time: from the estimate to what was measured.
struct PastPortfolioPage: Layer {
    /// Nil for all quarters.
    let quarter: String?
    private var top = 0
    private var place = 0

    init(quarter: String?) { self.quarter = quarter }

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        let units = units(in: room).count
        switch key {
        case .escape, .enter, .character("q"): return [.close]
        case .tab, .right, .character("l"): turn(by: 1, among: units)
        case .backTab, .left, .character("h"): turn(by: units - 1, among: units)
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

    private mutating func turn(by step: Int, among units: Int) {
        guard units > 1 else { return }
        (place, top) = ((place + step) % units, 0)
    }

    func hints(in room: Model) -> [Hint] {
        let isLong = room.lastTop(inDialog: wantedSize(in: room)) > 0
        return [Hint("Esc", "leave")] + (units(in: room).count > 1 ? [Hint("Tab", "next unit")] : [])
            + (isLong ? [Hint("j k", "scroll")] : [])
    }

    func wantedSize(in room: Model) -> Size {
        let columns = room.dialogColumns(110)
        return Size(rows: lines(width: columns - 4, in: room).count + 2, columns: columns)
    }

    func draw(_ canvas: inout Canvas, in room: Model) {
        canvas.frame(quarter.map { "What came of what was approved in \($0)" } ?? "What came of what was approved")
        let width = canvas.columns - 4
        let lines = lines(width: width, in: room)
        canvas.scrolled(rows: lines.count, from: top) { canvas in
            for (row, line) in lines.enumerated() { canvas.put(line, row: row, column: 2, width: width) }
        }
    }

    // MARK: What it says

    private func units(in room: Model) -> [PastPortfolio.InOneUnit] {
        guard let library = room.library, let today = room.today else { return [] }
        let wanted = quarter.flatMap { Quarter($0, on: today) }
        guard quarter == nil || wanted != nil else { return [] }
        return library.portfolio(of: wanted, on: today).units
    }

    private func lines(width: Int, in room: Model) -> [Line] {
        let units = units(in: room)
        guard !units.isEmpty else { return Line.wrap(whyEmpty(in: room), Style(.text, on: .dialog), width: width) }
        return Lines(units[min(place, units.count - 1)], of: units.count, width: width, room.symbols).lines
    }

    private func whyEmpty(in room: Model) -> String {
        if let fault = room.libraryFault { return "earlier meetings can't be read: \(fault)" }
        guard let today = room.today else { return "reading earlier meetings…" }
        if let quarter, Quarter(quarter, on: today) == nil {
            return "`\(quarter)` is not a quarter: `portfolio 2026Q4`, `portfolio Q4` or `portfolio all`"
        }
        return "nothing was approved \(quarter.map { "in \($0)" } ?? "yet")"
    }

    /// One unit of impact.
    private struct Lines {
        private let unit: PastPortfolio.InOneUnit
        private let count: Int
        private let width: Int
        private let symbols: Symbols
        private let scale: ClosedRange<Double>
        private let figuresWidth: Int
        /// Columns of the arrows; 0 if there is no room for them.
        private let barWidth: Int
        /// Columns of the costs; 0 if there is no room for them.
        private let costWidth: Int
        private static let signWidth = 2
        private static let percentWidth = 7

        init(_ unit: PastPortfolio.InOneUnit, of count: Int, width: Int, _ symbols: Symbols) {
            (self.unit, self.count, self.width, self.symbols) = (unit, count, width, symbols)
            let entries = unit.quarters.flatMap(\.proposals)
            let values = entries.flatMap { [$0.estimated, $0.measured] }.compactMap { $0 }.filter(\.isFinite)
            scale = min(0, values.min() ?? 0)...max(0, values.max() ?? 0)
            figuresWidth = entries.map { TextWidth.of(Self.figures(of: $0)) }.max() ?? 0
            let costs = entries.map { TextWidth.of(Self.cost(of: $0)) }.max() ?? 0
            costWidth = unit.impactUnit != nil && width >= 90 ? costs + 2 : 0
            let rest = width - Self.signWidth - figuresWidth - Self.percentWidth - costWidth - 2
            barWidth = unit.impactUnit == nil || rest < 40 ? 0 : min(36, rest - 20)
        }

        private var titleWidth: Int {
            let bar = barWidth > 0 ? barWidth + 1 : 0
            return max(8, width - Self.signWidth - bar - figuresWidth - Self.percentWidth - costWidth - 1)
        }

        var lines: [Line] {
            let label = Style(.label, on: .dialog, .bold)
            let name = unit.impactUnit.map { "impact in \($0), from the estimate to what was measured" }
            let others = count > 1 ? " (Tab: other units)" : ""
            return Line.wrap((name ?? "without an estimated impact") + others, label, width: width) + legend + axis
                + unit.quarters.flatMap(quarter)
        }

        /// What the signs mean that are there to be seen.
        private var legend: [Line] {
            let entries = unit.quarters.flatMap(\.proposals)
            let arrow = ArrowBar.Signs(symbols)
            let arrows = [
                "\(arrow.start) estimated", "\(arrow.right) \(arrow.left) measured above and below it",
                "\(arrow.same) about as estimated",
            ]
            let signs = [("done", "confirmed"), ("stopped", "stopped"), ("overdue", "outcome overdue")].compactMap {
                (state, word) -> String? in
                let entry = entries.first { state == "overdue" ? $0.isOverdue : $0.stage == state }
                return entry.map { "\(Self.sign(of: $0).0) \(word)" }
            }
            let parts = (barWidth > 0 ? arrows : []) + signs
            return parts.isEmpty
                ? [] : Line.wrap(parts.joined(separator: " · "), Style(.muted, on: .dialog), width: width)
        }

        /// The values at both ends of the arrows.
        private var axis: [Line] {
            guard barWidth > 0 else { return [] }
            let (low, high) = (spoken(amount: scale.lowerBound), spoken(amount: scale.upperBound))
            let gap = barWidth - TextWidth.of(low) - TextWidth.of(high)
            let before = String(repeating: " ", count: Self.signWidth + titleWidth + 1)
            return [Line(before + low + String(repeating: " ", count: max(1, gap)) + high, Style(.muted, on: .dialog))]
        }

        private func quarter(_ quarter: PastPortfolio.InOneQuarter) -> [Line] {
            let head = [
                Span("\(quarter.quarter) ", Style(.heading, on: .dialog, .bold)),
                Span(quarter.sentence(hasImpact: unit.impactUnit != nil), Style(.text, on: .dialog)),
            ]
            return Line.wrap(head, width: width, restIndent: 2) + quarter.proposals.map(line)
        }

        private func line(_ entry: PastPortfolio.Entry) -> Line {
            let (sign, role) = Self.sign(of: entry)
            let title = TextWidth.truncated(entry.title, to: titleWidth)
            let figures = Self.figures(of: entry)
            let percent = entry.percent ?? ""
            let isBarred = barWidth > 0
            var spans = [
                Span("\(sign) ", Style(role, on: .dialog, .bold)),
                Span(title + blank(titleWidth - TextWidth.of(title) + 1), Style(.text, on: .dialog)),
            ]
            if isBarred, let estimate = entry.estimated {
                let bar = ArrowBar(from: estimate, to: entry.measured, on: scale, width: barWidth, symbols: symbols)
                spans.append(Span(bar.text + " ", Style(Self.role(of: entry), on: .dialog)))
            }
            spans.append(
                Span(
                    blank(figuresWidth - TextWidth.of(figures)) + figures
                        + blank(Self.percentWidth - TextWidth.of(percent)) + percent, Style(.strong, on: .dialog)))
            if costWidth > 0 {
                let cost = Self.cost(of: entry)
                spans.append(Span(blank(costWidth - TextWidth.of(cost)) + cost, Style(.muted, on: .dialog)))
            }
            return Line(spans)
        }

        private func blank(_ columns: Int) -> String { String(repeating: " ", count: max(0, columns)) }

        private static func figures(of entry: PastPortfolio.Entry) -> String {
            entry.figures ?? cost(of: entry)
        }

        private static func cost(of entry: PastPortfolio.Entry) -> String {
            entry.cost.map { "for \($0.spoken)" } ?? ""
        }

        /// The sign of what the council decided about the outcome, or that nobody has told it yet.
        private static func sign(of entry: PastPortfolio.Entry) -> (String, Role) {
            switch entry.stage {
            case "done": (Decision.Verdict.confirmed.glyph, .yes)
            case "stopped": (Decision.Verdict.stopped.glyph, .no)
            default: entry.isOverdue ? ("▲", .warning) : (" ", .text)
            }
        }

        private static func role(of entry: PastPortfolio.Entry) -> Role {
            guard let ratio = entry.ratio else { return .muted }
            return ratio >= 1 ? .yes : ratio >= 0.5 ? .tied : .no
        }
    }
}
