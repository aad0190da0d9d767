import Synchronization

/// Numbers the writes to rows, over all grids: no two have the same number.
///
/// A copy of a grid keeps the numbers of its rows. So two rows of the same number are equal, and what only one of the
/// two grids wrote to since can be told without looking at a cell.
enum Write {
    typealias Number = Int

    /// What a blank row has that nobody wrote to.
    static let none = 0

    private static let last = Atomic(none)

    static func next() -> Number { last.wrappingAdd(1, ordering: .relaxed).newValue }
}
