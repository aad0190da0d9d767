/// Where the cells of a grid are in a picture, and what is drawn there.
struct SVGFrame {
    /// A cell's width and height, in pixels.
    private static let width = 9.0
    private static let height = 19.0
    private static let margin = 12.0

    let columns: Int
    let rows: Int

    func rect(_ row: Int, _ columns: Range<Int>, fill: Color) -> String {
        rect(x(columns.lowerBound), y(row), Double(columns.count) * Self.width, Self.height, fill)
    }

    /// Text from a column on, split at every run of blanks, because browsers make one blank of several.
    func text(_ row: Int, _ column: Int, _ text: String, _ face: Face) -> [String] {
        var pieces: [String] = []
        var (start, piece, blanks) = (column, "", 0)
        for (offset, character) in text.enumerated() {
            guard character != " " else {
                blanks += 1
                continue
            }
            if piece.isEmpty || blanks > 1 {
                if !piece.isEmpty { pieces.append(self.piece(row, start, piece, face, columns: piece.count)) }
                (start, piece) = (column + offset, "")
            } else if blanks == 1 {
                piece += " "
            }
            piece.append(character)
            blanks = 0
        }
        if !piece.isEmpty { pieces.append(self.piece(row, start, piece, face, columns: piece.count)) }
        return pieces
    }

    /// A piece of text, stretched to that many columns.
    func piece(_ row: Int, _ column: Int, _ text: String, _ face: Face, columns: Int) -> String {
        var attributes = "x=\"\(short(x(column)))\" y=\"\(short(y(row) + 14.5))\""
        attributes += " textLength=\"\(short(Double(columns) * Self.width))\" fill=\"\(face.foreground.hex)\""
        if face.traits.contains(.bold) { attributes += " font-weight=\"bold\"" }
        if face.traits.contains(.italic) { attributes += " font-style=\"italic\"" }
        let lines = [
            face.traits.contains(.underline) ? "underline" : "", face.traits.contains(.strike) ? "line-through" : "",
        ]
        let decoration = lines.filter { !$0.isEmpty }.joined(separator: " ")
        if !decoration.isEmpty { attributes += " text-decoration=\"\(decoration)\"" }
        return "<text \(attributes)>\(Self.escaped(text))</text>"
    }

    /// A cell's line or block as a shape; nil if the glyph is text.
    func shape(of glyph: Glyph, _ row: Int, _ column: Int, fill: Color) -> String? {
        guard glyph.isSingle else { return nil }
        let (left, top, width, height) = (x(column), y(row), Self.width, Self.height)
        let (middle, centre) = (left + width / 2 - 0.5, top + height / 2 - 0.5)
        func lines(_ parts: [(Double, Double, Double, Double)]) -> String {
            parts.map { rect($0.0, $0.1, $0.2, $0.3, fill) }.joined()
        }
        switch glyph.base {
        case 0x2500: return lines([(left, centre, width, 1)])
        case 0x2502: return lines([(middle, top, 1, height)])
        case 0x250C: return lines([(middle, centre, width / 2 + 0.5, 1), (middle, centre, 1, height / 2 + 0.5)])
        case 0x2510: return lines([(left, centre, width / 2 + 0.5, 1), (middle, centre, 1, height / 2 + 0.5)])
        case 0x2514: return lines([(middle, centre, width / 2 + 0.5, 1), (middle, top, 1, height / 2 + 0.5)])
        case 0x2518: return lines([(left, centre, width / 2 + 0.5, 1), (middle, top, 1, height / 2 + 0.5)])
        case 0x253C: return lines([(left, centre, width, 1), (middle, top, 1, height)])
        case 0x2580: return lines([(left, top, width, height / 2)])
        case 0x2584: return lines([(left, top + height / 2, width, height / 2)])
        case 0x2588...0x258F: return lines([(left, top, width * Double(0x2590 - glyph.base) / 8, height)])
        case 0x2590: return lines([(left + width / 2, top, width / 2, height)])
        case 0x2591...0x2593: return rect(left, top, width, height, fill, opacity: Double(glyph.base - 0x2590) / 4)
        default: return nil
        }
    }

    func document(title: String, page: Face, shapes: [String], texts: [String]) -> String {
        let width = short(Double(columns) * Self.width + 2 * Self.margin)
        let height = short(Double(rows) * Self.height + 2 * Self.margin)
        let head = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
                + "viewBox=\"0 0 \(width) \(height)\" role=\"img\">",
            "<title>\(Self.escaped(title))</title>",
            "<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"\(page.background.hex)\"/>",
            "<g shape-rendering=\"crispEdges\">",
        ]
        let middle = [
            "</g>",
            "<g font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"14.5\" "
                + "xml:space=\"preserve\">",
        ]
        return (head + shapes + middle + texts + ["</g>", "</svg>"]).joined(separator: "\n") + "\n"
    }

    private func x(_ column: Int) -> Double { Self.margin + Double(column) * Self.width }
    private func y(_ row: Int) -> Double { Self.margin + Double(row) * Self.height }

    private func rect(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ fill: Color, opacity: Double = 1
    ) -> String {
        let faint = opacity < 1 ? " fill-opacity=\"\(short(opacity))\"" : ""
        return "<rect x=\"\(short(x))\" y=\"\(short(y))\" width=\"\(short(width))\" height=\"\(short(height))\" "
            + "fill=\"\(fill.hex)\"\(faint)/>"
    }

    /// A number without a needless `.0`.
    private func short(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
    }
}

extension Color {
    /// `#a1b2c3`; middle grey for the terminal's own colour, which a picture does not have.
    var hex: String {
        guard case .rgb(let red, let green, let blue) = self else { return "#808080" }
        return "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
