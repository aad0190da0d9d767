import Screen

/// A column of the library's lists.
struct LibraryColumn: Sendable {
    let title: String
    /// The fewest columns of the screen that it is of use in.
    let least: Int
    /// The most that it takes. One that is flexible takes what the others leave.
    let most: Int
    /// What goes first as the screen narrows: the highest rank. 0 never goes.
    let rank: Int
    let isFlexible: Bool
    /// Whether its cells end below one another, as numbers do.
    let isNumber: Bool

    init(_ title: String, _ widths: ClosedRange<Int>, rank: Int = 0, isFlexible: Bool = false, isNumber: Bool = false) {
        self.title = title
        least = widths.lowerBound
        most = widths.upperBound
        self.rank = rank
        self.isFlexible = isFlexible
        self.isNumber = isNumber
    }

    /// Blank columns between two columns.
    static let gap = 2
}

/// Where a column stands on the screen.
struct ColumnPlace: Equatable {
    /// The place of the column in its list.
    let index: Int
    let start: Int
    let width: Int
}

extension LibraryList {
    /// The columns that there is room for, each as wide as its cells if that is possible.
    ///
    /// First the columns that are nice to have go, until all others have the width that they would like; if that is not
    /// enough, they take less, and more of them go.
    func places(columns total: Int) -> [ColumnPlace] {
        var shown = columns.indices.filter { widths[$0] > 0 || columns[$0].isFlexible || rows.isEmpty }
        func gaps() -> Int { LibraryColumn.gap * max(0, shown.count - 1) }
        func wanted(_ index: Int) -> Int {
            min(columns[index].most, max(widths[index], TextWidth.of(columns[index].title)))
        }
        // Short cells need no more than they take.
        func least(_ index: Int) -> Int { min(columns[index].least, wanted(index)) }
        func drop(above rank: Int) -> Bool {
            guard let last = shown.max(by: { columns[$0].rank < columns[$1].rank }), columns[last].rank > rank else {
                return false
            }
            shown.removeAll { $0 == last }
            return true
        }
        while shown.reduce(gaps(), { $0 + wanted($1) }) > total, drop(above: Self.niceToHave) {}
        while shown.reduce(gaps(), { $0 + least($1) }) > total, drop(above: 0) {}
        var given = Dictionary(uniqueKeysWithValues: shown.map { ($0, least($0)) })
        var left = total - gaps() - given.values.reduce(0, +)
        // The most important ones have their way first; what is left is for the flexible one.
        for index in shown.sorted(by: { (columns[$0].rank, $0) < (columns[$1].rank, $1) })
        where !columns[index].isFlexible {
            let more = max(0, min(left, wanted(index) - least(index)))
            given[index, default: 0] += more
            left -= more
        }
        for index in shown where columns[index].isFlexible {
            // What its cells don't need stays blank at the right end, and no gap opens within the rows.
            let isMeasured = widths[index] < columns[index].most
            let more = isMeasured ? min(left, wanted(index) - least(index)) : left
            given[index, default: 0] += max(0, more)
        }
        var start = 0
        return shown.compactMap { index in
            let width = min(given[index] ?? 0, total - start)
            guard width > 0 else { return nil }
            defer { start += width + LibraryColumn.gap }
            return ColumnPlace(index: index, start: start, width: width)
        }
    }

    /// Columns of a higher rank are shown if all others have as much room as they like.
    private static let niceToHave = 4
}
