import CMarkdown
import Screen

/// A table as lines: columns are as wide as their text if there is room, and wrapped if not.
///
/// Words stay whole: if the longest words of the columns do not fit side by side, each row is a list of its cells.
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
        guard let widths = Self.widths(of: rows, columns: columns, room: width - 3 * (columns - 1)) else {
            lines = Self.listed(rows, width: width)
            return
        }
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

    /// Natural widths. If their sum is too much, the widest columns shrink, as far as their words stay whole.
    ///
    /// - Returns: nil if words would have to be cut.
    private static func widths(of rows: [[[Span]]], columns: Int, room: Int) -> [Int]? {
        func widest(_ column: Int, _ width: ([Span]) -> Int) -> Int {
            max(1, rows.map { $0.count > column ? width($0[column]) : 0 }.max() ?? 1)
        }
        // A column wider than the whole table shrinks anyway.
        var widths = (0..<columns).map { min(room, widest($0) { $0.reduce(0) { $0 + $1.width } }) }
        guard columns <= room else { return nil }
        let least = (0..<columns).map { widest($0, longestWord) }
        guard least.reduce(0, +) <= room else { return nil }
        while widths.reduce(0, +) > room {
            let yielding = widths.indices.filter { widths[$0] > least[$0] }
            guard let widest = yielding.max(by: { widths[$0] < widths[$1] }) else { return nil }
            widths[widest] -= 1
        }
        return widths
    }

    /// Columns of the longest part that can't be broken.
    private static func longestWord(of spans: [Span]) -> Int {
        let words = spans.map(\.text).joined().split { $0 == " " || $0 == "\n" || $0 == "\t" }
        return words.map { word in
            let parts = word.split(separator: "-", omittingEmptySubsequences: false)
            let isWide = word.contains { TextWidth.of($0) > 1 }
            // A hyphen stays with the word before it; every wide character may begin a line.
            return parts.enumerated().map { TextWidth.of(String($1)) + ($0 < parts.count - 1 ? 1 : 0) }.max()
                .map { isWide ? min($0, 4) : $0 } ?? 1
        }.max() ?? 1
    }

    /// Each row below the head as lines of its own: a column's name and the cell's text.
    private static func listed(_ rows: [[[Span]]], width: Int) -> [Line] {
        let names = (rows.first ?? []).map { $0.map(\.text).joined() }
        // A name longer than a line stands there whole once.
        let shortNames = names.map { TextWidth.truncated($0, to: width) }
        return rows.dropFirst().enumerated().flatMap { index, row in
            (index == 0 ? [] : [Line()])
                + row.enumerated().flatMap { column, cell in
                    let called = index == 0 ? names : shortNames
                    let name = column < called.count ? called[column] : ""
                    let label = name.isEmpty ? [] : [Span("\(name): ", Style(.label, on: .page, .bold))]
                    return Line.wrap(label + cell, width: width, restIndent: 2)
                }
        }
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
