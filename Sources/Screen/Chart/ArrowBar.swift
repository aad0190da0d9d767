/// An arrow across one row, from one value to another on a scale: `   ○────►   `.
public struct ArrowBar: Hashable, Sendable {
    public let text: String

    /// - Parameters:
    ///   - start: The value at which it begins.
    ///   - end: The value at which it ends; nil for a beginning alone.
    ///   - scale: The values at the first and at the last column. Values beyond are drawn there.
    ///   - width: Columns.
    public init(
        from start: Double, to end: Double?, on scale: ClosedRange<Double>, width: Int, symbols: Symbols = .braille
    ) {
        let signs = Signs(symbols)
        var cells = [Character](repeating: " ", count: max(0, width))
        guard let last = cells.indices.last else {
            text = ""
            return
        }
        let length = scale.upperBound - scale.lowerBound
        func column(_ value: Double) -> Int {
            guard value.isFinite, length.isFinite, length > 0 else { return 0 }
            let part = (value - scale.lowerBound) / length
            return Int((max(0, min(1, part)) * Double(last)).rounded())
        }
        let first = column(start)
        cells[first] = signs.start
        if let end {
            let target = column(end)
            for place in min(first, target)...max(first, target) where place != first { cells[place] = signs.shaft }
            cells[target] = target == first ? signs.same : target > first ? signs.right : signs.left
        }
        text = String(cells)
    }

    /// What arrows are made of.
    public struct Signs {
        public let start: Character
        let shaft: Character
        public let right: Character
        public let left: Character
        /// Beginning and end in one column.
        public let same: Character

        public init(_ symbols: Symbols) {
            switch symbols {
            case .braille: (start, shaft, right, left, same) = ("○", "─", "►", "◄", "◆")
            case .blocks: (start, shaft, right, left, same) = ("o", "─", ">", "<", "*")
            case .plain: (start, shaft, right, left, same) = ("o", "-", ">", "<", "*")
            }
        }
    }
}
