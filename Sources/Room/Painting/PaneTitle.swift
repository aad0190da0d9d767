import Screen

/// The line above a pane: its name with its key, and the names of panes that would come in its place.
enum PaneTitle {
    static func draw(_ canvas: inout Canvas, _ pane: Pane, among strip: [Pane], _ room: Model, isFocused: Bool) {
        // A rule parts it from the pane above.
        let isRuled = pane.place == .below && strip.count == 1
        if isRuled {
            canvas.horizontalRule(row: 0)
            canvas.put(" ", row: 0)
        }
        if isFocused { canvas.put("▌", row: 0, style: Style(.accent, on: .page, .bold)) }
        var end = 0
        for name in names(of: pane, among: strip, columns: canvas.columns) {
            let style =
                name.pane != pane
                ? Style(.muted)
                : strip.count > 1 && isFocused
                    ? Style(.strong, on: .selected, .bold) : Style(isFocused ? .accent : .label, on: .page, .bold)
            end = name.column + canvas.put(name.text, row: 0, column: name.column, style: style)
        }
        if isRuled { canvas.put(" ", row: 0, column: end) }
        guard pane != .agenda, room.isLookingElsewhere else { return }
        let text = " · of item \(room.agendaCursor + 1), Esc goes back"
        canvas.put(text, row: 0, column: end, style: Style(.warning, on: .page), overflow: .ellipsis)
    }

    /// A name in the line, and its first column.
    struct Name: Equatable {
        let pane: Pane
        let column: Int
        let text: String
    }

    /// The names in the line of a pane. The shown one stands in brackets if there are others, which are their keys alone
    /// if their names have no room.
    static func names(of pane: Pane, among strip: [Pane], columns: Int) -> [Name] {
        let names = names(of: pane, among: strip, gap: columns < 48 ? 1 : 2, isShort: false)
        guard let last = names.last, last.column + TextWidth.of(last.text) > columns else { return names }
        return self.names(of: pane, among: strip, gap: 1, isShort: true)
    }

    private static func names(of pane: Pane, among strip: [Pane], gap: Int, isShort: Bool) -> [Name] {
        var column = 1
        return strip.map { other in
            let shown = "\(other.number) \(other.title)"
            let text =
                other == pane
                ? strip.count > 1 ? "[\(shown)]" : shown
                : isShort ? String(other.number) : "\(other.number) \(other.name)"
            defer { column += TextWidth.of(text) + gap }
            return Name(pane: other, column: column, text: text)
        }
    }
}
