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
        switch key {
        case .escape: return [.close]
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

    // MARK: Drawing

    func wantedSize(in room: Model) -> Size {
        let columns = min(76, room.size.columns - 4)
        let content = lines(width: columns - 4, in: room)
        let fieldRows = fields.reduce(0) { $0 + $1.rows(width: columns - 4) }
        // Room for two rows below the fields, so that a sentence that comes and goes does not move them.
        let below = max(2, content.below.count)
        return Size(rows: content.above.count + fieldRows + below + 4, columns: columns)
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
        let (above, below) = lines(width: width, in: room)
        canvas.frame(title)
        let fieldRows = fields.map { $0.rows(width: width) }
        // What can't be shown is cut from the facts: the fields and their outcome are what is acted on.
        let free = canvas.rows - 4 - fieldRows.reduce(0, +) - max(2, below.count)
        var row = 1
        for line in above.prefix(max(0, free)) {
            canvas.put(line.on(.dialog), row: row, column: 2, width: width)
            row += 1
        }
        if !above.isEmpty, free >= above.count { row += 1 }
        // Where not even that fits, fields give way to the sentence, which may ask for an answer; never the focused one.
        let end = canvas.rows - 1 - min(below.count, max(0, canvas.rows - 2 - fieldRows[focus]))
        var first = 0
        while first < focus, row + fieldRows[first...focus].reduce(0, +) > end { first += 1 }
        for index in fields.indices.dropFirst(first) {
            guard row + fieldRows[index] <= end else { break }
            fields[index].draw(&canvas, row: row, width: width, isFocused: index == focus)
            row += fieldRows[index]
        }
        if !below.isEmpty, row + below.count < canvas.rows - 1 { row += 1 }
        for line in below where row < canvas.rows - 1 {
            canvas.put(line, row: row, column: 2, width: width)
            row += 1
        }
    }
}

extension Line {
    /// The same line on another ground.
    func on(_ ground: Ground) -> Line {
        Line(spans.map { Span($0.text, $0.style.on(ground)) }, indent: indent)
    }
}

extension Canvas {
    /// Blanks a dialog and draws its frame.
    func frame(_ title: String) {
        fill(Style(.text, on: .dialog))
        box(bounds, title: title, style: Style(.border, on: .dialog), titleStyle: Style(.title, on: .dialog, .bold))
    }
}
