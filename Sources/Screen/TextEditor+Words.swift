extension TextEditor {
    /// The run without spaces that ends at the cursor, and where it starts; nil where it is longer than any word that
    /// could be completed, or where there is none.
    public func wordBeforeCursor(atMost limit: Int = 64) -> (text: String, start: Int)? {
        var start = cursor
        while start > 0, !characters[start - 1].isWhitespace {
            start -= 1
            if cursor - start > limit { return nil }
        }
        return start < cursor ? (String(characters[start..<cursor]), start) : nil
    }

    /// The words before a place near the beginning of the text; nil where the place is further in.
    public func openingWords(before index: Int, within limit: Int = 80) -> [String]? {
        guard index <= limit, index <= count else { return nil }
        return characters[..<index].split(whereSeparator: \.isWhitespace).map { String($0) }
    }

    /// Takes another text in the place of this one; undone in one step.
    public mutating func replaceAll(with text: String) {
        replace(0..<count, with: text)
    }
}
