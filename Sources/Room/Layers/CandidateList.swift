import Council
import Screen

/// Completions of the word being typed, one below the other, with their explanations.
enum CandidateList {
    /// The most rows of a list; going through it reaches the rest.
    static let most = 8

    /// Draws as many candidates as there are rows, including the chosen one.
    ///
    /// - Parameter chosen: The candidate that is chosen, or that the next key would take; nil if there is none.
    static func draw(_ canvas: inout Canvas, _ candidates: [Completion], chosen: Int?) {
        let first = max(0, (chosen ?? 0) - canvas.rows + 1)
        let shown = candidates.dropFirst(first).prefix(canvas.rows)
        let longest = shown.map { TextWidth.of($0.text) }.max() ?? 0
        let detailColumn = min(max(16, longest + 2), max(16, canvas.columns / 2))
        for (row, candidate) in shown.enumerated() {
            let ground: Ground = chosen == first + row ? .selected : .dialog
            canvas.fill(Rect(row: row, column: 0, rows: 1, columns: canvas.columns), Style(.text, on: ground))
            canvas.put(
                chosen == first + row ? "▸" : " ", row: row, column: 0, style: Style(.cursor, on: ground, .bold))
            let used = canvas.put(
                candidate.text, row: row, column: 2, width: candidate.detail.isEmpty ? nil : detailColumn,
                style: Style(.key, on: ground, .bold), overflow: .ellipsis)
            canvas.put(
                candidate.detail, row: row, column: 2 + max(detailColumn, used + 2), style: Style(.muted, on: ground),
                overflow: .ellipsis)
        }
        let hidden = candidates.count - first - shown.count
        if hidden > 0, let last = shown.indices.last.map({ $0 - first }) {
            let text = " \(hidden) more "
            let ground: Ground = chosen == first + last ? .selected : .dialog
            canvas.put(text, row: last, column: canvas.columns - TextWidth.of(text), style: Style(.label, on: ground))
        }
    }
}

/// The completions of a form's field, and the one under the cursor.
struct FormCandidates: Sendable {
    private(set) var list: [Completion]
    /// Nil while the field is empty and no arrow has gone into the list.
    private(set) var chosen: Int?

    /// Nil if there is nothing to choose from, or if the text is one of the completions already.
    init?(for text: String, completing: FormField.Completing, in room: Model) {
        // Fields have other names too, such as `lead`.
        if completing == .field, ProposalField(spoken: text) != nil { return nil }
        let found =
            switch completing {
            case .person: Completion.people(matching: text, in: room.meeting)
            case .member: Completion.people(matching: text, in: room.meeting, membersOnly: true)
            case .field: Completion.fields(matching: text, in: room.meeting)
            case .day: Completion.days(matching: text, in: room.meeting)
            }
        let bare = text.hasPrefix("@") ? String(text.dropFirst()) : text
        guard !found.isEmpty, !found.contains(where: { $0.text == text || $0.text == bare }) else { return nil }
        list = found
        chosen = text.isEmpty ? nil : 0
    }

    mutating func move(_ step: Int) {
        chosen = chosen.map { ($0 + step + list.count) % list.count } ?? (step > 0 ? 0 : list.count - 1)
    }

    mutating func choose(_ index: Int) { chosen = min(index, list.count - 1) }

    /// The text to take over; nil if none is chosen.
    var text: String? { chosen.map { list[$0].text } }
}
