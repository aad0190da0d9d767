extension Grid {
    /// Writes text on one row.
    ///
    /// - Parameters:
    ///   - width: The most columns to use; nil for as many as there are.
    ///   - clip: Nothing is written outside it. Columns left of it are skipped, not shifted.
    /// - Returns: Columns used, counted from `column`.
    @discardableResult
    public mutating func put(
        _ text: String, row: Int, column: Int, width: Int? = nil, style: Style = .plain,
        overflow: Overflow = .clip, clip: Rect? = nil
    ) -> Int {
        let area = clip.map { $0.intersection(bounds) } ?? bounds
        guard row >= area.row && row < area.endRow else { return 0 }
        // Text that begins left of the grid has the columns there as well.
        let room = columns - min(0, column)
        let end = min(area.endColumn, column + max(0, min(width ?? room, room)))
        guard column < end && !text.isEmpty else { return 0 }
        let base = row * columns
        var next = column
        var isCut = false
        willWrite(row: row)
        splitWide(base: base, column: max(column, area.column))
        SafeText.scan(text) { glyph, _, _, _ in
            let after = next + Int(glyph.width)
            guard after <= end else {
                isCut = true
                return false
            }
            if next >= area.column {
                write(glyph, at: base + next, style: style)
            } else if after > area.column {
                // The right half of a wide glyph whose left half is cut off.
                write(Glyph(0x20), at: base + area.column, style: style)
            }
            next = after
            return true
        }
        if isCut && overflow == .ellipsis {
            next = end - 1
            if next >= area.column {
                splitWide(base: base, column: next)
                write(Glyph(0x2026), at: base + next, style: style)
            }
            next = end
        }
        mendWide(base: base, column: max(next, area.column))
        return max(0, next - column)
    }

    /// Blanks a rectangle in a style.
    public mutating func fill(_ rect: Rect, _ style: Style = .plain) {
        repeating(0x20, in: rect, style)
    }

    /// Changes the styles in a rectangle and leaves its text alone.
    public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        let area = rect.intersection(bounds)
        for row in area.row..<area.endRow {
            willWrite(row: row)
            for column in area.column..<area.endColumn {
                let index = row * columns + column
                cells[index].style = change(cells[index].style)
            }
        }
    }

    /// A line across, `length` columns from `column`.
    public mutating func horizontalRule(
        row: Int, column: Int = 0, length: Int? = nil, style: Style = Style(.border), clip: Rect? = nil
    ) {
        repeating(0x2500, in: Rect(row: row, column: column, rows: 1, columns: length ?? columns), style, clip: clip)
    }

    /// A line down, `length` rows from `row`.
    public mutating func verticalRule(
        column: Int, row: Int = 0, length: Int? = nil, style: Style = Style(.border), clip: Rect? = nil
    ) {
        repeating(0x2502, in: Rect(row: row, column: column, rows: length ?? rows, columns: 1), style, clip: clip)
    }

    /// A frame along the inside edge of a rectangle. What it encloses stays as it is.
    public mutating func box(
        _ rect: Rect, title: String = "", style: Style = Style(.border), titleStyle: Style? = nil, clip: Rect? = nil
    ) {
        guard rect.rows >= 2 && rect.columns >= 2 else { return }
        let right = rect.endColumn - 1
        let bottom = rect.endRow - 1
        for row in [rect.row, bottom] {
            horizontalRule(row: row, column: rect.column + 1, length: rect.columns - 2, style: style, clip: clip)
        }
        for column in [rect.column, right] {
            verticalRule(column: column, row: rect.row + 1, length: rect.rows - 2, style: style, clip: clip)
        }
        put("┌", row: rect.row, column: rect.column, style: style, clip: clip)
        put("┐", row: rect.row, column: right, style: style, clip: clip)
        put("└", row: bottom, column: rect.column, style: style, clip: clip)
        put("┘", row: bottom, column: right, style: style, clip: clip)
        if !title.isEmpty && rect.columns > 6 {
            let shown = TextWidth.truncated(title, to: rect.columns - 6)
            put(
                " \(shown) ", row: rect.row, column: rect.column + 2, style: titleStyle ?? style.role(.title),
                clip: clip)
        }
    }

    /// Fills a rectangle with one scalar of width 1.
    mutating func repeating(_ scalar: UInt32, in rect: Rect, _ style: Style, clip: Rect? = nil) {
        let area = rect.intersection(clip.map { $0.intersection(bounds) } ?? bounds)
        guard !area.isEmpty else { return }
        let cell = Cell(glyph: scalar, style: style, width: 1)
        for row in area.row..<area.endRow {
            willWrite(row: row)
            let base = row * columns
            splitWide(base: base, column: area.column)
            cells.withUnsafeMutableBufferPointer { cells in
                for index in base + area.column..<base + area.endColumn { cells[index] = cell }
            }
            mendWide(base: base, column: area.endColumn)
        }
    }

    @inline(__always)
    private mutating func write(_ glyph: Glyph, at index: Int, style: Style) {
        let reference = reference(to: glyph)
        cells[index] = Cell(glyph: reference, style: style, width: glyph.width)
        if glyph.width == 2 { cells[index + 1] = Cell(glyph: 0x20, style: style, width: 0) }
    }

    /// Blanks the left half of a wide cell whose right half is about to be overwritten.
    @inline(__always)
    private mutating func splitWide(base: Int, column: Int) {
        guard column > 0 && column < columns && cells[base + column].width == 0 else { return }
        cells[base + column - 1] = .blank(cells[base + column - 1].style)
        cells[base + column] = .blank(cells[base + column].style)
    }

    /// Blanks the right half of a wide cell whose left half has been overwritten.
    @inline(__always)
    private mutating func mendWide(base: Int, column: Int) {
        guard column > 0 && column < columns && cells[base + column].width == 0 else { return }
        if cells[base + column - 1].width != 2 { cells[base + column] = .blank(cells[base + column].style) }
    }
}

/// What happens to text that does not fit.
public enum Overflow: Hashable, Sendable {
    /// It is cut.
    case clip
    /// It is cut, and its last column shows `…`.
    case ellipsis
}
