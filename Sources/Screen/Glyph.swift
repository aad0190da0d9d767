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
