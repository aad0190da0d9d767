extension TextEditor {
    /// The text as lines of at most `width` columns, and where the cursor is in them.
    ///
    /// Lines are one column shorter than `width`, so that the cursor after the last character is never cut off.
    public func layout(width: Int) -> (lines: [String], cursor: Position) {
        let pieces = pieces(width: width)
        let lines = pieces.map { text(in: $0.start..<$0.end) }
        return (lines, place(of: cursor, in: pieces, width: width))
    }

    /// The lines around the cursor: at most `height` of those that `layout(width:)` makes.
    ///
    /// Costs less for a long text, because only those lines are made.
    ///
    /// - Returns: The lines, the cursor's place in them, the number of lines above them, and the number of all lines.
    public func layout(
        width: Int, height: Int
    ) -> (lines: [String], cursor: Position, firstRow: Int, rowCount: Int) {
        let pieces = pieces(width: width)
        let place = place(of: cursor, in: pieces, width: width)
        let first = max(0, place.row - max(1, height) + 1)
        let lines = pieces[first..<min(pieces.count, first + max(1, height))].map {
            text(in: $0.start..<$0.end)
        }
        return (lines, Position(row: place.row - first, column: place.column), first, pieces.count)
    }

    /// A part of the text. It is needed at every key press, so plain letters are copied as bytes.
    func text(in range: Range<Int>) -> String {
        units.withUnsafeBufferPointer { units in
            for place in range where units[place].ascii == 0 { return String(characters[range]) }
            return String(unsafeUninitializedCapacity: range.count) { bytes in
                for place in range { bytes[place - range.lowerBound] = units[place].ascii }
                return range.count
            }
        }
    }

    /// Where a grapheme is in lines of at most `width` columns.
    func place(of index: Int, in pieces: [LineBreaker.Piece], width: Int) -> Position {
        var low = 0
        var high = pieces.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if pieces[middle].start <= index { low = middle } else { high = middle - 1 }
        }
        var column = 0
        for unit in units[pieces[low].start..<index] { column += Int(unit.width) }
        return Position(row: low, column: min(column, max(0, width - 1)))
    }

    /// The grapheme index nearest to a column of a line.
    func index(at column: Int, of piece: LineBreaker.Piece) -> Int {
        var index = piece.start
        var used = 0
        while index < piece.end {
            used += Int(units[index].width)
            if used > column { break }
            index += 1
        }
        return index
    }
}
