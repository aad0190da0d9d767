import Screen

/// A part of the presenter view: the ways in which it can be drawn, the largest first.
struct PresenterBlock {
    let variants: [[Line]]
    /// 0 is the thought itself; the block with the highest number goes first if there is no room.
    let rank: Int
    /// The variant that every block gets, if there is room, before one of them becomes larger.
    let enough: Int

    /// - Parameter small: The ways in normal text, for which there is always room.
    init(rank: Int, _ large: [[Line]], small: [[Line]] = []) {
        self.rank = rank
        func rising(_ variants: [[Line]]) -> [[Line]] {
            let sorted = variants.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
            // Of two ways of the same height the first one is the better.
            return sorted.enumerated().filter { $0 == 0 || sorted[$0 - 1].count != $1.count }.map(\.element)
        }
        let (first, last) = (rising(large), rising(small))
        let least = first.last?.count ?? .max
        variants = first + last.filter { $0.count < least }
        enough = max(0, first.count - 1)
    }
}
