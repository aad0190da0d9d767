/// A grid as a picture that browsers show.
extension Grid {
    /// An SVG document of the grid in a theme.
    ///
    /// Text stays text, each run stretched to the columns it takes, so that any font keeps its place; lines and blocks
    /// are drawn as shapes, because fonts disagree about their height.
    ///
    /// - Parameter title: What the picture shows, for those who can't see it.
    public func svg(theme: Theme, title: String) -> String {
        let page = theme.face(.text, on: .page)
        let frame = SVGFrame(columns: columns, rows: rows)
        var shapes: [String] = []
        var texts: [String] = []
        for row in 0..<rows {
            for run in runs(row: row) {
                let face = theme.face(of: run.style).asSeen
                if face.background != page.background {
                    shapes.append(frame.rect(row, run.columns, fill: face.background))
                }
                var column = run.columns.lowerBound
                var word = (start: column, text: "")
                func flush() {
                    texts += frame.text(row, word.start, word.text, face)
                    word = (column, "")
                }
                for cell in cells[row * columns + run.columns.lowerBound..<row * columns + run.columns.upperBound]
                where cell.width > 0 {
                    let glyph = glyph(of: cell)
                    if let shape = frame.shape(of: glyph, row, column, fill: face.foreground) {
                        flush()
                        shapes.append(shape)
                        word.start = column + 1
                    } else if glyph.width == 2 {
                        flush()
                        texts.append(frame.piece(row, column, glyph.text, face, columns: 2))
                        word.start = column + 2
                    } else {
                        word.text += glyph.text
                    }
                    column += Int(cell.width)
                }
                flush()
            }
        }
        return frame.document(title: title, page: page, shapes: shapes, texts: texts)
    }

    /// The cells of a row, those of one style together.
    private func runs(row: Int) -> [(style: Style, columns: Range<Int>)] {
        var runs: [(style: Style, columns: Range<Int>)] = []
        for column in 0..<columns {
            let style = self[row, column].style
            if let last = runs.last, last.style == style {
                runs[runs.count - 1].columns = last.columns.lowerBound..<column + 1
            } else {
                runs.append((style, column..<column + 1))
            }
        }
        return runs
    }
}

extension Face {
    /// The colours as they are seen: exchanged if the face is reversed.
    fileprivate var asSeen: Face {
        guard traits.contains(.reverse) else { return self }
        return Face(foreground: background, background: foreground, traits: traits.subtracting(.reverse))
    }
}
