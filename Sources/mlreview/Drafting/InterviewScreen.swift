import Council
import Screen

/// The questions about a proposal on a screen: what was said so far, one question, and a line to type in.
struct InterviewScreen {
    private var interview: Interview
    private var editor = TextEditor("", isMultiline: false)
    private var refusal: String?
    private var isExplained = false
    private let keep: (Interview, _ typed: String?) -> Void

    /// - Parameters:
    ///   - typed: What was typed of an answer that was not given yet.
    ///   - keep: Is called after each answer, and when the person leaves.
    init(_ interview: Interview, typed: String? = nil, keep: @escaping (Interview, _ typed: String?) -> Void) {
        self.interview = interview
        self.keep = keep
        if let typed { editor.text = typed }
    }

    /// Asks until all questions are answered or left open.
    ///
    /// - Returns: What was said, and whether all questions were asked; false if the person left.
    static func run(
        _ interview: Interview, typed: String?, on terminal: any Terminal,
        keep: @escaping (Interview, _ typed: String?) -> Void
    ) -> (interview: Interview, isDone: Bool) {
        var screen = InterviewScreen(interview, typed: typed, keep: keep)
        while screen.interview.question != nil {
            terminal.present(screen.grid(terminal.size))
            for event in terminal.waitForEvents(descriptors: [], timeout: nil).events {
                switch event {
                case .key(.control("c")), .terminate: return screen.left()
                case .key(.control("d")) where screen.editor.isEmpty: return screen.left()
                case .key(.control("z")): terminal.suspend()
                case .key(let key): if !screen.take(key) { terminal.beep() }
                case .paste(let text): screen.editor.paste(text.writableLine)
                case .resize, .mouse, .resumed: break
                }
            }
        }
        return (screen.interview, true)
    }

    /// Keeps what stands in the line, too.
    private func left() -> (interview: Interview, isDone: Bool) {
        let typed = editor.text.writableLine
        keep(interview, typed.isEmpty || typed == present ? nil : typed)
        return (interview, false)
    }

    // MARK: Keys

    /// - Returns: Whether the key means anything here.
    mutating func take(_ key: KeyEvent) -> Bool {
        switch key {
        case .enter: answer()
        case .up, .control("p"): move { $0.back() }
        case .tab: return complete()
        case .character("?") where editor.isEmpty: isExplained.toggle()
        default: return editor.handle(key)
        }
        return true
    }

    private mutating func answer() {
        let text = editor.text.writableLine
        do throws(Refusal) {
            let isSame = text == present
            // Going past a question with its answer as it is changes nothing.
            if interview.question?.isRepeated == true || !isSame || text.isEmpty {
                try interview.answer(text)
                keep(interview, nil)
                move { _ in }
            } else {
                move { $0.skip() }
            }
        } catch {
            refusal = error.description
        }
    }

    private mutating func move(_ change: (inout Interview) -> Void) {
        change(&interview)
        (refusal, isExplained) = (nil, false)
        editor.text = present
    }

    /// The answer that a question has already, to be changed. The answers of one that is asked again are listed above it.
    private var present: String {
        guard let question = interview.question, !question.isRepeated else { return "" }
        return interview.answers[question.key] ?? ""
    }

    /// Puts the only completion, or what all of them have in common, behind what was typed.
    private mutating func complete() -> Bool {
        let (replaced, words) = interview.completions(of: editor.textBeforeCursor)
        guard let first = words.first else { return false }
        let common = words.dropFirst().reduce(first) { $0.commonPrefix(with: $1, options: .caseInsensitive) }
        let text = words.count == 1 || common.count <= replaced ? first : common
        editor.replace(editor.cursor - replaced..<editor.cursor, with: text)
        return true
    }

    // MARK: The screen

    private static let usage =
        "Enter next · Tab completes · ↑ back · ? explains · Ctrl-C keeps it for later"

    func grid(_ size: Size) -> Grid {
        var grid = Grid(size)
        let width = max(1, min(size.columns, 100) - 4)
        let asked = question(width: width)
        let typed = editor.layout(width: width - 2)
        let offered = candidates(width: width)
        let room = size.rows - asked.count - typed.lines.count - offered.count - 5
        let said = Array(said(width: width).suffix(max(0, room)))
        grid.draw(in: grid.bounds) { canvas in
            let count = interview.count
            canvas.put("A new proposal", row: 0, column: 2, style: Style(.title, on: .page, .bold))
            canvas.put("\(count.number) of \(count.all)", row: 0, column: width - 6, style: Style(.muted))
            var row = 2
            for line in said + (said.isEmpty ? [] : [Line()]) + asked {
                canvas.put(line, row: row, column: 2)
                row += 1
            }
            canvas.put("›", row: row, column: 2, style: Style(.cursor))
            for (offset, line) in typed.lines.enumerated() { canvas.put(line, row: row + offset, column: 4) }
            canvas.cursor = Position(row: row + typed.cursor.row, column: 4 + typed.cursor.column)
            row += typed.lines.count
            for line in offered {
                canvas.put(line, row: row, column: 4)
                row += 1
            }
            canvas.put(Self.usage, row: canvas.rows - 1, column: 2, style: Style(.key), overflow: .ellipsis)
        }
        return grid
    }

    private func said(width: Int) -> [Line] {
        interview.questions.flatMap { question -> [Line] in
            guard let answer = interview.answers[question.key] else { return [] }
            return answer.split(separator: "\n").map { text in
                let label = question.key.replacing("_", with: " ")
                let shown = TextWidth.truncated(String(text), to: max(1, width - 17))
                return Line([Span(label.padded(to: 16), Style(.label)), Span(" \(shown)", Style(.muted))])
            }
        }
    }

    private func question(width: Int) -> [Line] {
        guard let question = interview.question else { return [] }
        var lines = Line.wrap(question.text, Style(.strong, on: .page, .bold), width: width)
        lines += Line.wrap(question.why, width: width)
        lines += Line.wrap("for example: \(question.example)", Style(.muted), width: width)
        if isExplained {
            lines += Line.wrap(question.help + " Enter leaves it open.", Style(.accent), width: width)
        }
        if let refusal { lines += Line.wrap(refusal, Style(.error), width: width) }
        return lines
    }

    private func candidates(width: Int) -> [Line] {
        let words = interview.completions(of: editor.textBeforeCursor).words
        guard !words.isEmpty else { return [] }
        let line = words.prefix(8).joined(separator: " · ") + (words.count > 8 ? " …" : "")
        return [Line(TextWidth.truncated(line, to: width - 2), Style(.muted))]
    }
}

extension String {
    fileprivate func padded(to columns: Int) -> String {
        self + String(repeating: " ", count: max(0, columns - TextWidth.of(self)))
    }
}
