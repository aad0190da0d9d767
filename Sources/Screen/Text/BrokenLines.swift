/// The lines of a text that is being typed: each change breaks only the lines around it anew.
struct BrokenLines: Sendable {
    /// Columns of a line; 0 before anybody has asked for lines.
    private(set) var columns = 0
    private(set) var pieces: [LineBreaker.Piece] = []

    /// Breaks a text to so many columns, unless it is broken to them already.
    mutating func use(columns wanted: Int, for units: [LineBreaker.Unit]) {
        guard wanted != columns else { return }
        columns = wanted
        pieces = LineBreaker.pieces(of: units, first: columns, rest: columns)
    }

    /// Takes in that a text has changed from a unit on.
    ///
    /// A line ends by what follows it, up to the first word that has no room. A change can therefore move the ends of two
    /// lines before its own, and of no others; each line begins without a memory of those above.
    mutating func change(from index: Int, of units: [LineBreaker.Unit]) {
        guard columns > 0, !hasTakenIn(what: units, from: index) else { return }
        let changed = pieces.lastIndex { $0.start <= index } ?? 0
        let first = max(0, changed - 2)
        let origin = pieces[first].start
        pieces.removeSubrange(first...)
        pieces += LineBreaker.pieces(of: units, from: origin, first: columns, rest: columns)
    }

    /// Lengthens the last line by what was typed behind it, as nearly every key does.
    ///
    /// - Returns: Whether that is all there is to do: something was typed there, and the line has room for it.
    private mutating func hasTakenIn(what units: [LineBreaker.Unit], from index: Int) -> Bool {
        guard let last = pieces.last, last.end == index, last.next == index, index < units.count else { return false }
        let hasRoom = units.withUnsafeBufferPointer { units in
            var used = 0
            for place in last.start..<units.count {
                if units[place].kind == .newline { return false }
                used += Int(units[place].width)
            }
            return used <= columns
        }
        guard hasRoom else { return false }
        pieces[pieces.count - 1] = LineBreaker.Piece(start: last.start, end: units.count, next: units.count)
        return true
    }
}
