import Foundation
import Screen

/// What is worked out from the library and printed: lines for people, JSON for programs.
struct Answer {
    let lines: [String]
    let json: String

    init(lines: [String], _ value: some Encodable) throws {
        self.lines = lines.map(\.printable)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        json = Self.escaped(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
    }

    /// JSON may hold characters that drive a terminal or turn the direction of text. They are written as `\u009b`.
    private static func escaped(_ json: String) -> String {
        var text = ""
        for scalar in json.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control where scalar != "\n", .format, .lineSeparator, .paragraphSeparator:
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

/// Lines of cells. Each column is as wide as its widest cell, and an empty one is left out.
struct Columns {
    private let rows: [[String]]

    init(_ rows: [[String]]) { self.rows = rows.map { $0.map(\.printable) } }

    var lines: [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { place in
            rows.map { place < $0.count ? TextWidth.of($0[place]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            let used = zip(row, widths).filter { $1 > 0 }
            var line = used.map { cell, width in
                cell + String(repeating: " ", count: width - TextWidth.of(cell))
            }.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}

extension String {
    /// The text in one line, with nothing in it that drives a terminal.
    fileprivate var printable: String { TextWidth.safe(split(whereSeparator: \.isNewline).joined(separator: " ")) }
}
