import Council
import Screen

extension LibraryScreen {
    /// The narrowest screen on which the library's own name stands before its tabs.
    private static let roomForName = 100

    // MARK: The tabs

    struct TabPlace: Equatable {
        let tab: Int
        let column: Int
        let text: String
        var end: Int { column + TextWidth.of(text) }
    }

    /// The tabs in the first line. The shown one stands in brackets; the others are their keys alone if their names have
    /// no room.
    func tabPlaces(columns: Int) -> [TabPlace] {
        let long = tabPlaces(from: columns >= Self.roomForName ? 11 : 1, gap: columns < 90 ? 1 : 2, isShort: false)
        guard let last = long.last, last.end + Self.leastFilter > columns else { return long }
        return tabPlaces(from: 1, gap: 1, isShort: true)
    }

    private func tabPlaces(from start: Int, gap: Int, isShort: Bool) -> [TabPlace] {
        var column = start
        return LibraryTab.all.enumerated().map { place, tab in
            let name = "\(place + 1) \(tab.title)"
            let text = place == self.tab ? "[\(name)]" : isShort ? "\(place + 1)" : name
            defer { column += TextWidth.of(text) + gap }
            return TabPlace(tab: place, column: column, text: text)
        }
    }

    /// Columns that are left for the filter, at least.
    private static let leastFilter = 12

    /// The first column of the filter.
    func filterColumn(columns: Int) -> Int { max((tabPlaces(columns: columns).last?.end ?? 0) + 2, columns - 34) }

    private func drawTabs(_ canvas: inout Canvas) {
        if canvas.columns >= Self.roomForName {
            canvas.put("LIBRARY", row: 0, column: 1, style: Style(.title, on: .page, .bold))
        }
        for place in tabPlaces(columns: canvas.columns) {
            let style = place.tab == tab ? Style(.strong, on: .selected, .bold) : Style(.muted)
            canvas.put(place.text, row: 0, column: place.column, style: style)
        }
        let column = filterColumn(columns: canvas.columns)
        guard isTyping || !filter.isEmpty else { return }
        let width = max(0, canvas.columns - column - 1)
        canvas.put("/", row: 0, column: column, style: Style(.key, on: .page, .bold))
        let field = Rect(row: 0, column: column + 2, rows: 1, columns: max(0, width - 2))
        canvas.fill(field, Style(.text, on: .input))
        // Of a filter that is too long, the end that is being typed is shown.
        let before = TextWidth.of(filter.textBeforeCursor)
        let skipped = max(0, before - field.columns + 1)
        canvas.draw(in: field) { line in
            line.put(
                filter.text, row: 0, column: -skipped, width: skipped + line.columns, style: Style(.text, on: .input))
            if isTyping { line.cursor = Position(row: 0, column: before - skipped) }
        }
    }

    // MARK: Above the list

    /// Rows above the list: tabs, summary, what is wrong, and the names of the columns.
    func headRows(in room: Model) -> Int {
        let hasTitles = room.pageArea.rows >= 8
        return 2 + (warning(in: room) == nil ? 0 : 1) + (hasTitles ? 1 : 0)
    }

    func listRows(in room: Model) -> Int { max(1, room.pageArea.rows - headRows(in: room)) }

    /// What keeps the list from being whole; nil if it is.
    private func warning(in room: Model) -> String? {
        if let fault = room.libraryFault, room.libraryReading != nil { return "! not read again: \(fault)" }
        guard let complaints = room.libraryReading?.complaints, let first = complaints.first else { return nil }
        return "! \(first)" + (complaints.count > 1 ? ", and \(complaints.count - 1) more" : "")
    }

    private func drawSummary(_ canvas: inout Canvas, _ list: LibraryList, in room: Model) {
        let isNarrowed = view.places.count != list.rows.count || !filter.isEmpty
        let found = isNarrowed ? "\(view.places.count) of \(list.rows.count) match · " : ""
        let summary = found + list.summary
        let sorts = sortSpans(list, beside: TextWidth.of(summary), columns: canvas.columns)
        let width = sorts.reduce(0) { $0 + $1.width }
        canvas.put(
            summary, row: 1, column: 1, width: canvas.columns - width - 4, style: Style(.muted),
            overflow: .ellipsis)
        canvas.put(Line(sorts), row: 1, column: canvas.columns - width - 1)
    }

    /// The orders, the present one in brackets; that one alone if there is no room for all beside the summary, and then
    /// the key alone.
    private func sortSpans(_ list: LibraryList, beside summary: Int, columns: Int) -> [Span] {
        guard list.sorts.count > 1 else { return [] }
        let key = Span("s ", Style(.key, on: .page, .bold))
        let one = [key, Span("by \(list.sorts[view.sort])", Style(.label))]
        // A person who has asked for another order wants to see which one it is.
        if columns < Self.roomForName, view.sort > 0 { return one }
        func fits(_ spans: [Span]) -> Bool { summary + spans.reduce(4) { $0 + $1.width } <= columns }
        guard columns >= Self.roomForName else { return fits(one) ? one : [key] }
        let names = list.sorts.enumerated().flatMap { place, name in
            [
                Span(place > 0 ? " " : "", Style(.muted)),
                place == view.sort
                    ? Span("[\(name)]", Style(.label, on: .page, .bold)) : Span(name, Style(.muted)),
            ]
        }
        return fits([key] + names) ? [key] + names : one
    }

    // MARK: The list

    func draw(_ canvas: inout Canvas, in room: Model) {
        canvas.fill(.plain)
        drawTabs(&canvas)
        guard let list = list(in: room) else {
            let sentence = room.libraryFault.map { "✗ \($0)" } ?? Self.isBeingRead
            let style = Style(room.libraryFault == nil ? .muted : .warning)
            for (row, line) in Line.wrap(sentence, style, width: max(1, canvas.columns - 2)).enumerated() {
                canvas.put(line, row: 1 + row, column: 1)
            }
            return
        }
        drawSummary(&canvas, list, in: room)
        if let warning = warning(in: room) {
            canvas.put(
                warning, row: 2, column: 1, width: canvas.columns - 2, style: Style(.warning), overflow: .ellipsis)
        }
        let head = headRows(in: room)
        guard !view.places.isEmpty else {
            let sentence = filter.isEmpty ? list.nothing : nothingFound(in: room)
            for (row, line) in Line.wrap(sentence, Style(.muted), width: max(1, canvas.columns - 4)).enumerated() {
                canvas.put(line, row: head + row, column: Self.margin)
            }
            return
        }
        let places = list.places(columns: canvas.columns - Self.margin - 1)
        if room.pageArea.rows >= 8 { drawTitles(&canvas, list, places, row: head - 1) }
        let rows = max(1, canvas.rows - head)
        let top = firstRow(rows: rows)
        for (line, place) in view.places.dropFirst(top).prefix(rows).enumerated() {
            draw(list.rows[place], of: list, places, isSelected: top + line == view.cursor, row: head + line, &canvas)
        }
        let style = Style(.key)
        if top > 0 { canvas.put("▴", row: head, column: canvas.columns - 1, style: style) }
        if top + rows < view.places.count {
            canvas.put("▾", row: canvas.rows - 1, column: canvas.columns - 1, style: style)
        }
    }

    /// What is said if no row of the tab has what is typed: the tabs that have some, by their keys.
    private func nothingFound(in room: Model) -> String {
        let others = LibraryTab.all.enumerated().compactMap { place, tab -> String? in
            let count = room.libraryReading?.lists[place].places(sort: 0, filter: filter.text).count ?? 0
            return count > 0 ? "\(place + 1) \(tab.title) has \(count)" : nil
        }
        let rest = others.isEmpty ? "" : "; \(others.joined(separator: ", "))"
        return "nothing here has “\(filter.text)”\(rest): Esc shows all rows"
    }

    /// Columns left of a row, for the marker of the selected one.
    private static let margin = 2

    private func drawTitles(_ canvas: inout Canvas, _ list: LibraryList, _ places: [ColumnPlace], row: Int) {
        for place in places {
            let column = list.columns[place.index]
            let indent = column.isNumber ? max(0, place.width - TextWidth.of(column.title)) : 0
            canvas.put(
                column.title, row: row, column: Self.margin + place.start + indent, width: place.width - indent,
                style: Style(.label), overflow: .ellipsis)
        }
    }

    private func draw(
        _ row: LibraryRow, of list: LibraryList, _ places: [ColumnPlace], isSelected: Bool, row line: Int,
        _ canvas: inout Canvas
    ) {
        let ground: Ground = isSelected ? .selected : .page
        if isSelected {
            canvas.fill(Rect(row: line, column: 0, rows: 1, columns: canvas.columns), Style(.text, on: ground))
            canvas.put("▸", row: line, column: 0, style: Style(.cursor, on: ground, .bold))
        }
        for place in places {
            let cell = row.cells[place.index]
            let isNumber = list.columns[place.index].isNumber
            let indent = isNumber ? max(0, place.width - TextWidth.of(cell.text)) : 0
            canvas.put(
                cell.text, row: line, column: Self.margin + place.start + indent, width: place.width - indent,
                style: cell.style.on(ground), overflow: .ellipsis)
        }
    }
}
