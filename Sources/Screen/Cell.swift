/// One place of the grid. Eight plain bytes, so that grids are compared and copied as memory.
public struct Cell: Hashable, Sendable {
    /// A Unicode scalar; or, with the high bit set, an index into the grid's table of clusters.
    public var glyph: UInt32
    public var style: Style
    /// Columns taken: 1, 2, or 0 for the right half of the wide cell before it.
    public var width: UInt8

    public init(glyph: UInt32 = 0x20, style: Style = .plain, width: UInt8 = 1) {
        self.glyph = glyph
        self.style = style
        self.width = width
    }

    /// Marks a glyph as an index into the table of clusters.
    static let clusterBit: UInt32 = 0x8000_0000

    /// A space.
    public static func blank(_ style: Style = .plain) -> Cell {
        Cell(style: style)
    }

    /// Whether nothing of the cell is seen but its ground.
    public var isUnmarkedBlank: Bool {
        glyph == 0x20 && !style.isSeenOnBlanks
    }

    /// The index of the cell's cluster; nil for a single scalar.
    public var clusterIndex: Int? {
        glyph & Cell.clusterBit == 0 ? nil : Int(glyph & ~Cell.clusterBit)
    }
}
