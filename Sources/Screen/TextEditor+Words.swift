extension TextEditor {
    /// The run without spaces that ends at the cursor, and where it starts; nil where it is longer than any word that
    /// could be completed, or where there is none.
    public func wordBeforeCursor(atMost limit: Int = 64) -> (text: String, start: Int)? {
        var start = cursor
        while start > 0, !isSpace(start - 1) {
            start -= 1
            if cursor - start > limit { return nil }
        }
        return start < cursor ? (text(in: start..<cursor), start) : nil
    }

    /// The words before a place near the beginning of the text; nil where the place is further in.
    public func openingWords(before index: Int, within limit: Int = 80) -> [String]? {
        guard index <= limit, index <= count else { return nil }
        return (0..<index).split(whereSeparator: isSpace).map { text(in: $0.startIndex..<$0.endIndex) }
    }

    /// Whether a grapheme is a space; of plain letters without a look into Unicode's tables, as it is asked with every
    /// key.
    private func isSpace(_ index: Int) -> Bool {
        units[index].ascii == 0 ? characters[index].isWhitespace : units[index].kind == .space
    }

    /// Takes another text in the place of this one; undone in one step.
    public mutating func replaceAll(with text: String) {
        replace(0..<count, with: text)
    }
}
