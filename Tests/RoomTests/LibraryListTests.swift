import Council
import Screen
import Testing

@testable import Room

/// Which columns of a list are shown in how many columns of the screen.
@Suite struct LibraryListTests {
    private static let lists = TestLibrary.reading().lists

    @Test(arguments: [
        (200, "stage proposal pod days waits for concerns estimated title"),
        (117, "stage proposal pod days waits for concerns estimated"),
        (77, "stage proposal pod days waits for"), (57, "stage proposal days waits for"),
        (37, "stage proposal"),
    ])
    func columnsGoAsTheScreenNarrows(columns: Int, titles: String) {
        let list = Self.lists[0]
        let shown = list.places(columns: columns).map { list.columns[$0.index].title }.joined(separator: " ")
        #expect(shown == titles)
    }

    /// A column goes if the others could not be read beside it; short cells need no more room than they take.
    @Test(arguments: [(5, [5, 5, 9]), (30, [5, 30]), (60, [5, 33])])
    func shortCellsLeaveTheirRoom(length: Int, widths: [Int]) {
        let cells = [5, length, 9].map { Span(String(repeating: "x", count: $0), .plain) }
        let list = LibraryList(
            "", nothing: "",
            columns: [
                LibraryColumn("a", 10...20), LibraryColumn("b", 30...80, rank: 1, isFlexible: true),
                LibraryColumn("c", 14...30, rank: 2),
            ], rows: [LibraryRow("row", cells)], first: "a")
        #expect(list.places(columns: 40).map(\.width) == widths)
    }

    /// Columns never overlap and never reach beyond the screen, and none is narrower than it can be of use.
    @Test(arguments: 0..<5)
    func columnsFit(tab: Int) {
        let list = Self.lists[tab]
        for columns in 1...220 {
            let places = list.places(columns: columns)
            for (place, next) in zip(places, places.dropFirst()) {
                #expect(place.start + place.width + LibraryColumn.gap == next.start)
            }
            #expect((places.last.map { $0.start + $0.width } ?? 0) <= columns)
            let needed = list.columns.indices.filter { list.columns[$0].rank == 0 }
            #expect(columns < 80 || needed.allSatisfy { index in places.contains { $0.index == index } })
        }
    }

    /// Each order has each row once, and rows that are equal in it stay in the first order.
    @Test(arguments: 0..<5)
    func ordersHaveEachRowOnce(tab: Int) {
        let list = Self.lists[tab]
        #expect(!list.rows.isEmpty && Set(list.rows.map(\.key)).count == list.rows.count)
        for sort in list.sorts.indices {
            #expect(list.places(sort: sort, filter: "").sorted() == Array(list.rows.indices))
        }
    }

    /// The shell has a command for each tab.
    @Test func namesAreWhatAPersonTypes() {
        #expect(LibraryTab.all.map(\.name) == ["pipeline", "actions", "decisions", "register", "meetings"])
        #expect(LibraryTab.all.allSatisfy { $0.title.lowercased() == $0.name })
    }
}
