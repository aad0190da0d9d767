import Screen

/// Puts blocks one below the other.
enum PresenterPage {
    /// The lines of the blocks at their rows: as large as all of them can be, and the rest of the rows between them.
    static func rows(of all: [PresenterBlock], in rows: Int) -> [(Int, Line)] {
        var blocks = all.filter { !$0.variants.isEmpty }
        func least(_ blocks: [PresenterBlock]) -> Int { blocks.reduce(0) { $0 + ($1.variants.last?.count ?? 0) } }
        while blocks.count > 1, least(blocks) > rows, let rank = blocks.map(\.rank).max(),
            let last = blocks.lastIndex(where: { $0.rank == rank })
        {
            blocks.remove(at: last)
        }
        var chosen = blocks.map { $0.variants.count - 1 }
        var used = least(blocks)
        let order = blocks.indices.sorted { (blocks[$0].rank, $0) < (blocks[$1].rank, $1) }
        // A blank row between any two blocks, if there are many rows; large letters are apart without one.
        let airy = rows - min(blocks.count - 1, rows / 6)
        /// Draws a block larger if there is room.
        func grow(_ index: Int, to variant: Int, in room: Int) -> Bool {
            let more = blocks[index].variants[variant].count - blocks[index].variants[chosen[index]].count
            guard variant < chosen[index], used + more <= room else { return false }
            used += more
            chosen[index] = variant
            return true
        }
        for index in order { _ = grow(index, to: blocks[index].enough, in: rows - blocks.count / 3) }
        // One step larger, block by block, the thought itself first.
        var isGrowing = true
        while isGrowing {
            isGrowing = order.reduce(false) { grow($1, to: max(0, chosen[$1] - 1), in: airy) || $0 }
        }
        var placed: [(Int, Line)] = []
        var row = 0
        for (index, block) in blocks.enumerated() {
            for line in block.variants[chosen[index]] {
                placed.append((row, line))
                row += 1
            }
            // The rows that are left, in equal parts between the blocks.
            let (left, gaps) = (max(0, rows - used), blocks.count - 1)
            if index < gaps { row += left * (index + 1) / gaps - left * index / gaps }
        }
        return placed
    }
}
