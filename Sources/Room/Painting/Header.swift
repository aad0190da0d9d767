import Council
import Foundation
import Screen

/// The line at the top: meeting, item, its clock, quorum, and whether everything is recorded.
enum Header {
    /// What the line depends on.
    struct Key: Equatable {
        let edition: Int
        let recording: Recording
        let seconds: Int
        let minute: Int
        /// Seconds that are left of a recess.
        let recess: Int?

        init(_ room: Model) {
            edition = room.edition
            recording = room.recording
            seconds = Int(room.journal.meeting.currentClock?.used(at: room.now) ?? 0)
            minute = Int(room.now.timeIntervalSince1970 / 60)
            recess = room.journal.meeting.recess?.left(at: room.now).map { Int($0.rounded(.down)) }
        }
    }

    static func draw(_ canvas: inout Canvas, _ room: Model) {
        canvas.fill(Style(.text, on: .bar))
        let meeting = room.meeting
        let detail = Detail(columns: canvas.columns)
        var right = canvas.columns - 1
        func putRight(_ text: String, _ style: Style) {
            let width = TextWidth.of(text)
            guard right - width > 12 else { return }
            right -= width
            canvas.put(text, row: 0, column: right, style: style)
            right -= 2
        }
        let state = recorded(room, isShort: detail == .least)
        putRight(state.0, Style(state.1, on: .bar, .bold))
        if !meeting.hasQuorum {
            let count = "\(meeting.membersInRoom.count)/\(meeting.roster.seats)"
            putRight(detail == .least ? "\(count)!" : "no quorum \(count)", Style(.warning, on: .bar, .bold))
        } else if detail != .least || meeting.openMotion != nil {
            putRight("quorum \(meeting.membersInRoom.count)/\(meeting.roster.seats)", Style(.text, on: .bar))
        }
        if let (text, role) = ending(in: room, detail) { putRight(text, Style(role, on: .bar)) }
        if let recess = meeting.recess {
            let (text, role) = clock(of: recess, in: room)
            putRight(text, Style(role, on: .bar, .bold))
        } else if let current = meeting.current {
            let (text, role) = clock(of: current, in: room, detail)
            putRight(text, Style(role, on: .bar, .bold))
        }
        var column = 1
        if meeting.current == nil || detail == .most && holdsTheDay(right - column, meeting) {
            let day = detail == .least ? "\(meeting.agenda.date)" : "ML Review  \(meeting.agenda.date.long)"
            column += canvas.put(day, row: 0, column: column, width: right - 1, style: Style(.muted, on: .bar)) + 2
        }
        guard let index = meeting.currentIndex, let current = meeting.current else {
            let text = meeting.phase == .closed ? "closed" : counted(meeting.items.count, "item")
            canvas.put(text, row: 0, column: column, width: max(0, right - column), style: Style(.text, on: .bar))
            return
        }
        let place =
            detail == .least ? "\(index + 1)/\(meeting.items.count) " : "\(index + 1) of \(meeting.items.count)  "
        column += canvas.put(place, row: 0, column: column, style: Style(.label, on: .bar))
        canvas.put(
            meeting.title(of: current), row: 0, column: column, width: max(0, right - column),
            style: Style(.title, on: .bar, .bold), overflow: .ellipsis)
    }

    /// How much the line has room for: the day goes first, and the item's title stays.
    private enum Detail {
        case most, some, least

        init(columns: Int) { self = columns >= 100 ? .most : columns >= 70 ? .some : .least }
    }

    /// Whether the day leaves room for the whole title: everybody knows the day.
    private static func holdsTheDay(_ columns: Int, _ meeting: Meeting) -> Bool {
        let title = meeting.current.map { TextWidth.of(meeting.title(of: $0)) } ?? 0
        return columns >= TextWidth.of("ML Review  \(meeting.agenda.date.long)  99 of 99  ") + min(title, 40)
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

    /// `recess 04:10`, or since when, if nobody said how long.
    private static func clock(of recess: Recess, in room: Model) -> (String, Role) {
        guard let left = recess.left(at: room.now) else {
            return ("recess since \(room.clock.time(recess.since))", .tied)
        }
        return left >= 0
            ? ("recess \(minutesAndSeconds(left))", .tied) : ("recess \(minutesAndSeconds(-left)) over", .timeOver)
    }

    /// When the agenda ends if what is left keeps its time: `ends 11:28, 13 late`. A narrow line says only what is late.
    private static func ending(in room: Model, _ detail: Detail) -> (String, Role)? {
        guard detail != .least, let left = room.meeting.secondsLeft(at: room.now) else { return nil }
        let end = room.now.addingTimeInterval(left)
        let isToday = room.clock.day(room.now) == room.meeting.agenda.date
        let late = isToday ? room.meeting.plannedEnd.map { room.clock.minuteOfDay(end) - $0 } ?? 0 : 0
        let lateness = late > 0 ? "\(late) late" : nil
        let role: Role = late > 0 ? .timeOver : .muted
        guard detail == .most else { return lateness.map { ($0, role) } }
        return ("ends \(room.clock.time(end))\(lateness.map { ", \($0)" } ?? "")", role)
    }

    /// `06:20 of 15  ████▌░░░░░`.
    private static func clock(of item: Item, in room: Model, _ detail: Detail) -> (String, Role) {
        let used = item.clock.used(at: room.now)
        let time = minutesAndSeconds(used)
        let state = item.clock.isPaused ? " paused" : ""
        guard let box = item.timeBox else { return (time + state, .timeGood) }
        let isOver = used > Double(box * 60)
        var text = detail == .least ? "\(time)/\(box)\(state)" : "\(time) of \(box)\(state)"
        if detail == .most {
            let bar = Meter(used / Double(max(1, box * 60)), width: 10, symbols: room.symbols, track: "░")
            text += "  " + bar.filled + bar.rest
        }
        return (isOver ? text + " over" : text, isOver ? .timeOver : .timeGood)
    }
}

extension Model {
    /// A failure that stays on the screen until it is mended.
    var banner: String? {
        if let lostRecord {
            return
                "NOT FOLLOWING: the record at \(lostRecord) is gone, so that nothing new shows here until it is back; the "
                + "terminal that records says how"
        }
        guard case .failing(let sentence, let pending) = recording else { return nil }
        if part.isJoined {
            // Others record; what can wait does, and the sentence says for whom.
            return "NOT RECORDED\(pending == 0 ? "" : ", \(counted(pending, "act")) kept here"): \(sentence)"
        }
        let kept = pending == 0 ? "all that is typed" : counted(pending, "act")
        return "NOT RECORDED, \(kept) kept here and tried again: \(sentence)"
    }
}

/// The lines of a failure, below the header and across the whole width.
enum Banner {
    private static let style = Style(.error, on: .banner, .bold)

    static func lines(_ banner: String, columns: Int) -> [Line] {
        Line.wrap([Span("! \(banner)", style)], width: max(8, columns - 1), firstIndent: 1, restIndent: 3)
    }

    static func draw(_ canvas: inout Canvas, _ banner: String) {
        canvas.fill(Style(.error, on: .banner))
        let lines = lines(banner, columns: canvas.columns)
        for (row, line) in lines.prefix(canvas.rows).enumerated() {
            let isCut = row == canvas.rows - 1 && lines.count > canvas.rows
            canvas.put(isCut ? Line(line.spans + [Span("…", style)]) : line, row: row)
        }
    }
}
