import Council
import Screen

extension LibraryTab {
    /// The meetings that were held, and the agendas of those that were not; the newest first.
    static let meetings = LibraryTab(name: "meetings", title: "Meetings") { reading in
        let (library, day) = (reading.library, reading.today)
        let held = library.meetings(on: day)
        let others = library.agendas.filter { !library.wasHeld($0.date) }
        let rows = held.map { row(of: $0, in: reading) } + others.map { row(of: $0, in: reading) }
        let next = others.first { $0.date >= day && !reading.inSession.contains($0.date) }.map {
            "the next one on \($0.date.long)"
        }
        return LibraryList(
            ["\(counted(held.count, "meeting")) held", next].compactMap { $0 }.joined(separator: " · "),
            nothing: "No meetings: `mlreview agenda next` writes an agenda", columns: columns,
            rows: rows.sorted { $0.key > $1.key }, first: "newest",
            sorts: "longest", "most items", "open actions")
    } page: { key, reading in
        CalendarDay(key).flatMap { reading.page(ofMeeting: $0) }
    }

    private static let columns = [
        LibraryColumn("meeting", 15...15), LibraryColumn("minutes", 8...12, rank: 2, isNumber: true),
        LibraryColumn("items", 5...5, rank: 3, isNumber: true),
        LibraryColumn("decisions", 35...70, isFlexible: true),
        LibraryColumn("open actions", 12...12, rank: 1, isNumber: true),
    ]

    private static func row(of meeting: PastMeeting, in reading: LibraryReading) -> LibraryRow {
        let decisions = meeting.spokenDecisions ?? "nothing decided"
        let state = reading.inSession.contains(meeting.date) ? "in session · " : ""
        let planned = meeting.plannedMinutes.map { " of \($0)" } ?? ""
        return LibraryRow(
            "\(meeting.date)",
            [
                Span(meeting.date.long, Style(.strong)), Span(meeting.minutes.map { "\($0)\(planned)" } ?? "", .plain),
                Span("\(meeting.items)", .plain), Span(state + decisions, .plain),
                Span(meeting.openActions > 0 ? "\(meeting.openActions)" : "", Style(.tied)),
            ], words: ["\(meeting.date)", "\(Quarter(of: meeting.date))"] + meeting.names, meeting: meeting.date,
            order: [.number(-(meeting.minutes ?? 0)), .number(-meeting.items), .number(-meeting.openActions)])
    }

    private static func row(of agenda: Agenda, in reading: LibraryReading) -> LibraryRow {
        let (day, isInSession) = (reading.today, reading.inSession.contains(agenda.date))
        let state =
            if isInSession { "in session" } else if agenda.date == day { "today" } else {
                agenda.date > day ? "to come" : "not held"
            }
        let role: Role = agenda.date < day && !isInSession ? .muted : .accent
        return LibraryRow(
            "\(agenda.date)",
            [
                Span(agenda.date.long, Style(role)), Span(agenda.minutes.map { "of \($0)" } ?? "", Style(.muted)),
                Span("\(agenda.items.count)", Style(.muted)), Span(state, Style(role)), Span("", .plain),
            ], words: ["\(agenda.date)", "\(Quarter(of: agenda.date))"] + agenda.items.map(\.id.spoken),
            meeting: agenda.date,
            order: [.number(0), .number(-agenda.items.count), .number(0)])
    }
}
