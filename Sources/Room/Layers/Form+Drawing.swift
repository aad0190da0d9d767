import Council
import Screen

/// How a form is drawn, and what a click in it means.
extension Form {
    /// Rows that a form has below a field for what the field could be.
    private static let listRows = 6

    func wantedSize(in room: Model) -> Size {
        let columns = room.dialogColumns(Self.columns)
        // There is room for two rows below the fields: a sentence that comes and goes does not move them.
        let rows = Rows(of: self, width: columns - 4, in: room)
        let list = fields.indices.filter { fields[$0].completing != nil }.map { rows.fields[$0 + 1] + Self.listRows }
        return Size(rows: max(rows.total, rows.firstBelow + 2, list.max() ?? 0) + 2, columns: columns)
    }

    /// The rows of a form from top to bottom: facts, fields, and what the answer would lead to.
    private struct Rows {
        let above: [Line]
        let below: [Line]
        /// The first row of each field, and the row after the last of them.
        private(set) var fields: [Int] = []

        init(of form: Form, width: Int, in room: Model) {
            (above, below) = form.lines(width: width, in: room)
            var next = above.isEmpty ? 0 : above.count + 1
            for field in form.fields {
                fields.append(next)
                next += field.rows(width: width)
            }
            fields.append(next)
        }

        var firstBelow: Int { (fields.last ?? 0) + 1 }
        var total: Int { firstBelow + below.count }

        /// The first row to show so that a field is in sight, and the outcome too if both fit; if the field is longer
        /// than the form, the row of its cursor.
        func top(showing field: Int, cursor: Int, visible: Int) -> Int {
            let top = max(0, min(fields[field], firstBelow + below.count - visible))
            return max(top, fields[field] + cursor - visible + 1)
        }
    }

    private func lines(width: Int, in room: Model) -> (above: [Line], below: [Line]) {
        let above = facts(room).flatMap { Line.wrap($0.spans, width: width, restIndent: 2) }
        var below: [Line] = []
        if let asked {
            below = Line.wrap("\(asked) Enter again records it.", Style(.warning, on: .dialog, .bold), width: width)
        } else {
            do throws(Refusal) {
                let request = try request(fields, room)
                _ = try room.consider(request)
                if let text = preview(request, room) {
                    below = Line.wrap(text, Style(.muted, on: .dialog), width: width)
                }
            } catch {
                // Before Enter it only says what comes next.
                let style = refusal != nil ? Style(.error, on: .dialog, .bold) : Style(.muted, on: .dialog)
                below = Line.wrap(error.sentence, style, width: width)
            }
        }
        return (above, below)
    }

    func draw(_ canvas: inout Canvas, in room: Model) {
        let width = canvas.columns - 4
        let rows = Rows(of: self, width: width, in: room)
        canvas.frame(namesFloor ? [title, room.floorName].compactMap { $0 }.joined(separator: " · ") : title)
        let first = firstRow(of: rows, width: width, visible: canvas.rows - 2)
        canvas.scrolled(rows: rows.total, from: first) { canvas in
            for (row, line) in rows.above.enumerated() {
                canvas.put(line.on(.dialog), row: row, column: 2, width: width)
            }
            for (index, field) in fields.enumerated() where !field.isLeftOut {
                field.draw(&canvas, row: rows.fields[index], width: width, isFocused: index == focus)
            }
            for (row, line) in rows.below.enumerated() {
                canvas.put(line, row: rows.firstBelow + row, column: 2, width: width)
            }
        }
        drawCandidates(&canvas, below: rows.fields[focus + 1] - first)
    }

    private func firstRow(of rows: Rows, width: Int, visible: Int) -> Int {
        let cursor = fields[focus].cursorRow(width: width)
        // What is asked is read before anything else, even if the field is out of sight then.
        if asked != nil, top == nil { return max(0, rows.total - visible) }
        return max(0, min(top ?? rows.top(showing: focus, cursor: cursor, visible: visible), rows.total - visible))
    }

    /// What the field could be, over the rows below it.
    private func drawCandidates(_ canvas: inout Canvas, below row: Int) {
        guard let candidates else { return }
        let rows = min(candidates.list.count, canvas.rows - 2 - row)
        guard rows > 0 else { return }
        let left = FormField.left - 2
        let area = Rect(row: 1 + row, column: left, rows: rows, columns: canvas.columns - left - 2)
        canvas.fill(area, Style(.text, on: .dialog))
        canvas.draw(in: area) { CandidateList.draw(&$0, candidates.list, chosen: candidates.chosen) }
    }

    // MARK: The mouse

    func wheelKey(_ step: Int) -> KeyEvent {
        guard candidates == nil else { return step < 0 ? .up : .down }
        return step < 0 ? .pageUp : .pageDown
    }

    /// A click goes to a field, chooses one of its words, or takes over a completion.
    mutating func click(at position: Position, in size: Size, _ room: Model) -> [Reaction] {
        let width = size.columns - 4
        let rows = Rows(of: self, width: width, in: room)
        let row = position.row - 1 + firstRow(of: rows, width: width, visible: size.rows - 2)
        if let list = candidates?.list.count, (0..<list).contains(row - rows.fields[focus + 1]) {
            return take(candidate: row - rows.fields[focus + 1], in: room)
        }
        guard let field = fields.indices.first(where: { (rows.fields[$0]..<rows.fields[$0 + 1]).contains(row) }) else {
            return []
        }
        point(at: field, row: row - rows.fields[field], column: position.column, width: width, in: room)
        return []
    }
}
