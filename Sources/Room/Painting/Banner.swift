import Council
import Screen

extension Model {
    /// A failure that stays on the screen until it is mended.
    var banner: String? {
        guard case .failing(let sentence, let pending) = recording else { return nil }
        let kept = pending == 0 ? "all that is typed" : counted(pending, "act")
        return "NOT RECORDED, \(kept) kept here and tried again: \(sentence)"
    }
}

/// The lines of a failure, below the header and across the whole width.
enum Banner {
    private static let style = Style(.error, on: .banner, .bold)

    static func lines(_ banner: String, columns: Int) -> [Line] {
        Line.wrap([Span("! \(banner)", style)], width: max(8, columns - 1), firstIndent: 1, restIndent: 3)
    }

    static func draw(_ canvas: inout Canvas, _ banner: String) {
        canvas.fill(Style(.error, on: .banner))
        let lines = lines(banner, columns: canvas.columns)
        for (row, line) in lines.prefix(canvas.rows).enumerated() {
            let isCut = row == canvas.rows - 1 && lines.count > canvas.rows
            canvas.put(isCut ? Line(line.spans + [Span("…", style)]) : line, row: row)
        }
    }
}
