import Minutes
import Screen

/// What is worked out from the library and printed: lines for people, JSON for programs.
struct Answer {
    let lines: [String]
    private let value: any Encodable

    init(lines: [String], _ value: some Encodable) {
        self.lines = lines.map(\.printable)
        self.value = value
    }

    /// Made when it is asked for: of ten years, it takes longer than the answer.
    var json: String { get throws { try JSONText.of(value) } }
}

/// Lines of cells. Each column is as wide as its widest cell, and an empty one is left out.
struct Columns {
    private let rows: [[String]]

    init(_ rows: [[String]]) { self.rows = rows.map { $0.map(\.printable) } }

    var lines: [String] { lines(within: nil) }

    /// - Parameter columns: The width that no line exceeds if it can be helped: the last cell of a row is broken into lines
    ///   below each other. Nil for any width.
    func lines(within columns: Int?) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { place in
            rows.map { place < $0.count ? TextWidth.of($0[place]) : 0 }.max() ?? 0
        }
        return rows.flatMap { row in
            let used = zip(row, widths).filter { $1 > 0 }
            let line = Self.line(used)
            guard let columns, TextWidth.of(line) > columns, let last = used.last else { return [line] }
            let start = used.dropLast().reduce(0) { $0 + $1.1 + 2 }
            let head = Self.line(used.dropLast())
            // If little room is left beside the other cells, the last one goes below them.
            let isBelow = columns - start < Self.narrowest
            let indent = isBelow ? min(4, columns / 4) : start
            let rest = Self.wrapped(last.0, to: columns - indent).map { String(repeating: " ", count: indent) + $0 }
            guard !isBelow, let first = rest.first else { return (head.isEmpty ? [] : [head]) + rest }
            return [head + first.dropFirst(TextWidth.of(head))] + rest.dropFirst()
        }
    }

    /// Lines that end at blanks alone, so that no name is broken.
    private static func wrapped(_ text: String, to columns: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, TextWidth.of(last) + 1 + TextWidth.of(String(word)) <= columns {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    private static let narrowest = 24

    /// Cells beside each other. Nothing stands behind the last one that is not empty.
    private static func line(_ cells: some Sequence<(String, Int)>) -> String {
        var cells = Array(cells)
        while let last = cells.last, last.0.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }) { cells.removeLast() }
        guard var last = cells.popLast()?.0 else { return "" }
        while last.last == " " { last.removeLast() }
        let padded = cells.map { cell, width in cell + String(repeating: " ", count: width - TextWidth.of(cell)) + "  "
        }
        return padded.joined() + last
    }
}

extension String {
    /// The text in one line, with nothing in it that drives a terminal.
    var printable: String {
        // Most texts are so, which their bytes tell.
        if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
        return TextWidth.safe(split(whereSeparator: \.isNewline).joined(separator: " "))
    }
}
