import Council
import Screen

/// The notes typed before, which Up and Down call up while another is being typed.
///
/// Nothing typed is lost on the way: changes to an earlier note are there again when it is passed again, and
/// the note that was begun waits behind the last.
struct NoteHistory: Sendable {
    /// As they are typed, the oldest first; then the note that was begun.
    private var texts: [String]
    private var originals: [String]
    private var place: Int

    init(_ earlier: [String]) {
        texts = earlier + [""]
        originals = texts
        place = earlier.count
    }

    private var isAtPresent: Bool { place == texts.count - 1 }

    /// The note that was begun, while an earlier one is in the editor; else empty.
    var waiting: String { isAtPresent ? "" : texts[texts.count - 1] }

    /// Goes back (−1) or forth (1).
    ///
    /// - Returns: The text to show; nil at either end.
    mutating func move(_ step: Int, leaving text: String) -> String? {
        guard texts.indices.contains(place + step) else { return nil }
        texts[place] = text
        place += step
        return texts[place]
    }

    /// The text that stays as the draft when the editor is left, and one that is set aside besides.
    func parting(with text: String) -> (draft: String, aside: String?) {
        if isAtPresent { return (text, nil) }
        // An earlier note that was only looked at is recorded already.
        if text == originals[place] { return (waiting, nil) }
        return (text, waiting.trimmed.isEmpty ? nil : waiting)
    }
}

extension Model {
    /// Notes of this meeting as they were typed, and then those that were begun and set aside; the oldest first.
    ///
    /// Deleted texts stand just before the latest note: nobody wants them first, and they are one step away.
    var earlierNotes: [String] {
        // A private one would stand on the shared screen by a slip of Up.
        let recorded = meeting.items.flatMap { item in
            item.notes.filter { !$0.isStruck && ($0.kind != .private || reveals(item)) }
        }.sorted { $0.at < $1.at }
        let kept = recorded.map(\.typed) + asideNotes
        return kept.dropLast() + deletedNotes + kept.suffix(1)
    }

    /// Keeps a note that was begun; Up finds it.
    mutating func setAside(_ text: String) { Self.keep(text, in: &asideNotes) }

    /// Keeps a text that was deleted; Up finds it.
    mutating func setAsideDeleted(_ text: String) { Self.keep(text, in: &deletedNotes) }

    private static func keep(_ text: String, in texts: inout [String]) {
        texts.removeAll { $0 == text }
        texts.append(text)
        if texts.count > 100 { texts.removeFirst() }
    }
}

extension Note {
    /// The note as a person types it: `@lena concern: the holdout is short`.
    var typed: String { Self.typed(speaker: speaker, kind: kind, text: text) }

    static func typed(speaker: Handle?, kind: Kind, text: String) -> String {
        let who = speaker.map { "@\($0) " } ?? ""
        return who + (kind == .plain ? "" : "\(kind.rawValue): ") + text
    }
}
