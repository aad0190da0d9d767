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

    /// Whether the cell shows nothing but its background.
    public var isUnmarkedBlank: Bool {
        glyph == 0x20 && !style.isSeenOnBlanks
    }

    /// The index of the cell's cluster; nil for a single scalar.
    public var clusterIndex: Int? {
        glyph & Cell.clusterBit == 0 ? nil : Int(glyph & ~Cell.clusterBit)
    }
}

/// What one cell shows: a base scalar and up to four combining ones, already made safe.
///
/// Five is the most that a cell of ncurses holds (`CCHARW_MAX`).
public struct Glyph: Hashable, Sendable {
    /// The base scalar.
    public var base: UInt32
    /// Combining scalars in order; zero where there are none.
    public var marks: SIMD4<UInt32>
    /// Columns taken, 1 or 2.
    public var width: UInt8

    static let maximumScalars = 5

    init(_ base: UInt32, width: UInt8 = 1) {
        self.base = base
        self.marks = .zero
        self.width = width
    }

    /// Adds a combining scalar; those beyond the limit are dropped.
    mutating func append(_ mark: UInt32) {
        for index in 0..<4 where marks[index] == 0 {
            marks[index] = mark
            return
        }
    }

    var isSingle: Bool { marks[0] == 0 }

    /// The scalars, 1…5 of them.
    public var scalars: [UInt32] {
        var all = [base]
        for index in 0..<4 where marks[index] != 0 { all.append(marks[index]) }
        return all
    }

    /// The glyph as text.
    public var text: String {
        var view = String.UnicodeScalarView()
        for value in scalars { view.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
        return String(view)
    }
}
