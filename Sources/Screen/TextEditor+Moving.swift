extension TextEditor {
    /// Moves to a grapheme index, kept inside the text.
    public mutating func move(to index: Int) {
        cursor = min(max(0, index), characters.count)
        goalColumn = nil
        history.endStep()
    }

    /// Moves a line up (−1) or down (1) among lines of `width` columns, back to the column it came from if it can.
    ///
    /// - Returns: False, and no move, from the first line up and from the last down.
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
