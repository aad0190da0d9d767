import Council
import Screen

/// The view for the shared screen: one thought at a time, as large as there is room for. Never a note.
enum PresenterView {
    /// Everything that the view depends on: it is drawn when that changes, and not with every key.
    struct Key: Equatable {
        let edition: Int
        let scene: PresenterScene
        let seconds: Int
        /// The item's clock stands in a recess, which has one of its own.
        let secondsOfRecess: Int?
        let highlighted: Handle?

        init(_ room: Model) {
            edition = room.edition
            scene = PresenterScene(room)
            seconds = Int(room.journal.meeting.currentClock?.used(at: room.now) ?? 0)
            secondsOfRecess = room.meeting.recess?.left(at: room.now).map { Int($0.rounded(.down)) }
            highlighted = room.voting?.highlighted
        }
    }

    static func draw(_ canvas: inout Canvas, _ room: Model) {
        let scene = PresenterScene(room)
        let easel = Easel(columns: canvas.columns, symbols: room.symbols)
        var blocks = scene.blocks(in: room, on: easel)
        if let clock = PresenterClock(room, scene) { blocks.append(clock.block(on: easel)) }
        for (row, line) in PresenterPage.rows(of: blocks, in: canvas.rows) { canvas.put(line, row: row) }
    }
}

extension Model {
    /// Whether the presenter view has the whole screen: no dialog is in front of it.
    var isOnlyPresenting: Bool { isPresenting && layers.allSatisfy { $0.pane != nil } }

    /// Goes back to the panes, with what the program has said meanwhile.
    mutating func leavePresenter() {
        isPresenting = false
        notice = notice ?? unseenNotice
        unseenNotice = nil
    }

    /// Takes the sentence at the foot away with the next key; the presenter view has not shown it yet.
    mutating func forgetNotice() {
        if isOnlyPresenting, let notice, notice.weight == .refusal || unseenNotice?.weight != .refusal {
            unseenNotice = notice
        }
        notice = nil
    }
}
