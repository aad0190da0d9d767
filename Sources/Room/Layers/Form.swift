import Council
import Screen

/// A dialog of a few fields whose answer is one request to the meeting.
///
/// What the request would do, or why it would be refused, is shown while the form is filled in.
struct Form: Layer {
    let title: String
    var fields: [FormField]
    var focus = 0
    /// Lines above the fields: what a person should know before answering.
    let facts: @Sendable (Model) -> [Line]
    /// The request that the fields make.
    let request: @Sendable ([FormField], Model) throws(Refusal) -> Request
    /// A question to ask once before the request is made; nil where none is needed.
    var question: @Sendable ([FormField], Model) -> String? = { _, _ in nil }
    /// What the request would rest on or lead to, for the line below the fields; nil to say nothing.
    var preview: @Sendable (Request, Model) -> String? = { _, _ in nil }
    private var asked: String?
    /// The first row that is shown, where a person has scrolled; nil shows the field that keys act on.
    private var top: Int?

    init(
        title: String, fields: [FormField], facts: @escaping @Sendable (Model) -> [Line] = { _ in [] },
        question: @escaping @Sendable ([FormField], Model) -> String? = { _, _ in nil },
        preview: @escaping @Sendable (Request, Model) -> String? = { _, _ in nil },
        request: @escaping @Sendable ([FormField], Model) throws(Refusal) -> Request
    ) {
        self.title = title
        self.fields = fields
        self.facts = facts
        self.question = question
        self.preview = preview
        self.request = request
    }

    // MARK: Keys

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Answer] {
        let scrolledTo = top ?? 0
        top = nil
        switch key {
        case .escape: return [.close]
        case .pageDown: top = min(scrolledTo + Self.page, room.lastTop(inDialog: wantedSize(in: room)))
        case .pageUp: top = max(0, scrolledTo - Self.page)
        case .enter: return submit(in: room)
        case .tab, .down: focus = (focus + 1) % fields.count
        case .backTab, .up: focus = (focus + fields.count - 1) % fields.count
        default:
            asked = nil
            if fields[focus].handle(key) { return [] }
            return []
        }
        return []
    }

    mutating func paste(_ text: String, in room: Model) -> [Answer] {
        asked = nil
        fields[focus].paste(text)
        return []
    }

    private mutating func submit(in room: Model) -> [Answer] {
        do throws(Refusal) {
            let request = try request(fields, room)
            _ = try room.journal.consider(request, at: room.now)
            if let question = question(fields, room), asked != question {
                asked = question
                return []
            }
            return [.ask(request)]
        } catch {
            asked = nil
            return [.tell(Notice(error.sentence, .refusal))]
        }
    }

    func hints(in room: Model) -> [Hint] {
        var hints = [Hint("Enter", asked == nil ? "record" : "yes, record"), Hint("Esc", "leave")]
        if fields.count > 1 { hints.append(Hint("Tab", "next field")) }
        if case .choice = fields[focus].kind { hints.append(Hint("←→", "choose, or its letter")) }
        return hints
    }

    /// Rows that a page key scrolls.
    private static let page = 4

    // MARK: Drawing

    func wantedSize(in room: Model) -> Size {
        let columns = room.dialogColumns(76)
        // With room for two rows below the fields, so that a sentence that comes and goes does not move them.
        let rows = Rows(of: self, width: columns - 4, in: room)
        return Size(rows: max(rows.total, rows.firstBelow + 2) + 2, columns: columns)
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

        /// The first row to show, so that a field is in sight, and the outcome with it where both fit.
        func top(showing field: Int, visible: Int) -> Int {
            max(0, min(fields[field], firstBelow + below.count - visible))
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
                _ = try room.journal.consider(request, at: room.now)
                if let text = preview(request, room) {
                    below = Line.wrap(text, Style(.muted, on: .dialog), width: width)
                }
            } catch {
                below = Line.wrap(error.sentence, Style(.warning, on: .dialog), width: width)
            }
        }
        return (above, below)
    }

    func draw(_ canvas: inout Canvas, in room: Model) {
        let width = canvas.columns - 4
        let rows = Rows(of: self, width: width, in: room)
        canvas.frame(title)
        canvas.scrolled(rows: rows.total, from: top ?? rows.top(showing: focus, visible: canvas.rows - 2)) { canvas in
            for (row, line) in rows.above.enumerated() {
                canvas.put(line.on(.dialog), row: row, column: 2, width: width)
            }
            for (index, field) in fields.enumerated() {
                field.draw(&canvas, row: rows.fields[index], width: width, isFocused: index == focus)
            }
            for (row, line) in rows.below.enumerated() {
                canvas.put(line, row: rows.firstBelow + row, column: 2, width: width)
            }
        }
    }
}
