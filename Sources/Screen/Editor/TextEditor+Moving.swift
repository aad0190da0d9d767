extension TextEditor {
    /// Moves to a grapheme index, kept inside the text.
    public mutating func move(to index: Int) {
        cursor = min(max(0, index), characters.count)
        goalColumn = nil
        history.endStep()
    }

    /// Moves up (−1) or down (1) by a line of `width` columns, in the column that the moving began in if it can.
    ///
    /// - Returns: Whether there is a line in that direction; if not, the cursor stays.
    public mutating func moveVertically(_ step: Int, width: Int) -> Bool {
        let pieces = pieces(width: width)
        let place = place(of: cursor, in: pieces, width: width)
        let row = place.row + step
        guard pieces.indices.contains(row) else { return false }
        let goal = goalColumn ?? place.column
        var target = index(at: goal, of: pieces[row])
        if target == pieces[row].next && row < pieces.count - 1 { target = max(pieces[row].start, target - 1) }
        move(to: target)
        goalColumn = goal
        return true
    }

    /// Where the word before the cursor starts.
    var previousWord: Int {
        var index = cursor
        while index > 0 && !characters[index - 1].isWordPart { index -= 1 }
        while index > 0 && characters[index - 1].isWordPart { index -= 1 }
        return index
    }

    /// Where the word after the cursor ends.
    var nextWord: Int {
        var index = cursor
        while index < characters.count && !characters[index].isWordPart { index += 1 }
        while index < characters.count && characters[index].isWordPart { index += 1 }
        return index
    }

    /// Where the run without spaces before the cursor starts.
    var previousSpace: Int {
        var index = cursor
        while index > 0 && characters[index - 1].isWhitespace { index -= 1 }
        while index > 0 && !characters[index - 1].isWhitespace { index -= 1 }
        return index
    }

    /// The start of the logical line that the cursor is in.
    var lineStart: Int {
        var index = cursor
        while index > 0 && characters[index - 1] != "\n" { index -= 1 }
        return index
    }

    /// The end of the logical line that the cursor is in.
    var lineEnd: Int {
        var index = cursor
        while index < characters.count && characters[index] != "\n" { index += 1 }
        return index
    }
}

extension Character {
    fileprivate var isWordPart: Bool { isLetter || isNumber || self == "_" }
}

extension TextEditor {
    /// The word that ends at the cursor, and where it starts; nil if there is none, or if it is longer than any word
    /// that could be completed. Only spaces end a word here.
    public func wordBeforeCursor(atMost limit: Int = 64) -> (text: String, start: Int)? {
        var start = cursor
        while start > 0, !isSpace(start - 1) {
            start -= 1
            if cursor - start > limit { return nil }
        }
        return start < cursor ? (text(in: start..<cursor), start) : nil
    }

    /// The words before a place near the beginning of the text; nil if the place is further in.
    public func openingWords(before index: Int, within limit: Int = 80) -> [String]? {
        guard index <= limit, index <= count else { return nil }
        return (0..<index).split(whereSeparator: isSpace).map { text(in: $0.startIndex..<$0.endIndex) }
    }

    /// Whether a grapheme is a space. It is asked at every key press, so plain letters are decided without Unicode's
    /// tables.
    private func isSpace(_ index: Int) -> Bool {
        units[index].ascii == 0 ? characters[index].isWhitespace : units[index].kind == .space
    }

    /// Replaces the whole text; undone in one step.
    public mutating func replaceAll(with text: String) {
        replace(0..<count, with: text)
    }
}
