import Council
import Foundation
import Screen

/// The line at the top: meeting, item, its clock, quorum, and whether all of it is recorded.
enum Header {
    /// What the line depends on.
    struct Key: Equatable {
        let entries: Int
        let recording: Recording
        let seconds: Int

        init(_ room: Model) {
            entries = room.journal.entries.count
            recording = room.recording
            seconds = Int(room.journal.meeting.currentClock?.used(at: room.now) ?? 0)
        }
    }

    static func draw(_ canvas: inout Canvas, _ room: Model) {
        canvas.fill(Style(.text, on: .bar))
        let meeting = room.meeting
        var right = canvas.columns - 1
        func putRight(_ text: String, _ style: Style) {
            let width = TextWidth.of(text)
            guard right - width > 12 else { return }
            right -= width
            canvas.put(text, row: 0, column: right, style: style)
            right -= 2
        }
        let state = recorded(room, isShort: canvas.columns < 70)
        putRight(state.0, Style(state.1, on: .bar, .bold))
        let quorum = "\(canvas.columns < 70 ? "" : "quorum ")\(meeting.membersInRoom.count)/\(meeting.roster.seats)"
        putRight(
            meeting.hasQuorum ? quorum : quorum + "!", Style(meeting.hasQuorum ? .text : .warning, on: .bar, .bold))
        if let current = meeting.current {
            let (text, role) = clock(of: current, in: room, hasBar: canvas.columns >= 100)
            putRight(text, Style(role, on: .bar, .bold))
        }
        let isWide = canvas.columns >= 100
        let day = isWide ? meeting.agenda.date.long : "\(meeting.agenda.date)"
        let name = isWide ? "ML Review  \(day)" : day
        var column = 1 + canvas.put(name, row: 0, column: 1, width: right - 1, style: Style(.title, on: .bar, .bold))
        column += 2
        let item =
            if let index = meeting.currentIndex, let current = meeting.current {
                "\(index + 1) of \(meeting.items.count)  \(meeting.title(of: current))"
            } else {
                meeting.phase == .closed ? "closed" : counted(meeting.items.count, "item")
            }
        canvas.put(
            item, row: 0, column: column, width: max(0, right - column), style: Style(.text, on: .bar),
            overflow: .ellipsis)
    }

    private static func recorded(_ room: Model, isShort: Bool) -> (String, Role) {
        switch room.recording {
        case .recorded: (room.meeting.phase == .closed ? "● closed" : "● recorded", .recorded)
        case .writing(let count): ("○ writing \(count)", .pending)
        case .failing: ("✗ NOT RECORDED", .error)
        case .rehearsal: (isShort ? "rehearsal" : "rehearsal, not recorded", .warning)
        case .following: (isShort ? "following" : "following, read-only", .warning)
        }
    }

    /// `06:20 of 15  ▓▓▓▓░░░░░`.
    private static func clock(of item: Item, in room: Model, hasBar: Bool) -> (String, Role) {
        let used = item.clock.used(at: room.now)
        let time = minutesAndSeconds(used)
        let state = item.clock.isPaused ? " paused" : ""
        guard let box = item.timeBox else { return (time + state, .timeGood) }
        let isOver = used > Double(box * 60)
        var text = "\(time) of \(box)\(state)"
        if hasBar {
            let filled = box == 0 ? 9 : min(9, Int(used * 9 / Double(box * 60)))
            text += "  " + String(repeating: "▓", count: filled) + String(repeating: "░", count: 9 - filled)
        }
        return (isOver ? text + " over" : text, isOver ? .timeOver : .timeGood)
    }
}
