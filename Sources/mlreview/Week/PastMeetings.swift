import Archive
import Council

/// The meetings that were held, from their minutes; from the record those that the minutes lack.
struct PastMeetings {
    let history: Archive.History
    /// Meetings that were called to order and are not closed.
    let open: [CalendarDay]
    /// All meetings that the record has.
    let recorded: Set<CalendarDay>
    /// Why the record could not be read; nil if it could, or if there is none.
    let obstacle: String?

    /// What was read of the minutes, by day.
    let readings: [CalendarDay: ReadMinutes]

    /// - Parameter known: What is known of some minutes already.
    init(in place: MeetingPlace, roster: Roster?, known: [CalendarDay: ReadMinutes] = [:]) {
        let recorded = Recorded(in: place)
        (open, self.recorded, obstacle) = (recorded.open, recorded.days, recorded.obstacle)
        let read = Archive.readings(in: place.minutes, known: known, roster: roster)
        readings = Dictionary(read.compactMap { try? $0.get() }.map { ($0.meeting.date, $0) }) { first, _ in first }
        history = Archive.history(of: read, journals: recorded.journals, roster: roster)
    }
}
