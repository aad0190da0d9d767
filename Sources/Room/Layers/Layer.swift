import Council
import Screen

/// Something in front of the panes: a dialog, or an entry that stands in a pane.
///
/// A layer is a value. A key changes it, and it returns reactions for the room to carry out; it needs no loop of its own.
protocol Layer: Sendable {
    /// Reacts to a key.
    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction]
    /// Reacts to pasted text.
    mutating func paste(_ text: String, in room: Model) -> [Reaction]
    /// Adapts to a new size of the screen.
    mutating func resized(in room: Model)
    /// Takes in the library, which has been read, or could not be.
    mutating func libraryWasRead(in room: Model)
    /// Reacts to a click; the position is counted from the dialog's upper left corner.
    mutating func click(at position: Position, in size: Size, _ room: Model) -> [Reaction]
    /// The key that turning the wheel up (−1) or down (1) stands for.
    func wheelKey(_ step: Int) -> KeyEvent
    /// The pane that the layer stands in; nil for a dialog over all of them.
    var pane: Pane? { get }
    /// The size that a dialog would like to have, frame included.
    func wantedSize(in room: Model) -> Size
    /// The place of a dialog.
    func area(in room: Model) -> Rect
    /// Draws a dialog; a layer that stands in a pane is drawn by the pane.
    func draw(_ canvas: inout Canvas, in room: Model)
    /// Whether the panes behind a dialog are muted; they are not if the dialog is for looking at them.
    var dimsTheRest: Bool { get }
    /// Keys that work now, for the footer; the most wanted first.
    func hints(in room: Model) -> [Hint]
    /// Whether letters are typed into it, and start no commands.
    var takesText: Bool { get }
    /// The layer if it is the line of a note: asked with every frame, it costs less than a cast.
    var note: NoteEntry? { get }
}

extension Layer {
    /// If the layer takes no text, pasted words are kept as a draft rather than lost.
    mutating func paste(_ text: String, in room: Model) -> [Reaction] {
        if let refusal = PasteLimit.note.refusal(of: text, beside: room.draft.utf8.count) {
            return [.notify(Notice(refusal, .refusal))]
        }
        let kept = room.draft.isEmpty ? text : "\(room.draft)\n\(text)"
        return [.leaveDraft(kept), .notify(Notice("what was pasted is kept as a draft: n resumes it"))]
    }
    mutating func resized(in room: Model) {}
    mutating func libraryWasRead(in room: Model) {}
    var pane: Pane? { nil }
    var takesText: Bool { false }
    var note: NoteEntry? { nil }
    func wantedSize(in room: Model) -> Size { Size(rows: 0, columns: 0) }
    func area(in room: Model) -> Rect { room.dialogArea(wantedSize(in: room)) }
    func draw(_ canvas: inout Canvas, in room: Model) {}
    var dimsTheRest: Bool { true }
}

/// Something that a layer has the room do.
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
    /// Gives a key to the layer behind, which stays there.
    case behind(KeyEvent)
    case notify(Notice)
    case effect(Effect)
    /// Has the library read anew.
    case readLibrary
    /// The note being typed has changed.
    case draftChanged
    /// Keeps this text as the draft.
    case leaveDraft(String)
    /// Keeps a note that was begun, and then given up, among those that can be called up again.
    case setAside(String)
    /// Keeps a text that was deleted there too, behind the latest.
    case setAsideDeleted(String)
    /// Goes to the beginning of the pane with the focus.
    case goToTop
    /// Scrolls the notes behind the entry by so many pages.
    case scrollNotes(Int)
}

extension Reaction {
    /// Says that a key does nothing here. A colon opens the command line in front of whatever has no use for it.
    static func doesNothing(_ key: KeyEvent, _ place: String) -> Reaction {
        if key == .character(":") { return .open(CommandEntry("")) }
        return .notify(Notice("\(key.label) does nothing \(place)"))
    }
}

/// A key and what it does, for the footer.
struct Hint: Equatable, Sendable {
    let key: String
    let label: String
    /// Whether it finishes what is going on, so that it is the last to go from a narrow footer.
    let finishes: Bool

    init(_ key: String, _ label: String, finishes: Bool = false) {
        self.key = key
        self.label = label
        self.finishes = finishes
    }
}
