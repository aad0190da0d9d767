import Council
import Screen

/// Something in front of the panes: a dialog, or an entry that stands in a pane.
///
/// A layer is a value. It changes itself on a key and answers with what should happen; it needs no loop of its own.
protocol Layer: Sendable {
    /// What the layer does with a key.
    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction]
    /// What it does with pasted text.
    mutating func paste(_ text: String, in room: Model) -> [Reaction]
    /// What it does where the screen has another size.
    mutating func resized(in room: Model)
    /// What a dialog does with a click at a place of its own.
    mutating func click(at position: Position, in size: Size, _ room: Model) -> [Reaction]
    /// The key that turning the wheel up (−1) or down (1) stands for.
    func wheelKey(_ step: Int) -> KeyEvent
    /// The pane that the layer stands in; nil for a dialog over all of them.
    var pane: Pane? { get }
    /// How large a dialog would like to be, frame included.
    func wantedSize(in room: Model) -> Size
    /// Where a dialog stands.
    func area(in room: Model) -> Rect
    /// Draws a dialog; a layer that stands in a pane is drawn by the pane.
    func draw(_ canvas: inout Canvas, in room: Model)
    /// Whether the panes behind a dialog step back; not where it is for looking at them.
    var dimsTheRest: Bool { get }
    /// Keys that work now, for the footer; the most wanted first.
    func hints(in room: Model) -> [Hint]
    /// Whether letters are typed into it, so that they are no commands.
    var takesText: Bool { get }
}

extension Layer {
    /// Where nothing is typed, pasted words are kept as a draft rather than lost.
    mutating func paste(_ text: String, in room: Model) -> [Reaction] {
        if let refusal = PasteLimit.note.refusal(of: text, beside: room.draft.utf8.count) {
            return [.notify(Notice(refusal, .refusal))]
        }
        let kept = room.draft.isEmpty ? text : "\(room.draft)\n\(text)"
        return [.leaveDraft(kept), .notify(Notice("what was pasted is kept as a draft: n goes on with it"))]
    }
    mutating func resized(in room: Model) {}
    var pane: Pane? { nil }
    var takesText: Bool { false }
    func wantedSize(in room: Model) -> Size { Size(rows: 0, columns: 0) }
    func area(in room: Model) -> Rect { room.dialogArea(wantedSize(in: room)) }
    func draw(_ canvas: inout Canvas, in room: Model) {}
    var dimsTheRest: Bool { true }
}

/// What a layer wants.
enum Reaction: Sendable {
    /// Leaves the layer.
    case close
    /// Asks the meeting; the layer is left if the request is granted, and stays with the refusal shown if not.
    case ask(Request, thenClose: Bool = true)
    /// Runs a line as if it had been typed after `:`.
    case run(String)
    /// Keeps a line that was typed after `:` among those that can be called up again.
    case remember(String)
    case open(any Layer)
    case notify(Notice)
    case effect(Effect)
    /// The note being typed has changed.
    case draftChanged
    /// What is left of the note when its entry is left.
    case leaveDraft(String)
    /// Keeps a note that was begun, and then given up, among those that can be called up again.
    case setAside(String)
    /// Keeps a text that was deleted there too, but not as the first.
    case setAsideDeleted(String)
    /// Scrolls the notes behind the entry by so many pages.
    case scrollNotes(Int)
}

extension Reaction {
    /// Says of a key that it was heard, and means nothing here.
    static func doesNothing(_ key: KeyEvent, _ place: String) -> Reaction {
        .notify(Notice("\(key.label) does nothing \(place)"))
    }
}

/// A key and what it does, for the footer.
struct Hint: Equatable, Sendable {
    let key: String
    let label: String

    init(_ key: String, _ label: String) {
        self.key = key
        self.label = label
    }
}
