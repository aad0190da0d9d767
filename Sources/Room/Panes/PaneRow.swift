import Council

/// A thing in a pane that a person can point at, and the lines that it takes there.
struct PaneRow: Equatable, Sendable {
    let thing: Thing
    let lines: Range<Int>

    enum Thing: Equatable, Sendable {
        /// A note of the item at that place of the agenda, from 1.
        case note(NoteReference)
        /// All private notes of an item, which are not shown.
        case privateNotes(item: Int)
        /// An action of this meeting.
        case action(Int)
        /// An open action of an earlier meeting, in the list of actions.
        case earlierAction(ActionReference)
        /// An item of the agenda, from 1.
        case item(Int)
    }
}

/// The cursor of a pane with rows.
extension Model {
    /// The row under the cursor: without one, the latest note of a pane that shows its end.
    func cursorRow(in pane: Pane) -> Int? { cursorRow(in: pane, of: metrics.rows[pane] ?? []) }

    func cursorRow(in pane: Pane, of rows: [PaneRow]) -> Int? {
        guard !rows.isEmpty else { return nil }
        if let row = rowCursor[pane] { return min(row, rows.count - 1) }
        guard pane.followsEnd, scroll[pane] == nil else { return nil }
        // The latest note is what needs a correction most often; actions stand behind it.
        return rows.lastIndex { if case .note = $0.thing { true } else { false } } ?? rows.count - 1
    }

    /// What the focus points at; nil if that is nothing.
    var pointedAt: PaneRow.Thing? {
        if isPresenting { return nil }
        if focus == .agenda { return meeting.items.isEmpty ? nil : .item(agendaCursor + 1) }
        guard let rows = metrics.rows[focus], let row = cursorRow(in: focus) else { return nil }
        return rows[row].thing
    }

    /// A click goes to a row; a further one opens its menu.
    mutating func pointOut(row: Int, in pane: Pane) -> [Effect]? {
        guard layers.isEmpty else { return nil }
        let wasThere = focus == pane && cursorRow(in: pane) == row
        focus = pane
        rowCursor[pane] = row
        return wasThere ? openMenu() : []
    }

    /// Moves by one row of a pane, or by a line where the next row is out of sight.
    ///
    /// - Returns: Whether the pane has rows to move to.
    mutating func moveRow(_ step: Int, in pane: Pane) -> Bool {
        guard let rows = metrics.rows[pane], !rows.isEmpty else { return false }
        let visible = max(1, metrics.visible[pane] ?? 1)
        let last = metrics.lastTop(of: pane)
        let top = min(scroll[pane] ?? (pane.followsEnd ? last : 0), last)
        let sight = top..<top + visible
        let now = cursorRow(in: pane)
        // A row that is longer than the pane is read to its end first.
        if let now, step > 0 ? rows[now].lines.upperBound > sight.upperBound : rows[now].lines.lowerBound < top {
            scroll(pane, by: step)
            rowCursor[pane] = now
            return true
        }
        let next =
            now.map { $0 + step }
            ?? (step > 0
                ? rows.firstIndex { $0.lines.lowerBound >= top }
                : rows.lastIndex { $0.lines.upperBound <= sight.upperBound })
        guard let next, rows.indices.contains(next) else {
            if step < 0, now == 0, !pane.followsEnd { rowCursor[pane] = nil }
            scroll(pane, by: step)
            return true
        }
        let lines = rows[next].lines
        let isNear = step > 0 ? lines.lowerBound <= sight.upperBound : lines.upperBound >= top
        guard isNear else {
            scroll(pane, by: step)
            return true
        }
        rowCursor[pane] = next
        // Lines behind the last row, or before the first, come along.
        let end =
            next == rows.count - 1 ? max(lines.upperBound, pane.followsEnd ? last + visible : 0) : lines.upperBound
        if step > 0, end > sight.upperBound {
            scroll(pane, by: min(end - sight.upperBound, max(0, lines.lowerBound - top)))
        } else if step < 0, lines.lowerBound < top {
            scroll(pane, by: max(lines.lowerBound - top, min(-1, lines.upperBound - sight.upperBound)))
        }
        return true
    }
}
