import CMarkdown
import Screen

/// A table as lines: columns as wide as their text where there is room, and wrapped where there is not.
struct MarkdownTable {
    let lines: [Line]

    init(_ table: MarkdownNode, width: Int) {
        let rows = children(of: table).map { row in
            children(of: row).map { cell in MarkdownInline.spans(of: cell, style: .plain) }
        }
        let columns = rows.map(\.count).max() ?? 0
        guard columns > 0 else {
            lines = []
            return
        }
        let widths = Self.widths(of: rows, columns: columns, width: width)
        let alignments = Self.alignments(of: table, columns: columns)
        var lines: [Line] = []
        for (index, row) in rows.enumerated() {
            let isHead = index == 0
            let cells = (0..<columns).map { column -> [Line] in
                let spans = column < row.count ? row[column] : []
                let styled = isHead ? spans.map { Span($0.text, Style(.label, on: .page, .bold)) } : spans
                return Line.wrap(styled, width: widths[column])
            }
            for part in 0..<(cells.map(\.count).max() ?? 1) {
                lines.append(Self.row(cells, part: part, widths: widths, alignments: alignments))
            }
            if isHead {
                let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "─┼─")
                lines.append(Line(rule, Style(.border)))
            }
        }
        self.lines = lines
    }

    private static func row(_ cells: [[Line]], part: Int, widths: [Int], alignments: [UInt8]) -> Line {
        var spans: [Span] = []
        for (column, cell) in cells.enumerated() {
            if column > 0 { spans.append(Span(" │ ", Style(.border))) }
            let line = part < cell.count ? cell[part] : Line()
            let free = max(0, widths[column] - line.width)
            let left =
                switch alignments[column] {
                case UInt8(ascii: "r"): free
                case UInt8(ascii: "c"): free / 2
                default: 0
                }
            spans.append(Span(String(repeating: " ", count: left)))
            spans += line.spans
            spans.append(Span(String(repeating: " ", count: free - left)))
        }
        return Line(spans)
    }

    /// Natural widths; where their sum is too much, the widest columns give way.
    private static func widths(of rows: [[[Span]]], columns: Int, width: Int) -> [Int] {
        var widths = (0..<columns).map { column in
            max(1, rows.map { $0.count > column ? $0[column].reduce(0) { $0 + $1.width } : 0 }.max() ?? 1)
        }
        let room = max(columns * 3, width - 3 * (columns - 1))
        while widths.reduce(0, +) > room {
            guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 3 else { break }
            let second = widths.enumerated().filter { $0.offset != widest }.map(\.element).max() ?? 3
            let excess = widths.reduce(0, +) - room
            widths[widest] -= max(1, min(excess, widths[widest] - max(3, second)))
        }
        return widths
    }

    /// `l`, `c`, `r` or 0 for each column.
    private static func alignments(of table: MarkdownNode, columns: Int) -> [UInt8] {
        guard let given = cmark_gfm_extensions_get_table_alignments(table) else {
            return [UInt8](repeating: 0, count: columns)
        }
        let count = Int(cmark_gfm_extensions_get_table_columns(table))
        return (0..<columns).map { $0 < count ? given[$0] : 0 }
    }
}
