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

    init(in place: MeetingPlace, roster: Roster?) {
        let recorded = Recorded(in: place)
        (open, self.recorded, obstacle) = (recorded.open, recorded.days, recorded.obstacle)
        history = Archive.history(minutes: place.minutes, journals: recorded.journals, roster: roster)
    }
}
