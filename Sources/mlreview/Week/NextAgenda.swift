import Agendas
import Council
import Foundation

/// The agenda that follows from the folder, as the text of a file that is not there yet.
struct NextAgenda {
    let date: CalendarDay
    let text: String
    private let week: WeekFolder

    /// - Parameter date: Nil for a week after the last agenda or meeting, or as many weeks as it takes to be no past day.
    init(_ date: CalendarDay?, in week: WeekFolder) throws {
        self.week = week
        guard let date = date ?? Self.usualDate(in: week) else {
            throw Complaint(
                "there is no agenda and no meeting yet: name the day, as in `mlreview agenda next 2026-12-02`")
        }
        self.date = date
        try Self.check(date, in: week)
        let library = week.library
        let last = library.agendas.last { $0.date < date }
        let minutes = last?.minutes ?? library.history.last?.minutes ?? Self.usualMinutes
        let plan = library.plan(for: date, on: week.today, minutes: minutes)
        text = AgendaText.text(of: plan, like: last)
        _ = try week.place.agendas.agenda(in: Array(text.utf8), of: date)
    }

    /// The file as it is to be made.
    var change: FileChange {
        FileChange(
            text: text,
            shown: text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init),
            path: week.path(of: date), commitLine: week.commitLine(of: date, "Agenda of \(date.long)")
        ) { [week, date, text] in
            let folder = try week.openAgendas()
            try folder.create(Data(text.utf8), as: "\(date).yaml")
            try folder.sync()
        }
    }

    private static let usualMinutes = 60

    private static func usualDate(in week: WeekFolder) -> CalendarDay? {
        let library = week.library
        guard let last = [library.agendas.last?.date, library.history.last?.date].compactMap({ $0 }).max() else {
            return nil
        }
        let weeks = max(1, (week.today.daysSinceEpoch - last.daysSinceEpoch + 6) / 7)
        return CalendarDay(daysSinceEpoch: last.daysSinceEpoch + 7 * weeks)
    }

    private static func check(_ date: CalendarDay, in week: WeekFolder) throws {
        if let agenda = week.library.agendas.first(where: { $0.date == date }) {
            throw Complaint(thereAlready(agenda, in: week))
        }
        if let last = week.library.history.last?.date, date <= last {
            throw Complaint("\(date) is not after the last meeting, which was held on \(last): name a later day")
        }
        if date < week.today { throw Complaint("\(date) has passed: name a day from \(week.today) on") }
    }

    private static func thereAlready(_ agenda: Agenda, in week: WeekFolder) -> String {
        let there = "\(week.path(of: agenda.date)) is already there, and stays as it is"
        if week.library.wasHeld(agenda.date) { return "\(there): its meeting was held" }
        let changes = week.library.changes(to: agenda, on: week.today)
        guard !changes.missing.isEmpty else { return "\(there): it lacks nothing" }
        let lines = changes.missing.map { "  \($0.item.id): \($0.why)" }
        return
            "\(there). It lacks\n\(lines.joined(separator: "\n"))\n`mlreview agenda refresh \(agenda.date)` adds them"
    }
}
