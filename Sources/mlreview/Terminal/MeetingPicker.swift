import Screen

/// Asks which meeting is meant, where that is not clear.
struct MeetingPicker {
    private let choice: MeetingChoice
    private var cursor: Int

    init(_ choice: MeetingChoice) {
        self.choice = choice
        let wanted =
            choice.candidates.firstIndex { $0.state == "open" } ?? choice.candidates.firstIndex { $0.state == "today" }
        cursor = wanted ?? max(0, choice.candidates.count - 1)
    }

    /// - Returns: the meeting; nil if the person leaves instead.
    func pick(on terminal: any Terminal) -> MeetingChoice.Candidate? {
        var picker = self
        while true {
            terminal.present(picker.grid(terminal.size))
            for event in terminal.waitForEvents(descriptors: [], timeout: nil).events {
                switch event {
                case .key(.enter): return choice.candidates[picker.cursor]
                case .key(.escape), .key(.character("q")), .key(.control("c")), .terminate: return nil
                case .key(.up), .key(.character("k")): picker.cursor = max(0, picker.cursor - 1)
                case .key(.down), .key(.character("j")):
                    picker.cursor = min(choice.candidates.count - 1, picker.cursor + 1)
                case .key(.control("z")): terminal.suspend()
                default: break
                }
            }
        }
    }

    func grid(_ size: Size) -> Grid {
        var grid = Grid(size)
        grid.draw(in: grid.bounds) { canvas in
            canvas.put("Which meeting?", row: 1, column: 2, style: Style(.title, on: .page, .bold))
            let visible = max(1, canvas.rows - 5)
            let first = max(0, min(cursor - visible / 2, choice.candidates.count - visible))
            for (offset, candidate) in choice.candidates.dropFirst(first).prefix(visible).enumerated() {
                let isUnderCursor = first + offset == cursor
                let ground: Ground = isUnderCursor ? .selected : .page
                let row = 3 + offset
                if isUnderCursor {
                    canvas.fill(
                        Rect(row: row, column: 1, rows: 1, columns: max(0, canvas.columns - 2)),
                        Style(.text, on: ground))
                }
                canvas.put(isUnderCursor ? "▸" : " ", row: row, column: 2, style: Style(.cursor, on: ground))
                canvas.put(candidate.date.long, row: row, column: 4, style: Style(.text, on: ground, .bold))
                canvas.put(candidate.state, row: row, column: 22, style: Style(.label, on: ground))
            }
            canvas.put("Enter open   j k move   q leave", row: canvas.rows - 1, column: 2, style: Style(.key))
        }
        return grid
    }
}
