import Council
import Foundation
import Screen

/// One list of the library, described once: its name, its rows, and what opens behind each.
///
/// A tab is a file like its neighbours and a row in `LibraryTab.all`.
struct LibraryTab: Sendable {
    /// What a person types: `pipeline`. The shell has a command of that name, which prints the same.
    let name: String
    let title: String
    let list: @Sendable (LibraryReading) -> LibraryList
    /// The page behind the row with that key; nil if there is no such row any more.
    let page: @Sendable (_ key: String, LibraryReading) -> DocumentPage?

    /// In the order of their keys, from 1.
    static let all: [LibraryTab] = [pipeline, actions, decisions, register, meetings]

    static func place(of name: String) -> Int? { all.firstIndex { $0.name == name } }
}

/// The rows of a tab, as they are worked out when the library is read: nothing is left to do for a key but to look.
struct LibraryList: Sendable {
    let summary: String
    /// What would fill the list if it is empty: `No open actions`.
    let nothing: String
    let columns: [LibraryColumn]
    /// The names of the orders that the rows can be in.
    let sorts: [String]
    let rows: [LibraryRow]
    /// The places of the rows in each order.
    private let orders: [[Int]]
    /// Columns that the widest cell of each column takes, as far as that matters.
    let widths: [Int]

    /// - Parameters:
    ///   - rows: In the first order.
    ///   - sorts: The other orders, one for each of a row's keys; rows that are equal in one stay in the first.
    init(
        _ summary: String, nothing: String, columns: [LibraryColumn], rows: [LibraryRow], first: String,
        sorts: String...
    ) {
        self.summary = summary
        self.nothing = nothing
        self.columns = columns
        self.rows = rows
        self.sorts = [first] + sorts
        orders =
            [Array(rows.indices)]
            + sorts.indices.map { sort in
                let keys = rows.map { $0.order[sort] }
                return rows.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
            }
        widths = columns.indices.map { column in
            rows.reduce(0) { most, row in
                let text = row.cells[column].text
                // No more than the column would be given.
                guard most < columns[column].most, !text.isEmpty else { return most }
                let isPlain = text.utf8.count <= columns[column].most && text.utf8.allSatisfy { $0 < 0x7F }
                return max(
                    most, isPlain ? text.utf8.count : min(columns[column].most, TextWidth.of(String(text.prefix(200)))))
            }
        }
    }

    /// The places of the rows that have all words of a filter, in an order.
    ///
    /// This runs with every key that is typed, over ten thousand rows and more.
    func places(sort: Int, filter: String) -> [Int] {
        let order = orders[min(sort, orders.count - 1)]
        let words = filter.folded.split(separator: " ").map { Array(String($0).utf8CString) }
        guard !words.isEmpty else { return order }
        return order.filter { place in
            rows[place].words.withCString { text in words.allSatisfy { strstr(text, $0) != nil } }
        }
    }
}

/// One row of a tab.
struct LibraryRow: Sendable {
    /// What tells it apart from the tab's other rows.
    let key: String
    /// One for each column.
    let cells: [Span]
    /// The item that it is about, whose history `H` opens; nil if it is about none.
    let item: ItemID?
    /// The day of the meeting that it stands for; nil if it is about something else.
    let meeting: CalendarDay?
    /// Its place in each order but the first.
    let order: [SortKey]
    /// Everything that it can be found by, without accents and in small letters.
    fileprivate let words: String

    enum SortKey: Comparable, Sendable {
        case number(Int)
        case text(String)
    }

    /// - Parameter words: What it can be found by besides its cells.
    init(
        _ key: String, _ cells: [Span], words: [String?] = [], item: ItemID? = nil, meeting: CalendarDay? = nil,
        order: [SortKey] = []
    ) {
        self.key = key
        self.cells = cells.map { Span($0.text.inOneLine, $0.style) }
        self.item = item
        self.meeting = meeting
        self.order = order
        // A zero would end the text for the search.
        self.words =
            (cells.map(\.text) + words.compactMap { $0 }).joined(separator: "\n").replacing("\0", with: " ")
            .folded
    }
}

extension String {
    /// The text without line breaks, which a row has no room for.
    fileprivate var inOneLine: String {
        utf8.contains { $0 < 0x20 || $0 == 0xE2 || $0 == 0xC2 }
            ? split(whereSeparator: \.isNewline).joined(separator: " ") : self
    }
}
