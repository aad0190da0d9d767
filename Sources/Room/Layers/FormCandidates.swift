import Council
import Screen

/// What the text of a form's field could be, one below the other, and which of them a person is on.
struct FormCandidates: Sendable {
    private(set) var list: [Completion]
    /// Nil while the field is empty and no arrow has gone into the list.
    private(set) var chosen: Int?

    /// Nil where there is nothing to choose from, or the text is one of them already.
    init?(for text: String, completing: FormField.Completing, in room: Model) {
        // Fields have further names, such as `lead`.
        if completing == .field, ProposalField(spoken: text) != nil { return nil }
        let found =
            switch completing {
            case .person: Completion.people(matching: text, in: room.meeting)
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

    /// The text to take over; nil where none is chosen.
    var text: String? { chosen.map { list[$0].text } }
}
