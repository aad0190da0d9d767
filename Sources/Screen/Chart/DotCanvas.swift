/// A drawing in dots finer than cells: two by four in braille, two by two in blocks, one by one in plain signs.
public struct DotCanvas: Sendable {
    /// In cells.
    public let size: Size
    public let symbols: Symbols
    private var cells: [UInt8]

    public init(size: Size, symbols: Symbols = .braille) {
        self.size = Size(rows: max(0, size.rows), columns: max(0, size.columns))
        self.symbols = symbols
        cells = Array(repeating: 0, count: self.size.rows * self.size.columns)
    }

    /// Dots across and down a cell.
    private var grain: (across: Int, down: Int) {
        switch symbols {
        case .braille: (2, 4)
        case .blocks: (2, 2)
        case .plain: (1, 1)
        }
    }

    /// Dots in a whole row.
    public var dotColumns: Int { size.columns * grain.across }
    /// Dots in a whole column.
    public var dotRows: Int { size.rows * grain.down }

    /// Sets a dot, counted from the top left; one outside the canvas is not drawn.
    public mutating func set(row: Int, column: Int) {
        guard row >= 0, row < dotRows, column >= 0, column < dotColumns else { return }
        let (across, down) = grain
        let (x, y) = (column % across, row % down)
        let bit: UInt8 =
            switch symbols {
            // The dots of braille are numbered down the columns, the lowest row after the other three.
            case .braille: y == 3 ? 0x40 << UInt8(x) : 1 << UInt8(y + 3 * x)
            case .blocks: 1 << UInt8(x + 2 * y)
            case .plain: 1
            }
        cells[row / down * size.columns + column / across] |= bit
    }

    /// A straight line of dots, of which one in `every` is set.
    public mutating func line(fromRow: Int, column: Int, toRow: Int, column end: Int, every: Int = 1) {
        let steps = max(abs(toRow - fromRow), abs(end - column))
        for step in stride(from: 0, through: steps, by: max(1, every)) {
            let part = steps == 0 ? 0 : Double(step) / Double(steps)
            set(
                row: fromRow + Int((Double(toRow - fromRow) * part).rounded()),
                column: column + Int((Double(end - column) * part).rounded()))
        }
    }

    /// A row of cells as text.
    public func text(row: Int) -> String {
        var text = String.UnicodeScalarView()
        for cell in cells[row * size.columns..<(row + 1) * size.columns] {
            switch symbols {
            case _ where cell == 0: text.append(" ")
            case .braille: text.append(Unicode.Scalar(0x2800 + UInt32(cell)) ?? " ")
            case .blocks: text.append(DotCanvas.quadrants[Int(cell)])
            case .plain: text.append(".")
            }
        }
        return String(text)
    }

    private static let quadrants = Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█".unicodeScalars)
}
