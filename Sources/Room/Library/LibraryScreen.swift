import Council
import Screen

/// The library in front of everything: a list for each of its tabs, which can be filtered and sorted.
struct LibraryScreen: Layer {
    /// The tab that is shown.
    private(set) var tab: Int
    /// What is typed to narrow all lists.
    private(set) var filter = TextEditor("", isMultiline: false)
    /// Whether keys go into the filter.
    private(set) var isTyping = false
    /// One for each tab.
    private(set) var views: [View]

    /// What is seen of a tab.
    struct View: Sendable {
        var sort = 0
        /// The rows that the filter leaves, in their order.
        var places: [Int] = []
        /// The filter that left them; nil if they have to be looked for.
        var filter: String?
        /// The row that keys act on, counted among those in the list.
        var cursor = 0
        /// Its key, by which it is found again.
        var selected: String?
        /// The first row in sight.
        var top = 0
    }

    static let isBeingRead = "reading agendas, proposals and minutes …"
    static let reading = Notice(isBeingRead)

    init(tab: Int = 0) {
        self.tab = tab
        views = LibraryTab.all.map { _ in View() }
    }

    init(tab: Int, in room: Model) {
        self.init(tab: tab)
        look(in: room)
    }

    var view: View { views[tab] }
    var takesText: Bool { isTyping }
    var dimsTheRest: Bool { false }
    func area(in room: Model) -> Rect { room.pageArea }

    /// The list that is shown; nil until the library has been read.
    func list(in room: Model) -> LibraryList? { room.libraryReading?.lists[tab] }

    /// The row that keys act on; nil if the list is empty.
    func row(in room: Model) -> LibraryRow? {
        guard let list = list(in: room), view.places.indices.contains(view.cursor) else { return nil }
        return list.rows[view.places[view.cursor]]
    }

    /// The key of the row that is so many rows below the one that keys act on; nil if there is none.
    func key(by step: Int, in room: Model) -> String? {
        guard let list = list(in: room), view.places.indices.contains(view.cursor + step) else { return nil }
        return list.rows[view.places[view.cursor + step]].key
    }

    // MARK: Looking for rows

    /// Looks for the rows of the tab that is shown, if the filter has changed since it was shown last.
    ///
    /// The row that keys act on stays the same, if it is still in the list.
    private mutating func look(in room: Model) {
        guard view.filter != filter.text, let list = list(in: room) else { return }
        let places = list.places(sort: view.sort, filter: filter.text)
        let same = view.selected.flatMap { key in places.firstIndex { list.rows[$0].key == key } }
        views[tab].filter = filter.text
        views[tab].places = places
        views[tab].cursor = same ?? (filter.isEmpty ? min(view.cursor, max(0, places.count - 1)) : 0)
        settle(in: room)
    }

    /// The rows of another reading stand at other places.
    mutating func libraryWasRead(in room: Model) {
        for place in views.indices { views[place].filter = nil }
        look(in: room)
    }

    private mutating func settle(in room: Model) {
        views[tab].top = firstRow(rows: listRows(in: room))
        views[tab].selected = row(in: room)?.key
    }

    /// The first row in sight, so that the one that keys act on is.
    func firstRow(rows: Int) -> Int {
        let last = max(0, view.places.count - rows)
        return min(max(min(view.top, view.cursor), view.cursor - rows + 1), last)
    }

    // MARK: Keys

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        if isTyping, type(key, in: room) { return [] }
        switch key {
        case .escape, .character("q"), .character("L"): return leave(by: key, in: room)
        case .character("/"): isTyping = true
        case .tab, .character("]"): show(tab + 1, in: room)
        case .backTab, .character("["): show(tab - 1, in: room)
        case .character(let digit)
        where digit.isASCII && LibraryTab.all.indices.contains((digit.wholeNumberValue ?? 0) - 1):
            show((digit.wholeNumberValue ?? 1) - 1, in: room)
        case .character("s"): sort(in: room)
        case .character("r"): return [.notify(Self.reading), .readLibrary]
        case .character("M"): return [.effect(.mouse(!room.isMouseOn))]
        case .enter: return open(in: room)
        case .character("o"): return openMeeting(in: room)
        case .character("H"):
            guard let item = row(in: room)?.item else {
                return [.notify(Notice("this row is about no item", .refusal))]
            }
            return [.open(DocumentReader(.history(of: item.rawValue), in: room))]
        default:
            guard move(by: key, in: room) else {
                return [.notify(Notice("\(key.label) does nothing in the library: ? lists the keys"))]
            }
        }
        return []
    }

    /// Changes the filter; false for a key that is none of its own.
    private mutating func type(_ key: KeyEvent, in room: Model) -> Bool {
        switch key {
        case .enter: isTyping = false
        case .escape:
            isTyping = false
            filter.replaceAll(with: "")
        case .backspace where filter.isEmpty: isTyping = false
        case .up, .down, .pageUp, .pageDown, .tab, .backTab: return false
        default: _ = filter.handle(key)
        }
        look(in: room)
        return true
    }

    mutating func paste(_ text: String, in room: Model) -> [Reaction] {
        if let refusal = PasteLimit.search.refusal(of: text, beside: filter.byteCount) {
            return [.notify(Notice(refusal, .refusal))]
        }
        isTyping = true
        filter.paste(text)
        look(in: room)
        return []
    }

    /// The first time the filter is left, then the library.
    private mutating func leave(by key: KeyEvent, in room: Model) -> [Reaction] {
        if key == .escape, !filter.isEmpty {
            filter.replaceAll(with: "")
            look(in: room)
            return []
        }
        return room.isLibraryAlone ? [.effect(.quit)] : [.close]
    }

    private mutating func show(_ place: Int, in room: Model) {
        tab = (place + LibraryTab.all.count) % LibraryTab.all.count
        look(in: room)
        settle(in: room)
    }

    private mutating func sort(in room: Model) {
        guard let list = list(in: room) else { return }
        views[tab].sort = (view.sort + 1) % list.sorts.count
        views[tab].filter = nil
        // What comes first in the new order is what the person wants to see.
        views[tab].selected = nil
        views[tab].cursor = 0
        look(in: room)
    }

    /// Moves to another row; false if the key does not.
    private mutating func move(by key: KeyEvent, in room: Model) -> Bool {
        let page = max(1, listRows(in: room) - 1)
        let step: Int
        switch key {
        case .down, .character("j"): step = 1
        case .up, .character("k"): step = -1
        case .pageDown, .character(" "), .control("d"): step = page
        case .pageUp, .control("u"): step = -page
        case .home, .character("g"): step = -view.places.count
        case .end, .character("G"): step = view.places.count
        default: return false
        }
        views[tab].cursor = max(0, min(view.cursor + step, view.places.count - 1))
        settle(in: room)
        return true
    }

    mutating func click(at position: Position, in size: Size, _ room: Model) -> [Reaction] {
        if position.row == 0 {
            let places = tabPlaces(columns: size.columns)
            if let place = places.last(where: { $0.column <= position.column }), position.column < place.end {
                show(place.tab, in: room)
            } else if position.column >= filterColumn(columns: size.columns) {
                isTyping = true
            }
            return []
        }
        let line = position.row - headRows(in: room)
        guard line >= 0 else { return [] }
        let place = firstRow(rows: listRows(in: room)) + line
        guard view.places.indices.contains(place) else { return [] }
        guard place != view.cursor else { return open(in: room) }
        views[tab].cursor = place
        settle(in: room)
        return []
    }

    func hints(in room: Model) -> [Hint] {
        if isTyping { return [Hint("type", "to filter"), Hint("Enter", "keeps it"), Hint("Esc", "clears it")] }
        let isItem = row(in: room)?.item != nil
        return [Hint("Enter", "open"), Hint("/", "filter"), Hint("s", "sort"), Hint("Tab", "next tab")]
            + openingHint(in: room) + (isItem ? [Hint("H", "history")] : [])
            + [Hint("Esc", filter.isEmpty ? "leave" : "all rows")]
    }
}

extension Model {
    /// The place of a page over all panes: below the meeting's header, or a failure's banner, and above the message.
    var pageArea: Rect {
        let banner = banner.map { min(Banner.lines($0, columns: size.columns).count, max(1, size.rows / 5)) } ?? 0
        let top = (isLibraryAlone ? 0 : 1) + banner
        return Rect(row: top, column: 0, rows: max(1, size.rows - 2 - top), columns: size.columns)
    }
}
