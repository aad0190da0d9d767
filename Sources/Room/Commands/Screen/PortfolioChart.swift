import Council
import Screen

/// Impact against cost: a number for each proposal, and the lines of an impact of once and ten times the cost.
enum PortfolioChart {
    /// Rows above and below the field itself: the label of one axis, the other axis, and its numbers.
    static let otherRows = 3

    static func draw(_ portfolio: Portfolio, _ canvas: inout Canvas, current: Int?, symbols: Symbols) {
        let most = Scale(
            impact: nice(portfolio.entries.map(\.impact).max() ?? 0),
            cost: nice(portfolio.entries.map(\.cost).max() ?? 0))
        let top = spoken(amount: most.impact)
        let margin = TextWidth.of(top) + 1
        let field = Rect(
            row: 1, column: margin + 1, rows: max(1, canvas.rows - otherRows),
            columns: max(1, canvas.columns - margin - 2))
        let quiet = Style(.muted, on: .dialog)
        let line = Style(.border, on: .dialog)
        canvas.put("impact, \(portfolio.impactUnit)", row: 0, column: 0, style: Style(.label, on: .dialog))
        canvas.put(top, row: 1, column: 0, style: quiet)
        canvas.put("0", row: field.endRow, column: margin - 1, style: quiet)
        let isPlain = symbols == .plain
        for row in field.row..<field.endRow { canvas.put(isPlain ? "|" : "│", row: row, column: margin, style: line) }
        let axis = String(repeating: isPlain ? "-" : "─", count: field.columns)
        canvas.put((isPlain ? "+" : "└") + axis, row: field.endRow, column: margin, style: line)
        let foot = spoken(amount: most.cost)
        canvas.put(
            "first year's cost, \(portfolio.costUnit)", row: field.endRow + 1, column: field.column,
            width: field.columns - TextWidth.of(foot) - 1, style: Style(.label, on: .dialog), overflow: .ellipsis)
        canvas.put(foot, row: field.endRow + 1, column: field.endColumn - TextWidth.of(foot), style: quiet)
        canvas.draw(in: field) { canvas in
            rays(most, &canvas, symbols)
            points(portfolio.entries, most, &canvas, current: current, symbols: symbols)
        }
    }

    /// The values at the upper ends of the axes.
    private struct Scale {
        let impact: Double
        let cost: Double
    }

    /// The next round number for the end of an axis: 1, 1.5, 2, 3, 5 or 8 times a power of ten.
    static func nice(_ value: Double) -> Double {
        guard value > 0 else { return 1 }
        var power = 1.0
        while power * 10 <= value { power *= 10 }
        while power > value { power /= 10 }
        return [1, 1.5, 2, 3, 5, 8, 10].map { $0 * power }.first { $0 >= value * 1.02 } ?? 15 * power
    }

    private static func rays(_ most: Scale, _ canvas: inout Canvas, _ symbols: Symbols) {
        var dots = DotCanvas(size: canvas.size, symbols: symbols)
        var labels: [(row: Int, column: Int, text: String)] = []
        for times in [1.0, 10] {
            // The line leaves the field here, at its top or at its right side.
            let cost = min(most.cost, most.impact / times)
            let row = Int((Double(dots.dotRows - 1) * (1 - cost * times / most.impact)).rounded())
            let column = Int((Double(dots.dotColumns - 1) * cost / most.cost).rounded())
            dots.line(
                fromRow: dots.dotRows - 1, column: 0, toRow: row, column: column, every: symbols == .braille ? 3 : 2)
            let text = "\(Int(times))×"
            labels.append(
                (
                    row: min(canvas.rows - 1, row * canvas.rows / max(1, dots.dotRows)),
                    column: min(canvas.columns - text.count, column * canvas.columns / max(1, dots.dotColumns) + 1),
                    text
                ))
        }
        for row in 0..<canvas.rows { canvas.put(dots.text(row: row), row: row, style: Style(.border, on: .dialog)) }
        for label in labels {
            let text = symbols == .plain ? label.text.replacing("×", with: "x") : label.text
            canvas.put(text, row: label.row, column: label.column, style: Style(.muted, on: .dialog))
        }
    }

    private static func points(
        _ entries: [Portfolio.Entry], _ most: Scale, _ canvas: inout Canvas, current: Int?, symbols: Symbols
    ) {
        let columns = canvas.columns
        var taken: Set<Position> = []
        for entry in entries {
            let row = Int((Double(canvas.rows - 1) * (1 - entry.impact / most.impact)).rounded())
            let column = Int((Double(columns - 1) * entry.cost / most.cost).rounded())
            let sign = entry.decision?.verdict.glyph ?? (symbols == .plain ? "*" : "●")
            let text = "\(symbols == .plain && entry.decision != nil ? "*" : sign)\(entry.number)"
            let width = TextWidth.of(text)
            // A number stands beside others rather than on them, so that they can be told apart.
            let places = [(0, 0), (-1, 0), (1, 0), (0, 3), (0, -3), (-1, 3), (1, 3), (-2, 0), (2, 0)].map { step in
                Position(
                    row: min(max(0, row + step.0), canvas.rows - 1),
                    column: min(max(0, column + step.1), columns - width))
            }
            func cells(_ place: Position) -> Set<Position> {
                Set((0..<width).map { Position(row: place.row, column: place.column + $0) })
            }
            let place = places.first { taken.isDisjoint(with: cells($0)) } ?? places[0]
            taken.formUnion(cells(place))
            let role: Role = entry.number == current ? .cursor : entry.decision?.verdict.role ?? .strong
            canvas.put(text, row: place.row, column: place.column, style: Style(role, on: .dialog, .bold))
        }
    }
}
